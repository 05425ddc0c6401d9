import type { ConsentTerm } from './document.js';

/** A run of a text; with what it means where it is a word to explain. */
export interface Piece {
  readonly text: string;
  readonly meaning?: string;
}

/** What makes a word longer, in any script: letters with their marks, digits, and what joins words to one. */
const IN_WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

/** A term as it may stand in a text: signs mean themselves, and any white space is as good as another. */
const asWritten = (term: string): string =>
  term
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);

/** Each term a group of its own, so that a match tells which it is, whatever the case it is written in. */
function anyOf(terms: readonly ConsentTerm[]): RegExp {
  const groups = terms.map(({ term }) => `(${asWritten(term)})`).join('|');
  // What stands before a word is matched with it: browsers of some years ago can't look behind.
  return new RegExp(`(^|(?!${IN_WORD})[^])(?:${groups})(?!${IN_WORD})`, 'giu');
}

/**
 * Texts of one passage, cut where a term stands for the first time in it: whole words, in any case, and of two terms
 * that begin together the longer one. The pieces of a text are the text again when they are put together.
 */
export function explained(
  texts: readonly string[],
  terms: readonly ConsentTerm[],
): readonly (readonly Piece[])[] {
  const longestFirst = terms
    .filter(({ term }) => term.trim() !== '')
    .sort((a, b) => b.term.length - a.term.length);
  if (longestFirst.length === 0) return texts.map((text) => [{ text }]);
  const pattern = anyOf(longestFirst);
  const seen = new Set<number>();
  return texts.map((text) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const [whole, before = '', ...groups] = match;
      const which = groups.findIndex((group) => group !== undefined);
      const found = longestFirst[which];
      if (!found || seen.has(which)) continue;
      seen.add(which);
      const start = match.index + before.length;
      const end = match.index + whole.length;
      if (start > from) pieces.push({ text: text.slice(from, start) });
      pieces.push({ text: text.slice(start, end), meaning: found.meaning });
      from = end;
    }
    return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces;
  });
}
