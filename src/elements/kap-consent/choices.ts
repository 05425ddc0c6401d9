import { html, nothing, type TemplateResult } from 'lit';
import type { ReadingState } from '../../app/consent/state.js';
import type { ConsentBlock, ConsentChoice } from '../../domain/consent/document.js';
import { choiceKey } from '../../domain/consent/signing.js';
import { field } from '../views/field.js';
import { sentenceFor } from './problems.js';
import type { ViewProps } from './view-props.js';

/** What a client decides in a block, each answer as good as another, and none of them chosen in advance. */
export function choices(
  { id: block, choices: asked = [] }: ConsentBlock,
  state: ReadingState,
  props: ViewProps,
): unknown {
  if (asked.length === 0) return nothing;
  const { t, send, now } = props;
  const one = ({ id: choice, question, options }: ConsentChoice): TemplateResult => {
    const path = choiceKey(block, choice);
    const chosen = state.signing.choices.get(path)?.option;
    return field({
      item: {
        linkId: path,
        type: 'choice',
        text: question,
        required: true,
        control: 'radio',
        answerOption: options.map(({ id, text }) => ({ code: id, display: text })),
      },
      path,
      entry: chosen === undefined ? undefined : [chosen],
      problem: sentenceFor({ code: 'choice-open', block, choice }, state, props),
      t,
      onEntry: () => undefined,
      onChoice: (option) => send({ type: 'decide', block, choice, option, at: now() }),
    });
  };
  return html`<p class="muted" part="text">${t.choiceNote}</p>
    ${asked.map(one)}`;
}
