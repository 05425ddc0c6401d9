import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StaffApiError } from '../api.js';
import type { Desk } from '../desk.js';
import { shared } from '../styles/shared.js';
import { renderErasureConfirmation, renderErasureForm } from '../views/erasure-form.js';
import { clearanceStyles } from './clearance-panel.styles.js';

/** A consent was erased by law: a tombstone stands in its place at the endpoint now. */
export class ConsentErasedEvent extends Event {
  constructor() {
    super('staff-consent-erased');
  }
}

type Step =
  | { readonly step: 'looking' }
  | { readonly step: 'writing'; readonly isMissing: boolean }
  | { readonly step: 'confirming'; readonly isBusy: boolean; readonly sentence?: string };

/**
 * Erases a consent where the law asks for it: a reason, then a second word once it is said what goes and what stays.
 * For the prescriber alone.
 *
 * @element staff-erasure
 * @fires {ConsentErasedEvent} staff-consent-erased
 */
export class ErasurePanel extends LitElement {
  static override styles = [
    shared,
    clearanceStyles,
    css`
      ul {
        display: grid;
        gap: 0.25rem;
        max-width: 66ch;
        margin: 0;
        padding-inline-start: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';

  @state() private accessor step: Step = { step: 'looking' };
  @state() private accessor reason = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('submissionId')) return;
    this.step = { step: 'looking' };
    this.reason = '';
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">Erase by law</h2>
      ${this.#renderStep()}
    </section>`;
  }

  #renderStep(): TemplateResult {
    const { step, reason } = this;
    switch (step.step) {
      case 'looking':
        return html`<p class="quiet">
            Only where a law or a lawful request asks for it. To end a consent, the client takes it back; the
            record then stays.
          </p>
          <button @click=${() => this.#goTo({ step: 'writing', isMissing: false })}>
            Erase this record…
          </button>`;
      case 'writing':
        return renderErasureForm({
          reason,
          isMissing: step.isMissing,
          change: (written) => {
            this.reason = written;
          },
          go: () => this.#onReview(),
          cancel: () => this.#onCancel(),
        });
      case 'confirming':
        return renderErasureConfirmation({
          reason: reason.trim(),
          isBusy: step.isBusy,
          sentence: step.sentence,
          confirm: () => void this.#onConfirm(),
          back: () => this.#goTo({ step: 'writing', isMissing: false }),
        });
    }
  }

  #goTo(step: Step): void {
    this.step = step;
    void this.#focusStep();
  }

  /** The step changes what can be done here, so focus goes along. */
  async #focusStep(): Promise<void> {
    await this.updateComplete;
    const found =
      this.renderRoot.querySelector<HTMLElement>('[data-step]') ??
      this.renderRoot.querySelector<HTMLElement>('h2');
    found?.focus();
  }

  #onCancel(): void {
    this.reason = '';
    this.#goTo({ step: 'looking' });
  }

  #onReview(): void {
    const isMissing = this.reason.trim() === '';
    this.#goTo(isMissing ? { step: 'writing', isMissing } : { step: 'confirming', isBusy: false });
  }

  async #onConfirm(): Promise<void> {
    if (this.desk === undefined || (this.step.step === 'confirming' && this.step.isBusy)) return;
    this.step = { step: 'confirming', isBusy: true };
    try {
      await this.desk.api.eraseConsent(this.submissionId, this.reason.trim());
      this.dispatchEvent(new ConsentErasedEvent());
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { step: 'confirming', isBusy: false, sentence: error.message };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-erasure': ErasurePanel;
  }
  interface HTMLElementEventMap {
    'staff-consent-erased': ConsentErasedEvent;
  }
}
