import { html, nothing, render, type TemplateResult } from 'lit';
import { isCodes, OWN_WORDS } from '../../domain/questionnaire/answers.js';
import type { AnswerOption } from '../../domain/questionnaire/questionnaire.js';
import { describedBy, shortLabel, single, type FieldProps, type InputEventOf } from './field-frame.js';
import { fieldId } from './field-props.js';

/** Suggestions at a time: more than these are no help on a phone. */
const MOST_SUGGESTIONS = 6;

/** Words without case, accents and signs, one space between them. */
const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The answers in which a word begins as was written, a brand name in brackets too. */
function suggestionsFor(written: string, options: readonly AnswerOption[] = []): readonly AnswerOption[] {
  const start = ` ${folded(written)}`;
  return options.filter(({ display }) => ` ${folded(display)}`.includes(start)).slice(0, MOST_SUGGESTIONS);
}

/** The list lives beside its input and is drawn apart from the form: whether it is open is nobody else's business. */
const listOf = (input: HTMLInputElement) => input.nextElementSibling as HTMLElement;

const activeIn = (list: HTMLElement): number =>
  [...list.children].findIndex(({ ariaSelected }) => ariaSelected === 'true');

/** Shows these suggestions, none of them or one marked. */
function show(
  input: HTMLInputElement,
  options: readonly AnswerOption[],
  { onEntry }: FieldProps,
  active = -1,
): void {
  const list = listOf(input);
  const option = ({ code, display }: AnswerOption, index: number) =>
    html`<div
      class="option"
      part="option"
      role="option"
      id="${list.id}${index}"
      aria-selected=${index === active}
      @click=${() => {
        onEntry([code]);
        close(input);
      }}
    >
      ${display}
    </div>`;
  render(options.map(option), list);
  list.hidden = options.length === 0;
  input.ariaExpanded = String(!list.hidden);
  input.setAttribute('aria-activedescendant', active < 0 ? '' : `${list.id}${active}`);
  (list.children[active] ?? list).scrollIntoView({ block: 'nearest' });
}

/** Says how many suggestions there are to those who don't see them. */
function say(input: HTMLInputElement, words: string): void {
  const status = listOf(input).nextElementSibling;
  if (status) status.textContent = words;
}

function close(input: HTMLInputElement): void {
  const list = listOf(input);
  render([], list);
  list.hidden = true;
  input.ariaExpanded = 'false';
  input.removeAttribute('aria-activedescendant');
  say(input, '');
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What the keys do in an editable combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. */
function onKey(event: KeyboardEvent & InputEventOf, props: FieldProps): void {
  const { currentTarget: input, key, isComposing } = event;
  const list = listOf(input);
  const step = STEPS[key];
  const at = activeIn(list);
  if (isComposing) return;
  if (step !== undefined) {
    const options = suggestionsFor(input.value, props.item.answerOption);
    // Between the last and the first stands the input itself.
    const places = options.length + 1;
    show(input, options, props, ((at + 1 + step + places) % places) - 1);
  } else if (!list.hidden && (key === 'Enter' || key === 'Escape')) {
    const marked = list.children[at];
    if (key === 'Enter' && marked instanceof HTMLElement) marked.click();
    close(input);
  } else return;
  event.preventDefault();
}

/** A line to write on that suggests answers from a list, and keeps whatever else is written. */
export function suggestField(props: FieldProps): TemplateResult {
  const { item, path, entry, problem, t, onEntry } = props;
  const id = fieldId(path);
  const [code = OWN_WORDS] = isCodes(entry) ? entry : [];
  const option = item.answerOption?.find((each) => each.code === code);
  const onInput = ({ currentTarget: input }: InputEventOf) => {
    const { value } = input;
    onEntry(value === '' ? [] : [OWN_WORDS + value]);
    if (value === '') return close(input);
    const options = suggestionsFor(value, item.answerOption);
    show(input, options, props);
    say(input, t.suggestions(options.length));
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
        autocomplete="off"
        autocapitalize="none"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="${id}_list"
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(props)}
        .value=${option?.display ?? code.slice(OWN_WORDS.length)}
        @input=${onInput}
        @change=${onChange}
        @blur=${({ currentTarget }: InputEventOf) => close(currentTarget)}
        @keydown=${(event: KeyboardEvent & InputEventOf) => onKey(event, props)}
      />
      <div
        class="list"
        part="list"
        role="listbox"
        id="${id}_list"
        aria-label=${shortLabel(props)}
        hidden
        @mousedown=${(event: Event) => event.preventDefault()}
      ></div>
      <div class="visually-hidden" aria-live="polite"></div>
    </div>`,
  );
}
