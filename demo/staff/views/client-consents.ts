import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { ClientDetail } from '../api-answers.js';
import type { ClientConsents, SignedDocument, SignedRecord } from '../consent-answers.js';
import type { Desk } from '../desk.js';
import { openDocuments, signedDocuments, standingInWords, statusInWords } from '../reading/consents.js';
import { instantInWords } from '../reading/time.js';
import { consentAddress } from '../routes.js';
import { CONSENTS_ARE_FOR } from '../words.js';
import { renderTakenBack } from './consent-history.js';
import { renderLine } from './client.js';

function renderRecord(record: SignedRecord, document: SignedDocument, desk: Desk): TemplateResult {
  const { submissionId, version, receivedAt, reference, blocksToGoOver = [] } = record;
  const { length } = blocksToGoOver;
  return html`<li>
    <span class="title"
      ><a href=${consentAddress(submissionId)}
        >Version ${version}<span class="spoken"> of ${document.title}, ${reference}</span></a
      ></span
    >
    <span>${standingInWords(record, document, desk.timeZone)}</span>
    ${renderTakenBack(record, document, desk)}
    ${
      length === 0
        ? nothing
        : html`<span>${length === 1 ? '1 passage' : `${length} passages`} to go over together.</span>`
    }
    <span class="quiet"
      >Received ${instantInWords(receivedAt, desk.timeZone)} <span class="reference">${reference}</span></span
    >
  </li>`;
}

function renderSignedDocument(document: SignedDocument, desk: Desk): TemplateResult {
  const id = `document-${document.id}`;
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>${document.title}</h3>
    <ul class="lines">
      ${map(document.records, (record) => renderRecord(record, document, desk))}
    </ul>
  </section>`;
}

/** Everything that was signed, newest first, and what is asked for and not signed. */
export function renderClientConsents(consents: ClientConsents, desk: Desk): TemplateResult {
  const signed = signedDocuments(consents);
  const open = openDocuments(consents);
  return html`${
    signed.length === 0
      ? html`<p class="quiet">Nothing is signed yet.</p>`
      : map(signed, (document) => renderSignedDocument(document, desk))
  }
  ${
    open.length === 0
      ? nothing
      : html`<section aria-labelledby="not-signed">
          <h3 id="not-signed">Asked for and not signed</h3>
          <ul class="lines">
            ${map(
              open,
              ({ title, words }) => html`<li><span class="title">${title}</span> <span>${words}</span></li>`,
            )}
          </ul>
        </section>`
  }`;
}

/** That something was signed and how it stands, for those who don't read it. */
export function renderSignedForOffice(signed: ClientDetail['consents'], timeZone: string): TemplateResult {
  if (signed.length === 0) return html`<p class="quiet">Nothing is signed yet.</p>`;
  return html`<p class="quiet">${CONSENTS_ARE_FOR}</p>
    <ul class="lines">
      ${map(signed.toReversed(), ({ status, signedAt, reference }) =>
        renderLine({
          title: 'A consent',
          address: undefined,
          state: statusInWords(status),
          about: `Received ${instantInWords(signedAt, timeZone)}`,
          reference,
        }),
      )}
    </ul>`;
}
