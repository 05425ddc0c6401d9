import { wordsOf, type SummaryRow } from '../../domain/questionnaire/summary.js';
import { dateInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';

/** An answer as it is read back, `undefined` where there is none. */
export function answerWords({ item, values }: SummaryRow, t: Messages): string | undefined {
  if (values.length === 0) return undefined;
  if (item.type === 'boolean') return values[0] === true ? t.yes : t.no;
  if (item.type === 'date') return dateInWords(String(values[0]), t.language);
  return wordsOf(item, values).join(', ');
}
