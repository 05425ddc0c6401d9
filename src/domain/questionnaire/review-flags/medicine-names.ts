import type { MedicineName } from './rules.js';

/** Names this long are found with one letter missing, added, wrong or swapped with its neighbour. */
const FORGIVING_LENGTH = 7;

/** Words in lower case without accents: "St. John’s Wort" is `st`, `johns`, `wort`. */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether two words differ by one slip of the hand at most. */
function areClose(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (word: string, skipped: number): string => word.slice(start + skipped);
  if (one.length !== other.length) {
    const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
    return rest(shorter, 0) === rest(longer, 1);
  }
  const isSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return rest(one, 1) === rest(other, 1) || (isSwapped && rest(one, 2) === rest(other, 2));
}

const isSame = (written: string | undefined, word: string): boolean =>
  written !== undefined && (written === word || (word.length >= FORGIVING_LENGTH && areClose(written, word)));

/** Whether a name stands in a text as whole words, next to each other. */
function isNamed(name: string, text: readonly string[]): boolean {
  const words = wordsIn(name);
  return text.some((_, at) => words.every((word, offset) => isSame(text[at + offset], word)));
}

/**
 * The medicines that a text names, by their generic names. A match adds something to look at and never takes anything
 * away, so that it may err towards finding one.
 */
export function medicinesIn(text: string, names: readonly MedicineName[]): readonly string[] {
  const words = wordsIn(text);
  return names
    .filter(({ generic, brands = [] }) => [generic, ...brands].some((name) => isNamed(name, words)))
    .map(({ generic }) => generic);
}
