import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { zoneInWords } from '../reading/time.js';
import { HOURS } from '../routes.js';
import type { HoursList } from '../session-answers.js';
import { shared } from '../styles/shared.js';
import { renderHoursOf } from '../views/hours.js';
import { renderLoading } from '../views/loading.js';
import type { HoursSetEvent } from './hours-form.js';
import { hoursStyles } from './hours-page.styles.js';

/**
 * When everybody of the practice works, or one person's hours to be changed.
 *
 * @element staff-hours
 */
export class HoursPage extends LitElement {
  static override styles = [shared, hoursStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  /** Whose hours are changed; everybody's are shown without one. */
  @property({ attribute: false }) accessor practitionerId: string | undefined;

  readonly #loading = new Load<HoursList>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('practitionerId')) {
      this.#place.show();
      this.#read();
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      ${this.practitionerId === undefined ? nothing : html`<a class="back screen" href=${HOURS}>Everybody’s hours</a>`}
      ${renderLoading(
        this.#loading.state,
        (list) => (this.practitionerId === undefined ? this.#renderAll(list) : this.#renderOne(list)),
        () => this.#read(),
      )}
    </div>`;
  }

  #renderAll({ practitioners, timeZone }: HoursList): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    return html`<h1 tabindex="-1">Hours</h1>
      <p class="quiet">
        What clients can ask for comes from these hours, without what is taken. Times are
        ${zoneInWords(timeZone)}.
      </p>
      ${map(practitioners, (stored) => renderHoursOf(stored, desk))}`;
  }

  #renderOne({ practitioners }: HoursList): TemplateResult {
    const stored = practitioners.find(({ practitioner }) => practitioner.id === this.practitionerId);
    if (stored === undefined)
      return html`<h1 tabindex="-1">Hours</h1>
        <p>Nobody of this name works here.</p>`;
    return html`<staff-hours-form
      .desk=${this.desk}
      .stored=${stored}
      @staff-hours-set=${this.#onSet}
    ></staff-hours-form>`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api !== undefined) void this.#loading.start((signal) => api.sessions.hours(signal));
  }

  #onSet({ stored }: HoursSetEvent): void {
    this.#loading.change((list) => ({
      ...list,
      practitioners: list.practitioners.map((one) =>
        one.practitioner.id === stored.practitioner.id ? stored : one,
      ),
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-hours': HoursPage;
  }
}
