import { stayBeside } from '../../controllers/beside.js';
import { html, render, type TemplateResult } from 'lit';
import { OWN_WORDS } from '../../domain/questionnaire/answers.js';
import { codesIn } from '../../domain/questionnaire/edit-answers.js';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import {
  describedBy,
  invalid,
  shortLabel,
  single,
  type FieldProps,
  type InputEventOf,
} from './field-frame.js';
import { fieldId } from './field-props.js';

/** Suggestions at a time: more than these are no help on a phone. */
const MOST_SUGGESTIONS = 6;

/** Words without case, accents and signs, one space before each. */
const folded = (words: string): string =>
  ` ${words.normalize('NFD').replace(/\p{M}/gu, '')}`
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trimEnd()
    .toLowerCase();

/** The answers in which a word begins as was written, a brand name in brackets too. */
const suggestionsFor = (written: string, { item }: FieldProps): readonly AnswerOption[] =>
  (item.answerOption ?? [])
    .filter(({ display }) => folded(display).includes(folded(written)))
    .slice(0, MOST_SUGGESTIONS);

/** Beside its input is the list, drawn apart from the form: whether it is open is nobody else's business. */
const listOf = (input: HTMLInputElement) => input.nextElementSibling as HTMLElement;

/** Shows suggestions, one of them marked or none, and says what those hear who don't see them. */
function show(
  input: HTMLInputElement,
  options: readonly AnswerOption[],
  { onEntry }: FieldProps,
  active = -1,
  said = '',
): void {
  const list = listOf(input);
  const option = ({ code, display }: AnswerOption, index: number) =>
    html`<div
      class=${index === active ? 'choice chosen' : 'choice'}
      part="option"
      role="option"
      id="${list.id}${index}"
      aria-selected=${index === active}
      @click=${() => onEntry([code])}
    >
      ${display}
    </div>`;
  render(options.map(option), list);
  list.hidden = options.length === 0;
  // Above whatever the page may cut off or cover, in browsers that can.
  list.togglePopover?.(!list.hidden);
  input.ariaExpanded = String(!list.hidden);
  input.setAttribute('aria-activedescendant', active < 0 ? '' : `${list.id}${active}`);
  list.children[active]?.scrollIntoView({ block: 'nearest' });
  if (list.nextElementSibling) list.nextElementSibling.textContent = said;
}

/** What the keys do in an editable combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. */
function onKey(event: KeyboardEvent & InputEventOf, props: FieldProps): void {
  const { currentTarget: input, key, isComposing } = event;
  const list = listOf(input);
  const at = [...list.children].findIndex(({ ariaSelected }) => ariaSelected === 'true');
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const isAnswer = key === 'Enter' && !list.hidden;
  if (isComposing || !(step || isAnswer || (key === 'Escape' && !list.hidden))) return;
  event.preventDefault();
  const options = step ? suggestionsFor(input.value, props) : [];
  // Between the last and the first stands the input itself.
  const places = options.length + 1;
  if (isAnswer) list.querySelector<HTMLElement>('[aria-selected=true]')?.click();
  show(input, options, props, ((at + 1 + step + places) % places) - 1);
}

/** A line to write on that suggests answers from a list, and keeps whatever else is written. */
export function suggestField(props: FieldProps): TemplateResult {
  const { item, path, entry, t, onEntry } = props;
  const id = fieldId(path);
  const [code = OWN_WORDS] = codesIn(entry);
  const option = item.answerOption?.find((each) => each.code === code);
  const close = ({ currentTarget }: InputEventOf) => show(currentTarget, [], props);
  const onInput = ({ currentTarget: input }: InputEventOf) => {
    const { value } = input;
    onEntry(value === '' ? [] : [OWN_WORDS + value]);
    const options = value === '' ? [] : suggestionsFor(value, props);
    show(input, options, props, -1, t.suggestions(options.length));
  };
  // Whoever writes an answer out has chosen it.
  const onChange = ({ currentTarget: { value } }: InputEventOf) => {
    const same = item.answerOption?.find(({ display }) => folded(display) === folded(value));
    if (same) onEntry([same.code]);
  };
  return single(
    props,
    html`<div class="combobox">
      <input
        class="input"
        part="input"
        id=${id}
        type="text"
        role="combobox"
        spellcheck="false"
        autocapitalize="none"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="${id}_list"
        aria-invalid=${invalid(props)}
        aria-describedby=${describedBy(props)}
        .value=${option?.display ?? code.slice(OWN_WORDS.length)}
        @input=${onInput}
        @change=${onChange}
        @blur=${close}
        @keydown=${(event: KeyboardEvent & InputEventOf) => onKey(event, props)}
      />
      <div
        class="list"
        part="list"
        role="listbox"
        id="${id}_list"
        aria-label=${shortLabel(props)}
        popover="manual"
        tabindex="-1"
        hidden
        @toggle=${stayBeside}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${({ currentTarget }: Event & { readonly currentTarget: HTMLElement }) =>
          show(currentTarget.previousElementSibling as HTMLInputElement, [], props)}
      ></div>
      <div class="visually-hidden" aria-live="polite"></div>
    </div>`,
  );
}
