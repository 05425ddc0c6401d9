import { lookFor, type Hands, type Point } from './hands.js';

/**
 * Finds the control that these words lead to, each within the fieldset of those before, brings it into view and
 * gives its middle; nothing where it is not there. `…` stands for any words. Runs in the page, so it is written as the
 * page reads it.
 */
const FIND = `
  const [tag, path] = arguments;
  const root = document.querySelector(tag)?.shadowRoot;
  const literal = (words) => words.replace(/[.*+?^$\\{}()|[\\]\\\\]/g, '\\\\$&');
  let within = root;
  let found;
  for (const words of path) {
    within = found ? found.closest('fieldset') : root;
    const wanted = new RegExp('^' + words.split('…').map(literal).join('.*') + '$');
    found = [...(within?.querySelectorAll('label, legend, button') ?? [])].find((element) =>
      wanted.test(element.textContent.replace(/\\s+/g, ' ').trim().replace(/ \\(optional\\)$/, '')));
    if (!found) return null;
  }
  const control = found.control ?? found;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
`;

const TEXT = `
  const root = document.querySelector(arguments[0])?.shadowRoot;
  return root?.querySelector(arguments[1])?.textContent.trim() ?? null;
`;

/** One element in a browser that is worked by mouse and keyboard. */
export class ElementByHand {
  readonly #hands: Hands;
  readonly #tag: string;

  constructor(hands: Hands, tag: string) {
    this.#hands = hands;
    this.#tag = tag;
  }

  /** Presses what these words lead to, once it stands still: an answer before it may have opened other questions. */
  async press(...words: readonly string[]): Promise<void> {
    let before: Point | null = null;
    const find = async () => {
      const now = (await this.#hands.look(FIND, this.#tag, words)) as Point | null;
      const isStill = now !== null && now.x === before?.x && now.y === before.y;
      before = now;
      return isStill ? now : undefined;
    };
    await this.#hands.click(await lookFor(find, words.join(' › ')));
  }

  async write(text: string, ...words: readonly string[]): Promise<void> {
    await this.press(...words);
    await this.#hands.type(text);
  }

  async titled(title: string): Promise<void> {
    const isThere = async () => ((await this.#text('h2')) === title ? true : undefined);
    await lookFor(isThere, title);
  }

  /** The reference that is given under a title. */
  async reference(title: string): Promise<string> {
    await this.titled(title);
    return String(await this.#text('[part~=reference]'));
  }

  #text(selector: string): Promise<unknown> {
    return this.#hands.look(TEXT, this.#tag, selector);
  }
}
