import { html, nothing, type TemplateResult } from 'lit';
import type { ReadingState } from '../../app/consent/state.js';
import type { SigningProblem } from '../../domain/consent/signing.js';
import { codesIn } from '../../domain/questionnaire/edit-answers.js';
import { instantInWords } from '../../locale/format.js';
import { choice } from '../views/choice.js';
import { field } from '../views/field.js';
import { textQuestion } from '../views/text-question.js';
import { signingPad } from './pad.js';
import { partId, sectionId, SIGNATURE } from './places.js';
import { sentenceFor } from './problems.js';
import type { ViewProps } from './view-props.js';

const METHOD = '_method';

const problemOf = (code: SigningProblem['code'], state: ReadingState, props: ViewProps) =>
  sentenceFor({ code, block: undefined }, state, props);

function clientName(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, send } = props;
  return textQuestion({
    name: SIGNATURE.client,
    label: t.clientName,
    autocomplete: 'off',
    value: state.signing.representing?.client ?? '',
    problem: problemOf('no-client', state, props),
    t,
    onInput: (client) => send({ type: 'represent', representing: { client } }),
  });
}

/** By what right somebody signs: one of two, or in their own words. */
function authority(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, send } = props;
  const said = state.signing.representing?.authority ?? '';
  const onAuthority = (words: string) => send({ type: 'represent', representing: { authority: words } });
  return field({
    item: {
      linkId: SIGNATURE.authority,
      type: 'open-choice',
      text: t.authorityLabel,
      required: true,
      control: 'radio',
      answerOption: t.authorities.map((words) => ({ code: words, display: words })),
    },
    path: SIGNATURE.authority,
    entry: said === '' ? undefined : [said],
    problem: problemOf('no-authority', state, props),
    t,
    onEntry: (entry) => onAuthority(codesIn(entry)[0] ?? ''),
    onChoice: onAuthority,
  });
}

function fullName(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, send, practice } = props;
  const { representing, name } = state.signing;
  const age = representing ? undefined : practice?.minimumAge;
  return textQuestion({
    name: SIGNATURE.name,
    label: t.fullName,
    hint: age ? `${t.fullNameHint} ${t.ageNote(age)}` : t.fullNameHint,
    autocomplete: 'name',
    value: name,
    problem: problemOf('no-name', state, props),
    t,
    onInput: (words) => send({ type: 'name', name: words }),
  });
}

/** Typing and drawing count the same; a name can be typed by everybody, and stands first. */
function method({ signing }: ReadingState, { t, send }: ViewProps): TemplateResult {
  return field({
    item: {
      linkId: METHOD,
      type: 'choice',
      text: t.methodLabel,
      hint: t.methodHint,
      required: true,
      control: 'radio',
      answerOption: [
        { code: 'typed', display: t.methodTyped },
        { code: 'drawn', display: t.methodDrawn },
      ],
    },
    path: METHOD,
    entry: [signing.method],
    problem: undefined,
    t,
    onEntry: () => undefined,
    onChoice: (code) => send({ type: 'method', method: code === 'drawn' ? 'drawn' : 'typed' }),
  });
}

/** Who signs, for whom, and how: a typed name and a drawn signature are equals. */
export function signature(state: ReadingState, props: ViewProps): TemplateResult {
  const { t, send, now, timeZone } = props;
  const { signing } = state;
  const isTyped = signing.method === 'typed';
  return html`
    <section class="block signature ${signing.method} stack" part="block" id=${sectionId()}>
      <h3 part="subtitle" id=${partId()} tabindex="-1">${t.signatureTitle}</h3>
      <p part="text">${t.signatureStatement}</p>
      ${choice(t.signForOther, {
        type: 'checkbox',
        name: '_other',
        isChosen: signing.representing !== undefined,
        onChange: (ticked) => send({ type: 'represent', representing: ticked ? {} : undefined }),
      })}
      ${signing.representing ? clientName(state, props) : nothing} ${fullName(state, props)}
      ${signing.representing ? authority(state, props) : nothing} ${method(state, props)}
      ${isTyped ? nothing : signingPad(signing, problemOf('no-signature', state, props), props)}
      <p class="small muted" part="text">${instantInWords(now(), t.language)}, ${timeZone}</p>
    </section>
  `;
}
