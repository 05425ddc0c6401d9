import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import type { OpenTimes } from '../session-answers.js';
import { dateAt, dateInWords } from '../reading/time.js';
import { byDay, practitionersIn } from '../reading/times.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';
import { renderTimes } from '../views/times.js';
import { fieldStyles, openTimesStyles } from './open-times.styles.js';

/** A time was chosen among those that are open. */
export class TimeChosenEvent extends Event {
  readonly slot: Slot;

  constructor(slot: Slot) {
    super('staff-time-chosen');
    this.slot = slot;
  }
}

const DAYS_AT_ONCE = 7;

/**
 * The open times of one kind, a week at a time, to choose one of.
 *
 * @element staff-open-times
 * @fires {TimeChosenEvent} staff-time-chosen
 */
export class OpenTimesList extends LitElement {
  static override styles = [shared, fieldStyles, openTimesStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor kind: SessionKindId | undefined;
  /** The day that is looked at first, `YYYY-MM-DD`; today without one. */
  @property({ attribute: false }) accessor around: string | undefined;
  /** The slot that is chosen. */
  @property({ attribute: false }) accessor selected: string | undefined;

  @state() private accessor from = '';
  @state() private accessor practitionerId = '';

  readonly #loading = new Load<OpenTimes>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk') && !changed.has('kind') && !changed.has('around')) return;
    const today = this.#today;
    this.from = this.around !== undefined && this.around > today ? this.around : today;
    this.practitionerId = '';
    this.#read();
  }

  protected override render(): TemplateResult {
    const isFirst = this.from <= this.#today;
    return html`<div class="times">
      <div class="top">
        <div class="field">
          <label for="from">From</label>
          <input
            id="from"
            type="date"
            min=${this.#today}
            .value=${this.from}
            @change=${(event: Event) => this.#show((event.target as HTMLInputElement).value)}
          />
        </div>
        ${this.#renderWhom()}
        <div class="turn">
          <button
            aria-disabled=${isFirst ? 'true' : nothing}
            @click=${() => isFirst || this.#show(addDays(this.from, -DAYS_AT_ONCE))}
          >
            Earlier
          </button>
          <button @click=${() => this.#show(addDays(this.from, DAYS_AT_ONCE))}>Later</button>
        </div>
      </div>
      ${renderLoading(
        this.#loading.state,
        (open) => this.#renderOpen(open),
        () => this.#read(),
      )}
    </div>`;
  }

  /** Asked only where there is a choice. */
  #renderWhom(): TemplateResult | typeof nothing {
    const { state } = this.#loading;
    const people = state.status === 'ready' ? practitionersIn(state.value.slots) : [];
    if (people.length < 2) return nothing;
    const onChange = (event: Event): void => {
      this.practitionerId = (event.target as HTMLSelectElement).value;
    };
    return html`<div class="field">
      <label for="whom">With</label>
      <select id="whom" .value=${this.practitionerId} @change=${onChange}>
        <option value="">Anybody</option>
        ${map(people, ({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderOpen({ slots, timeZone }: OpenTimes): TemplateResult {
    const wanted = slots.filter(
      ({ practitioner }) => this.practitionerId === '' || practitioner?.id === this.practitionerId,
    );
    const last = addDays(this.from, DAYS_AT_ONCE - 1);
    if (wanted.length === 0)
      return html`<p role="status">
        No open times until ${dateInWords(last)}. Look later, or at the hours.
      </p>`;
    return renderTimes({
      days: byDay(wanted, timeZone),
      timeZone,
      today: this.#today,
      selected: this.selected,
      saysWhom: practitionersIn(wanted).length > 1,
      choose: (slot) => this.dispatchEvent(new TimeChosenEvent(slot)),
    });
  }

  get #today(): string {
    return this.desk === undefined ? '' : dateAt(this.desk.now(), this.desk.timeZone);
  }

  #show(date: string): void {
    const today = this.#today;
    this.from = date > today ? date : today;
    this.#read({ keep: true });
  }

  #read(options: { readonly keep?: boolean } = {}): void {
    const { desk, kind, from } = this;
    if (desk === undefined || kind === undefined) return;
    const days = { from, to: addDays(from, DAYS_AT_ONCE - 1) };
    void this.#loading.start((signal) => desk.api.sessions.openTimes(kind, days, signal), options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-open-times': OpenTimesList;
  }
  interface HTMLElementEventMap {
    'staff-time-chosen': TimeChosenEvent;
  }
}
