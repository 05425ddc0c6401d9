import { syllable } from 'syllable';
import { EXPLAINED, NAMES } from './glossary.js';

const TERMS: ReadonlySet<string> = new Set(
  [...Object.keys(EXPLAINED), ...NAMES].map((term) => term.toLowerCase()),
);

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

const isTerm = (word: string): boolean => TERMS.has(word) || TERMS.has(word.replace(/(?:’s|s)$/, ''));

/** Terms of the glossary count as one. */
export const syllablesOf = (word: string): number => (isTerm(word) ? 1 : Math.max(1, syllable(word)));

/** The sentences of a line: what ends with a full stop or a question mark. Titles, labels and answers have none. */
export const sentencesOf = (line: string): readonly string[] =>
  line.split(/(?<=[.?!][”’)]?)\s+/).filter((part) => /[.?!][”’)]?$/.test(part) && wordsIn(part).length > 0);

/** What a text counts. */
export interface Count {
  readonly words: number;
  /** How long a sentence is on average, in words. */
  readonly wordsInSentence: number;
  /** How long a word is on average, in syllables. */
  readonly syllablesInWord: number;
}

/**
 * Counts lines of text. How long sentences are is taken from sentences alone, how hard words are from every word: a
 * hundred short answers would otherwise make any page look easy.
 */
export function count(lines: readonly string[]): Count {
  const sentences = lines.flatMap(sentencesOf);
  const inSentences = sentences.flatMap(wordsIn).length;
  const words = lines.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    words: words.length,
    wordsInSentence: sentences.length === 0 ? 0 : inSentences / sentences.length,
    syllablesInWord: words.length === 0 ? 0 : syllables / words.length,
  };
}

/** The school grade of a text by Flesch and Kincaid (Kincaid et al., US Navy, 1975). */
export const gradeOf = ({ wordsInSentence, syllablesInWord }: Count): number =>
  0.39 * wordsInSentence + 11.8 * syllablesInWord - 15.59;
