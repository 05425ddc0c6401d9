import type { KapConsent } from '../../src/elements/kap-consent/kap-consent.js';
import { en } from './words.js';
import { shortConsent } from './consent-document.js';
import { ElementPage, placed, plain, until } from './element-page.js';

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

  /** What is ticked or chosen in the document itself: how one signs is chosen below it, and a typed name comes first. */
  get given(): readonly Element[] {
    return [...this.root.querySelectorAll('[part~="block"]:not(.signature) :checked')];
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

  /** The headings of the contents, each with what is said of it. */
  get contents(): readonly string[] {
    return [...this.root.querySelectorAll('[part~="contents"] li')].map(plain);
  }

  /** What the summary above the contents says. */
  get progress(): string {
    return plain(this.root.querySelector('[part~="contents"] summary'));
  }

  /** The line at the end of the window, without its button. */
  get whereabouts(): string {
    return plain(this.root.querySelector('[part~="where"] span'));
  }

  /** The buttons of a passage that explain a word. */
  get terms(): readonly HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('button[part~="term"]')];
  }

  /** The meaning that is open. */
  get meaning(): string | undefined {
    const open = this.root.querySelector(':popover-open');
    return open ? plain(open) : undefined;
  }

  get canvas(): HTMLCanvasElement {
    const canvas = this.root.querySelector('canvas');
    if (!canvas) throw new Error('There is nothing to draw on.');
    return canvas;
  }

  /** Chooses to draw, and waits for the box to be ready. */
  async draws(): Promise<void> {
    await this.answer(en.methodLabel, en.methodDrawn);
    await until(() => this.canvas.style.touchAction === 'none', 'the box to draw in');
    await this.settle();
  }

  /** Puts the pen down, moves or lifts it at a point, in parts of the box's width and height. */
  pen(type: 'pointerdown' | 'pointermove' | 'pointerup', [x, y]: readonly [x: number, y: number]): void {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const target = type === 'pointerdown' ? this.canvas : window;
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        buttons: type === 'pointerup' ? 0 : 1,
        clientX: left + x * width,
        clientY: top + y * height,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }

  /** Draws a line from one point to the next. */
  async stroke(...points: readonly (readonly [x: number, y: number])[]): Promise<void> {
    this.canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [first = [0, 0], ...rest] = points;
    this.pen('pointerdown', first);
    for (const point of rest) this.pen('pointermove', point);
    this.pen('pointerup', rest.at(-1) ?? first);
    await this.settle();
  }

  /** The colour near a point of the box, as red, green, blue and how opaque; nothing where nothing is drawn. */
  inkAt(x: number, y: number): readonly number[] | undefined {
    const { width, height } = this.canvas;
    const around = 3;
    const left = Math.round(x * width) - around;
    const top = Math.round(y * height) - around;
    const seen = this.canvas.getContext('2d')?.getImageData(left, top, around * 2, around * 2).data ?? [];
    const pixels = Array.from({ length: seen.length / 4 }, (_, index) => [
      ...seen.slice(index * 4, index * 4 + 4),
    ]);
    return pixels.find(([, , , opaque = 0]) => opaque > 200);
  }

  sign = (): Promise<void> => this.click(en.sign);

  async fillInAndSign(name?: string): Promise<void> {
    await this.fillIn(name);
    await this.sign();
  }
}
