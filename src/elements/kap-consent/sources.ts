import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentBlock, ConsentSource } from '../../domain/consent/document.js';
import type { ConsentMessages } from '../../locale/messages.js';

const isWebAddress = (url: string): boolean => /^https:\/\//i.test(url);

const one = (
  { claim, source, year, count, comparison, url }: ConsentSource,
  t: ConsentMessages,
): TemplateResult =>
  html`<li>
    ${t.sourceLine(claim, source, year)}${count === undefined ? nothing : html` ${t.sourceCount(count)}`}
    ${t.sourceComparison(comparison)}
    ${
      url !== undefined && isWebAddress(url)
        ? html`<a part="link" href=${url} target="_blank" rel="noopener noreferrer"
            >${t.sourceLink}<span class="visually-hidden">: ${source}, ${year}</span></a
          >`
        : nothing
    }
  </li>`;

/** Where a block's numbers come from, for whoever wants to know. */
export const sources = ({ sources: given = [] }: ConsentBlock, t: ConsentMessages): unknown =>
  given.length === 0
    ? nothing
    : html`<details class="sources small" part="sources">
        <summary>${t.sourcesTitle}</summary>
        <ul class="plain-list">
          ${given.map((each) => one(each, t))}
        </ul>
      </details>`;
