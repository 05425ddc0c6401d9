import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { ConsentDetail } from '../api-answers.js';
import type { Desk } from '../desk.js';
import {
  checkInWords,
  type ReadAcknowledgement,
  type ReadBlock,
  type ReadCheck,
  type ReadConsent,
} from '../reading/consent.js';
import { clocksInWords } from '../reading/clocks.js';
import { instantInWords } from '../reading/time.js';
import { clientAddress, consentAddress } from '../routes.js';
import { fact, facts, receivedFact, referenceFact, theirTime } from './facts.js';
import { placeId } from './lines.js';

/** One consent and all that is said about it. */
export interface ConsentSheet {
  readonly desk: Desk;
  readonly detail: ConsentDetail;
  readonly consent: ReadConsent;
}

/** Who signed what, and when by which clock. */
export function renderConsentHeader({ desk, detail }: ConsentSheet): TemplateResult {
  const { record, client, reference, receivedAt } = detail;
  const { signature, signer, document, timeZone } = record;
  const clocks = clocksInWords(signature.at, receivedAt);
  return html`<header>
    <p class="kind">Consent</p>
    <h1 tabindex="-1">${signer.name}</h1>
    ${facts([
      fact('Document', `${document.title}, version ${document.version}`),
      referenceFact(reference),
      fact('Signed (their clock)', theirTime(signature.at, timeZone, desk)),
      receivedFact(receivedAt, desk),
      client.name === undefined || client.name === signer.name ? nothing : fact('Client', client.name),
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
    <p>They missed these questions twice. They were told that you will go over them together.</p>
    <ul>
      ${map(
        consent.toGoOver,
        (block) =>
          html`<li>
            <a href=${consentAddress(detail.id, block.id)}
              >${block.check?.question ?? block.heading ?? block.id}</a
            >
            <span class="quiet">They answered</span>
            ${renderGiven(block.check?.given ?? [])}
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderAcknowledgement(
  { text, at }: ReadAcknowledgement,
  { desk, detail }: ConsentSheet,
): TemplateResult {
  return html`<li class=${at === undefined ? 'missing' : ''}>
    <span class="box" aria-hidden="true">${at === undefined ? '☐' : '☑'}</span>
    <span
      >${text}
      <span class="quiet"
        >${at === undefined ? 'Not ticked' : `Ticked ${theirTime(at, detail.record.timeZone, desk)}`}</span
      >
    </span>
  </li>`;
}

function renderGiven(given: ReadCheck['given']): TemplateResult {
  return html`<ol class="given">
    ${map(given, ({ words }) => html`<li>${words}</li>`)}
  </ol>`;
}

function renderCheck(check: ReadCheck): TemplateResult {
  const { question, given, others, explanation, state } = check;
  return html`<div class="check ${state}">
    <p class="question">${question}</p>
    <p class="outcome">${checkInWords(check)}</p>
    ${
      given.length === 0
        ? nothing
        : html`<ol>
            ${map(
              given,
              ({ words, isRight }) =>
                html`<li class=${isRight ? 'right' : ''}>
                  ${words} <span class="quiet">${isRight ? 'right' : 'not right'}</span>
                </li>`,
            )}
          </ol>`
    }
    ${others.length === 0 ? nothing : html`<p class="quiet">Also offered: ${others.join(' · ')}</p>`}
    <p class="quiet">They read after answering: ${explanation}</p>
  </div>`;
}

function renderBlock(block: ReadBlock, sheet: ConsentSheet): TemplateResult {
  const { id, heading, paragraphs, list, acknowledgements, check } = block;
  return html`<section class="block" id=${placeId(id)} tabindex="-1">
    ${heading ? html`<h3>${heading}</h3>` : nothing}
    ${map(paragraphs, (paragraph) => html`<p>${paragraph}</p>`)}
    ${
      list.length === 0
        ? nothing
        : html`<ul>
            ${map(list, (entry) => html`<li>${entry}</li>`)}
          </ul>`
    }
    ${
      acknowledgements.length === 0
        ? nothing
        : html`<ul class="acknowledgements">
            ${map(acknowledgements, (each) => renderAcknowledgement(each, sheet))}
          </ul>`
    }
    ${check ? renderCheck(check) : nothing}
  </section>`;
}

/** The text as the client saw it, with what they ticked and answered where it stands. */
export function renderDocument(sheet: ConsentSheet): TemplateResult {
  const { blocks, strays } = sheet.consent;
  const { document, shownAt, timeZone } = sheet.detail.record;
  return html`<section class="document" aria-labelledby="document">
    <h2 id="document">${document.title}</h2>
    <p class="quiet">
      Version ${document.version}, language ${document.locale}. First on their screen
      ${theirTime(shownAt, timeZone, sheet.desk)}.
    </p>
    ${map(blocks, (block) => renderBlock(block, sheet))}
    ${
      strays.length === 0
        ? nothing
        : html`<p class="notable">The record has ticks that this document has no place for:</p>
            <ul class="acknowledgements">
              ${map(strays, (each) => renderAcknowledgement(each, sheet))}
            </ul>`
    }
  </section>`;
}

export function renderSignature({ desk, detail }: ConsentSheet): TemplateResult {
  const { signature, signer, timeZone } = detail.record;
  return html`<section class="signature" aria-labelledby="signature">
    <h2 id="signature">Signature</h2>
    <p>${signature.statement}</p>
    ${signature.method === 'typed' ? html`<p class="signed">${signature.value}</p>` : nothing}
    <p class="quiet">
      ${signature.method === 'typed' ? 'Typed' : 'Drawn'} by ${signer.name} on
      ${theirTime(signature.at, timeZone, desk)}, by their device’s clock. Received
      ${instantInWords(detail.receivedAt, desk.timeZone)}, by the practice’s.
    </p>
  </section>`;
}

/** What a copy can be held against. The names are those that the client's saved copy uses. */
export function renderFingerprints({ detail: { act, digest, record } }: ConsentSheet): TemplateResult {
  const line = (term: string, words: string): TemplateResult =>
    html`<div>
      <dt>${term}</dt>
      <dd class="fingerprint">${words}</dd>
    </div>`;
  return html`<section aria-labelledby="fingerprints">
    <h2 id="fingerprints">Fingerprints</h2>
    <dl>
      ${line('Fingerprint of the record (SHA-256)', act.recordDigest)}
      ${line('Fingerprint of the text (SHA-256)', act.document.textDigest)}
      ${line('Fingerprint of the submission as it came (SHA-256)', digest)}
    </dl>
    <p class="quiet">
      Made on the client’s device by version ${record.widget.version} of the form (${record.widget.build}).
    </p>
  </section>`;
}
