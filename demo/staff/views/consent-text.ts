import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import {
  checkInWords,
  type ReadAcknowledgement,
  type ReadBlock,
  type ReadCheck,
  type ReadChoice,
  type ReadConsent,
} from '../reading/consent.js';
import { sourceInWords } from '../reading/differences.js';
import type { ConsentSheet } from './consent-record.js';
import { theirTime } from './facts.js';
import { placeId } from './lines.js';

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

/** What was chosen, refused or not, in the same words: a refusal is a plain fact. */
function renderChoice(
  { question, chosen, others }: ReadChoice,
  { desk, detail }: ConsentSheet,
): TemplateResult {
  return html`<div class="choice">
    <p class="question">${question}</p>
    ${
      chosen === undefined
        ? html`<p class="missing">Nothing chosen</p>`
        : html`<p>They chose: <b>${chosen.words}</b></p>
            <p class="quiet">Chosen ${theirTime(chosen.at, detail.record.timeZone, desk)}</p>`
    }
    ${others.length === 0 ? nothing : html`<p class="quiet">Also offered: ${others.join(' · ')}</p>`}
  </div>`;
}

function renderSources(sources: ReadBlock['sources']): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  return html`<ul class="sources quiet">
    ${map(sources, (source) => html`<li>${sourceInWords(source)}</li>`)}
  </ul>`;
}

function renderTerms(terms: ReadConsent['terms']): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<section class="block">
    <h3>Words that are explained</h3>
    <dl class="terms">
      ${map(
        terms,
        ({ term, meaning }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function renderBlock(block: ReadBlock, sheet: ConsentSheet): TemplateResult {
  const { id, heading, paragraphs, list, choices, acknowledgements, check, sources } = block;
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
    ${map(choices, (choice) => renderChoice(choice, sheet))}
    ${
      acknowledgements.length === 0
        ? nothing
        : html`<ul class="acknowledgements">
            ${map(acknowledgements, (each) => renderAcknowledgement(each, sheet))}
          </ul>`
    }
    ${check ? renderCheck(check) : nothing} ${renderSources(sources)}
  </section>`;
}

/** The text as the client saw it, with what they ticked and answered where it stands. */
export function renderDocument(sheet: ConsentSheet): TemplateResult {
  const { blocks, strays, terms } = sheet.consent;
  const { document, shownAt, timeZone } = sheet.detail.record;
  return html`<section class="document" aria-labelledby="document">
    <h2 id="document">${document.title}</h2>
    <p class="quiet">
      Version ${document.version}, language ${document.locale}. First on their screen
      ${theirTime(shownAt, timeZone, sheet.desk)}.
    </p>
    ${map(blocks, (block) => renderBlock(block, sheet))} ${renderTerms(terms)}
    ${
      strays.length === 0
        ? nothing
        : html`<p class="notable">The record has ticks or choices that this document has no place for:</p>
            <ul class="acknowledgements">
              ${map(strays, (each) => renderAcknowledgement(each, sheet))}
            </ul>`
    }
  </section>`;
}
