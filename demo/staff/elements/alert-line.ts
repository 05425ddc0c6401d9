import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StaffApiError } from '../api.js';
import type { AlertDeed, StaffAlert } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { deedsInWords, openDeeds, reasonInWords, stateInWords } from '../reading/alerts.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderContact } from '../views/contact.js';
import { fact, facts, receivedFact, referenceFact } from '../views/facts.js';
import { ALERT, ALERTS_ARE_FOR, NO_NAME } from '../words.js';
import { alertStyles } from './alert-line.styles.js';

/** Somebody has taken it over or marked it done, and `alert` is what stands at the endpoint now. */
export class AlertChangedEvent extends Event {
  readonly alert: StaffAlert;

  constructor(alert: StaffAlert) {
    super('staff-alert-changed', { bubbles: true });
    this.alert = alert;
  }
}

interface Step {
  /** Whether it is asked once more if it is done. */
  readonly isAsking?: boolean;
  readonly isBusy?: boolean;
  /** What was done here. */
  readonly sentence?: string;
  /** Why it could not be done. */
  readonly problem?: string;
}

const LOOKING: Step = {};

const BUTTONS: Readonly<Record<AlertDeed, string>> = { take: 'I have taken this over', finish: 'Done' };

const SENTENCES: Readonly<Record<AlertDeed, string>> = {
  take: 'You have taken this over. The others see it.',
  finish: 'Marked done.',
};

/**
 * A safety alert or a request for a call: whose, what was said, how to reach them, and who has seen to it.
 *
 * @element staff-alert
 * @fires {AlertChangedEvent} staff-alert-changed
 */
export class AlertLine extends LitElement {
  static override styles = [shared, alertStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor alert: StaffAlert | undefined;

  @state() private accessor step: Step = LOOKING;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('alert');
    if (before !== undefined && before.id !== this.alert?.id) this.step = LOOKING;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, alert } = this;
    if (desk === undefined || alert === undefined) return nothing;
    const { client, kind, done } = alert;
    return html`<article class="${kind} ${done ? 'done' : 'open'}" aria-labelledby="whose">
      <h3 id="whose" tabindex="-1">
        <span class="kind">${ALERT[kind]}</span>
        <a href=${clientAddress(client.id)}>${client.name ?? NO_NAME}</a>
        <span class="status">${stateInWords(alert)}</span>
      </h3>
      ${this.#renderSaid(alert)} ${this.#renderFacts(desk, alert)} ${this.#renderStep(desk, alert)}
    </article>`;
  }

  #renderSaid(alert: StaffAlert): TemplateResult | typeof nothing {
    const { kind, content } = alert;
    const reason = reasonInWords(alert);
    if (kind === 'call-request') return reason === undefined ? nothing : html`<p>${reason}</p>`;
    if (content === undefined) return html`<p class="quiet">${ALERTS_ARE_FOR}</p>`;
    return html`<div class="said">
      <p>${content.question ?? content.item}</p>
      ${content.isUnpublished ? html`<p class="quiet">These words are not from a published form.</p>` : nothing}
      <blockquote>${content.answer}</blockquote>
    </div>`;
  }

  #renderFacts(desk: Desk, alert: StaffAlert): TemplateResult {
    const { receivedAt, contact, content, reference } = alert;
    return facts([
      receivedFact(receivedAt, desk),
      fact('Phone', contact ? renderContact(contact) : 'Not given'),
      contact?.safeTimes === undefined ? nothing : fact('Safe to call', contact.safeTimes),
      content?.place === undefined ? nothing : fact('Where they are', content.place),
      ...deedsInWords(alert, desk.timeZone).map(({ what, who }) => fact(what, who)),
      referenceFact(reference),
    ]);
  }

  #renderStep({ role }: Desk, alert: StaffAlert): TemplateResult {
    const { isAsking, sentence = '', problem } = this.step;
    const deeds = openDeeds(alert, role);
    return html`${
        isAsking && !alert.done
          ? this.#renderQuestion(alert)
          : deeds.length > 0
            ? html`<div class="buttons screen">
                ${deeds.map((deed) => this.#renderButton(BUTTONS[deed], () => this.#onDeed(deed), deed))}
              </div>`
            : nothing
      }
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      <p role="status" class=${sentence ? '' : 'spoken'}>${sentence}</p>`;
  }

  #renderQuestion({ kind }: StaffAlert): TemplateResult {
    const about =
      kind === 'safety-alert'
        ? 'Their dosing sessions are on hold until then. This can’t be undone.'
        : 'This can’t be undone.';
    return html`<div class="question screen" role="group" aria-labelledby="question">
      <p id="question" tabindex="-1" data-step><strong>Is this done?</strong> ${about}</p>
      <div class="buttons">
        ${this.#renderButton('Yes, it is done', () => void this.#act('finish'), 'take')}
        ${this.#renderButton('Not yet', () => this.#keep(), 'keep')}
      </div>
    </div>`;
  }

  /** Described by whom it is about, for whoever goes from button to button. */
  #renderButton(words: string, onClick: () => void, look: AlertDeed | 'keep'): TemplateResult {
    return html`<button
      class=${look === 'take' ? 'first' : look}
      aria-disabled=${this.step.isBusy ? 'true' : nothing}
      aria-describedby="whose"
      @click=${onClick}
    >
      ${words}
    </button>`;
  }

  #onDeed(deed: AlertDeed): void {
    if (this.step.isBusy) return;
    if (deed === 'take') void this.#act(deed);
    else {
      this.step = { isAsking: true };
      void this.#focus('[data-step]');
    }
  }

  #keep(): void {
    if (this.step.isBusy) return;
    this.step = LOOKING;
    void this.#focus('.finish');
  }

  async #act(deed: AlertDeed): Promise<void> {
    const { desk, alert, step } = this;
    if (desk === undefined || alert === undefined || step.isBusy) return;
    this.step = { ...step, isBusy: true };
    try {
      const changed = await desk.api.actOnAlert(alert.id, deed);
      this.step = { sentence: SENTENCES[deed] };
      this.dispatchEvent(new AlertChangedEvent(changed));
      // The button is gone; what it was about is still here.
      await this.#focus('h3');
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.step = { ...(step.isAsking && { isAsking: true }), problem: error.message };
    }
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-alert': AlertLine;
  }
  interface HTMLElementEventMap {
    'staff-alert-changed': AlertChangedEvent;
  }
}
