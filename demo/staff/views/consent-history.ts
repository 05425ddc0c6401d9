import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { ClientConsents, SignedDocument, SignedRecord } from '../consent-answers.js';
import type { Desk } from '../desk.js';
import { chainOf, standingInWords, standingOf, takenBackOf, type Found } from '../reading/consents.js';
import { instantInWords } from '../reading/time.js';
import { consentAddress } from '../routes.js';

/** What was taken back of a record, each leading to the withdrawal's own record. */
export function renderTakenBack(
  record: SignedRecord,
  document: SignedDocument,
  { timeZone }: Desk,
): TemplateResult | typeof nothing {
  const takenBack = takenBackOf(record, document, timeZone);
  if (takenBack.length === 0) return nothing;
  return html`<ul class="taken-back">
    ${map(
      takenBack,
      ({ submissionId, reference, words }) =>
        html`<li>${words} <a href=${consentAddress(submissionId)}>The withdrawal, ${reference}</a></li>`,
    )}
  </ul>`;
}

function renderLink(
  words: string,
  { submissionId, version, receivedAt }: SignedRecord,
  desk: Desk,
): TemplateResult {
  return html`<p>
    ${words}
    <a href=${consentAddress(submissionId)}
      >version ${version}, received ${instantInWords(receivedAt, desk.timeZone)}</a
    >.
  </p>`;
}

/** Whether the record is in force, what was taken back of it, and what it replaced and was replaced by. */
export function renderStanding(found: Found, desk: Desk): TemplateResult {
  const { record, document } = found;
  const { before, after } = chainOf(found);
  return html`<section class="standing ${standingOf(record, document)}" aria-labelledby="standing">
    <h2 id="standing">How it stands</h2>
    <p class="title">${standingInWords(record, document, desk.timeZone)}</p>
    ${renderTakenBack(record, document, desk)}
    ${before === undefined ? nothing : renderLink('It takes the place of', before, desk)}
    ${map(after, (each) => renderLink('Its place was taken by', each, desk))}
  </section>`;
}

function renderRow(record: SignedRecord, found: Found, desk: Desk): TemplateResult {
  const { document } = found;
  const { submissionId, version, locale, receivedAt, reference } = record;
  const isThis = record === found.record;
  const cell = (label: string, words: unknown): TemplateResult =>
    html`<td role="cell"><span class="label" aria-hidden="true">${label}</span><span>${words}</span></td>`;
  return html`<tr role="row" aria-current=${isThis ? 'true' : nothing}>
    ${cell('Version', html`${version} <span class="quiet">${locale}</span>`)}
    ${cell('How it stands', standingInWords(record, document, desk.timeZone))}
    ${cell('Received', instantInWords(receivedAt, desk.timeZone))}
    ${cell(
      'Reference',
      isThis
        ? html`${reference} <span class="quiet">this record</span>`
        : html`<a href=${consentAddress(submissionId)}>${reference}</a>`,
    )}
  </tr>`;
}

/** Every record of the document that the client signed, newest first. */
export function renderHistory(found: Found, desk: Desk): TemplateResult {
  return html`<section aria-labelledby="history">
    <h2 id="history">Everything signed of this document</h2>
    <table role="table" aria-labelledby="history">
      <thead role="rowgroup">
        <tr role="row">
          ${map(
            ['Version', 'How it stands', 'Received', 'Reference'],
            (label) => html`<th scope="col" role="columnheader">${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${map(found.document.records, (record) => renderRow(record, found, desk))}
      </tbody>
    </table>
  </section>`;
}

/** Said where the other records of a client can't be read. */
export const renderNoHistory = (history: ClientConsents | undefined): TemplateResult | typeof nothing =>
  history === undefined
    ? html`<p class="problem" role="status">
        What else this client has signed can’t be read right now, so whether this is still in force is not
        known here. Open this page again in a moment.
      </p>`
    : nothing;
