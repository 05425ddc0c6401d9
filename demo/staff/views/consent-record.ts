import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import { signaturePath, signatureViewBox } from '../../../src/domain/consent/visible-text.js';
import type { ClientConsents, ConsentDetail } from '../consent-answers.js';
import type { Desk } from '../desk.js';
import {
  disclosuresOf,
  signerInWords,
  wishInWords,
  type ReadCheck,
  type ReadConsent,
} from '../reading/consent.js';
import { findSigned } from '../reading/consents.js';
import { clocksInWords } from '../reading/clocks.js';
import { instantInWords } from '../reading/time.js';
import { clientAddress, consentAddress } from '../routes.js';
import { fact, facts, receivedFact, referenceFact, theirTime } from './facts.js';

/** One consent and all that is said about it. */
export interface ConsentSheet {
  readonly desk: Desk;
  readonly detail: ConsentDetail;
  readonly consent: ReadConsent;
  /** Everything else that the client has signed; missing where it can't be read. */
  readonly history: ClientConsents | undefined;
}

/** Who signed what, and when by which clock. */
export function renderConsentHeader({ desk, detail }: ConsentSheet): TemplateResult {
  const { record, client, reference, receivedAt } = detail;
  const { signature, signer, document, timeZone } = record;
  const whose = signer.role === 'representative' ? signer.client : signer.name;
  const clocks = clocksInWords(signature.at, receivedAt);
  return html`<header>
    <p class="kind">Consent</p>
    <h1 tabindex="-1">${whose}</h1>
    ${facts([
      fact('Document', `${document.title}, version ${document.version}`),
      referenceFact(reference),
      fact('Signed by', signerInWords(record)),
      fact('Signed (their clock)', theirTime(signature.at, timeZone, desk)),
      fact('Their time zone', timeZone),
      receivedFact(receivedAt, desk),
      client.name === undefined || client.name === whose ? nothing : fact('Client', client.name),
    ])}
    <p class=${clocks.isNotable ? 'notable' : 'quiet'}>${clocks.words}</p>
    <p class="screen"><a href=${clientAddress(client.id)}>Everything about this client</a></p>
  </header>`;
}

/** Passages that the client did not get right in two answers, before anything else: they are the clinician's to do. */
export function renderToGoOver({ detail, consent }: ConsentSheet): TemplateResult | typeof nothing {
  if (consent.toGoOver.length === 0) return nothing;
  return html`<section class="to-go-over" aria-labelledby="to-go-over">
    <h2 id="to-go-over">To go over together</h2>
    <p>They missed these questions twice.</p>
    <ul>
      ${map(
        consent.toGoOver,
        (block) =>
          html`<li>
            <a href=${consentAddress(detail.id, block.id)}
              >${block.check?.question ?? block.heading ?? block.id}</a
            >
            ${block.check ? html`<strong>${wishInWords(block.check)}</strong>` : nothing}
            <span class="quiet">They answered</span>
            ${renderGiven(block.check?.given ?? [])}
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderGiven(given: ReadCheck['given']): TemplateResult {
  return html`<ol class="given">
    ${map(given, ({ words }) => html`<li>${words}</li>`)}
  </ol>`;
}

function renderMark({ signature, signer }: ConsentDetail['record']): TemplateResult {
  if (signature.method === 'typed') return html`<p class="signed">${signature.value}</p>`;
  const { drawing } = signature;
  return html`<svg
    class="drawn"
    role="img"
    aria-label=${`Drawn signature of ${signer.name}`}
    viewBox=${signatureViewBox(drawing)}
  >
    <path d=${signaturePath(drawing)}></path>
  </svg>`;
}

export function renderSignature({ desk, detail }: ConsentSheet): TemplateResult {
  const { record, receivedAt } = detail;
  const { signature, signer, timeZone } = record;
  return html`<section class="signature" aria-labelledby="signature">
    <h2 id="signature">Signature</h2>
    <p>${signature.statement}</p>
    ${renderMark(record)}
    ${
      signer.role === 'representative'
        ? html`<p>${signer.name} signed for ${signer.client}, as ${signer.authority}.</p>`
        : nothing
    }
    <p class="quiet">
      ${signature.method === 'typed' ? 'Typed' : 'Drawn'} by ${signer.name} on
      ${theirTime(signature.at, timeZone, desk)}, by their device’s clock (${timeZone}). Received
      ${instantInWords(receivedAt, desk.timeZone)}, by the practice’s.
    </p>
  </section>`;
}

/** Under which disclosures about electronic records it was signed, each leading to its own record. */
export function renderDisclosures({ detail, history }: ConsentSheet): TemplateResult {
  const disclosures = disclosuresOf(detail.record);
  return html`<section aria-labelledby="disclosures">
    <h2 id="disclosures">Electronic records</h2>
    ${
      disclosures.length === 0
        ? html`<p class="quiet">The record names no disclosure about electronic records.</p>`
        : html`<p>Signed under these disclosures:</p>
            <ul class="disclosures">
              ${map(disclosures, ({ id, version, recordDigest }) => {
                const found = history && findSigned(history, (each) => each.recordDigest === recordDigest);
                const words = `${found?.document.title ?? id}, version ${version}`;
                return html`<li>
                  ${found ? html`<a href=${consentAddress(found.record.submissionId)}>${words}</a>` : words}
                </li>`;
              })}
            </ul>`
    }
  </section>`;
}

/** What a copy can be held against. The names are those that the client's saved copy uses. */
export function renderFingerprints({ detail: { act, digest, record } }: ConsentSheet): TemplateResult {
  return renderFingerprintList(
    [
      ['record', act.recordDigest],
      ['text', act.document.textDigest],
      ['submission as it came', digest],
    ],
    record.widget,
  );
}

/** Digests, each of what. */
export function renderFingerprintList(
  digests: readonly (readonly [string, string])[],
  { version, build }: ConsentDetail['record']['widget'],
): TemplateResult {
  return html`<section aria-labelledby="fingerprints">
    <h2 id="fingerprints">Fingerprints</h2>
    <dl>
      ${map(
        digests,
        ([of, digest]) =>
          html`<div>
            <dt>Fingerprint of the ${of} (SHA-256)</dt>
            <dd class="fingerprint">${digest}</dd>
          </div>`,
      )}
    </dl>
    <p class="quiet">Made on the client’s device by version ${version} of the form (${build}).</p>
  </section>`;
}
