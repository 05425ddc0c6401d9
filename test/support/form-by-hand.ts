import type { Answering, Topic } from './histories.js';
import { lookFor, type Hands, type Point } from './hands.js';

/**
 * Finds the control that these words lead to, each within the fieldset of those before, brings it into view and
 * gives its middle; nothing where it is not there. Runs in the page, so it is written as the page reads it.
 */
const FIND = `
  const root = document.querySelector('kap-intake-form')?.shadowRoot;
  let within = root;
  let found;
  for (const words of arguments[0]) {
    within = found ? found.closest('fieldset') : root;
    found = [...(within?.querySelectorAll('label, legend, button') ?? [])].find((element) =>
      element.textContent.replace(/\\s+/g, ' ').trim().replace(/ \\(optional\\)$/, '') === words);
    if (!found) return null;
  }
  const control = found.control ?? found;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
`;

const TEXT = `
  const root = document.querySelector('kap-intake-form')?.shadowRoot;
  return root?.querySelector(arguments[0])?.textContent.trim() ?? null;
`;

/** The form in a browser that is worked by mouse and keyboard. */
export class FormByHand {
  readonly #hands: Hands;

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  /** Presses what these words lead to, once it stands still: an answer before it may have opened other questions. */
  async press(...words: readonly string[]): Promise<void> {
    let before: Point | null = null;
    const find = async () => {
      const now = (await this.#hands.look(FIND, words)) as Point | null;
      const isStill = now !== null && now.x === before?.x && now.y === before.y;
      before = now;
      return isStill ? now : undefined;
    };
    await this.#hands.click(await lookFor(find, words.join(' › ')));
  }

  async titled(title: string): Promise<void> {
    const isThere = async () => ((await this.#hands.look(TEXT, 'h2')) === title ? true : undefined);
    await lookFor(isThere, title);
  }

  async answer(answering: Answering, within: readonly string[] = []): Promise<void> {
    if ('entry' in answering) {
      if (answering.press !== undefined) await this.press(answering.press);
      for (const each of answering.answers) await this.answer(each, [answering.entry]);
    } else if ('choose' in answering) {
      for (const choice of answering.choose) await this.press(...within, answering.question, choice);
    } else if ('date' in answering) {
      for (const [part, written] of Object.entries(answering.date))
        await this.#write(written, ...within, answering.question, part);
    } else await this.#write(answering.write, ...within, answering.question);
  }

  async fillIn(history: readonly Topic[]): Promise<void> {
    await this.press('Begin');
    for (const { title, answers } of history) {
      await this.titled(title);
      for (const each of answers) await this.answer(each);
      await this.press('Continue');
    }
    await this.titled('Check your answers');
  }

  async reference(): Promise<string> {
    await this.titled('Received');
    return String(await this.#hands.look(TEXT, '[part~=reference]'));
  }

  async #write(text: string, ...words: readonly string[]): Promise<void> {
    await this.press(...words);
    await this.#hands.type(text);
  }
}
