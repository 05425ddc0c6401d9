import { ContextProvider } from '@lit/context';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Session } from '../../app/session/session.js';
import { stillToBook } from '../../app/sessions/plan.js';
import { blocks, findingsIn } from '../../app/sessions/rules.js';
import { createSessions, type Sessions } from '../../app/sessions/sessions.js';
import { chosenSlots, type Choice, type SessionsState, type ToldFinding } from '../../app/sessions/state.js';
import type { SendingState } from '../../app/submit.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { saveFile } from '../../controllers/save-file.js';
import { calendarFile } from '../../domain/scheduling/calendar-file.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import { enSessions } from '../../locale/en-sessions.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { FormElement, type FormPart } from '../form-element.js';
import { journeyContext } from '../session-source.js';
import { booked } from './booked.js';
import { choosing } from './choosing.js';
import { KapSessionCancelledEvent, KapSessionMovedEvent, KapSessionsBookedEvent } from './events.js';
import { formPart } from './form-part.js';
import { answering } from './readiness.js';
import { pickerStyles } from './styles.js';
import type { ViewProps } from './view-props.js';

/**
 * The practice's sessions: which can be booked now, when, and what has come of those that were asked for; one of them,
 * or all of a plan as one. It asks; whether a session takes place the practice's endpoint says. In a form of the page
 * its value is how many sessions are to come, and `requested` or `confirmed`.
 *
 * @element kap-session-picker
 * @slot - Shown until the script runs, and again when nothing can be booked here: a phone number, a link.
 * @slot confirmation - The practice's own words once sessions have been asked for.
 * @fires {KapSessionsBookedEvent} kap-sessions-booked - Sessions were asked for and the practice has it.
 * @fires {KapSessionMovedEvent} kap-session-moved - A session has another time.
 * @fires {KapSessionCancelledEvent} kap-session-cancelled - The client has called a session off.
 */
export class KapSessionPicker extends FormElement<SessionsState, Sessions> {
  static override styles = [tokens, base, fields, pickerStyles];
  static override properties: PropertyDeclarations = { ...FormElement.properties, kinds: {} };

  /** Session kinds that are offered, by id, separated by spaces; all that the practice has where nothing is said. */
  declare kinds: string | undefined;

  /** Gives the session to the questions that open inside the picker. */
  readonly #inner = new ContextProvider(this, { context: journeyContext });

  constructor() {
    super();
    new LeaveGuardController(this, () => this.#hasUnsent());
  }

  protected override get settings(): string {
    return '';
  }

  protected override begin(session: Session): Sessions {
    this.#inner.setValue({ start: { session }, open: 'kap-intake-form', next: undefined });
    return createSessions(enSessions.language, session);
  }

  protected override reload(): void {
    this.own?.send({ type: 'reload' });
  }

  protected override content(
    state: Exclude<SessionsState, SendingState>,
    sessions: Sessions,
  ): TemplateResult {
    const props = this.#viewProps(state, sessions);
    if (!props)
      return html`<p part="text">${enSessions.noBooking}</p>
        <slot></slot>`;
    // One switch for all that is in it, which leaves everything there to be read.
    return html`<fieldset class="whole" role="none" ?disabled=${this.isDisabled}>
      ${this.#view(state, props)}
    </fieldset>`;
  }

  #view(state: Exclude<SessionsState, SendingState>, props: ViewProps): TemplateResult {
    if (state.status !== 'choosing') return booked(state, props);
    const questions = props.care?.bookings.find(({ id }) => id === state.choice.answering);
    return questions ? answering(questions, props) : choosing(state, props);
  }

  /** What came of a personal link; inside a journey, the journey says it. */
  protected override get above(): TemplateResult | undefined {
    const { link, practice } = this.ready ?? {};
    if (link !== 'refused' || this.closest('kap-journey')) return undefined;
    return html`<p class="notice" part="notice" role="status">
      ${enSessions.oldLink(practice?.contact.phone)}
    </p>`;
  }

  protected override get notSentNext(): string {
    return enSessions.bookingNotSent(this.ready?.practice?.contact.phone);
  }

  get #offered() {
    const wanted = this.kinds?.split(/\s+/).filter(Boolean);
    const kinds = this.ready?.practice?.sessionKinds ?? [];
    return kinds.filter(({ id }) => !wanted?.length || wanted.includes(id));
  }

  /** Nothing where no sessions can be booked: the practice has no endpoint to ask, or offers none. */
  #viewProps({ choice }: { readonly choice: Choice }, sessions: Sessions): ViewProps | undefined {
    const { practice, care } = this.ready ?? {};
    const kinds = this.#offered;
    if (!practice || kinds.length === 0 || this.session?.destination.mode !== 'endpoint') return undefined;
    const now = sessions.now();
    const facts = sessions.facts();
    const found = facts ? findingsIn(choice, facts) : [];
    const isNew = ({ rule, sessions: of }: ToldFinding) =>
      !found.some((each) => each.rule === rule && each.sessions.at(-1) === of.at(-1));
    const quietUntil = care?.quietUntil;
    return {
      t: enSessions,
      practice,
      care,
      kinds,
      plan: stillToBook({ practice, care }, kinds),
      findings: [...found, ...choice.told.filter(isNew)],
      isBlocked: found.some(blocks),
      now,
      quietUntil: quietUntil !== undefined && Date.parse(quietUntil) > now ? quietUntil : undefined,
      zoneName: sessions.zoneName,
      checker: sessions.checker,
      send: sessions.send,
      saveToCalendar: (bookings) => this.#saveToCalendar(bookings, practice.id),
      focusOn: this.focusOn,
      announce: this.announce,
    };
  }

  #hasUnsent(): boolean {
    const state = this.own?.state;
    if (!state || state.status === 'booked') return false;
    const { choice } = state;
    const isBegun = chosenSlots(choice).length > 0 || choice.name !== '' || choice.reach !== '';
    return state.status !== 'choosing' || isBegun;
  }

  protected override get formPart(): FormPart {
    const kinds = new Set(this.#offered.map(({ id }) => id));
    const own = this.ready?.care?.bookings ?? [];
    const state = this.own?.state;
    const fresh = state?.status === 'booked' ? state.bookings : [];
    const all = [...new Map([...fresh, ...own].map((booking) => [booking.id, booking])).values()];
    const offered = all.filter(({ kind }) => kinds.has(kind));
    return formPart(offered, this.own?.now() ?? 0, this.required, enSessions);
  }

  protected override changed(before: SessionsState, now: SessionsState): void {
    const turnBefore = before.status === 'choosing' ? before.turn : 0;
    if (now.status === 'choosing' && now.turn > turnBefore)
      this.focusOn(now.problems.length > 0 ? '.error-summary' : '.said');
    else if (now.status !== before.status) this.focusOn('h2');
    if (now.status !== before.status) this.#tell(before, now);
  }

  /** Tells the page what the practice has by now, without a time. */
  #tell({ choice }: SessionsState, now: SessionsState): void {
    if (now.status === 'booked') {
      const { bookings } = now;
      this.dispatchEvent(
        new KapSessionsBookedEvent(
          bookings.map(({ kind }) => kind),
          bookings.map(({ status }) => status),
        ),
      );
    }
    if (now.status !== 'choosing') return;
    if (now.notice === 'cancelled')
      for (const { kind } of choice.cancelling) this.dispatchEvent(new KapSessionCancelledEvent(kind));
    if (now.notice === 'moved')
      for (const { slot, kind } of choice.sessions)
        if (slot) this.dispatchEvent(new KapSessionMovedEvent(kind, this.#stateOf(kind, slot.start)));
  }

  /** What became of a session at this time, as far as the practice has said. */
  #stateOf(kind: Booking['kind'], start: string): Booking['status'] {
    const found = this.ready?.care?.bookings.find(
      (each) =>
        each.kind === kind && each.status !== 'cancelled' && Date.parse(each.start) === Date.parse(start),
    );
    return found?.status ?? 'requested';
  }

  #saveToCalendar(bookings: readonly Booking[], practiceId: string): void {
    const entries = bookings.map(({ id, start, end, place, mode, status }) => ({
      uid: `${id}@${practiceId}`,
      start,
      end,
      timeZone: this.own?.zoneName(mode === 'in-person' ? 'practice' : 'client') ?? 'UTC',
      title: enSessions.calendarTitle,
      location: place,
      status,
    }));
    const madeAt = new Date(this.own?.now() ?? 0).toISOString();
    saveFile(enSessions.calendarName, 'text/calendar', calendarFile(entries, madeAt));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-session-picker': KapSessionPicker;
  }

  interface HTMLElementEventMap {
    'kap-sessions-booked': KapSessionsBookedEvent;
    'kap-session-moved': KapSessionMovedEvent;
    'kap-session-cancelled': KapSessionCancelledEvent;
  }
}
