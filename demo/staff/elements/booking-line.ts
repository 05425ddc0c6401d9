import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StaffApiError } from '../api.js';
import type { BookingDecision, StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { kindInWords, modeInWords, openDecisions, statusInWords } from '../reading/sessions.js';
import { dateAt, dayInWords, relativeTime, timesInWords } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderContact } from '../views/contact.js';
import { NO_NAME } from '../words.js';
import { bookingStyles } from './booking-line.styles.js';

/** A session was confirmed or declined, and `booking` is what stands at the endpoint now. */
export class BookingDecidedEvent extends Event {
  readonly booking: StaffBooking;

  constructor(booking: StaffBooking) {
    super('staff-booking-decided', { bubbles: true });
    this.booking = booking;
  }
}

interface Step {
  /** Declining is asked once more: the client is told, and the time is gone to whoever comes first. */
  readonly isAsking: boolean;
  readonly isBusy?: boolean;
  /** What was done here, and the session as it stands since. */
  readonly sentence?: string;
  readonly decided?: StaffBooking;
  /** Why it could not be done. */
  readonly problem?: string;
}

const LOOKING: Step = { isAsking: false };

const DONE: Readonly<Record<BookingDecision, string>> = {
  confirm: 'Confirmed. The client sees it the next time they look.',
  decline: 'Declined. The client sees that this time could not be taken.',
};

/**
 * One session: when, what, whose, how it stands, and what can be decided about it.
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

  #renderWaiting({ now }: Desk, { status, requestedAt }: StaffBooking): TemplateResult | typeof nothing {
    if (status === 'requested')
      return html`<p class="quiet">Asked for ${relativeTime(requestedAt, now())}</p>`;
    if (status !== 'on-hold') return nothing;
    return html`<p class="quiet">The client’s clearance does not cover it now.</p>`;
  }

  #renderStep(booking: StaffBooking): TemplateResult {
    const { isAsking, sentence = '', problem } = this.step;
    return html`${isAsking ? this.#renderQuestion() : this.#renderDecisions(booking)}
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      <p role="status" class=${sentence ? '' : 'spoken'}>${sentence}</p>`;
  }

  #renderDecisions(booking: StaffBooking): TemplateResult | typeof nothing {
    const open = this.desk ? openDecisions(booking, this.desk.now()) : [];
    if (open.length === 0) return nothing;
    return html`<div class="buttons">
      ${
        open.includes('confirm') ? this.#renderButton('Confirm', () => void this.#decide('confirm')) : nothing
      }
      ${open.includes('decline') ? this.#renderButton('Decline', () => this.#ask(), 'decline') : nothing}
    </div>`;
  }

  #renderQuestion(): TemplateResult {
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question" tabindex="-1" data-step>
        <strong>Decline this session?</strong> The client sees that this time could not be taken, and it is
        free for others again. This can’t be undone.
      </p>
      <div class="buttons">
        ${this.#renderButton('Yes, decline it', () => void this.#decide('decline'), 'first')}
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

  #ask(): void {
    if (this.step.isBusy) return;
    this.step = { isAsking: true };
    void this.#focus('[data-step]');
  }

  #keep(): void {
    if (this.step.isBusy) return;
    this.step = LOOKING;
    void this.#focus('.decline');
  }

  async #decide(decision: BookingDecision): Promise<void> {
    const { desk, booking, step } = this;
    if (desk === undefined || booking === undefined || step.isBusy) return;
    this.step = { isAsking: step.isAsking, isBusy: true };
    try {
      const decided = await desk.api.decideBooking(booking.id, decision);
      this.step = { isAsking: false, sentence: DONE[decision], decided };
      this.dispatchEvent(new BookingDecidedEvent(decided));
      // Its buttons are gone; what they were about is still here.
      await this.#focus('h3');
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { isAsking: step.isAsking, problem: error.message };
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
