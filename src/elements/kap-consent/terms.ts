import { html, type TemplateResult } from 'lit';
import { stayBeside } from '../../controllers/beside.js';
import type { ConsentBlock, ConsentTerm } from '../../domain/consent/document.js';
import { explained } from '../../domain/consent/terms.js';
import { blockText } from './block-text.js';
import { partId } from './places.js';

/**
 * A block's own words, with a button wherever a term stands for the first time. What the terms mean stands after the
 * text, so that a paragraph holds the practice's words and no others.
 */
export function explainedText(block: ConsentBlock, terms: readonly ConsentTerm[]): TemplateResult {
  const { id, paragraphs, list = [] } = block;
  const meanings: TemplateResult[] = [];
  const shown = explained([...paragraphs, ...list], terms).map((pieces) =>
    pieces.map(({ text, meaning }) => {
      if (meaning === undefined) return text;
      const meaningId = `${partId(id)}_m${meanings.length}`;
      meanings.push(
        html`<div class="popover" part="popover" popover @toggle=${stayBeside} id=${meaningId}>
          ${meaning}
        </div>`,
      );
      return html`<button
        type="button"
        class="term"
        part="term"
        popovertarget=${meaningId}
        aria-describedby=${meaningId}
        .textContent=${text}
      ></button>`;
    }),
  );
  return html`${blockText(block, { headingId: partId(id), shown })}${meanings}`;
}
