import { html, nothing, type TemplateResult } from 'lit';
import type { ItemPath } from '../../domain/questionnaire/answers.js';
import type { Entry } from '../../domain/questionnaire/entry.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
import { stayBeside } from '../../controllers/beside.js';
import type { Messages } from '../../locale/messages.js';
import { fieldId, titleOf } from './field-props.js';

/** One question on the screen. */
export interface FieldProps {
  readonly item: Item;
  readonly path: ItemPath;
  readonly entry: Entry | undefined;
  /** What it is called among its fellows, "Medicine 2", where the question itself stands above all of them. */
  readonly name?: string | undefined;
  /** The sentence of what is wrong, where something is. */
  readonly problem: string | undefined;
  readonly t: Messages;
  readonly onEntry: (entry: Entry) => void;
  readonly onChoice: (code: string, ticked: boolean) => void;
}

/** What a frame needs; a repeating question has one around all of its fields. */
export type FramedProps = Omit<FieldProps, 'entry' | 'onEntry' | 'onChoice'>;

/** Ids within a question begin with `_` and a letter, which no id of another question has. */
const hintId = (id: string): string => `${id}_hint`;
const errorId = (id: string): string => `${id}_error`;

const unitId = (id: string): string => `${id}_unit`;

/** The one unit that a number can be given in. */
const unitOf = ({ unit, units }: Item): string | undefined =>
  units?.length === 1 ? units[0]?.display : unit;

/** The ids of what says more about a field: hint, problem and unit. */
export function describedBy({ item, path, problem }: FramedProps): string | typeof nothing {
  const id = fieldId(path);
  const ids = [item.hint && hintId(id), problem && errorId(id), unitOf(item) && unitId(id)];
  return ids.filter(Boolean).join(' ') || nothing;
}

/** An input with its unit beside it. */
export function withUnit({ item, path }: FramedProps, input: TemplateResult): TemplateResult {
  const unit = unitOf(item);
  return unit === undefined
    ? input
    : html`<div class="measure">
        ${input} <span class="unit" part="unit" id=${unitId(fieldId(path))}>${unit}</span>
      </div>`;
}

/** In two or three words, for names that no one sees beside the question. */
export const shortLabel = ({ item, name, t }: FramedProps): string =>
  name ?? item.short ?? titleOf(item, t.answer);

const labelText = ({ item, name, t }: FramedProps): unknown =>
  name ??
  html`${titleOf(item, t.answer)}${item.required ? nothing : html` <span class="optional" part="optional">(${t.optional})</span>`}`;

/** Hint, reason and problem: between the label and the field. */
function notes(props: FramedProps): TemplateResult {
  const { item, path, problem, t } = props;
  const id = fieldId(path);
  const why = item.why
    ? html`<button
          type="button"
          class="why small"
          part="why"
          aria-label="${t.whyWeAsk}: ${shortLabel(props)}"
          popovertarget="${id}_why"
        >
          ${t.whyWeAsk}
        </button>
        <div class="popover" part="popover" popover @toggle=${stayBeside} id="${id}_why">${item.why}</div>`
    : nothing;
  return html`
    ${item.hint ? html`<p class="hint" part="hint" id=${hintId(id)}>${item.hint}</p>` : nothing} ${why}
    ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId(id)}>${problem}</p>`}
  `;
}

export const invalid = ({ problem }: FramedProps): 'true' | typeof nothing =>
  problem === undefined ? nothing : 'true';

const stateOf = ({ problem }: FramedProps): string => (problem === undefined ? 'field' : 'field invalid');

/** A question with one control. */
export const single = (props: FramedProps, control: unknown): TemplateResult => html`
  <div class=${stateOf(props)} part=${stateOf(props)}>
    <label class="label" part="label" for=${fieldId(props.path)}>${labelText(props)}</label>
    ${notes(props)} ${control}
  </div>
`;

/** A question with several controls. */
export function several(props: FramedProps, controls: unknown, isRadio = false): TemplateResult {
  return html`
    <fieldset
      class=${stateOf(props)}
      part=${stateOf(props)}
      role=${isRadio ? 'radiogroup' : nothing}
      aria-describedby=${describedBy(props)}
      aria-invalid=${isRadio ? invalid(props) : nothing}
      aria-required=${isRadio && props.item.required ? 'true' : nothing}
    >
      <legend class="label" part="label">${labelText(props)}</legend>
      ${notes(props)} ${controls}
    </fieldset>
  `;
}

export type InputEventOf = Event & { readonly currentTarget: HTMLInputElement };

/** What one line to write on has of its own; the rest is its question's. */
export interface InputProps {
  readonly id?: string;
  readonly value?: string;
  readonly type?: 'text' | 'time';
  /** How much room it takes, by the name of a class. */
  readonly size?: string;
  /** The keys that a phone shows. */
  readonly mode?: string | undefined;
  readonly autocomplete?: AutoFill | undefined;
  /** Its name, where no label is its own. */
  readonly label?: string;
  readonly describedBy?: string | typeof nothing;
  readonly onInput?: (event: InputEventOf) => void;
  readonly onKeyUp?: (event: InputEventOf) => void;
  readonly onPaste?: (event: ClipboardEvent & InputEventOf) => void;
}

/** The text of an entry that is nothing but text. */
export const written = ({ entry }: FieldProps): string => (typeof entry === 'string' ? entry : '');

/** One line to write on. Nothing that is written about health is checked or remembered by the browser. */
export const textInput = (
  props: FieldProps,
  {
    id = fieldId(props.path),
    value = written(props),
    type = 'text',
    size = '',
    mode,
    autocomplete = 'off',
    label,
    describedBy: described = describedBy(props),
    onInput = ({ currentTarget }) => props.onEntry(currentTarget.value),
    onKeyUp,
    onPaste,
  }: InputProps,
): TemplateResult => html`
  <input
    class="input ${size}"
    part="input"
    id=${id}
    type=${type}
    spellcheck="false"
    autocapitalize=${mode === undefined ? nothing : 'none'}
    autocomplete=${autocomplete}
    inputmode=${mode ?? nothing}
    aria-label=${label ?? nothing}
    aria-invalid=${invalid(props)}
    aria-describedby=${described}
    .value=${value}
    @input=${onInput}
    @keyup=${onKeyUp}
    @paste=${onPaste}
  />
`;
