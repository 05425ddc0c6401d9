import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StaffApiError, type StaffApi } from '../api.js';
import type { StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { rulesInWords } from '../reading/findings.js';
import { isHeldByReadiness, mayRelease, readinessNow } from '../reading/readiness.js';
import {
  isMovable,
  isOver,
  kindInWords,
  modeInWords,
  openDecisions,
  statusInWords,
  type BookingStep,
} from '../reading/sessions.js';
import { dateAt, dayInWords, relativeTime, timesInWords } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderContact } from '../views/contact.js';
import { renderReadiness } from '../views/readiness.js';
import { NO_NAME } from '../words.js';
import { bookingStyles } from './booking-line.styles.js';
import { SessionsChangedEvent } from './session-change.js';

/** A session was confirmed, declined or cancelled, and `booking` is what stands at the endpoint now. */
export class BookingDecidedEvent extends Event {
  readonly booking: StaffBooking;

  constructor(booking: StaffBooking) {
    super('staff-booking-decided', { bubbles: true });
    this.booking = booking;
  }
}

/** What can be done about a session at one go. */
type Deed = BookingStep | 'release';

/** What is asked once more. */
type Asked = Exclude<Deed, 'confirm'>;

interface Step {
  /** The client is told, and what is done can't be taken back. */
  readonly asking?: Asked;
  /** Another time is being chosen. */
  readonly isMoving?: boolean;
  readonly isBusy?: boolean;
  /** What was done here, and the session as it stands since. */
  readonly sentence?: string;
  readonly decided?: StaffBooking;
  /** Why it could not be done. */
  readonly problem?: string;
}

const LOOKING: Step = {};

const DONE: Readonly<Record<Deed, string>> = {
  confirm: 'Confirmed. The client sees it the next time they look.',
  decline: 'Declined. The client sees that this time could not be taken.',
  cancel: 'Cancelled. The client sees it the next time they look; please tell them, too.',
  release: 'It goes ahead. The client sees that nothing is missing any more.',
};

const MOVED = 'Moved. The client sees it the next time they look; please tell them, too.';

const QUESTIONS: Readonly<Record<Asked, { ask: string; title: string; about: string; yes: string }>> = {
  decline: {
    ask: 'Decline',
    title: 'Decline this session?',
    about:
      'The client sees that this time could not be taken, and it is free for others again. This can’t be undone.',
    yes: 'Yes, decline it',
  },
  cancel: {
    ask: 'Cancel this session',
    title: 'Cancel this session?',
    about:
      'It was confirmed to the client, who sees that the practice can’t take this time. It is free for others again. This can’t be undone.',
    yes: 'Yes, cancel it',
  },
  release: {
    ask: 'Let it go ahead',
    title: 'Let this session go ahead?',
    about:
      'You have looked at what came in, or know what is missing. The client sees that nothing is missing any more; what they send later is looked at anew. It is kept with your role and the time.',
    yes: 'Yes, let it go ahead',
  },
};

/**
 * One session: when, what, whose, how it stands, and what can be done about it.
 *
 * @element staff-booking
 * @fires {BookingDecidedEvent} staff-booking-decided
 * @fires {SessionsChangedEvent} staff-sessions-changed
 */
export class BookingLine extends LitElement {
  static override styles = [shared, bookingStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor booking: StaffBooking | undefined;
  /** Among many clients' sessions of one day: says whose it is in the place of the day. */
  @property({ attribute: false }) accessor isInWeek = false;
  /** Says the day as well where it is among many clients' of several days. */
  @property({ attribute: false }) accessor saysDay = false;

  @state() private accessor step: Step = LOOKING;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('booking');
    if (before === undefined || this.booking === this.step.decided) return;
    // What was asked or said here was about the session as it stood.
    if (before.id !== this.booking?.id || before.status !== this.booking.status) this.step = LOOKING;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, booking } = this;
    if (desk === undefined || booking === undefined) return nothing;
    return html`<article class=${booking.status} aria-labelledby="kind">
      ${this.#renderWhen(desk, booking)}
      <div class="about">
        <h3 id="kind" tabindex="-1">
          ${kindInWords(booking.kind, desk.sessionKinds)}
          <span class="status">${statusInWords(booking, desk.now())}</span>
        </h3>
        ${this.#renderWhose(booking)}
        <p class="quiet">
          ${booking.practitioner ? html`With ${booking.practitioner.name} <span aria-hidden="true">·</span>` : nothing}
          ${modeInWords(booking)}
        </p>
        ${this.#renderWaiting(desk, booking)} ${this.#renderOverride(booking)}
        ${this.#renderReadiness(desk, booking)} ${this.#renderStep(desk, booking)}
      </div>
      ${this.#renderMove(desk, booking)}
    </article>`;
  }

  #renderWhen({ timeZone, now }: Desk, { start, end }: StaffBooking): TemplateResult {
    const day = dayInWords(dateAt(Date.parse(start), timeZone), dateAt(now(), timeZone));
    return html`<p class="when">
      ${this.isInWeek && !this.saysDay ? nothing : html`<span>${day}</span>`}
      <span class="times">${timesInWords(start, end, timeZone)}</span>
    </p>`;
  }

  #renderWhose({ clientId, name, contact }: StaffBooking): TemplateResult | typeof nothing {
    if (!this.isInWeek) return nothing;
    return html`<p class="whose">
      <a href=${clientAddress(clientId)}>${name ?? NO_NAME}</a> ${renderContact(contact)}
    </p>`;
  }

  #renderWaiting({ now }: Desk, booking: StaffBooking): TemplateResult | typeof nothing {
    if (booking.status === 'requested')
      return html`<p class="quiet">Asked for ${relativeTime(booking.requestedAt, now())}</p>`;
    if (booking.status !== 'on-hold') return nothing;
    if (isHeldByReadiness(booking, now())) return nothing;
    const covers = isOver(booking, now()) ? 'did not cover it then' : 'does not cover it now';
    return html`<p class="quiet">The client’s clearance ${covers}.</p>`;
  }

  #renderOverride({ override }: StaffBooking): TemplateResult | typeof nothing {
    if (override === undefined) return nothing;
    const { rules, reason, setBy } = override;
    return html`<p class="quiet">
      Booked by the ${setBy} against ${rulesInWords(rules)}${reason ? html`: “${reason}”` : '.'}
    </p>`;
  }

  #renderReadiness(desk: Desk, booking: StaffBooking): TemplateResult | typeof nothing {
    const readiness = readinessNow(booking, desk.now());
    return readiness === undefined ? nothing : renderReadiness(readiness, desk);
  }

  #renderStep(desk: Desk, booking: StaffBooking): TemplateResult {
    const { asking, isMoving, sentence = '', problem } = this.step;
    const decisions = isMoving ? nothing : this.#renderDecisions(desk, booking);
    return html`${asking ? this.#renderQuestion(asking) : decisions}
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      <p role="status" class=${sentence ? '' : 'spoken'}>${sentence}</p>`;
  }

  #renderDecisions(desk: Desk, booking: StaffBooking): TemplateResult | typeof nothing {
    const now = desk.now();
    const open = openDecisions(booking, now);
    const readiness = readinessNow(booking, now);
    const canRelease = readiness !== undefined && mayRelease(readiness, desk.role);
    const canMove = isMovable(booking, now);
    if (open.length === 0 && !canRelease && !canMove) return nothing;
    return html`<div class="buttons">
      ${canRelease ? this.#renderButton(QUESTIONS.release.ask, () => this.#ask('release'), 'release') : nothing}
      ${open.includes('confirm') ? this.#renderButton('Confirm', () => void this.#decide('confirm')) : nothing}
      ${open.map((step) =>
        step === 'confirm'
          ? nothing
          : this.#renderButton(QUESTIONS[step].ask, () => this.#ask(step), 'decline'),
      )}
      ${canMove ? this.#renderButton('Move', () => this.#move(), 'move') : nothing}
    </div>`;
  }

  #renderMove(desk: Desk, booking: StaffBooking): TemplateResult | typeof nothing {
    if (!this.step.isMoving) return nothing;
    return html`<staff-session-change
      .desk=${desk}
      .clientId=${booking.clientId}
      .moving=${booking}
      @staff-sessions-changed=${this.#onMoved}
      @staff-change-ended=${() => this.#keep('.move')}
    ></staff-session-change>`;
  }

  #renderQuestion(asking: Asked): TemplateResult {
    const { title, about, yes } = QUESTIONS[asking];
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question" tabindex="-1" data-step><strong>${title}</strong> ${about}</p>
      <div class="buttons">
        ${this.#renderButton(yes, () => void this.#decide(asking), 'first')}
        ${this.#renderButton(asking === 'release' ? 'Not yet' : 'Keep it', () => this.#keep(`.${asking === 'release' ? asking : 'decline'}`))}
      </div>
    </div>`;
  }

  /** Described by the session it is about, for whoever goes from button to button. */
  #renderButton(words: string, onClick: () => void, look = ''): TemplateResult {
    return html`<button
      class=${look}
      aria-disabled=${this.step.isBusy ? 'true' : nothing}
      aria-describedby="kind"
      @click=${onClick}
    >
      ${words}
    </button>`;
  }

  #ask(asking: Asked): void {
    if (this.step.isBusy) return;
    this.step = { asking };
    void this.#focus('[data-step]');
  }

  #keep(button: string): void {
    if (this.step.isBusy) return;
    this.step = LOOKING;
    void this.#focus(button);
  }

  #move(): void {
    if (!this.step.isBusy) this.step = { isMoving: true };
  }

  /** What changed goes up from here: the form is gone with it. */
  #onMoved(event: SessionsChangedEvent): void {
    event.stopPropagation();
    const decided = event.bookings.find(({ id }) => id === this.booking?.id);
    this.step = { sentence: MOVED, ...(decided && { decided }) };
    this.dispatchEvent(new SessionsChangedEvent(event.bookings));
    void this.#focus('h3');
  }

  async #decide(done: Deed): Promise<void> {
    const { desk, booking, step } = this;
    if (desk === undefined || booking === undefined || step.isBusy) return;
    const asked: Step = step.asking ? { asking: step.asking } : LOOKING;
    this.step = { ...asked, isBusy: true };
    try {
      const decided = await this.#carryOut(done, desk.api, booking.id);
      this.step = { sentence: DONE[done], decided };
      this.dispatchEvent(new BookingDecidedEvent(decided));
      // The button is gone; what it was about is still here.
      await this.#focus('h3');
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { ...asked, problem: error.message };
    }
  }

  #carryOut(done: Deed, api: StaffApi, id: string): Promise<StaffBooking> {
    if (done === 'release') return api.sessions.release(id);
    return api.decideBooking(id, done === 'confirm' ? 'confirm' : 'decline');
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-booking': BookingLine;
  }
  interface HTMLElementEventMap {
    'staff-booking-decided': BookingDecidedEvent;
  }
}
