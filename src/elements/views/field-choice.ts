import { html, nothing, type TemplateResult } from 'lit';
import { OWN_WORDS } from '../../domain/questionnaire/answers.js';
import { codesIn, withChoice } from '../../domain/questionnaire/edit-answers.js';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import { choice } from './choice.js';
import { dropDown } from './drop-down.js';
import { several, single, textInput, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';

/** Answers longer than this stand below each other. */
const LONG_ANSWER = 26;
const MANY_ANSWERS = 5;
/** More answers than these, of which one can be chosen, stand in a list that opens. */
const MOST_RADIOS = 9;

const isOwn = (code: string): boolean => code.startsWith(OWN_WORDS);

/** The answers to choose from; "Something else" stands for words of one's own, whatever they are by now. */
function optionsOf({ item, t }: FieldProps, own = OWN_WORDS): readonly AnswerOption[] {
  if (item.type === 'boolean')
    return [
      { code: 'true', display: t.yes },
      { code: 'false', display: t.no },
    ];
  const options = item.answerOption ?? [];
  return item.type === 'open-choice' ? [...options, { code: own, display: t.somethingElse }] : options;
}

/** A list of answers: radio buttons, check boxes, or a list that opens. */
export function choiceField(props: FieldProps): TemplateResult {
  const { item, path, entry, t, onEntry, onChoice } = props;
  const { control, repeats } = item;
  const id = fieldId(path);
  const chosen = codesIn(entry);
  const own = chosen.find(isOwn);
  const options = optionsOf(props, own);
  // Room for them as soon as "Something else" is chosen.
  const words =
    own === undefined
      ? nothing
      : textInput(props, {
          id: `${id}_own`,
          value: own.slice(OWN_WORDS.length),
          label: t.somethingElse,
          onInput: ({ currentTarget }) => {
            const listed = chosen.filter((code) => code !== own);
            onEntry(withChoice(item, listed, OWN_WORDS + currentTarget.value, true));
          },
        });
  if (!repeats && (control === 'drop-down' || (control === undefined && options.length > MOST_RADIOS)))
    return single(props, html`${dropDown(props, options, chosen[0])}${words}`);
  const isLong = options.length > MANY_ANSWERS || options.some(({ display }) => display.length > LONG_ANSWER);
  const type = repeats ? 'checkbox' : 'radio';
  const option = ({ code, display }: AnswerOption, index: number) =>
    choice(display, {
      type,
      name: id,
      id: index === 0 ? id : `${id}_o${index}`,
      isChosen: chosen.includes(code),
      onChange: (ticked) => onChoice(code, ticked),
    });
  return several(
    props,
    html`<div class="choices ${isLong ? 'long' : ''}" part="choices">${options.map(option)}</div>
      ${words}`,
    !repeats,
  );
}
