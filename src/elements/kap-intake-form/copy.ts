import { html, type TemplateResult } from 'lit';
import { pagesOf } from '../../app/intake/reduce.js';
import type { FilledState } from '../../app/intake/state.js';
import { summaryOf } from '../../domain/questionnaire/summary.js';
import type { Messages } from '../../locale/messages.js';
import { answerWords } from '../views/answer-words.js';

/** The questions and the answers, for the client's own copy. */
export const answersCopy = (state: FilledState, t: Messages): TemplateResult => html`
  <h1>${t.copyTitle}</h1>
  <p>${t.copyNote}</p>
  ${pagesOf(state).map(
    (page) => html`
      <h2>${page.item.text}</h2>
      <dl>
        ${summaryOf(page, state.answers).map((line) =>
          line.kind === 'answer'
            ? html`<dt>${line.item.text}</dt>
                <dd>${answerWords(line, t) ?? t.noAnswer}</dd>`
            : html`<dt>${t.instance(line.item.entryName ?? t.entry, line.position)}</dt>`,
        )}
      </dl>
    `,
  )}
`;
