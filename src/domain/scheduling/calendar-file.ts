/** One session as a calendar shows it. */
export interface CalendarEntry {
  /** Unique for ever, so that a calendar replaces what it has instead of adding to it. */
  readonly uid: string;
  /** Instants, ISO 8601. */
  readonly start: string;
  readonly end: string;
  /** Neutral: calendars are shared, and show on lock screens. */
  readonly title: string;
  readonly location?: string | undefined;
  readonly isConfirmed: boolean;
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

/** `2026-11-22T20:10:00.000Z` as `20261122T201000Z`. */
const utcTime = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * A calendar file (RFC 5545) of these sessions. Times are in UTC, which every calendar shows in its own zone.
 *
 * @param madeAt an instant, ISO 8601.
 */
export function calendarFile(entries: readonly CalendarEntry[], madeAt: string): string {
  const events = entries.flatMap(({ uid, start, end, title, location, isConfirmed }) => [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcTime(madeAt)}`,
    `DTSTART:${utcTime(start)}`,
    `DTEND:${utcTime(end)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(location === undefined ? [] : [`LOCATION:${escapeText(location)}`]),
    `STATUS:${isConfirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//kap-widget//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
