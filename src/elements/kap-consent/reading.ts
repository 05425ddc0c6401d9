import { html, nothing, type TemplateResult } from 'lit';
import type { ReadingState } from '../../app/consent/state.js';
import type { ConsentBlock } from '../../domain/consent/document.js';
import { checkState, problemsOf, type SigningProblem } from '../../domain/consent/signing.js';
import { instantInWords } from '../../locale/format.js';
import { primaryButton } from '../views/button.js';
import { choice } from '../views/choice.js';
import { errorSummary } from '../views/error-summary.js';
import { fieldId } from '../views/field-props.js';
import { help } from '../views/help.js';
import { textQuestion } from '../views/text-question.js';
import { blockText } from './block-text.js';
import { check, checkPath } from './check.js';
import type { ViewProps } from './view-props.js';

const NAME = 'name';

/** Where the field of a problem stands. */
const placeOf = ({ code, block = '' }: SigningProblem): string =>
  fieldId(code === 'no-name' ? NAME : code === 'check-open' ? checkPath(block) : block);

function acknowledgement(
  { id, acknowledgement: sentence }: ConsentBlock,
  { signing }: ReadingState,
  problem: string | undefined,
  { send, now }: ViewProps,
): TemplateResult {
  const fieldState = problem === undefined ? 'field' : 'field invalid';
  const errorId = problem === undefined ? undefined : `${fieldId(id)}-error`;
  return html`
    <div class=${fieldState} part=${fieldState}>
      ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId ?? nothing}>${problem}</p>`}
      ${choice(sentence, {
        type: 'checkbox',
        name: id,
        id: fieldId(id),
        isChosen: signing.acknowledged.has(id),
        errorId,
        onChange: (ticked) => send({ type: 'acknowledge', block: id, ticked, at: now() }),
      })}
    </div>
  `;
}

/** What is said of a problem in its place; nothing once it has been mended. */
function sentenceFor(
  { code, block: at }: SigningProblem,
  { signing, problems }: ReadingState,
  { t }: ViewProps,
): string | undefined {
  const isIn = (list: readonly SigningProblem[]) =>
    list.some((each) => each.code === code && each.block === at);
  return isIn(problems) && isIn(problemsOf(signing)) ? t.signing[code] : undefined;
}

function block(each: ConsentBlock, state: ReadingState, props: ViewProps): TemplateResult {
  const { id } = each;
  const sentenceOf = (code: SigningProblem['code']) => sentenceFor({ code, block: id }, state, props);
  return html`
    <section class="block stack" part="block">
      ${blockText(each)}
      ${
        each.check
          ? check(
              each.check,
              {
                block: id,
                state: checkState(each.check, state.signing.answers.get(id)),
                chosen: state.chosen.get(id),
                problem: sentenceOf('check-open'),
              },
              props,
            )
          : nothing
      }
      ${
        each.acknowledgement === undefined
          ? nothing
          : acknowledgement(each, state, sentenceOf('not-acknowledged'), props)
      }
    </section>
  `;
}

function signature(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, send, now, timeZone } = props;
  return html`
    <section class="block signature stack" part="block">
      <h3 part="subtitle">${t.signatureTitle}</h3>
      <p part="text">${t.signatureStatement}</p>
      ${textQuestion({
        name: NAME,
        label: t.fullName,
        hint: t.fullNameHint,
        autocomplete: NAME,
        value: state.signing.name,
        problem: sentenceFor({ code: 'no-name', block: undefined }, state, props),
        t,
        onInput: (name) => send({ type: 'name', name }),
      })}
      <p class="small muted" part="text">${instantInWords(now(), t.language)}, ${timeZone}</p>
    </section>
  `;
}

/** The document to read at one's own pace, with everything it asks where it asks it, and the signature at its end. */
export function reading(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, practice, send, focusOn } = props;
  const { document } = state.signing;
  const entries = state.problems.map((problem) => {
    const heading = document.blocks.find(({ id }) => id === problem.block)?.heading;
    const said = t.signing[problem.code];
    const sentence = heading === undefined ? said : t.signingIn(heading, said);
    return { sentence, onFollow: () => focusOn(`#${placeOf(problem)}`) };
  });
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${document.title}</h2>
      ${state.isNewText ? html`<p class="notice" part="notice" role="status">${t.newText}</p>` : nothing}
      <p class="muted" part="text">${t.consentIntro(document.version)}</p>
      ${state.refusals > 0 ? errorSummary(entries, t) : nothing}
      ${document.blocks.map((each) => block(each, state, props))} ${signature(state, props)}
      <div class="actions" part="actions">${primaryButton(t.sign, () => send({ type: 'sign' }))}</div>
      <p class="small muted" part="text">${t.signNote}</p>
      ${help(practice, t)}
    </div>
  `;
}
