import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { StaffApiError } from '../api.js';
import type { ClientPart, PersonalLink } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { instantInWords, relativeTime } from '../reading/time.js';
import { shared } from '../styles/shared.js';

/**
 * The link that lets a client go on from another device: made here, copied, and sent by staff.
 *
 * @element staff-link
 */
export class LinkPanel extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }

      button {
        justify-self: start;
      }

      input {
        font-size: 0.9375rem;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';
  /** A link made earlier that still works; its address is not kept anywhere. */
  @property({ attribute: false }) accessor current: ClientPart['link'];

  @state() private accessor made: PersonalLink | undefined;
  @state() private accessor sentence = '';
  @state() private accessor problem = '';
  @query('input') private accessor address!: HTMLInputElement | null; // only once a link was made

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('clientId')) return;
    this.made = undefined;
    this.sentence = '';
    this.problem = '';
  }

  protected override render(): TemplateResult {
    const hasLink = this.made !== undefined || this.current;
    return html`<section aria-labelledby="title">
      <h2 id="title">Personal link</h2>
      <p class="quiet">
        With it the client goes on from another device and sees where they stand. It works for 72 hours, three
        times. A new link ends the one before.
      </p>
      ${this.made ? this.#renderMade(this.made) : this.#renderCurrent()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <p role="status" class=${this.sentence ? '' : 'spoken'}>${this.sentence}</p>
      <button @click=${this.#onMake}>${hasLink ? 'Make a new link' : 'Make a personal link'}</button>
    </section>`;
  }

  #renderMade({ url, expiresAt }: PersonalLink): TemplateResult {
    return html`<div class="field">
        <label for="address">Give this to the client alone</label>
        <input id="address" readonly .value=${url} @focus=${this.#onAddressFocus} />
      </div>
      <p>${this.#endInWords(expiresAt)}</p>
      <button class="first" @click=${this.#onCopy}>Copy the link</button>`;
  }

  #renderCurrent(): TemplateResult | typeof nothing {
    if (!this.current) return nothing;
    const { expiresAt, exchangesLeft } = this.current;
    const times = exchangesLeft === 1 ? 'once more' : `${exchangesLeft} more times`;
    return html`<p>A link made earlier still works, ${times}. ${this.#endInWords(expiresAt)}</p>`;
  }

  #endInWords(expiresAt: string): string {
    if (this.desk === undefined) return '';
    return `It ends ${instantInWords(expiresAt, this.desk.timeZone)}, ${relativeTime(expiresAt, this.desk.now())}.`;
  }

  async #onMake(): Promise<void> {
    if (this.desk === undefined) return;
    this.problem = '';
    try {
      this.made = await this.desk.api.makeLink(this.clientId);
      this.sentence = 'The link is made.';
      await this.updateComplete;
      this.address?.focus();
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.problem = error.message;
    }
  }

  async #onCopy(): Promise<void> {
    if (this.made === undefined) return;
    try {
      await navigator.clipboard.writeText(this.made.url);
      this.sentence = 'Copied.';
    } catch {
      // Browsers refuse the clipboard outside of https and localhost; the address is there to be taken by hand.
      this.address?.focus();
      this.sentence = 'This browser does not allow copying here. The link is selected: copy it from there.';
    }
  }

  #onAddressFocus(): void {
    this.address?.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-link': LinkPanel;
  }
}
