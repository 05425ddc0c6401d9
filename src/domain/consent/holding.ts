import { DURATION, type ConsentDocument } from './document.js';

/**
 * Until when a consent holds that was received at an instant, by the calendar in UTC: from 31 January, a month lasts to
 * the last day of February.
 *
 * @returns `undefined` where the document has no term.
 */
export function endOfTerm({ holds }: Pick<ConsentDocument, 'holds'>, receivedAt: string): string | undefined {
  const parts = DURATION.exec(holds ?? '');
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const end = new Date(receivedAt);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + years * 12 + months);
  // A month too short for that day ends on its last one.
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  end.setUTCDate(end.getUTCDate() + weeks * 7 + days);
  return end.toISOString();
}
