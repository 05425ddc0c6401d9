import { wordsOf, type SummaryRow } from '../../domain/questionnaire/summary.js';
import { dateInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';

/** An answer as it is read back, `undefined` where there is none. */
export function answerWords({ item, values }: SummaryRow, t: Messages): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  if (item.type === 'boolean') return first === true ? t.yes : t.no;
  if (item.type === 'date' && typeof first === 'string') return dateInWords(first, t.language);
  return wordsOf(item, values).join(', ');
}
