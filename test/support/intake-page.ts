import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { KapIntakeForm } from '../../src/elements/kap-intake-form/kap-intake-form.js';
import { en } from '../../src/locale/en.js';
import { COMPLETE_HISTORY } from './complete-history.js';

export const CHECK = en.checkTitle;

const plain = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

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

/** A client's way through the form, in the words that the client sees. */
export class IntakePage {
  readonly form: KapIntakeForm;

  constructor(form: KapIntakeForm) {
    this.form = form;
  }

  /** The form in this place, once its welcome can be read. */
  static async open(attributes: Readonly<Record<string, string>>, place: Element): Promise<IntakePage> {
    const page = new IntakePage(placed('kap-intake-form', attributes, place));
    await page.shows('Your health history');
    return page;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.form;
    if (!shadowRoot) throw new Error('The form has not rendered yet.');
    return shadowRoot;
  }

  get title(): string {
    return plain(this.form.shadowRoot?.querySelector('[part~="title"]'));
  }

  get text(): string {
    return plain(this.form.shadowRoot);
  }

  get focused(): HTMLElement | null {
    return this.root.activeElement as HTMLElement | null;
  }

  /** @throws where the focus is elsewhere. Said in words: an assertion would print both elements to their last property. */
  expectFocusOn(wanted: Element | undefined): void {
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
    await settled(this.form);
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

  all(part: string): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${part}"]`)];
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

  begin = (): Promise<void> => this.click('Begin');
  continue = (): Promise<void> => this.click('Continue');
  back = (): Promise<void> => this.click('Back');

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

  /** Answers what the topic on the screen requires and nobody has answered yet. */
  async fillTopic(): Promise<void> {
    for (const [question, answers] of Object.entries(COMPLETE_HISTORY[this.title] ?? {}))
      if (this.answerTo(question).join('') === '') await this.answer(question, ...answers);
  }

  /** Fills in whatever comes before a topic, and stops there. */
  async goTo(title: string): Promise<void> {
    if (this.title === 'Your health history') await this.begin();
    for (let topics = 0; this.title !== title; topics++) {
      if (topics > Object.keys(COMPLETE_HISTORY).length) throw new Error(`“${title}” never came.`);
      await this.fillTopic();
      await this.continue();
    }
  }

  async fillAll(): Promise<void> {
    await this.goTo(CHECK);
  }

  /** Answers everything and sends it off. */
  async sendAll(): Promise<void> {
    await this.fillAll();
    await this.click(this.sendButton);
  }

  get sendButton(): string {
    return this.buttons.find((name) => name.startsWith('Send')) ?? 'Send';
  }

  /** The sentences of the summary at the top. */
  get errors(): readonly string[] {
    return [...this.root.querySelectorAll('[part~="error-summary"] li')].map(plain);
  }

  errorOf(question: string, instance?: string): string {
    return plain(this.field(question, instance).querySelector('[part~="error"]'));
  }

  /** A line of what is read back before sending: its answer, and the button that changes it. */
  line(label: string): { readonly words: string; readonly change: HTMLButtonElement } {
    const change = this.button(`Change: ${label}`);
    return { words: plain(change.closest('[part~="answer"]')?.querySelector('dd')), change };
  }
}
