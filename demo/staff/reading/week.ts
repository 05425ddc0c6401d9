import { addDays, dayOfWeek } from '../../../src/domain/scheduling/calendar-days.js';
import type { StaffBooking } from '../api-answers.js';
import { sessionCount } from './sessions.js';
import { dateAt, LOCALE } from './time.js';

/** A working week, Monday to Sunday; all dates are `YYYY-MM-DD` where the practice is. */
export interface Week {
  readonly from: string;
  readonly to: string;
  readonly dates: readonly string[];
}

const MONDAY = 1;

/** The week that a date belongs to. */
export function weekOf(date: string): Week {
  const from = addDays(date, -((dayOfWeek(date) - MONDAY + 7) % 7));
  const dates = Array.from({ length: 7 }, (_, day) => addDays(from, day));
  return { from, to: addDays(from, 6), dates };
}

export const weekBefore = ({ from }: Week): Week => weekOf(addDays(from, -7));
export const weekAfter = ({ from }: Week): Week => weekOf(addDays(from, 7));

/** "November 23 – 29, 2026". */
export function weekInWords({ from, to }: Pick<Week, 'from' | 'to'>): string {
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    day(from),
    day(to),
  );
}

export interface Day {
  readonly date: string;
  readonly bookings: readonly StaffBooking[];
}

/** The days of a week, each with the sessions that start on it by the clocks of that zone. */
export function daysOf(
  { from, to, dates }: Week,
  bookings: readonly StaffBooking[],
  timeZone: string,
): readonly Day[] {
  const dayOf = ({ start }: StaffBooking): string => {
    const date = dateAt(Date.parse(start), timeZone);
    // The endpoint chose them by its own calendar; one that we would put on another week must not get lost.
    if (date < from) return from;
    return date > to ? to : date;
  };
  return dates.map((date) => ({ date, bookings: bookings.filter((booking) => dayOf(booking) === date) }));
}

/** "3 sessions, 1 waits for a decision". What was cancelled does not count. */
export function weekCount(bookings: readonly StaffBooking[]): string {
  const standing = bookings.filter(({ status }) => status !== 'cancelled').length;
  const waiting = bookings.filter(({ awaitsDecision }) => awaitsDecision).length;
  if (bookings.length === 0 || standing === 0) return 'No sessions';
  if (waiting === 0) return `${sessionCount(standing)}, none waits for a decision`;
  return `${sessionCount(standing)}, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a decision`;
}
