import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Session } from '../../app/session/session.js';
import { createSessions, type Sessions } from '../../app/sessions/sessions.js';
import type { SessionsState } from '../../app/sessions/state.js';
import type { SendingState } from '../../app/submit.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { saveFile } from '../../controllers/save-file.js';
import { calendarFile } from '../../domain/scheduling/calendar-file.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import { enSessions } from '../../locale/en-sessions.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { SessionElement } from '../session-element.js';
import { booked } from './booked.js';
import { choosing } from './choosing.js';
import { KapSessionBookedEvent, KapSessionCancelledEvent } from './events.js';
import { pickerStyles } from './styles.js';
import type { ViewProps } from './view-props.js';

/**
 * The practice's sessions: which can be booked now, when, and what has come of those that were asked for. It asks;
 * whether a session takes place the practice's endpoint says.
 *
 * @element kap-session-picker
 * @slot - Shown until the script runs, and again when nothing can be booked here: a phone number, a link.
 * @slot confirmation - The practice's own words once a session has been asked for.
 * @fires {KapSessionBookedEvent} kap-session-booked - A session was asked for and the practice has it.
 * @fires {KapSessionCancelledEvent} kap-session-cancelled - The client has called a session off.
 */
export class KapSessionPicker extends SessionElement<SessionsState, Sessions> {
  static override styles = [tokens, base, fields, pickerStyles];
  static override properties: PropertyDeclarations = { ...SessionElement.properties, kinds: {} };

  /** Session kinds that are offered, by id, separated by spaces; all that the practice has where nothing is said. */
  declare kinds: string | undefined;

  constructor() {
    super();
    new LeaveGuardController(this, () => this.#hasUnsent());
  }

  protected override get settings(): string {
    return '';
  }

  protected override begin(session: Session): Sessions {
    return createSessions(enSessions.language, session);
  }

  protected override reload(): void {
    this.own?.send({ type: 'reload' });
  }

  protected override content(
    state: Exclude<SessionsState, SendingState>,
    sessions: Sessions,
  ): TemplateResult {
    const props = this.#viewProps(sessions);
    if (!props)
      return html`<p part="text">${enSessions.noBooking}</p>
        <slot></slot>`;
    if (state.status === 'choosing') return choosing(state, props);
    return booked(state, props);
  }

  protected override get notSentNext(): string {
    return enSessions.bookingNotSent(this.ready?.practice?.contact.phone);
  }

  /** Nothing where no sessions can be booked: the practice has no endpoint to ask, or offers none. */
  #viewProps(sessions: Sessions): ViewProps | undefined {
    const { practice, care } = this.ready ?? {};
    const wanted = this.kinds?.split(/\s+/).filter(Boolean);
    const kinds = practice?.sessionKinds?.filter(({ id }) => !wanted?.length || wanted.includes(id)) ?? [];
    if (!practice || kinds.length === 0 || this.session?.destination.mode !== 'endpoint') return undefined;
    return {
      t: enSessions,
      practice,
      care,
      kinds,
      now: sessions.now(),
      zoneName: sessions.zoneName,
      send: sessions.send,
      saveToCalendar: (booking) => this.#saveToCalendar(booking, practice.id),
      focusOn: this.focusOn,
      announce: this.announce,
    };
  }

  #hasUnsent(): boolean {
    const state = this.own?.state;
    if (!state || state.status === 'booked') return false;
    const { slot, name, reach } = state.choice;
    return state.status !== 'choosing' || slot !== undefined || name !== '' || reach !== '';
  }

  protected override changed(before: SessionsState, now: SessionsState): void {
    const turnBefore = before.status === 'choosing' ? before.turn : 0;
    if (now.status === 'choosing' && now.turn > turnBefore)
      this.focusOn(now.problems.length > 0 ? '.error-summary' : '.said');
    else if (now.status !== before.status) this.focusOn('h2');
    if (now.status === before.status) return;
    if (now.status === 'booked')
      for (const { kind, status } of now.bookings)
        this.dispatchEvent(new KapSessionBookedEvent(kind, status));
    if (now.status === 'choosing' && now.notice === 'cancelled')
      this.dispatchEvent(new KapSessionCancelledEvent());
  }

  #saveToCalendar({ id, start, end, place, mode, status }: Booking, practiceId: string): void {
    const entry = {
      uid: `${id}@${practiceId}`,
      start,
      end,
      title: enSessions.calendarTitle,
      location: place,
      timeZone: this.own?.zoneName(mode === 'in-person' ? 'practice' : 'client') ?? 'UTC',
      status,
    };
    const madeAt = new Date(this.own?.now() ?? 0).toISOString();
    saveFile(enSessions.calendarName, 'text/calendar', calendarFile([entry], madeAt));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-session-picker': KapSessionPicker;
  }

  interface HTMLElementEventMap {
    'kap-session-booked': KapSessionBookedEvent;
    'kap-session-cancelled': KapSessionCancelledEvent;
  }
}
