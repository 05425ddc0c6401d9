const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow and reading a time is not; in UTC where the platform doesn't know the zone. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const number = 'numeric';
  const fields = { year: number, month: number, day: number, hour: number, minute: number } as const;
  const options = { ...fields, second: number, hourCycle: 'h23' } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  formatters.set(timeZone, made);
  return made;
}

/** What the clocks of a zone show at an instant, as if it were UTC; both in milliseconds since the epoch. */
function wallClock(timeZone: string, instant: number): number {
  const parts = formatterFor(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The calendar date at an instant in a zone, `YYYY-MM-DD`. */
export const dateIn = (timeZone: string, instant: number): string =>
  new Date(wallClock(timeZone, instant)).toISOString().slice(0, 10);

/** What the clocks of a zone show at an instant, `YYYY-MM-DD HH:MM`; those of UTC where the platform doesn't know it. */
export const clockIn = (timeZone: string, instant: number): string =>
  new Date(wallClock(timeZone, instant)).toISOString().slice(0, 16).replace('T', ' ');

const DAY_MS = 86_400_000;

/** The calendar date at an instant in a zone, as a number of days since 1970-01-01. */
export const dayIn = (timeZone: string, instant: number): number =>
  Math.floor(wallClock(timeZone, instant) / DAY_MS);

/**
 * The instant at which the clocks of a zone show a time, in milliseconds since the epoch: the first where they show it
 * twice, `undefined` where they skip it.
 *
 * @param date `YYYY-MM-DD`.
 * @param minutes after midnight by the clock; 1,440 is the midnight that ends the day.
 */
export function instantAt(date: string, minutes: number, timeZone: string): number | undefined {
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  // A zone's clocks change by less than a day: its offsets on the days around are all that there can be.
  const candidates = [shown - DAY_MS, shown + DAY_MS].map(
    (nearby) => shown - (wallClock(timeZone, nearby) - nearby),
  );
  return candidates.sort((a, b) => a - b).find((instant) => wallClock(timeZone, instant) === shown);
}
