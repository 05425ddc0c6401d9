import { html, type TemplateResult } from 'lit';
import { pagesOf } from '../../app/intake/reduce.js';
import type { FilledState } from '../../app/intake/state.js';
import { summaryOf } from '../../domain/questionnaire/summary.js';
import { validate } from '../../domain/questionnaire/validate.js';
import { button, linkButton } from '../views/button.js';
import type { ViewProps } from './view-props.js';

/** Every topic with what is still to fill in, each a way to go there. */
export function topics(state: FilledState, { t, send, context }: ViewProps): TemplateResult {
  const go = (place: string) => () => send({ type: 'go', place });
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.topics}</h2>
      <ol class="plain-list topics" part="text">
        ${pagesOf(state).map((page) => {
          const isOpen = validate([page], state.answers, context).length > 0;
          const isAnswered = summaryOf(page, state.answers).some(
            (line) => line.kind === 'answer' && line.values.length > 0,
          );
          return html`<li part="topic">
            ${linkButton(page.item.text, go(page.path))}
            <span class="small muted"
              >${t.topicState[isOpen ? 'open' : isAnswered ? 'done' : 'optional']}</span
            >
          </li>`;
        })}
      </ol>
      <div class="actions" part="actions">${button(t.checkTitle, go('checking'))}</div>
    </div>
  `;
}
