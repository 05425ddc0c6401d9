import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import { unreadable } from '../problems.js';
import { endOfDay } from '../zone.js';

/** Dates where the practice is, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const MOST_DAYS = 62;

/** @throws Refusal 400 for what is no range of at most so many days. */
export function readRange(
  from: string | undefined,
  to: string | undefined,
  timeZone: string,
  mostDays = MOST_DAYS,
): DateRange & { readonly start: Date; readonly end: Date } {
  const start = endOfDay(from ?? '', timeZone);
  const end = endOfDay(to ?? '', timeZone);
  if (from === undefined || to === undefined || start === undefined || end === undefined)
    throw unreadable('This needs two dates, from and to, written like 2026-11-24.');
  if (from > to || addDays(from, mostDays) <= to)
    throw unreadable(`From one date to a later one, at most ${mostDays} days.`);
  const before = endOfDay(addDays(from, -1), timeZone) ?? start;
  return { from, to, start: before, end };
}
