import type { AnswerValue } from '../../domain/questionnaire/answers.js';
import type { Item } from '../../domain/questionnaire/questionnaire.js';
import { wordsOf, type SummaryRow } from '../../domain/questionnaire/summary.js';
import { dateInWords, instantInWords, timeInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';

const INCHES_IN_A_FOOT = 12;

/** Whether heights are given in it as people say them: so many feet and inches. */
export const isFeet = (unit: string): boolean => /^f(ee)?t\b/i.test(unit);

/** One value of an answer as it is read back. */
export function valueWords(item: Item, value: AnswerValue, t: Messages): string {
  if (typeof value === 'object')
    return isFeet(value.unit ?? '')
      ? t.feet(Math.trunc(value.value / INCHES_IN_A_FOOT), value.value % INCHES_IN_A_FOOT)
      : wordsOf(item, [value]).join('');
  const written = String(value);
  switch (item.type) {
    case 'boolean':
      return value === true ? t.yes : t.no;
    case 'date':
    case 'dateTime':
      return written.includes('T') ? instantInWords(written, t.language) : dateInWords(written, t.language);
    case 'time':
      return timeInWords(written, t.language);
    default:
      return wordsOf(item, [value]).join('');
  }
}

/** An answer as it is read back, `undefined` where there is none. */
export const answerWords = (
  { item, values }: Pick<SummaryRow, 'item' | 'values'>,
  t: Messages,
): string | undefined =>
  values.length === 0 ? undefined : values.map((value) => valueWords(item, value, t)).join(', ');
