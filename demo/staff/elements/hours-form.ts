import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import { StaffApiError } from '../api.js';
import type { Desk } from '../desk.js';
import { calendarState, keptInWords } from '../reading/hours.js';
import {
  differs,
  draftOf,
  EMPTY_HOURS,
  kindsOffered,
  practitionerOf,
  problemsOf,
  type HoursDraft,
  type HoursProblems,
} from '../reading/hours-draft.js';
import type { StoredPractitioner } from '../session-answers.js';
import { shared } from '../styles/shared.js';
import { renderConfirming, renderLengths } from '../views/hours-kinds.js';
import { renderExceptionRow, renderProblem, renderWeekRow, type RowsForm } from '../views/hours-rows.js';
import { hoursFormStyles } from './hours-form.styles.js';

/** Somebody's hours were set, and `stored` is what stands at the endpoint now. */
export class HoursSetEvent extends Event {
  readonly stored: StoredPractitioner;

  constructor(stored: StoredPractitioner) {
    super('staff-hours-set');
    this.stored = stored;
  }
}

const NO_PROBLEMS: HoursProblems = new Map();

const replaced = <T>(all: readonly T[], index: number, one: T): readonly T[] =>
  all.map((each, place) => (place === index ? one : each));

/**
 * When one person works, and all that goes with it, to be changed.
 *
 * @element staff-hours-form
 * @fires {HoursSetEvent} staff-hours-set
 */
export class HoursForm extends LitElement {
  static override styles = [shared, hoursFormStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor stored: StoredPractitioner | undefined;

  @state() private accessor draft: HoursDraft | undefined;
  @state() private accessor problems = NO_PROBLEMS;
  @state() private accessor isBusy = false;
  @state() private accessor sentence = '';
  @state() private accessor failure = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stored')) return;
    // What was just kept comes back as what is stored: the same person's.
    if (changed.get('stored')?.practitioner.id === this.stored?.practitioner.id) return;
    this.#undo();
    this.sentence = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, stored } = this;
    if (desk === undefined || stored === undefined) return nothing;
    const draft = this.draft ?? draftOf(stored.practitioner);
    return html`<h1 tabindex="-1">${stored.practitioner.name}</h1>
      <p class="quiet">
        ${keptInWords(stored, desk.timeZone)} What is booked stays as it is when the hours change.
      </p>
      <form @submit=${(event: SubmitEvent) => void this.#onSubmit(event, draft)} novalidate>
        ${this.#renderWeekly(draft, desk)} ${this.#renderExceptions(draft, desk)}
        ${this.#renderKinds(draft, desk)} ${this.#renderAround(draft, stored, desk)}
        <staff-hours-preview
          .desk=${desk}
          .practitioner=${problemsOf(draft).size === 0 ? practitionerOf(draft, stored.practitioner) : undefined}
        ></staff-hours-preview>
        ${this.#renderSaving(draft, stored)}
      </form>`;
  }

  #formFor({ sessionKinds: offered }: Desk): RowsForm {
    return { offered, problems: this.problems };
  }

  #renderWeekly(draft: HoursDraft, desk: Desk): TemplateResult {
    const set = (hours: HoursDraft['hours']): void => this.#change({ ...draft, hours });
    return html`<section aria-labelledby="weekly">
      <h2 id="weekly">Every week</h2>
      <ol class="rows">
        ${map(draft.hours, (row, index) =>
          renderWeekRow(
            row,
            index,
            this.#formFor(desk),
            (changed) => set(replaced(draft.hours, index, changed)),
            () => set(draft.hours.filter((_, place) => place !== index)),
          ),
        )}
      </ol>
      <button
        type="button"
        @click=${() => {
          set([...draft.hours, EMPTY_HOURS]);
          void this.#focus(`[data-row="hours-${draft.hours.length}"] h3`);
        }}
      >
        Add hours
      </button>
    </section>`;
  }

  #renderExceptions(draft: HoursDraft, desk: Desk): TemplateResult {
    const set = (exceptions: HoursDraft['exceptions']): void => this.#change({ ...draft, exceptions });
    return html`<section aria-labelledby="exceptions">
      <h2 id="exceptions">Days off and other days</h2>
      <ol class="rows">
        ${map(draft.exceptions, (row, index) =>
          renderExceptionRow(
            row,
            index,
            this.#formFor(desk),
            (changed) => set(replaced(draft.exceptions, index, changed)),
            () => set(draft.exceptions.filter((_, place) => place !== index)),
          ),
        )}
      </ol>
      <button
        type="button"
        @click=${() => {
          set([...draft.exceptions, { from: '', to: '', hours: [] }]);
          void this.#focus(`[data-row="exception-${draft.exceptions.length}"] h3`);
        }}
      >
        Add days
      </button>
    </section>`;
  }

  #renderKinds(draft: HoursDraft, desk: Desk): TemplateResult {
    const kinds = kindsOffered(draft, desk.sessionKinds);
    const change = (changed: HoursDraft): void => this.#change(changed);
    return html`<section aria-labelledby="lengths">
        <h2 id="lengths">Lengths and time around</h2>
        <p class="quiet">In minutes. Where nothing stands, a session lasts what the practice says.</p>
        ${renderLengths(kinds, draft, this.#formFor(desk), change)}
      </section>
      <section aria-labelledby="confirming">
        <h2 id="confirming">Confirming</h2>
        ${renderConfirming(kinds, draft, change)}
      </section>`;
  }

  #renderAround(draft: HoursDraft, stored: StoredPractitioner, { now }: Desk): TemplateResult {
    const problem = this.problems.get('calendar');
    const calendar = calendarState(stored, now());
    const write = (part: Partial<HoursDraft>): void => this.#change({ ...draft, ...part });
    return html`<section aria-labelledby="around">
      <h2 id="around">Place and own calendar</h2>
      <div class="field">
        <label for="place">Where sessions in person are <span class="quiet">optional</span></label>
        <input
          id="place"
          maxlength="300"
          .value=${live(draft.place)}
          @input=${(event: Event) => write({ place: (event.target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="calendar">Address of the calendar <span class="quiet">optional</span></label>
        <p class="quiet" id="calendar-hint">
          An iCalendar (ICS) address. Times that are busy there are not offered. Only when is kept, never
          what. Whoever knows the address can read the calendar: keep it to yourselves.
        </p>
        ${renderProblem(problem, 'calendar')}
        <input
          id="calendar"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'problem-calendar calendar-hint' : 'calendar-hint'}
          .value=${live(draft.calendarUrl)}
          @input=${(event: Event) => write({ calendarUrl: (event.target as HTMLInputElement).value })}
        />
        <p class=${calendar.isFault ? 'problem' : 'quiet'}>${calendar.words}</p>
      </div>
    </section>`;
  }

  #renderSaving(draft: HoursDraft, { practitioner }: StoredPractitioner): TemplateResult {
    const isDifferent = differs(draft, practitioner);
    const isShown = isDifferent || this.failure !== '' || this.sentence !== '';
    return html`<div class="saving screen ${isShown ? 'shown' : ''}">
      <p role="status">${isDifferent ? 'Changes that are not kept yet.' : this.sentence}</p>
      ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
      <div class="buttons">
        <button class="first" aria-disabled=${!isDifferent || this.isBusy ? 'true' : nothing}>
          ${this.isBusy ? 'Sending…' : 'Keep changes'}
        </button>
        ${isDifferent ? html`<button type="button" @click=${this.#undo}>Undo them</button>` : nothing}
      </div>
    </div>`;
  }

  #change(draft: HoursDraft): void {
    this.draft = draft;
    this.sentence = '';
    // Judged when it is sent, and from then on as it is put right.
    if (this.problems.size > 0) this.problems = problemsOf(draft);
  }

  #undo(): void {
    this.draft = undefined;
    this.problems = NO_PROBLEMS;
    this.failure = '';
  }

  async #onSubmit(event: SubmitEvent, draft: HoursDraft): Promise<void> {
    event.preventDefault();
    const { desk, stored } = this;
    if (!desk || !stored || this.isBusy || !differs(draft, stored.practitioner)) return;
    this.problems = problemsOf(draft);
    if (this.problems.size > 0) return this.#focus('[aria-invalid="true"]');
    this.isBusy = true;
    this.failure = '';
    try {
      const wished = practitionerOf(draft, stored.practitioner);
      this.dispatchEvent(new HoursSetEvent(await desk.api.sessions.setHours(wished, stored.version)));
      this.#undo();
      this.sentence = 'Kept. From now on, clients are offered these times.';
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.failure = error.message;
    } finally {
      this.isBusy = false;
    }
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-hours-form': HoursForm;
  }
  interface HTMLElementEventMap {
    'staff-hours-set': HoursSetEvent;
  }
}
