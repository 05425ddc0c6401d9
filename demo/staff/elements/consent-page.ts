import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { openConsent, type OpenedConsent } from '../opened-consent.js';
import { comparisonsOf } from '../reading/comparisons.js';
import { readConsent } from '../reading/consent.js';
import type { Found } from '../reading/consents.js';
import { mayReadConsents } from '../reading/submissions.js';
import { instantInWords } from '../reading/time.js';
import { SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderHistory, renderNoHistory, renderStanding } from '../views/consent-history.js';
import {
  renderConsentHeader,
  renderDisclosures,
  renderFingerprints,
  renderSignature,
  renderToGoOver,
  type ConsentSheet,
} from '../views/consent-record.js';
import { renderDocument } from '../views/consent-text.js';
import { renderLoading } from '../views/loading.js';
import { renderTombstone } from '../views/tombstone.js';
import { renderVerdict } from '../views/verdict.js';
import {
  renderStatement,
  renderWhatItTakesBack,
  renderWithdrawalFingerprints,
  renderWithdrawalHeader,
} from '../views/withdrawal.js';
import { CONSENTS_ARE_FOR } from '../words.js';
import { consentStyles } from './consent-page.styles.js';
import { recordTableStyles } from './record-table.styles.js';
import { sheetStyles } from './sheet.styles.js';

interface Opened {
  readonly opened: OpenedConsent;
  /** When it was checked, in words, on the practice's clock. */
  readonly checkedAt: string;
}

type OpenedAs<Kind extends OpenedConsent['kind']> = Extract<OpenedConsent, { kind: Kind }>;

/**
 * One signed consent, whole, with what has become of it; or something that was taken back; or what is left of a consent
 * that was erased. Whether it holds is checked anew in this browser each time it is opened.
 *
 * @element staff-consent
 */
export class ConsentPage extends LitElement {
  static override styles = [shared, consentStyles, recordTableStyles, sheetStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';
  /** The block of the document to go to. */
  @property({ attribute: false }) accessor at: string | undefined;

  readonly #loading = new Load<Opened>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('submissionId') || changed.has('at')) this.#place.show(this.at);
    if (changed.has('desk') || changed.has('submissionId')) this.#read();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    return html`<div class="top screen">
        <a href=${SUBMISSIONS}>All submissions</a>
        ${this.#loading.state.status === 'ready' ? html`<button @click=${this.#onPrint}>Print</button>` : nothing}
      </div>
      ${
        mayReadConsents(desk.role)
          ? renderLoading(
              this.#loading.state,
              (opened) => this.#renderOpened(opened, desk),
              () => this.#read(),
            )
          : html`<div class="refused">
              <h1 tabindex="-1">A consent</h1>
              <p>${CONSENTS_ARE_FOR}</p>
            </div>`
      }`;
  }

  #renderOpened({ opened, checkedAt }: Opened, desk: Desk): TemplateResult {
    switch (opened.kind) {
      case 'consent':
        return this.#renderConsent(opened, checkedAt, desk);
      case 'consent-withdrawal':
        return this.#renderWithdrawal(opened, checkedAt, desk);
      case 'consent-erased':
        return this.#renderErased(opened, desk);
    }
  }

  #renderConsent(opened: OpenedAs<'consent'>, checkedAt: string, desk: Desk): TemplateResult {
    const { detail, history, found, verdict } = opened;
    const sheet: ConsentSheet = { desk, detail, history, consent: readConsent(detail.record) };
    return html`<article>
        ${renderConsentHeader(sheet)} ${renderToGoOver(sheet)} ${renderNoHistory(history)}
        ${found ? renderStanding(found, desk) : nothing} ${renderVerdict(verdict, checkedAt, desk)}
        ${renderDocument(sheet)} ${renderDisclosures(sheet)} ${renderSignature(sheet)}
        ${renderFingerprints(sheet)} ${this.#renderOverTime(found, desk)}
      </article>
      ${
        desk.role === 'prescriber'
          ? html`<staff-erasure
              class="screen"
              .desk=${desk}
              .submissionId=${detail.id}
              @staff-consent-erased=${this.#onErased}
            ></staff-erasure>`
          : nothing
      }`;
  }

  #renderWithdrawal(opened: OpenedAs<'consent-withdrawal'>, checkedAt: string, desk: Desk): TemplateResult {
    const { detail, found, history, withdrawal, verdict } = opened;
    const sheet = { desk, detail, found, withdrawal };
    return html`<article>
      ${renderWithdrawalHeader(sheet)} ${renderNoHistory(history)} ${renderStatement(sheet)}
      ${renderWhatItTakesBack(sheet)} ${renderVerdict(verdict, checkedAt, desk)}
      ${renderWithdrawalFingerprints(sheet)}
    </article>`;
  }

  #renderErased({ detail, found, history }: OpenedAs<'consent-erased'>, desk: Desk): TemplateResult {
    return html`<article>
      ${renderTombstone(detail, found, desk)} ${renderNoHistory(history)}
      ${found ? renderHistory(found, desk) : nothing}
    </article>`;
  }

  #renderOverTime(found: Found | undefined, desk: Desk): TemplateResult | typeof nothing {
    if (found === undefined) return nothing;
    return html`${renderHistory(found, desk)}
      <staff-differences .comparisons=${comparisonsOf(found, desk.timeZone)}></staff-differences>`;
  }

  #read(): void {
    const { desk } = this;
    if (desk === undefined || !mayReadConsents(desk.role)) return;
    const read = async (signal: AbortSignal): Promise<Opened> => {
      const opened = await openConsent(desk, this.submissionId, signal);
      const checkedAt = instantInWords(new Date(desk.now()).toISOString(), desk.timeZone);
      return { opened, checkedAt };
    };
    void this.#loading.start(read);
  }

  /** The record gives way to its tombstone, which is read from its beginning. */
  #onErased(): void {
    this.#place.show();
    this.#read();
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
