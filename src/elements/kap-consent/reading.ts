import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ReadingState } from '../../app/consent/state.js';
import type { ConsentBlock } from '../../domain/consent/document.js';
import { checkState, type SigningProblem } from '../../domain/consent/signing.js';
import { dateInWords } from '../../locale/format.js';
import { primaryButton } from '../views/button.js';
import { choice } from '../views/choice.js';
import { errorSummary } from '../views/error-summary.js';
import { fieldId } from '../views/field-props.js';
import { help } from '../views/help.js';
import { check } from './check.js';
import { choices } from './choices.js';
import { contents, whereabouts } from './contents.js';
import { sectionId } from './places.js';
import { sentenceFor, summaryEntries } from './problems.js';
import { signature } from './signature.js';
import { sources } from './sources.js';
import { explainedText } from './terms.js';
import type { ViewProps } from './view-props.js';

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

function block(each: ConsentBlock, state: ReadingState, props: ViewProps): TemplateResult {
  const { id } = each;
  const { document } = state.signing;
  const sentenceOf = (code: SigningProblem['code']) => sentenceFor({ code, block: id }, state, props);
  return html`
    <section class="block stack" part="block" id=${sectionId(id)}>
      ${guard([each, document], () => explainedText(each, document.terms ?? []))}
      ${guard([each], () => sources(each, props.t))} ${choices(each, state, props)}
      ${
        each.check
          ? check(
              each.check,
              {
                block: id,
                state: checkState(each.check, state.signing.answers.get(id)),
                chosen: state.chosen.get(id),
                problem: sentenceOf('check-open'),
                together: state.signing.together.has(id),
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

/** A sample says that it is one, and who answers for it here. */
function sampleNote({ signing: { document } }: ReadingState, { t, practice }: ViewProps): unknown {
  if (!document.sample) return nothing;
  const adopted = practice?.consents?.find(({ id }) => id === document.id)?.adopted;
  const said =
    practice && adopted
      ? t.adoptedBy(practice.name, adopted.by, dateInWords(adopted.on, t.language))
      : t.notAdopted;
  return html`<p class="notice" part="notice">${t.sampleNote} ${said}</p>`;
}

/** Not every browser heeds the margins of what takes the focus by keyboard, and would leave it behind the last line. */
function bringIntoSight({ target }: Event): void {
  if (target instanceof Element && target.matches(':focus-visible'))
    target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** For somebody younger than those whom the practice works with: nothing to fill in, and whom to call. */
export function underAge({ signing }: ReadingState, { t, practice }: ViewProps): TemplateResult {
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${signing.document.title}</h2>
      <p class="notice" part="notice" role="status">
        ${t.aboutAge} ${t.underAge(practice?.minimumAge ?? 0, practice?.contact.phone)}
      </p>
      ${help(practice, t)}
    </div>
  `;
}

/** The document to read at one's own pace, with everything it asks where it asks it, and the signature at its end. */
export function reading(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, practice, send } = props;
  const { signing } = state;
  const { document } = signing;
  return html`
    <div class="stack reading" @focusin=${bringIntoSight}>
      <h2 part="title" tabindex="-1">${document.title}</h2>
      ${state.isNewText ? html`<p class="notice" part="notice" role="status">${t.newText}</p>` : nothing}
      <p class="muted" part="text">${t.consentIntro(document.version)}</p>
      ${sampleNote(state, props)} ${props.beforeText ?? nothing}
      ${state.refusals > 0 ? errorSummary(summaryEntries(state, props), t) : nothing}
      ${contents(signing, props)} ${document.blocks.map((each) => block(each, state, props))}
      ${signature(state, props)} ${whereabouts(signing, props)}
      <div class="actions" part="actions">
        ${props.insteadOfSigning ?? primaryButton(t.sign, () => send({ type: 'sign' }))}
      </div>
      ${props.insteadOfSigning ? nothing : html`<p class="small muted" part="text">${t.signNote}</p>`}
      ${help(practice, t)}
    </div>
  `;
}
