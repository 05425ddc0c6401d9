import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StaffApiError } from '../api.js';
import type { StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import {
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
import { NO_NAME } from '../words.js';
import { bookingStyles } from './booking-line.styles.js';

/** A session was confirmed, declined or cancelled, and `booking` is what stands at the endpoint now. */
export class BookingDecidedEvent extends Event {
  readonly booking: StaffBooking;

  constructor(booking: StaffBooking) {
    super('staff-booking-decided', { bubbles: true });
    this.booking = booking;
  }
}

/** What frees a session's time. */
type GivingUp = Exclude<BookingStep, 'confirm'>;

interface Step {
  /** What is asked once more: the client is told, and the time is gone to whoever comes first. */
  readonly asking?: GivingUp;
  readonly isBusy?: boolean;
  /** What was done here, and the session as it stands since. */
  readonly sentence?: string;
  readonly decided?: StaffBooking;
  /** Why it could not be done. */
  readonly problem?: string;
}

const LOOKING: Step = {};

const DONE: Readonly<Record<BookingStep, string>> = {
  confirm: 'Confirmed. The client sees it the next time they look.',
  decline: 'Declined. The client sees that this time could not be taken.',
  cancel: 'Cancelled. The client sees it the next time they look; please tell them, too.',
};

const QUESTIONS: Readonly<Record<GivingUp, { ask: string; title: string; about: string; yes: string }>> = {
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
};

/**
 * One session: when, what, whose, how it stands, and what can be done about it.
 *
 * @element staff-booking
 * @fires {BookingDecidedEvent} staff-booking-decided
 */
export class BookingLine extends LitElement {
  static override styles = [shared, bookingStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor booking: StaffBooking | undefined;
  /** Among many clients' sessions of one day: says whose it is in the place of the day. */
  @property({ attribute: false }) accessor isInWeek = false;

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
        ${this.#renderWaiting(desk, booking)} ${this.#renderStep(booking)}
      </div>
    </article>`;
  }

  #renderWhen({ timeZone, now }: Desk, { start, end }: StaffBooking): TemplateResult {
    const day = dayInWords(dateAt(Date.parse(start), timeZone), dateAt(now(), timeZone));
    return html`<p class="when">
      ${this.isInWeek ? nothing : html`<span>${day}</span>`}
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
    const covers = isOver(booking, now()) ? 'did not cover it then' : 'does not cover it now';
    return html`<p class="quiet">The client’s clearance ${covers}.</p>`;
  }

  #renderStep(booking: StaffBooking): TemplateResult {
    const { asking, sentence = '', problem } = this.step;
    return html`${asking ? this.#renderQuestion(asking) : this.#renderDecisions(booking)}
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      <p role="status" class=${sentence ? '' : 'spoken'}>${sentence}</p>`;
  }

  #renderDecisions(booking: StaffBooking): TemplateResult | typeof nothing {
    const open = this.desk ? openDecisions(booking, this.desk.now()) : [];
    if (open.length === 0) return nothing;
    return html`<div class="buttons">
      ${open.map((step) =>
        step === 'confirm'
          ? this.#renderButton('Confirm', () => void this.#decide(step))
          : this.#renderButton(QUESTIONS[step].ask, () => this.#ask(step), 'decline'),
      )}
    </div>`;
  }

  #renderQuestion(asking: GivingUp): TemplateResult {
    const { title, about, yes } = QUESTIONS[asking];
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question" tabindex="-1" data-step><strong>${title}</strong> ${about}</p>
      <div class="buttons">
        ${this.#renderButton(yes, () => void this.#decide(asking), 'first')}
        ${this.#renderButton('Keep it', () => this.#keep())}
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

  #ask(asking: GivingUp): void {
    if (this.step.isBusy) return;
    this.step = { asking };
    void this.#focus('[data-step]');
  }

  #keep(): void {
    if (this.step.isBusy) return;
    this.step = LOOKING;
    void this.#focus('.decline');
  }

  async #decide(done: BookingStep): Promise<void> {
    const { desk, booking, step } = this;
    if (desk === undefined || booking === undefined || step.isBusy) return;
    const asked: Step = step.asking ? { asking: step.asking } : LOOKING;
    this.step = { ...asked, isBusy: true };
    try {
      const decided = await desk.api.decideBooking(booking.id, done === 'confirm' ? 'confirm' : 'decline');
      this.step = { sentence: DONE[done], decided };
      this.dispatchEvent(new BookingDecidedEvent(decided));
      // The button is gone; what it was about is still here.
      await this.#focus('h3');
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { ...asked, problem: error.message };
    }
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
