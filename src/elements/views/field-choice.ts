import { html, nothing, type TemplateResult } from 'lit';
import { isCodes, OWN_WORDS } from '../../domain/questionnaire/answers.js';
import { withChoice } from '../../domain/questionnaire/edit-answers.js';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import { choice } from './choice.js';
import { dropDown } from './drop-down.js';
import { describedBy, several, single, textInput, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** Answers longer than this stand below each other. */
const LONG_ANSWER = 26;
const MANY_ANSWERS = 5;
/** More answers than these, of which one can be chosen, stand in a list that opens. */
const MOST_RADIOS = 9;

const isOwn = (code: string): boolean => code.startsWith(OWN_WORDS);

function optionsOf({ item, t }: FieldProps): readonly AnswerOption[] {
  if (item.type === 'boolean')
    return [
      { code: 'true', display: t.yes },
      { code: 'false', display: t.no },
    ];
  const options = item.answerOption ?? [];
  return item.type === 'open-choice' ? [...options, { code: OWN_WORDS, display: t.somethingElse }] : options;
}

/** Room for the client's own words, as soon as "Something else" is chosen. */
function ownWords(props: FieldProps, chosen: readonly string[], own: string): TemplateResult {
  const { item, path, t, onEntry } = props;
  const listed = chosen.filter((code) => !isOwn(code));
  return textInput(props, {
    id: `${fieldId(path)}_own`,
    value: own.slice(OWN_WORDS.length),
    label: t.somethingElse,
    describedBy: describedBy(props),
    onInput: ({ currentTarget }) => onEntry(withChoice(item, listed, OWN_WORDS + currentTarget.value, true)),
  });
}

/** A list of answers: radio buttons, check boxes, or a list that opens. */
export function choiceField(props: FieldProps): TemplateResult {
  const { item, path, entry, problem, t, onEntry, onChoice } = props;
  const id = fieldId(path);
  const chosen = isCodes(entry) ? entry : [];
  const own = chosen.find(isOwn);
  const words = own === undefined ? nothing : ownWords(props, chosen, own);
  const options = optionsOf(props);
  const isMany = item.control === undefined && options.length > MOST_RADIOS;
  if (!item.repeats && (isMany || item.control === 'drop-down'))
    return single(
      props,
      html`${dropDown(options, {
        id,
        chosen: own === undefined ? (chosen[0] ?? '') : OWN_WORDS,
        none: t.chooseOne,
        isInvalid: problem !== undefined,
        isRequired: item.required,
        describedBy: describedBy(props),
        onChange: (code) => onEntry(code === '' ? [] : [code]),
      })}${words}`,
    );
  const isLong = options.length > MANY_ANSWERS || options.some(({ display }) => display.length > LONG_ANSWER);
  const type = item.repeats ? 'checkbox' : 'radio';
  const option = ({ code, display }: AnswerOption, index: number) => {
    const held = isOwn(code) ? (own ?? code) : code;
    return choice(display, {
      type,
      name: id,
      id: index === 0 ? id : `${id}_o${index}`,
      isChosen: chosen.includes(held),
      onChange: (ticked) => onChoice(held, ticked),
    });
  };
  return several(
    props,
    html`<div class="choices ${isLong ? 'long' : ''}" part="choices">${options.map(option)}</div>
      ${words}`,
    type === 'radio',
  );
}
