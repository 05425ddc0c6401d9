import type { MedicineName } from './rules.js';

/** From so many letters on, a name is found with so many slips; brands are shorter and less like each other. */
const FORGIVING = { generic: 7, brand: 5, twice: 10 } as const;

const MOST_SLIPS = 2;

/** Words of their own that are one letter away from a brand. */
const NO_SLIPS: ReadonlySet<string> = new Set(['ultra', 'concert', 'unison', 'ambient', 'lasik']);

/**
 * Words in lower case without accents, the same for British and American spelling: "St. John’s Wort" is `st`, `johns`,
 * `wort`, and "Amphetamine" is `amfetamine`.
 */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ph', 'f')
    .replaceAll(/#\s*(?=\d)/g, ' no ')
    .replaceAll(/\bsaint\b/g, 'st')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const nameWords = new Map<string, readonly string[]>();

/** The same few hundred names are looked for again and again. */
function wordsOfName(name: string): readonly string[] {
  const words = nameWords.get(name) ?? wordsIn(name);
  nameWords.set(name, words);
  return words;
}

/** How many letters are wrong, missing, too many or swapped with their neighbours; it stops counting past what is forgiven. */
function slipsBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        (now[at - 1] ?? 0) + 1,
        (last[at] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...now) > MOST_SLIPS) return MOST_SLIPS + 1;
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}

/** Whether a word is this one of a name; nobody slips twice with the first letter wrong. */
function isSame(written: string | undefined, word: string, forgivingFrom: number): boolean {
  if (written === undefined || written === word) return written === word;
  if (word.length < forgivingFrom || Math.abs(written.length - word.length) > MOST_SLIPS) return false;
  if (NO_SLIPS.has(written)) return false;
  const slips = slipsBetween(written, word);
  return slips === 1 || (slips === MOST_SLIPS && word.length >= FORGIVING.twice && written[0] === word[0]);
}

/** Whether a name stands in a text as whole words, next to each other. */
function isNamed(name: string, text: readonly string[], forgivingFrom: number): boolean {
  const words = wordsOfName(name);
  return text.some((_, at) => words.every((word, offset) => isSame(text[at + offset], word, forgivingFrom)));
}

/**
 * The medicines that a text names, by their generic names. A match adds something to look at and never takes anything
 * away, so that it may err towards finding one.
 */
export function medicinesIn(text: string, names: readonly MedicineName[]): readonly string[] {
  const words = wordsIn(text);
  return names
    .filter(
      ({ generic, brands = [] }) =>
        isNamed(generic, words, FORGIVING.generic) ||
        brands.some((brand) => isNamed(brand, words, FORGIVING.brand)),
    )
    .map(({ generic }) => generic);
}
