import { yearsBetween } from '../../../src/domain/questionnaire/plain-date.js';

/** The staff side speaks American English, as the practice's own words do. */
export const LOCALE = 'en-US';

/** A calendar date as people say it: `1988-03-05` is "March 5, 1988". */
export function dateInWords(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** An instant on the wall clock of a place: "Sat, Nov 21, 2026, 9:14 PM PST". */
export function instantInWords(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(Date.parse(instant));
}

/**
 * A calendar date with its day of the week: "Monday, November 23", and the year with it where that is another than the
 * one around.
 *
 * @param around a date of the year that goes without saying.
 */
export function dayInWords(date: string, around = date): string {
  const format = new Intl.DateTimeFormat(LOCALE, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(date.slice(0, 4) !== around.slice(0, 4) && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** The wall clock of a place from one instant to another of the same day: "9:00 – 10:00 AM". */
export function timesInWords(start: string, end: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit', timeZone });
  return format.formatRange(Date.parse(start), Date.parse(end));
}

/** What people there call a zone's time: "Pacific Time". */
export function zoneInWords(timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The calendar date, `YYYY-MM-DD`, that an instant falls on at a place. */
export function dateAt(time: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALE, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(time);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day after a calendar date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const STEPS = [
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'year', seconds: 31_557_600 },
] as const;

/** How far an instant is from now in its largest whole unit: "3 hours ago", "in 2 days", "just now". */
export function relativeTime(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const step = STEPS.findLast((each) => Math.abs(seconds) >= each.seconds);
  if (step === undefined) return 'just now';
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' }).format(
    Math.trunc(seconds / step.seconds),
    step.unit,
  );
}

/** How long something lasts in its largest whole unit: "3 hours"; "less than a minute". */
export function durationInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const step = STEPS.findLast((each) => seconds >= each.seconds);
  if (step === undefined) return 'less than a minute';
  const format = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: step.unit, unitDisplay: 'long' });
  return format.format(Math.trunc(seconds / step.seconds));
}

/**
 * Age in whole years on a day; both are calendar dates, `YYYY-MM-DD`. Somebody born on February 29 grows older on
 * March 1 in a year without that day.
 *
 * @returns `undefined` for a date that is none or lies after the day.
 */
export function ageOn(birthDate: string, day: string): number | undefined {
  if (Number.isNaN(Date.parse(`${birthDate}T00:00:00Z`)) || birthDate > day) return undefined;
  return yearsBetween(birthDate, day);
}

/** Whether this platform knows the zone; `Intl` throws on one that it does not know. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
