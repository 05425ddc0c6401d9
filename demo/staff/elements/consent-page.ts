import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConsentDetail } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { readConsent } from '../reading/consent.js';
import { mayReadConsents } from '../reading/submissions.js';
import { instantInWords } from '../reading/time.js';
import { verifyConsent, type Verdict } from '../reading/verdict.js';
import { SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import {
  renderConsentHeader,
  renderDocument,
  renderFingerprints,
  renderSignature,
  renderToGoOver,
  type ConsentSheet,
} from '../views/consent-record.js';
import { renderLoading } from '../views/loading.js';
import { renderVerdict } from '../views/verdict.js';
import { CONSENTS_ARE_FOR } from '../words.js';
import { consentStyles } from './consent-page.styles.js';
import { sheetStyles } from './sheet.styles.js';

interface Checked {
  readonly detail: ConsentDetail;
  readonly verdict: Verdict;
  /** In words, on the practice's clock. */
  readonly checkedAt: string;
}

/**
 * One signed consent, whole, and whether the record holds: checked anew in this browser each time it is opened.
 *
 * @element staff-consent
 */
export class ConsentPage extends LitElement {
  static override styles = [shared, sheetStyles, consentStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';
  /** The block of the document to go to. */
  @property({ attribute: false }) accessor at: string | undefined;

  readonly #loading = new Load<Checked>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('submissionId') || changed.has('at')) this.#place.show(this.at);
    if (changed.has('desk') || changed.has('submissionId')) this.#read();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    return html`<div class="top screen">
        <a href=${SUBMISSIONS}>All submissions</a>
        ${this.#loading.state.status === 'ready' ? html`<button @click=${this.#onPrint}>Print</button>` : nothing}
      </div>
      ${
        mayReadConsents(this.desk.role)
          ? renderLoading(
              this.#loading.state,
              (checked) => this.#renderConsent(checked),
              () => this.#read(),
            )
          : html`<div class="refused">
              <h1 tabindex="-1">A consent</h1>
              <p>${CONSENTS_ARE_FOR}</p>
            </div>`
      }`;
  }

  #renderConsent({ detail, verdict, checkedAt }: Checked): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const sheet: ConsentSheet = { desk: this.desk, detail, consent: readConsent(detail.record) };
    return html`<article>
      ${renderConsentHeader(sheet)} ${renderToGoOver(sheet)} ${renderVerdict(verdict, checkedAt)}
      ${renderDocument(sheet)} ${renderSignature(sheet)} ${renderFingerprints(sheet)}
    </article>`;
  }

  #read(): void {
    const { desk } = this;
    if (desk === undefined || !mayReadConsents(desk.role)) return;
    const read = async (signal: AbortSignal): Promise<Checked> => {
      const detail = await desk.api.consent(this.submissionId, signal);
      const verdict = await verifyConsent(detail, desk.sha256);
      const checkedAt = instantInWords(new Date(desk.now()).toISOString(), desk.timeZone);
      return { detail, verdict, checkedAt };
    };
    void this.#loading.start(read);
  }

  #onPrint(): void {
    window.print();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-consent': ConsentPage;
  }
}
