import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { Answered } from '../reading/answers.js';
import type { AnswerLine } from '../reading/quiet-nos.js';
import type { Table } from '../reading/tables.js';
import type { Line } from '../reading/topic-lines.js';

/** Which runs of "No" are open, by the linkId of their first question. */
export interface OpenRuns {
  readonly has: (linkId: string) => boolean;
  readonly toggle: (linkId: string) => void;
}

/** The id, in the page's own root, of a place that an address can lead to. */
export const placeId = (linkId: string): string => `at-${linkId}`;

function renderWords({ words }: Answered): TemplateResult {
  const [only] = words;
  if (words.length <= 1) return html`<span class="words">${only ?? ''}</span>`;
  return html`<ul class="several">
    ${map(words, (each) => html`<li class="words">${each}</li>`)}
  </ul>`;
}

function renderAnswer(answered: Answered, more = ''): TemplateResult {
  const follows = answered.isFollowUp ? 'follow-up' : '';
  return html`<div
    class="answer ${answered.tone} ${follows} ${more}"
    id=${placeId(answered.linkId)}
    tabindex="-1"
  >
    <dt>${answered.question}</dt>
    <dd>${renderWords(answered)}</dd>
  </div>`;
}

/** On paper the questions stand there in full; on the screen they open. */
function renderNos(answers: readonly Answered[], runs: OpenRuns): TemplateResult {
  const key = answers[0]?.linkId ?? '';
  const isOpen = runs.has(key);
  return html`<div class="answer nos screen">
      <dt>No to</dt>
      <dd>
        <ul>
          ${map(answers, (answered) => html`<li>${answered.label}</li>`)}
        </ul>
        <button class="opener" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => runs.toggle(key)}>
          ${isOpen ? 'Close the questions' : 'Show the questions'}
        </button>
      </dd>
    </div>
    ${map(answers, (answered) => renderAnswer(answered, isOpen ? 'in-run' : 'in-run closed'))}`;
}

function renderAnswerLine(line: AnswerLine, runs: OpenRuns): TemplateResult {
  return line.kind === 'answer' ? renderAnswer(line.answered) : renderNos(line.answers, runs);
}

function renderTable({ linkId, title, columns, rows }: Table): TemplateResult {
  // Roles said once more: a table that is laid out as a stack on a phone would lose them.
  return html`<table id=${placeId(linkId)} tabindex="-1" role="table">
    <caption>
      ${title}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${map(columns, ({ label }) => html`<th scope="col" role="columnheader">${label}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${map(
        rows,
        (cells) =>
          html`<tr role="row">
            ${map(
              cells,
              (cell, index) =>
                html`<td role="cell" class=${cell?.tone ?? 'plain'}>
                  <span class="label" aria-hidden="true">${columns[index]?.label}</span>
                  ${cell ? renderWords(cell) : html`<span class="quiet">–<span class="spoken">not given</span></span>`}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A topic's lines, its answers in lists that headings and tables part. */
export function renderLines(lines: readonly Line[], runs: OpenRuns): readonly TemplateResult[] {
  const rendered: TemplateResult[] = [];
  let answers: AnswerLine[] = [];
  const endList = (): void => {
    const list = answers;
    if (list.length > 0) rendered.push(html`<dl>${map(list, (line) => renderAnswerLine(line, runs))}</dl>`);
    answers = [];
  };
  for (const line of lines) {
    if (line.kind === 'answer' || line.kind === 'nos') {
      answers.push(line);
      continue;
    }
    endList();
    rendered.push(line.kind === 'table' ? renderTable(line.table) : html`<h3>${line.text}</h3>`);
  }
  endList();
  return rendered;
}

/** What was open to the client and is empty, in one quiet line. */
export function renderUnanswered(labels: readonly string[]): TemplateResult | typeof nothing {
  if (labels.length === 0) return nothing;
  return html`<div class="unanswered">
    <h3 class="quiet">Not answered</h3>
    <ul>
      ${map(labels, (label) => html`<li>${label}</li> `)}
    </ul>
  </div>`;
}
