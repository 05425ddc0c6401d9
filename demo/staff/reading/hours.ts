import type { BookableHours, HoursException, Practitioner, StoredPractitioner } from '../session-answers.js';
import { kindInWords, type NamedKind } from './sessions.js';
import { dateInWords, instantInWords, LOCALE, relativeTime } from './time.js';

/** 0 for Sunday to 6 for Saturday, in the order of a working week. */
export const DAYS_OF_A_WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** A Sunday. */
const A_SUNDAY = Date.UTC(2026, 10, 22);

/** The name of a day of the week: "Monday", or "Mon". */
export const dayName = (day: number, weekday: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(LOCALE, { weekday, timeZone: 'UTC' }).format(A_SUNDAY + day * 86_400_000);

/** Days of the week in its order, those in a row drawn together: "Mon – Wed, Fri". */
export function daysInWords(days: readonly number[]): string {
  const places = DAYS_OF_A_WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  const name = (place: number | undefined): string => dayName(DAYS_OF_A_WEEK[place ?? 0] ?? 0, 'short');
  return runs
    .map((run) => {
      if (run.length === 1) return name(run[0]);
      return `${name(run[0])}${run.length === 2 ? ', ' : ' – '}${name(run.at(-1))}`;
    })
    .join(', ');
}

const clock = (time: string): number => Date.parse(`1970-01-01T${time === '24:00' ? '00:00' : time}:00Z`);

/** Hours by the clock: "9:00 AM – 5:30 PM". */
export function hoursInWords({ from, to }: Pick<BookableHours, 'from' | 'to'>): string {
  const format = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return `${format.format(clock(from))} – ${format.format(clock(to))}`;
}

/** "Preparation, Dosing". */
export const kindListInWords = (kinds: BookableHours['kinds'], offered: readonly NamedKind[]): string =>
  kinds.map((kind) => kindInWords(kind, offered)).join(', ');

/** "December 24 – 27, 2026", or one day. */
export function datesInWords({ from, to }: Pick<HoursException, 'from' | 'to'>): string {
  if (from === to) return dateInWords(from);
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(day(from), day(to));
}

/** What still lies ahead, or is going on. */
export const exceptionsAhead = (
  { exceptions = [] }: Pick<Practitioner, 'exceptions'>,
  today: string,
): readonly HoursException[] => exceptions.filter(({ to }) => to >= today);

/** How it is with somebody's own calendar. */
export interface CalendarState {
  readonly words: string;
  /** Whether somebody has to see to it. */
  readonly isFault: boolean;
}

export function calendarState(
  { practitioner, calendar }: Pick<StoredPractitioner, 'practitioner' | 'calendar'>,
  now: number,
): CalendarState {
  if (practitioner.calendarUrl === undefined)
    return { words: 'No calendar. Times that are taken elsewhere are not known here.', isFault: false };
  if (!calendar) return { words: 'It has not been read yet.', isFault: false };
  const { triedAt, readAt, fault } = calendar;
  const last = readAt ? `It was last read ${relativeTime(readAt, now)}.` : 'It has never been read.';
  if (fault) return { words: `${fault} Tried ${relativeTime(triedAt, now)}. ${last}`, isFault: true };
  return { words: last, isFault: false };
}

/** "Changed Sat, Nov 21, 2026, 9:14 PM PST, by the office". */
export function keptInWords(
  { setAt, setBy }: Pick<StoredPractitioner, 'setAt' | 'setBy'>,
  timeZone: string,
): string {
  if (!setBy) return 'As it was set up at the start.';
  return `Last changed ${instantInWords(setAt, timeZone)}, by the ${setBy}.`;
}
