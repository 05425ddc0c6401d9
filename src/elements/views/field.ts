import { html, type TemplateResult } from 'lit';
import { readEntry } from '../../domain/questionnaire/answers.js';
import { isChoice, type Item } from '../../domain/questionnaire/questionnaire.js';
import { answerWords } from './answer-words.js';
import { choiceField } from './field-choice.js';
import { dateField, timeField } from './field-date.js';
import {
  describedBy,
  invalid,
  single,
  textInput,
  withUnit,
  written,
  type FieldProps,
} from './field-frame.js';
import { fieldId } from './field-props.js';
import { numberMode, quantityField } from './field-quantity.js';
import { suggestField } from './field-suggest.js';

const MODES = { email: 'email', phone: 'tel' } as const;

const modeOf = (item: Item): string | undefined => (item.format ? MODES[item.format] : numberMode(item));

/** A questionnaire may name a token of a later HTML; the browser knows its own. */
const autofillOf = ({ autocomplete = 'off' }: Item): AutoFill => autocomplete as AutoFill;

function lineField(props: FieldProps): TemplateResult {
  const { type } = props.item;
  const mode = modeOf(props.item);
  const input = textInput(props, {
    size: mode === undefined ? '' : 'short',
    mode: type === 'url' ? type : mode,
    autocomplete: autofillOf(props.item),
  });
  return single(props, withUnit(props, input));
}

const pageField = (props: FieldProps): TemplateResult =>
  single(
    props,
    html`<textarea
      class="input"
      part="input"
      id=${fieldId(props.path)}
      rows="3"
      spellcheck="false"
      autocomplete=${autofillOf(props.item)}
      aria-invalid=${invalid(props)}
      aria-describedby=${describedBy(props)}
      .value=${written(props)}
      @input=${({ currentTarget }: Event & { readonly currentTarget: HTMLTextAreaElement }) =>
        props.onEntry(currentTarget.value)}
    ></textarea>`,
  );

/** What can't be changed is read, not filled in. */
function words(props: FieldProps): TemplateResult {
  const { item, entry, t } = props;
  const reading = readEntry(item, entry);
  const said = answerWords({ item, values: 'values' in reading ? reading.values : [] }, t);
  return single(props, html`<output part="text" id=${fieldId(props.path)}>${said ?? t.noAnswer}</output>`);
}

/** One question with its label, hint, problem and control, all in one root. */
export function field(props: FieldProps): TemplateResult {
  const { item } = props;
  if (item.readOnly) return words({ ...props, item: { ...item, required: true } });
  if (item.type === 'boolean') return choiceField(props);
  // An open choice without a list is a line to write on, and suggests nothing.
  if (isChoice(item))
    return item.control === 'autocomplete' || !item.answerOption?.length
      ? suggestField(props)
      : choiceField(props);
  switch (item.type) {
    case 'date':
    case 'dateTime':
      return dateField(props);
    case 'time':
      return timeField(props);
    case 'quantity':
      return quantityField(props);
    case 'text':
      return pageField(props);
    default:
      return lineField(props);
  }
}
