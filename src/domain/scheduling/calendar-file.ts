import type { BookingStatus } from './sessions.js';
import { clockChanges, comesTwice, knownZone, offsetAt } from './zone.js';

/** One session as a calendar shows it. */
export interface CalendarEntry {
  /** Unique for ever, so that a calendar replaces what it has instead of adding to it. */
  readonly uid: string;
  /** Instants, ISO 8601. */
  readonly start: string;
  readonly end: string;
  /** By whose clocks it is written: a session stays at 9:00 there, whatever is decided about its clocks until then. */
  readonly timeZone: string;
  /** Neutral: calendars are shared, and show on lock screens. */
  readonly title: string;
  readonly location?: string | undefined;
  readonly status: BookingStatus;
  /** How often the session was changed since it was first saved, so that a calendar takes the newest. */
  readonly sequence?: number | undefined;
}

/** Octets that a line may have before it is folded (RFC 5545, 3.1). */
const MAX_OCTETS = 75;

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    if (octets + octetsOf(character) > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += octetsOf(character);
  }
  return folded;
}

/** Text as RFC 5545, 3.3.11 wants it; a control character would break the line. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n?|\n/g, String.raw`\n`)
    .replace(/\p{Cc}/gu, '');

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 86_400_000;

/** What clocks show, as if it were UTC, in milliseconds: `20261122T201000`. */
const clockTime = (shown: number): string => new Date(shown).toISOString().slice(0, 19).replace(/[-:]/g, '');

const utcTime = (at: number): string => `${clockTime(at)}Z`;

const localTime = (timeZone: string, at: number): string =>
  clockTime(at + offsetAt(timeZone, at) * MINUTE_MS);

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** Minutes ahead of UTC as `-0800`. */
const utcOffset = (minutes: number): string => {
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return sign + two(size / 60) + two(size % 60);
};

/**
 * A zone's clocks from the year before the first of these instants to the year after the last, as the platform knows
 * them, change by change: rules that would go on for ever are the platform's to change.
 */
function zoneLines(timeZone: string, instants: readonly number[]): readonly string[] {
  const from = Math.min(...instants) - YEAR_MS;
  const changes = clockChanges(timeZone, from, Math.max(...instants) + YEAR_MS);
  const first = offsetAt(timeZone, from);
  const standard = Math.min(first, ...changes.map(({ after }) => after));
  const part = (starts: string, before: number, after: number) => {
    const name = after > standard ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${starts}`,
      `TZOFFSETFROM:${utcOffset(before)}`,
      `TZOFFSETTO:${utcOffset(after)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...part(localTime(timeZone, from), first, first),
    // A change begins at what the clocks would have shown without it (RFC 5545, 3.6.5).
    ...changes.flatMap(({ at, before, after }) => part(clockTime(at + before * MINUTE_MS), before, after)),
    'END:VTIMEZONE',
  ];
}

/** By the clocks of its zone, or in UTC where those show the time twice: it would mean the first of the two. */
function timeLine(name: string, instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return comesTwice(timeZone, at)
    ? `${name}:${utcTime(at)}`
    : `${name};TZID=${timeZone}:${localTime(timeZone, at)}`;
}

const STATUS: Readonly<Record<BookingStatus, string>> = {
  requested: 'TENTATIVE',
  'on-hold': 'TENTATIVE',
  confirmed: 'CONFIRMED',
  completed: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

function eventLines(entry: CalendarEntry, madeAt: string): readonly string[] {
  const { uid, start, end, title, location, status, sequence = 0 } = entry;
  const timeZone = knownZone(entry.timeZone);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcTime(Date.parse(madeAt))}`,
    `SEQUENCE:${sequence}`,
    timeLine('DTSTART', start, timeZone),
    timeLine('DTEND', end, timeZone),
    `SUMMARY:${escapeText(title)}`,
    ...(location === undefined ? [] : [`LOCATION:${escapeText(location)}`]),
    'CLASS:PRIVATE',
    `STATUS:${STATUS[status]}`,
    'END:VEVENT',
  ];
}

/**
 * A calendar file (RFC 5545) of these sessions, with the zones that they are written in. Nothing in it says what they
 * are about but what the entries say.
 *
 * @param madeAt an instant, ISO 8601.
 */
export function calendarFile(entries: readonly CalendarEntry[], madeAt: string): string {
  const zones = [...new Set(entries.map(({ timeZone }) => knownZone(timeZone)))];
  const instantsIn = (zone: string) =>
    entries
      .filter(({ timeZone }) => knownZone(timeZone) === zone)
      .flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Appointments//EN',
    ...zones.flatMap((zone) => zoneLines(zone, instantsIn(zone))),
    ...entries.flatMap((entry) => eventLines(entry, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
