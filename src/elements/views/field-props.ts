import type { ShownProblem } from '../../app/intake/state.js';
import { maxLengthOf, type ItemPath } from '../../domain/questionnaire/answers.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
import type { Messages } from '../../locale/messages.js';
import { valueWords } from './answer-words.js';

/** An id for the field of a path, the same at each render; letters that ids don't like are written as their codes. */
export const fieldId = (path: ItemPath): string =>
  `q-${path.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0)}`)}`;

/** The words of an item with what stands before them; other words where it has none. */
export const titleOf = ({ prefix, text }: Item, otherwise = ''): string =>
  [prefix, text || otherwise].filter(Boolean).join(' ');

/** What the sentence of a problem needs beside its code. */
export interface ProblemContext {
  readonly t: Messages;
  readonly minimumAge: number;
  readonly phone: string | undefined;
}

/** A bound as a client reads it: a date in words, an amount with its unit. */
function limitWords(item: Item, limit: number | string = 0, t: Messages): string {
  const unit = item.units?.[0]?.display;
  return valueWords(item, unit === undefined ? limit : { value: Number(limit), unit }, t);
}

/** How much there may be of an answer, where a problem's sentence says so. */
function limitOf(code: ShownProblem['code'], item: Item, t: Messages): string | number {
  switch (code) {
    case 'too-small':
      return limitWords(item, item.min, t);
    case 'too-large':
      return limitWords(item, item.max, t);
    case 'too-few':
      return item.minOccurs ?? 1;
    case 'too-many':
      return item.maxOccurs ?? 1;
    case 'too-short':
      return item.minLength ?? 0;
    default:
      return maxLengthOf(item);
  }
}

/** The sentence for what is wrong with an answer. */
export function problemSentence(
  { code, detail }: ShownProblem,
  item: Item,
  { t, minimumAge, phone }: ProblemContext,
): string {
  if (code === 'under-minimum-age') return t.underAge(minimumAge, phone);
  const label = item.short ?? titleOf(item, t.answer).replace(/[?:.\s]+$/, '');
  const words = t.problem[code];
  const sentence = t.problemWith(label, typeof words === 'function' ? words(limitOf(code, item, t)) : words);
  return detail ? `${sentence}. ${detail}` : sentence;
}
