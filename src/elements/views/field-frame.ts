import { html, nothing, type TemplateResult } from 'lit';
import type { ItemPath } from '../../domain/questionnaire/answers.js';
import type { Entry } from '../../domain/questionnaire/entry.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
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

/** The ids of hint, problem and whatever else says more about a field. */
export const describedBy = ({ item, path, problem }: FramedProps, more?: string): string | typeof nothing =>
  [item.hint && hintId(fieldId(path)), problem && errorId(fieldId(path)), more].filter(Boolean).join(' ') ||
  nothing;

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
        <div class="popover" part="popover" popover id="${id}_why">${item.why}</div>`
    : nothing;
  return html`
    ${item.hint ? html`<p class="hint" part="hint" id=${hintId(id)}>${item.hint}</p>` : nothing} ${why}
    ${problem === undefined ? nothing : html`<p class="error" part="error" id=${errorId(id)}>${problem}</p>`}
  `;
}

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
  const { item, problem } = props;
  return html`
    <fieldset
      class=${stateOf(props)}
      part=${stateOf(props)}
      role=${isRadio ? 'radiogroup' : nothing}
      aria-describedby=${describedBy(props)}
      aria-invalid=${isRadio && problem !== undefined ? 'true' : nothing}
      aria-required=${isRadio && item.required ? 'true' : nothing}
    >
      <legend class="label" part="label">${labelText(props)}</legend>
      ${notes(props)} ${controls}
    </fieldset>
  `;
}

export type InputEventOf = Event & { readonly currentTarget: HTMLInputElement };

export interface InputProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (event: InputEventOf) => void;
  readonly size?: string;
  readonly type?: 'text' | 'time';
  readonly mode?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** Which part of a date it holds. */
  readonly part?: string;
  /** Its name, where no label is its own. */
  readonly label?: string;
  readonly describedBy?: string | typeof nothing;
  readonly onBlur?: (event: InputEventOf) => void;
  readonly onPaste?: (event: ClipboardEvent & InputEventOf) => void;
}

/** One line to write on. Nothing that is written about health is checked or remembered by the browser. */
export const textInput = ({ problem }: FramedProps, input: InputProps): TemplateResult => html`
  <input
    class="input ${input.size ?? ''}"
    part="input"
    id=${input.id}
    type=${input.type ?? 'text'}
    spellcheck="false"
    autocapitalize=${input.mode === 'email' || input.mode === 'url' ? 'none' : nothing}
    autocomplete=${(input.autocomplete ?? 'off') as AutoFill}
    inputmode=${input.mode ?? nothing}
    aria-label=${input.label ?? nothing}
    aria-invalid=${problem === undefined ? nothing : 'true'}
    aria-describedby=${input.describedBy ?? nothing}
    data-part=${input.part ?? nothing}
    .value=${input.value}
    @input=${input.onInput}
    @blur=${input.onBlur ?? nothing}
    @paste=${input.onPaste ?? nothing}
  />
`;
