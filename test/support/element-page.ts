import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { en } from './words.js';

/** Words as they are read, one space between them, whatever the source, a new line or a language's rules put there. */
export function plain(node: Node | null | undefined): string {
  if (!node) return '';
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let words = '';
  for (let at: Node | null = walk.root; at; at = walk.nextNode())
    words += at.nodeName === 'BR' ? ' ' : (at.nodeValue ?? '');
  return words.replace(/\s+/g, ' ').trim();
}

/** The words of a question without its mark "(optional)". */
function questionOf(label: Element): string {
  const copy = label.cloneNode(true) as Element;
  copy.querySelector('[part~="optional"]')?.remove();
  return plain(copy);
}

/** Resolves as soon as something is true. */
export const until = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(condition, what, { interval: 10, timeout: 5_000 });

export async function settled(element: LitElement): Promise<void> {
  let done = false;
  while (!done) done = await element.updateComplete;
}

/** Whether an element is on the screen at all. */
export const isSeen = (element: Element | null | undefined): boolean =>
  (element?.getClientRects().length ?? 0) > 0;

/** Whether the browser would ask before the page goes away. */
export const asksBeforeLeaving = (): boolean =>
  !dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** What an event of ours says, beside what every event does. */
export const saidBy = (event: Event): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));

/** Puts an element with these attributes into a place. */
export function placed<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  place: Element,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  place.append(element);
  return element;
}

/** A phone number as a page's own words, to stand in an element until its script runs. */
export function fallbackIn(place: Element): HTMLElement {
  const fallback = document.createElement('p');
  fallback.textContent = 'Call us on (503) 555-0142.';
  place.append(fallback);
  return fallback;
}

/** What a client meets in one of the elements, in the words that the client sees. */
export class ElementPage<Tested extends LitElement = LitElement> {
  readonly element: Tested;

  constructor(element: Tested) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has not rendered yet.');
    return shadowRoot;
  }

  get title(): string {
    return plain(this.element.shadowRoot?.querySelector('[part~="title"]'));
  }

  get text(): string {
    return plain(this.element.shadowRoot);
  }

  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  /** @throws where the focus is elsewhere. Said in words: an assertion would print both elements to their last property. */
  expectFocusOn(wanted: Element | null | undefined): void {
    const { focused } = this;
    const inWords = (element: Element | null | undefined) => element?.outerHTML.slice(0, 120) ?? 'nothing';
    if (focused !== wanted || !wanted)
      throw new Error(`The focus is on ${inWords(focused)}, not on ${inWords(wanted)}.`);
  }

  /** What the live region has said last. */
  get announcement(): string {
    return plain(this.root.querySelector('.visually-hidden[role="status"]'));
  }

  async settle(): Promise<void> {
    await settled(this.element);
  }

  /** Waits for a title. */
  async shows(title: string): Promise<void> {
    try {
      await until(() => this.title === title, title);
    } catch {
      throw new Error(`“${title}” never showed; what showed last was “${this.text.slice(0, 200)}”.`);
    }
    await this.settle();
  }

  /** Waits for a sentence. */
  async says(sentence: string): Promise<void> {
    try {
      await until(() => this.text.includes(sentence), sentence);
    } catch {
      throw new Error(`“${sentence}” was never said; what showed last was “${this.text.slice(0, 300)}”.`);
    }
    await this.settle();
  }

  all(part: string): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${part}"]`)];
  }

  /** The words of every piece of that name. */
  words(part: string): readonly string[] {
    return this.all(part).map(plain);
  }

  /** The buttons by their accessible names. */
  get buttons(): readonly string[] {
    return [...this.root.querySelectorAll('button')].map((button) => button.ariaLabel ?? plain(button));
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => (button.ariaLabel ?? plain(button)) === name,
    );
    if (!found) throw new Error(`There is no button “${name}”, only ${this.buttons.join(' | ')}.`);
    return found;
  }

  async click(name: string): Promise<void> {
    this.button(name).click();
    await this.settle();
  }

  get questions(): readonly string[] {
    return this.all('field').map((field) => questionOf(field.querySelector('[part~="label"]') ?? field));
  }

  /** A question by its words, of several with the same words the one in an instance such as "Medicine 2". */
  field(question: string, instance?: string): HTMLElement {
    const found = this.all('field').find((field) => {
      const label = field.querySelector('[part~="label"]');
      const around = field.closest('[part~="instance"]')?.querySelector('legend');
      return (
        label && questionOf(label) === question && (instance === undefined || plain(around) === instance)
      );
    });
    if (!found) throw new Error(`There is no question “${question}”, only ${this.questions.join(' | ')}.`);
    return found;
  }

  /** The text fields of a question; a date has three. */
  inputs(question: string, instance?: string): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
    return [...this.field(question, instance).querySelectorAll<HTMLInputElement>('[part~="input"]')];
  }

  choice(question: string, words: string): HTMLInputElement {
    const choices = [...this.field(question).querySelectorAll('[part~="choice"]')];
    const found = choices.find((choice) => plain(choice) === words)?.querySelector('input');
    if (!found) throw new Error(`“${question}” has no “${words}”, only ${choices.map(plain).join(' | ')}.`);
    return found;
  }

  /** What stands in a question now: texts, or the words of the choices. */
  answerTo(question: string, instance?: string): readonly string[] {
    const inputs = this.inputs(question, instance);
    if (inputs.length > 0) return inputs.map((input) => input.value);
    return [...this.field(question, instance).querySelectorAll('[part~="choice"]:has(:checked)')].map(plain);
  }

  async answer(question: string, ...answers: readonly string[]): Promise<void> {
    await this.answerIn(undefined, question, ...answers);
  }

  async answerIn(
    instance: string | undefined,
    question: string,
    ...answers: readonly string[]
  ): Promise<void> {
    const inputs = this.inputs(question, instance);
    for (const [index, answer] of answers.entries()) {
      const input = inputs[index];
      if (input) {
        input.value = answer;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      } else this.choice(question, answer).click();
      await this.settle();
    }
  }

  /** The sentences of the summary at the top. */
  get errors(): readonly string[] {
    return [...this.root.querySelectorAll('[part~="error-summary"] li')].map(plain);
  }

  /** @throws where the summary is missing, counts otherwise, or has not taken the focus. */
  expectSummary(sentences: readonly string[]): void {
    const [summary] = this.all('error-summary');
    const said = [plain(summary?.querySelector('h3')), ...this.errors].join(' | ');
    const wanted = [en.summaryTitle(sentences.length), ...sentences].join(' | ');
    if (said !== wanted) throw new Error(`The summary says “${said}”, not “${wanted}”.`);
    this.expectFocusOn(summary);
  }

  errorOf(question: string, instance?: string): string {
    return plain(this.field(question, instance).querySelector('[part~="error"]'));
  }
}
