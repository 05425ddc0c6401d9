import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import { StaffApiError } from '../api.js';
import type { FindingList, StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { sorted } from '../reading/findings.js';
import { changeOf, isTimed, type TimedWish, type Wish } from '../reading/session-change.js';
import { dateAt } from '../reading/time.js';
import { shared } from '../styles/shared.js';
import { renderChangeConfirmation, renderKindChoice, renderWishes } from '../views/session-change.js';
import type { TimeChosenEvent } from './open-times.js';
import { fieldStyles } from './open-times.styles.js';
import { sessionChangeStyles } from './session-change.styles.js';

/** Sessions of a client were added or moved, and `bookings` are those that changed, as they stand now. */
export class SessionsChangedEvent extends Event {
  readonly bookings: readonly StaffBooking[];

  constructor(bookings: readonly StaffBooking[]) {
    super('staff-sessions-changed', { bubbles: true });
    this.bookings = bookings;
  }
}

/** Nothing is changed after all. */
export class ChangeEndedEvent extends Event {
  constructor() {
    super('staff-change-ended');
  }
}

type Step =
  | { readonly step: 'choosing'; readonly problem?: string }
  | { readonly step: 'checking' }
  | {
      readonly step: 'confirming';
      readonly list: FindingList;
      readonly isBusy?: boolean;
      readonly isReasonMissing?: boolean;
      readonly sentence?: string;
    };

const CHOOSING: Step = { step: 'choosing' };

/**
 * Adds sessions for a client, or moves one: times first, then what the rules say of it in words, then a second word.
 *
 * @element staff-session-change
 * @fires {SessionsChangedEvent} staff-sessions-changed
 * @fires {ChangeEndedEvent} staff-change-ended
 */
export class SessionChange extends LitElement {
  static override styles = [shared, fieldStyles, sessionChangeStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';
  /** The session that is moved; others are added without one. */
  @property({ attribute: false }) accessor moving: StaffBooking | undefined;
  /** The kind that is offered first where one is added. */
  @property({ attribute: false }) accessor suggested: SessionKindId | undefined;

  @state() private accessor wishes: readonly Wish[] = [];
  /** The wish whose time is being chosen. */
  @state() private accessor at = 0;
  @state() private accessor reason = '';
  @state() private accessor step: Step = CHOOSING;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#focus('[data-step]');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('clientId') && !changed.has('moving')) return;
    const { moving, suggested } = this;
    this.wishes = moving ? [{ kind: moving.kind, instead: moving }] : suggested ? [{ kind: suggested }] : [];
    this.at = 0;
    this.reason = '';
    this.step = CHOOSING;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, step } = this;
    if (desk === undefined) return nothing;
    if (step.step !== 'confirming') return this.#renderChoosing(desk, step);
    return renderChangeConfirmation(
      {
        wishes: this.#timed,
        list: step.list,
        reason: this.reason,
        isReasonMissing: step.isReasonMissing === true,
        isBusy: step.isBusy === true,
        sentence: step.sentence,
        setReason: (reason) => this.#setReason(reason),
        mend: (wish) => this.#another(wish),
        confirm: () => void this.#onConfirm(step.list),
        back: () => this.#goTo(CHOOSING),
      },
      desk,
    );
  }

  #renderChoosing(desk: Desk, step: Exclude<Step, { step: 'confirming' }>): TemplateResult {
    const wish = this.wishes[this.at];
    const isReady = this.wishes.length > 0 && this.wishes.every(isTimed);
    return html`<div class="change">
      <h3 data-step tabindex="-1">${this.moving ? 'Move this session' : 'Add a session'}</h3>
      ${
        this.wishes.length > 0
          ? renderWishes(
              {
                wishes: this.wishes,
                at: this.at,
                change: (index) => {
                  this.at = index;
                },
                remove: (index) => this.#remove(index),
              },
              desk,
            )
          : nothing
      }
      ${wish?.instead ? nothing : renderKindChoice(wish?.kind, desk, (kind) => this.#setWish({ kind }))}
      ${wish ? this.#renderTimes(desk, wish) : nothing}
      ${step.step === 'choosing' && step.problem ? html`<p class="problem" role="alert">${step.problem}</p>` : nothing}
      <div class="buttons">
        <button
          class="first"
          aria-disabled=${!isReady || step.step === 'checking' ? 'true' : nothing}
          @click=${() => void this.#onCheck()}
        >
          ${step.step === 'checking' ? 'One moment…' : 'Look at it before it is booked'}
        </button>
        ${isReady ? html`<button @click=${() => this.#another()}>And another session</button>` : nothing}
        <button @click=${() => this.dispatchEvent(new ChangeEndedEvent())}>Leave it</button>
      </div>
    </div>`;
  }

  #renderTimes(desk: Desk, wish: Wish): TemplateResult {
    return html`<staff-open-times
      .desk=${desk}
      .kind=${wish.kind}
      .around=${this.#around(desk, wish)}
      .selected=${wish.slot?.id}
      @staff-time-chosen=${(event: TimeChosenEvent) => this.#setWish({ ...wish, slot: event.slot })}
    ></staff-open-times>`;
  }

  /** Where a time is looked for first: around what it replaces, else after what is wished for before it. */
  #around({ timeZone }: Desk, { instead }: Wish): string | undefined {
    const before = this.wishes[this.at - 1];
    const near = before?.slot?.start ?? instead?.start;
    return near === undefined ? undefined : dateAt(Date.parse(near), timeZone);
  }

  get #timed(): readonly TimedWish[] {
    return this.wishes.filter(isTimed);
  }

  #setReason(reason: string): void {
    this.reason = reason;
  }

  #setWish(wish: Wish): void {
    const { at, wishes } = this;
    this.wishes =
      at < wishes.length ? wishes.map((each, index) => (index === at ? wish : each)) : [...wishes, wish];
    this.step = CHOOSING;
  }

  #remove(index: number): void {
    this.wishes = this.wishes.filter((_, each) => each !== index);
    this.at = Math.max(0, this.wishes.length - 1);
  }

  /** One more session in the same change; of which kind is asked where it is not given. */
  #another(wish?: Wish): void {
    this.at = this.wishes.length;
    if (wish) this.wishes = [...this.wishes, wish];
    this.#goTo(CHOOSING);
  }

  #goTo(step: Step): void {
    this.step = step;
    void this.#focus('[data-step]');
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  async #onCheck(): Promise<void> {
    const { desk, step, wishes } = this;
    if (desk === undefined || step.step !== 'choosing' || wishes.length === 0 || !wishes.every(isTimed))
      return;
    this.step = { step: 'checking' };
    try {
      const list = await desk.api.sessions.findings(this.clientId, changeOf(this.#timed));
      this.#goTo({ step: 'confirming', list });
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { step: 'choosing', problem: error.message };
    }
  }

  async #onConfirm(list: FindingList): Promise<void> {
    const { desk, step } = this;
    if (desk === undefined || (step.step === 'confirming' && step.isBusy)) return;
    const hasToSayWhy = sorted(list.findings).passable.length > 0;
    if (hasToSayWhy && this.reason.trim() === '') {
      this.step = { step: 'confirming', list, isReasonMissing: true };
      return this.#focus('[aria-invalid="true"]');
    }
    this.step = { step: 'confirming', list, isBusy: true };
    try {
      const change = changeOf(this.#timed, hasToSayWhy ? this.reason : '');
      this.dispatchEvent(new SessionsChangedEvent(await desk.api.sessions.change(this.clientId, change)));
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { step: 'confirming', list, sentence: error.message };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-session-change': SessionChange;
  }
  interface HTMLElementEventMap {
    'staff-sessions-changed': SessionsChangedEvent;
    'staff-change-ended': ChangeEndedEvent;
  }
}
