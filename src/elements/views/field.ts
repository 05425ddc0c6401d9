import { html, nothing, type TemplateResult } from 'lit';
import type { ItemPath } from '../../domain/questionnaire/answers.js';
import type { Entry } from '../../domain/questionnaire/entry.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
import type { DateEntry } from '../../domain/questionnaire/entry.js';
import type { Messages } from '../../locale/messages.js';
import { choice } from './choice.js';
import { fieldId } from './field-props.js';

/** One question on the screen. */
export interface FieldProps {
  readonly item: Item;
  readonly path: ItemPath;
  readonly entry: Entry | undefined;
  /** The sentence of what is wrong, where something is. */
  readonly problem: string | undefined;
  readonly t: Messages;
  readonly onEntry: (entry: Entry) => void;
  readonly onChoice: (code: string, ticked: boolean) => void;
}

const hintId = (id: string): string => `${id}-hint`;
const errorId = (id: string): string => `${id}-error`;

const describedBy = ({ item, path, problem }: FieldProps): string | typeof nothing =>
  [item.hint && hintId(fieldId(path)), problem && errorId(fieldId(path))].filter(Boolean).join(' ') ||
  nothing;

const fieldState = (problem: string | undefined): string =>
  problem === undefined ? 'field' : 'field invalid';

const labelText = ({ item, t }: FieldProps): TemplateResult =>
  html`${item.text}${item.required ? nothing : html` <span class="optional" part="optional">(${t.optional})</span>`}`;

/** Hint, reason and problem: between the label and the field. */
function notes({ item, path, problem, t }: FieldProps): TemplateResult {
  const id = fieldId(path);
  const why = item.why
    ? html`<button
          type="button"
          class="why small"
          part="why"
          aria-label="${t.whyWeAsk}: ${item.short ?? item.text}"
          popovertarget="${id}-why"
        >
          ${t.whyWeAsk}
        </button>
        <div class="popover" part="popover" popover id="${id}-why">${item.why}</div>`
    : nothing;
  return html`
    ${item.hint ? html`<p class="hint" part="hint" id=${hintId(id)}>${item.hint}</p>` : nothing} ${why}
    ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId(id)}>${problem}</p>`}
  `;
}

const isNumber = (item: Item): boolean => item.type === 'integer' || item.type === 'decimal';

function inputMode(item: Item): string | typeof nothing {
  if (item.format === 'email') return 'email';
  if (item.format === 'phone') return 'tel';
  if (isNumber(item)) return item.type === 'integer' ? 'numeric' : 'decimal';
  return nothing;
}

function textField(props: FieldProps): TemplateResult {
  const { item, path, entry, problem, onEntry } = props;
  const id = fieldId(path);
  const value = typeof entry === 'string' ? entry : '';
  const onInput = (event: Event & { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    onEntry(event.currentTarget.value);
  const invalid = problem === undefined ? nothing : 'true';
  const autocomplete = (item.autocomplete ?? 'off') as AutoFill;
  const control =
    item.type === 'text'
      ? html`<textarea
          class="input"
          part="input"
          id=${id}
          rows="3"
          spellcheck="false"
          autocomplete=${autocomplete}
          aria-invalid=${invalid}
          aria-describedby=${describedBy(props)}
          .value=${value}
          @input=${onInput}
        ></textarea>`
      : html`<input
          class="input ${isNumber(item) || item.format ? 'short' : ''}"
          part="input"
          id=${id}
          type="text"
          spellcheck="false"
          autocapitalize=${item.format === 'email' ? 'none' : nothing}
          autocomplete=${autocomplete}
          inputmode=${inputMode(item)}
          aria-invalid=${invalid}
          aria-describedby=${describedBy(props)}
          .value=${value}
          @input=${onInput}
        />`;
  return html`
    <div class=${fieldState(problem)} part=${fieldState(problem)}>
      <label class="label" part="label" for=${id}>${labelText(props)}</label>
      ${notes(props)} ${control}
    </div>
  `;
}

type DatePart = 'year' | 'month' | 'day';

const AUTOFILL_OF_PART = { year: 'bday-year', month: 'bday-month', day: 'bday-day' } as const;
const EMPTY_DATE: DateEntry = { year: '', month: '', day: '' };

function dateField(dated: FieldProps): TemplateResult {
  const props = { ...dated, item: { ...dated.item, hint: dated.item.hint ?? dated.t.dateHint } };
  const { item, path, entry, problem, t, onEntry } = props;
  const id = fieldId(path);
  const date = typeof entry === 'object' && 'year' in entry ? entry : EMPTY_DATE;
  // All three are read at once: a password manager fills them in without a render between.
  const onInput = ({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }) => {
    const inputs = [...(currentTarget.closest('.date')?.querySelectorAll('input') ?? [])];
    const written = (name: DatePart) => inputs.find((input) => input.dataset['part'] === name)?.value ?? '';
    onEntry({ year: written('year'), month: written('month'), day: written('day') });
  };
  const part = (name: DatePart) => html`
    <div>
      <label class="small" part="label" for="${id}-${name}">${t[name]}</label>
      <input
        class="input ${name}"
        part="input"
        id="${id}-${name}"
        type="text"
        inputmode="numeric"
        autocomplete=${item.autocomplete === 'bday' ? AUTOFILL_OF_PART[name] : 'off'}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        .value=${date[name]}
        data-part=${name}
        @input=${onInput}
      />
    </div>
  `;
  return html`
    <fieldset class=${fieldState(problem)} part=${fieldState(problem)} aria-describedby=${describedBy(props)}>
      <legend class="label" part="label">${labelText(props)}</legend>
      ${notes(props)}
      <div class="date" id=${id}>${t.dateOrder.map(part)}</div>
    </fieldset>
  `;
}

/** Answers longer than this stand below each other. */
const LONG_ANSWER = 26;
const MANY_ANSWERS = 5;

function choiceField(props: FieldProps): TemplateResult {
  const { item, path, entry, problem, t, onChoice } = props;
  const id = fieldId(path);
  const chosen = Array.isArray(entry) ? (entry as readonly string[]) : [];
  const options =
    item.type === 'boolean'
      ? [
          { code: 'true', display: t.yes },
          { code: 'false', display: t.no },
        ]
      : (item.answerOption ?? []);
  const isLong = options.length > MANY_ANSWERS || options.some(({ display }) => display.length > LONG_ANSWER);
  const type = item.repeats ? 'checkbox' : 'radio';
  const option = ({ code, display }: { code: string; display: string }, index: number) =>
    choice(display, {
      type,
      name: id,
      id: index === 0 ? id : `${id}-${index}`,
      isChosen: chosen.includes(code),
      onChange: (ticked) => onChoice(code, ticked),
    });
  return html`
    <fieldset
      class=${fieldState(problem)}
      part=${fieldState(problem)}
      role=${type === 'radio' ? 'radiogroup' : nothing}
      aria-describedby=${describedBy(props)}
      aria-invalid=${problem !== undefined && type === 'radio' ? 'true' : nothing}
      aria-required=${item.required && type === 'radio' ? 'true' : nothing}
    >
      <legend class="label" part="label">${labelText(props)}</legend>
      ${notes(props)}
      <div class="choices ${isLong ? 'long' : ''}" part="choices">${options.map(option)}</div>
    </fieldset>
  `;
}

/** One question with its label, hint, problem and control, all in one root. */
export function field(props: FieldProps): TemplateResult {
  switch (props.item.type) {
    case 'choice':
    case 'boolean':
      return choiceField(props);
    case 'date':
      return dateField(props);
    default:
      return textField(props);
  }
}
