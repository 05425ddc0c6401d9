import { addDays } from '../../src/domain/scheduling/calendar-days.js';
import { daysInMonth } from '../../src/domain/questionnaire/plain-date.js';
import { instantAt } from '../../src/domain/scheduling/zone.js';

/** The last millisecond of a calendar date where the practice is; `undefined` where there is no such date. */
export function endOfDay(date: string, timeZone: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const next = addDays(date, 1);
  // The day after the last one that four digits of a year can write.
  if (!/^\d{4}-/.test(next)) return undefined;
  // Where the clocks skip midnight, the next day begins at the first time that they do show.
  const beginning = [0, 30, 60, 120]
    .map((minutes) => instantAt(next, minutes, timeZone))
    .find((at) => at !== undefined);
  return beginning === undefined ? undefined : new Date(beginning - 1);
}

/** Whether the platform knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
