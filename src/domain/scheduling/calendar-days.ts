const DAY_MS = 86_400_000;

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const dateOf = (at: Date | number): string => new Date(at).toISOString().slice(0, 10);

/** The date some days on, or back where `days` is negative. Dates are `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string => dateOf(utc(date).getTime() + days * DAY_MS);

/** 0 for Sunday to 6 for Saturday. */
export const dayOfWeek = (date: string): number => utc(date).getUTCDay();

/** The month some months on, `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  const first = utc(`${month}-01`);
  return dateOf(first.setUTCMonth(first.getUTCMonth() + months)).slice(0, 7);
}

/**
 * The weeks of a month, each of seven dates; days of the months around are `undefined`.
 *
 * @param weekStart the day that a week begins with, 0 for Sunday.
 */
export function weeksOf(month: string, weekStart: number): readonly (readonly (string | undefined)[])[] {
  const first = `${month}-01`;
  let date = addDays(first, -((dayOfWeek(first) - weekStart + 7) % 7));
  const weeks: (string | undefined)[][] = [];
  while (date.slice(0, 7) <= month) {
    const week = Array.from({ length: 7 }, (_, day) => addDays(date, day));
    weeks.push(week.map((each) => (each.startsWith(month) ? each : undefined)));
    date = addDays(date, 7);
  }
  return weeks;
}
