import { html, nothing, type TemplateResult } from 'lit';
import type { StaffWithdrawal, WithdrawalDetail } from '../consent-answers.js';
import type { Desk } from '../desk.js';
import { clocksInWords } from '../reading/clocks.js';
import { scopeInWords, standingInWords, textOf, type Found } from '../reading/consents.js';
import { instantInWords } from '../reading/time.js';
import { clientAddress, consentAddress } from '../routes.js';
import { NO_NAME } from '../words.js';
import { renderFingerprintList } from './consent-record.js';
import { fact, facts, receivedFact, referenceFact, theirTime } from './facts.js';

/** Something that a client took back. */
export interface WithdrawalSheet {
  readonly desk: Desk;
  readonly detail: WithdrawalDetail;
  /** What it takes back; missing where that can't be read. */
  readonly found: Found | undefined;
  readonly withdrawal: StaffWithdrawal | undefined;
}

/** What was taken back of what, and when by which clock. */
export function renderWithdrawalHeader({ desk, detail, found }: WithdrawalSheet): TemplateResult {
  const { record, client, reference, receivedAt } = detail;
  const text = found && textOf(found.record, found.document);
  const clocks = clocksInWords(record.at, receivedAt, 'taken back');
  return html`<header>
    <p class="kind">Taken back</p>
    <h1 tabindex="-1">${client.name ?? NO_NAME}</h1>
    ${facts([
      fact('Document', `${record.document.title}, version ${record.document.version}`),
      fact('Taken back', scopeInWords(record.scope, text)),
      referenceFact(reference),
      fact('Sent (their clock)', theirTime(record.at, record.timeZone, desk)),
      fact('Their time zone', record.timeZone),
      receivedFact(receivedAt, desk),
    ])}
    <p class=${clocks.isNotable ? 'notable' : 'quiet'}>${clocks.words}</p>
    <p class="screen"><a href=${clientAddress(client.id)}>Everything about this client</a></p>
  </header>`;
}

/** The sentence that the client pressed the button under. */
export const renderStatement = ({ detail }: WithdrawalSheet): TemplateResult =>
  html`<section aria-labelledby="statement">
    <h2 id="statement">What they said</h2>
    <p>${detail.record.statement}</p>
  </section>`;

/** The record that it points to, which stays as it is. */
export function renderWhatItTakesBack({ desk, found }: WithdrawalSheet): TemplateResult | typeof nothing {
  if (found === undefined) return nothing;
  const { record, document } = found;
  return html`<section aria-labelledby="points-to">
    <h2 id="points-to">What it takes back</h2>
    <p>
      <a href=${consentAddress(record.submissionId)}
        >${document.title}, version ${record.version}, received
        ${instantInWords(record.receivedAt, desk.timeZone)}</a
      >. ${standingInWords(record, document, desk.timeZone)}
    </p>
    <p class="quiet">
      It holds for everything that the client had signed of this document until then. What was signed stays as
      it is.
    </p>
  </section>`;
}

export const renderWithdrawalFingerprints = ({ detail, withdrawal }: WithdrawalSheet): TemplateResult =>
  renderFingerprintList(
    [
      ...(withdrawal === undefined ? [] : [['withdrawal’s own record', withdrawal.recordDigest] as const]),
      ['record that it takes back', detail.record.recordDigest],
      ['submission as it came', detail.digest],
    ],
    detail.record.widget,
  );
