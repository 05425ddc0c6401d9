import type { DateEntry } from './entry.js';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month of the proleptic Gregorian calendar; `month` from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** `2026-11-22` from its three parts, or `undefined` where there is no such day from 1000 to 9999. */
export function plainDateOf({ year, month, day }: DateEntry): string | undefined {
  const parts = [year.trim(), month.trim(), day.trim()] as const;
  if (!/^\d{4}$/.test(parts[0]) || !/^\d{1,2}$/.test(parts[1]) || !/^\d{1,2}$/.test(parts[2]))
    return undefined;
  const [y, m, d] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
  if (y < 1000 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return `${parts[0]}-${parts[1].padStart(2, '0')}-${parts[2].padStart(2, '0')}`;
}

/** Whole years from one date to another, as people count birthdays. Both as `YYYY-MM-DD`. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
