import type { Passage } from './text.js';

/** Stands for a name, a number or a date of which a sentence is made: the shortest word, which makes none look easier. */
const FILLER = '2';

/** Every text in a table of words, also within its own tables. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    const sentence = words as (...parts: readonly string[]) => string;
    return [sentence(...Array<string>(words.length).fill(FILLER))];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(textsIn);
}

/**
 * The words of an interface, each entry as a passage of its own.
 *
 * @param others words that are measured elsewhere, or not at all.
 */
export const interfacePassages = (words: object, others: object): readonly Passage[] =>
  Object.entries(words)
    .filter(([key]) => !Object.hasOwn(others, key))
    .map(([title, entry]) => ({ title, lines: textsIn(entry) }));
