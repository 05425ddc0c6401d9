import { html, nothing, type TemplateResult } from 'lit';
import type { ComprehensionCheck } from '../../domain/consent/document.js';
import type { CheckState } from '../../domain/consent/signing.js';
import { button } from '../views/button.js';
import { choice } from '../views/choice.js';
import { field } from '../views/field.js';
import { fieldId } from '../views/field-props.js';
import { checkPath } from './places.js';
import type { ViewProps } from './view-props.js';

export interface CheckProps {
  readonly block: string;
  readonly state: CheckState;
  /** The answer that is marked, and not checked yet. */
  readonly chosen: string | undefined;
  readonly problem: string | undefined;
  /** Whether the client would like to go over it with a clinician. */
  readonly together: boolean;
}

/** A comprehension check: an answer that misses is explained and asked again, and nobody is held up by it. */
export function check(
  { question, answers, explanation }: ComprehensionCheck,
  { block, state, chosen, problem, together }: CheckProps,
  { t, send, focusOn }: ViewProps,
): TemplateResult {
  const path = checkPath(block);
  const saidId = `${fieldId(path)}-said`;
  const isDone = state === 'right' || state === 'together';
  const onCheck = () => {
    send({ type: 'answer', block });
    focusOn(chosen === undefined ? `#${fieldId(path)}` : `#${saidId}`);
  };
  return html`
    <fieldset class="field" ?disabled=${isDone}>
      ${field({
        item: {
          linkId: path,
          type: 'choice',
          text: question,
          required: true,
          answerOption: answers.map(({ id, text }) => ({ code: id, display: text })),
        },
        path,
        entry: chosen === undefined ? undefined : [chosen],
        problem,
        t,
        onEntry: () => undefined,
        onChoice: (answer) => send({ type: 'choose', block, answer }),
      })}
    </fieldset>
    ${isDone ? nothing : button(t.checkAnswer, onCheck)}
    ${
      state === 'open'
        ? nothing
        : html`<p class="notice" part="notice" id=${saidId} tabindex="-1">
            <strong>${t.checked[state]}</strong> ${explanation}
          </p>`
    }
    ${
      state === 'together'
        ? html`<div class="field" part="field">
            <p class="muted choice-note" part="text">${t.togetherNote}</p>
            ${choice(t.goOver, {
              type: 'checkbox',
              name: `${path}-together`,
              isChosen: together,
              onChange: (wanted) => send({ type: 'go-over', block, wanted }),
            })}
          </div>`
        : nothing
    }
  `;
}
