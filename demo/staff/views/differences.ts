import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import {
  changeInWords,
  differencesInWords,
  type DifferingLine,
  type DifferingPassage,
  type Piece,
  type ReadDifferences,
} from '../reading/differences.js';

type Side = 'before' | 'after';

/** Words that the other version does not have: struck through or underlined, and said. */
function renderPiece({ text, isOther }: Piece, side: Side): TemplateResult {
  if (!isOther) return html`${text}`;
  return side === 'before'
    ? html`<del><span class="spoken">[out: </span>${text}<span class="spoken">]</span></del>`
    : html`<ins><span class="spoken">[new: </span>${text}<span class="spoken">]</span></ins>`;
}

function renderSide(pieces: readonly Piece[] | undefined, side: Side, version: string): TemplateResult {
  return html`<td role="cell">
    <span class="label" aria-hidden="true">${version}</span>
    <span
      >${
        pieces === undefined
          ? html`<span class="quiet">Not in this version</span>`
          : map(pieces, (piece) => renderPiece(piece, side))
      }</span
    >
  </td>`;
}

/** The two versions as their columns are headed. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

const renderLine = ({ label, before, after }: DifferingLine, sides: Sides): TemplateResult =>
  html`<tr role="row">
    <th scope="row" role="rowheader">${label}</th>
    ${renderSide(before, 'before', sides.before)} ${renderSide(after, 'after', sides.after)}
  </tr>`;

function renderPassage(passage: DifferingPassage, sides: Sides): TemplateResult {
  const { id, heading, what, lines } = passage;
  const titleId = `difference-${id}`;
  return html`<section class="difference ${what}" aria-labelledby=${titleId}>
    <h3 id=${titleId}><span class="mark">${changeInWords(passage)}</span> ${heading}</h3>
    ${
      lines.length === 0
        ? html`<p class="quiet">
            ${what === 'moved' ? 'Its words are the same.' : 'What clients read in it is the same.'}
          </p>`
        : html`<table role="table" aria-labelledby=${titleId}>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader"><span class="spoken">Kind of line</span></th>
                <th scope="col" role="columnheader">${sides.before}</th>
                <th scope="col" role="columnheader">${sides.after}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${map(lines, (line) => renderLine(line, sides))}
            </tbody>
          </table>`
    }
  </section>`;
}

/** Two texts held against each other, passage by passage. */
export function renderDifferences(
  differences: ReadDifferences,
  before: ConsentDocument,
  after: ConsentDocument,
): TemplateResult {
  const sides: Sides = { before: `Version ${before.version}`, after: `Version ${after.version}` };
  const { languages, passages } = differences;
  return html`<p>${differencesInWords(differences)}</p>
    ${
      languages
        ? html`<p class="notable">
            The two are in different languages, ${languages[0]} and ${languages[1]}: most of what differs is
            that.
          </p>`
        : nothing
    }
    ${map(passages, (passage) => renderPassage(passage, sides))}`;
}
