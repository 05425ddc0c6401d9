import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { StaffApiError } from '../api.js';
import type { Clearance, Decision } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { decisionOf, EMPTY_DRAFT, type DecisionDraft, type DraftProblem } from '../reading/decision.js';
import { dateAt, instantInWords } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { clearanceInWords } from '../views/clearance-words.js';
import { renderConfirmation, renderDecisionForm } from '../views/decision-form.js';
import { clearanceStyles } from './clearance-panel.styles.js';

/** The prescriber has decided, and `clearance` is what stands at the endpoint now. */
export class ClearanceDecidedEvent extends Event {
  readonly clearance: Clearance;

  constructor(clearance: Clearance) {
    super('staff-clearance-decided');
    this.clearance = clearance;
  }
}

type Step =
  | { readonly step: 'looking' }
  | { readonly step: 'choosing'; readonly problem?: DraftProblem }
  | {
      readonly step: 'confirming';
      readonly decision: Decision;
      readonly isBusy: boolean;
      readonly sentence?: string;
    };

/**
 * Where a client's clearance stands and stood. The prescriber alone decides; everybody else reads.
 *
 * @element staff-clearance
 * @fires {ClearanceDecidedEvent} staff-clearance-decided
 */
export class ClearancePanel extends LitElement {
  static override styles = [shared, clearanceStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';
  @property({ attribute: false }) accessor clearance: Clearance = { status: 'not-started' };
  /** Every decision so far. */
  @property({ attribute: false }) accessor past: readonly Clearance[] = [];

  /** Whether a safety alert of this client is open. */
  @property({ attribute: false }) accessor hasOpenAlert = false;

  @state() private accessor step: Step = { step: 'looking' };
  @state() private accessor draft: DecisionDraft = EMPTY_DRAFT;
  @state() private accessor sentence = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('clientId')) return;
    this.step = { step: 'looking' };
    this.draft = EMPTY_DRAFT;
    this.sentence = '';
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">Clearance</h2>
      ${this.#renderAlert()} ${this.#renderNow()} ${this.#renderStep()}
      <p role="status" class=${this.sentence ? '' : 'spoken'}>${this.sentence}</p>
      ${this.#renderPast()}
    </section>`;
  }

  #renderAlert(): TemplateResult | typeof nothing {
    if (!this.hasOpenAlert) return nothing;
    return html`<p class="now">
      <a href=${clientAddress(this.clientId)}>A safety alert of this client is open.</a> Dosing sessions are
      on hold until it is marked done.
    </p>`;
  }

  #renderNow(): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const { message, setBy, setAt } = this.clearance;
    return html`<p class="now">${clearanceInWords(this.clearance, this.desk.timeZone)}</p>
      ${
        setAt
          ? html`<p class="quiet">
              Decided ${instantInWords(setAt, this.desk.timeZone)}${setBy ? `, by the ${setBy}` : ''}
            </p>`
          : nothing
      }
      ${
        message
          ? html`<p class="quiet">The client reads:</p>
              <blockquote>${message}</blockquote>`
          : nothing
      }`;
  }

  #renderStep(): TemplateResult {
    if (this.desk?.role !== 'prescriber') return html`<p class="quiet">The prescriber decides.</p>`;
    const { step } = this;
    switch (step.step) {
      case 'looking':
        return html`<button class="first" @click=${this.#onStart}>Decide</button>`;
      case 'choosing':
        return renderDecisionForm({
          draft: this.draft,
          today: this.#today,
          problem: step.problem,
          change: (part) => {
            this.draft = { ...this.draft, ...part };
          },
          go: () => this.#onReview(),
          cancel: () => this.#onCancel(),
        });
      case 'confirming':
        return renderConfirmation({
          decision: step.decision,
          isBusy: step.isBusy,
          sentence: step.sentence,
          confirm: () => void this.#onConfirm(step.decision),
          back: () => this.#goTo({ step: 'choosing' }),
        });
    }
  }

  #renderPast(): TemplateResult | typeof nothing {
    if (this.desk === undefined || this.past.length === 0) return nothing;
    const { timeZone } = this.desk;
    return html`<details>
      <summary>Decisions so far (${this.past.length})</summary>
      <ol class="past">
        ${map(
          this.past,
          (each) =>
            html`<li>
              <span>${clearanceInWords(each, timeZone)}</span>
              ${
                each.setAt
                  ? html`<span class="quiet"
                      >${instantInWords(each.setAt, timeZone)}${each.setBy ? `, by the ${each.setBy}` : ''}</span
                    >`
                  : nothing
              }
              ${each.message ? html`<span class="quiet said">${each.message}</span>` : nothing}
            </li>`,
        )}
      </ol>
    </details>`;
  }

  get #today(): string {
    return this.desk === undefined ? '' : dateAt(this.desk.now(), this.desk.timeZone);
  }

  #goTo(step: Step): void {
    this.step = step;
    void this.#focusStep();
  }

  /** The step changes what can be done here, so focus goes along. */
  async #focusStep(): Promise<void> {
    await this.updateComplete;
    const targets = ['[aria-invalid="true"]', '[data-step]', 'h2'];
    const found = targets.map((target) => this.renderRoot.querySelector<HTMLElement>(target));
    found.find((target) => target !== null)?.focus();
  }

  #onStart(): void {
    this.sentence = '';
    this.#goTo({ step: 'choosing' });
  }

  #onCancel(): void {
    this.draft = EMPTY_DRAFT;
    this.#goTo({ step: 'looking' });
  }

  #onReview(): void {
    const decision = decisionOf(this.draft, this.#today);
    if (typeof decision === 'string') this.#goTo({ step: 'choosing', problem: decision });
    else this.#goTo({ step: 'confirming', decision, isBusy: false });
  }

  async #onConfirm(decision: Decision): Promise<void> {
    if (this.desk === undefined || (this.step.step === 'confirming' && this.step.isBusy)) return;
    this.step = { step: 'confirming', decision, isBusy: true };
    try {
      const clearance = await this.desk.api.decide(this.clientId, decision);
      this.sentence = 'Decided. The client sees it the next time they look.';
      this.draft = EMPTY_DRAFT;
      this.#goTo({ step: 'looking' });
      this.dispatchEvent(new ClearanceDecidedEvent(clearance));
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { step: 'confirming', decision, isBusy: false, sentence: error.message };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-clearance': ClearancePanel;
  }
  interface HTMLElementEventMap {
    'staff-clearance-decided': ClearanceDecidedEvent;
  }
}
