import type { KapConsent } from '../../src/elements/kap-consent/kap-consent.js';
import { en } from './words.js';
import { shortConsent } from './consent-document.js';
import { ElementPage, placed, plain } from './element-page.js';

/** What `shortConsent` asks of the client. */
export const OFF_LABEL = 'I know that this use is not the approved one.';
export const NOT_DRIVING = 'I won’t drive until the next day.';
export const DRIVING = 'When may you drive again?';
export const RIGHT = 'The next day, after sleep';
export const MISS = 'The same evening';
export const OTHER_MISS = 'After an hour';
export const EXPLANATION = 'The medicine slows you down for longer than you notice.';

/** A client's way through a consent document. */
export class ConsentPage extends ElementPage<KapConsent> {
  /** The element in this place, once the document's title can be read. */
  static async open(
    attributes: Readonly<Record<string, string>>,
    place: Element,
    title = shortConsent.title,
  ): Promise<ConsentPage> {
    const page = new ConsentPage(placed('kap-consent', attributes, place));
    await page.shows(title);
    return page;
  }

  /** What is ticked or chosen, but for how to sign: a name can be typed by everybody. */
  get decided(): readonly string[] {
    const checked = [...this.root.querySelectorAll('[part~="choice"]:has(:checked)')].map(plain);
    return checked.filter((words) => words !== en.methodTyped);
  }

  /** The box of a sentence to tick. */
  box(sentence: string): HTMLInputElement {
    const found = this.all('choice')
      .find((choice) => plain(choice) === sentence)
      ?.querySelector('input');
    if (found?.type !== 'checkbox') throw new Error(`There is no “${sentence}” to tick.`);
    return found;
  }

  async tick(...sentences: readonly string[]): Promise<void> {
    for (const sentence of sentences) this.box(sentence).click();
    await this.settle();
  }

  /** What is said to be wrong beside a sentence to tick. */
  errorBeside(sentence: string): string {
    return plain(this.box(sentence).closest('[part~="field"]')?.querySelector('[part~="error"]'));
  }

  /** The passage in which something is asked. */
  #passage(question: string): Element {
    const passage = this.field(question).closest('[part~="block"]');
    if (!passage) throw new Error(`“${question}” stands in no passage.`);
    return passage;
  }

  /** The button that checks the answer to a question; nothing once it has been answered. */
  checkButton(question: string): HTMLButtonElement | undefined {
    return [...this.#passage(question).querySelectorAll('button')].find(
      (button) => plain(button) === en.checkAnswer,
    );
  }

  /** Presses the button below a question. */
  async pressCheck(question: string): Promise<void> {
    const button = this.checkButton(question);
    if (!button) throw new Error(`“${question}” can’t be checked any more.`);
    button.click();
    await this.settle();
  }

  /** Marks an answer to a comprehension question and has it checked. */
  async check(question: string, answer: string): Promise<void> {
    await this.answer(question, answer);
    await this.pressCheck(question);
  }

  /** What is said about an answer that was checked. */
  said(question: string): string {
    return plain(this.#passage(question).querySelector('[part~="notice"]'));
  }

  /** Does all that `shortConsent` asks for, but for pressing Sign. */
  async fillIn(name = 'Ana Okafor'): Promise<void> {
    await this.tick(OFF_LABEL, NOT_DRIVING);
    await this.check(DRIVING, RIGHT);
    await this.answer(en.fullName, name);
  }

  sign = (): Promise<void> => this.click(en.sign);

  async fillInAndSign(name?: string): Promise<void> {
    await this.fillIn(name);
    await this.sign();
  }
}
