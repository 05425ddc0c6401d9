import { html, nothing, type TemplateResult } from 'lit';
import { readEntry } from '../../domain/questionnaire/answers.js';
import { isChoice, type Item } from '../../domain/questionnaire/questionnaire.js';
import { answerWords } from './answer-words.js';
import { choiceField } from './field-choice.js';
import { dateField, timeField } from './field-date.js';
import { describedBy, single, textInput, type FieldProps } from './field-frame.js';
import { fieldId } from './field-props.js';
import { numberMode, quantityField, withUnit } from './field-quantity.js';
import { suggestField } from './field-suggest.js';

const MODES = { email: 'email', phone: 'tel' } as const;

const modeOf = (item: Item): string | undefined =>
  item.format ? MODES[item.format] : item.type === 'url' ? 'url' : numberMode(item);

const written = ({ entry }: FieldProps): string => (typeof entry === 'string' ? entry : '');

function lineField(props: FieldProps): TemplateResult {
  const { item, path, onEntry } = props;
  const id = fieldId(path);
  const mode = modeOf(item);
  const input = (more?: string) =>
    textInput(props, {
      id,
      value: written(props),
      size: mode && item.type !== 'url' ? 'short' : '',
      mode,
      autocomplete: item.autocomplete,
      describedBy: describedBy(props, more),
      onInput: ({ currentTarget }) => onEntry(currentTarget.value),
    });
  return single(props, item.unit === undefined ? input() : withUnit(id, input, item.unit));
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
      autocomplete=${(props.item.autocomplete ?? 'off') as AutoFill}
      aria-invalid=${props.problem === undefined ? nothing : 'true'}
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
  if (isChoice(item)) {
    // An open choice without a list is a line to write on, and suggests nothing.
    const isWritten = item.control === 'autocomplete' || !item.answerOption?.length;
    return isWritten ? suggestField(props) : choiceField(props);
  }
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
