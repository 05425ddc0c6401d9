import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../../src/domain/scheduling/calendar-file.js';
import { oneOf, seeded } from '../../support/seeded.js';

const MADE_AT = '2026-11-22T20:10:00.000Z';

const entry: CalendarEntry = {
  uid: '0f8fad5b@stillwater',
  start: '2026-12-01T18:00:00.000Z',
  end: '2026-12-01T19:30:00.000Z',
  timeZone: 'America/Los_Angeles',
  title: 'Appointment',
  status: 'confirmed',
};

const fileOf = (replacing: Partial<CalendarEntry> = {}) =>
  calendarFile([{ ...entry, ...replacing }], MADE_AT);

/** The lines as they stand in the file, folded. */
const physicalLines = (file: string) => file.split('\r\n').slice(0, -1);

/** The lines as a calendar reads them (RFC 5545, 3.1). */
const linesOf = (file: string) => physicalLines(file.replaceAll(/\r\n[ \t]/g, ''));

/** The lines of the sessions themselves, without the zones that they are written in. */
const eventLinesOf = (file: string) => {
  const lines = linesOf(file);
  return lines.slice(lines.indexOf('BEGIN:VEVENT'));
};

const valueOf = (file: string, name: string): string | undefined =>
  eventLinesOf(file)
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    ?.slice(name.length + 1);

/** Text as a calendar reads it (RFC 5545, 3.3.11). */
const unescaped = (value = '') =>
  value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );

const octetsOf = (text: string) => Buffer.byteLength(text, 'utf8');

describe('a calendar file', () => {
  it('says when a session is by the clocks of its zone, and nothing of what it is about', () => {
    expect(linesOf(fileOf({ location: '12 Mill Lane' }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Appointments//EN',
      'BEGIN:VTIMEZONE',
      'TZID:America/Los_Angeles',
      'BEGIN:STANDARD',
      'DTSTART:20251130T100000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0800',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260308T020000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0700',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261101T020000',
      'TZOFFSETFROM:-0700',
      'TZOFFSETTO:-0800',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20270314T020000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0700',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20271107T020000',
      'TZOFFSETFROM:-0700',
      'TZOFFSETTO:-0800',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:0f8fad5b@stillwater',
      'DTSTAMP:20261122T201000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=America/Los_Angeles:20261201T100000',
      'DTEND;TZID=America/Los_Angeles:20261201T113000',
      'SUMMARY:Appointment',
      'LOCATION:12 Mill Lane',
      'CLASS:PRIVATE',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it.each([
    ['requested', 'TENTATIVE'],
    ['on-hold', 'TENTATIVE'],
    ['confirmed', 'CONFIRMED'],
    ['completed', 'CONFIRMED'],
    ['cancelled', 'CANCELLED'],
  ] as const)('says of a session that is %s that it is %s', (status, written) => {
    expect(valueOf(fileOf({ status }), 'STATUS')).toBe(written);
  });

  it('says how often a session was changed', () => {
    expect(valueOf(fileOf({ sequence: 3 }), 'SEQUENCE')).toBe('3');
  });

  it('says no place where there is none', () => {
    expect(fileOf()).not.toContain('LOCATION');
    expect(fileOf({ location: undefined })).toBe(fileOf());
  });

  it.each([
    ['2026-12-01T19:30:00+02:00', '20261201T093000'],
    ['2026-12-31T23:30:00-08:00', '20261231T233000'],
    ['2026-12-01T18:00:00Z', '20261201T100000'],
    ['2026-12-01T18:00:59.987Z', '20261201T100059'],
    ['2027-07-01T18:00:00Z', '20270701T110000'],
  ])('has %s as %s', (start, written) => {
    expect(valueOf(fileOf({ start }), 'DTSTART')).toBe(`TZID=America/Los_Angeles:${written}`);
  });

  it.each([
    ['2027-11-07T07:59:00Z', 'TZID=America/Los_Angeles:20271107T005900'],
    ['2027-11-07T08:00:00Z', '20271107T080000Z'],
    ['2027-11-07T08:59:00Z', '20271107T085900Z'],
    ['2027-11-07T09:00:00Z', '20271107T090000Z'],
    ['2027-11-07T09:59:00Z', '20271107T095900Z'],
    ['2027-11-07T10:00:00Z', 'TZID=America/Los_Angeles:20271107T020000'],
  ])('has %s, when an hour comes twice, as %s', (start, written) => {
    expect(valueOf(fileOf({ start }), 'DTSTART')).toBe(written);
  });

  it('is in UTC where the platform does not know the zone', () => {
    const file = fileOf({ timeZone: 'Atlantis/Capital' });
    expect(valueOf(file, 'DTSTART')).toBe('TZID=UTC:20261201T180000');
    expect(file).not.toContain('Atlantis');
  });

  it('gives a session the same name each time, so that it replaces and does not pile up', () => {
    const later = calendarFile([{ ...entry, start: '2026-12-02T18:00:00Z' }], '2026-11-23T08:00:00Z');
    expect(valueOf(later, 'UID')).toBe(valueOf(fileOf(), 'UID'));
    expect(valueOf(later, 'DTSTAMP')).toBe('20261123T080000Z');
  });

  it('holds several sessions, each whole', () => {
    const file = calendarFile([entry, { ...entry, uid: 'second' }], MADE_AT);
    const marks = eventLinesOf(file).filter((line) => /^(BEGIN|UID|END):/.test(line));
    expect(marks).toEqual([
      'BEGIN:VEVENT',
      'UID:0f8fad5b@stillwater',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:second',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('ends every line, the last one too, with CR and LF', () => {
    const file = fileOf({ title: 'Line\nand line', location: 'x'.repeat(200) });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('text in a calendar file', () => {
  it.each([
    ['a comma', 'Hall 2, left', String.raw`Hall 2\, left`],
    ['a semicolon', 'Hall 2; left', String.raw`Hall 2\; left`],
    ['a backslash', String.raw`C:\Hall`, String.raw`C:\\Hall`],
    ['a backslash before a comma', String.raw`a\,b`, String.raw`a\\\,b`],
    ['a backslash before an n', String.raw`a\nb`, String.raw`a\\nb`],
    ['a new line', 'first\nsecond', String.raw`first\nsecond`],
    ['a new line of another system', 'first\r\nsecond\rthird', String.raw`first\nsecond\nthird`],
    ['a tab and other controls', 'a\tb\u0000c\u001bd\u0085e\u007ff', 'abcdef'],
    ['a colon and quotes, which stay', 'Room: "Blue"', 'Room: "Blue"'],
  ])('with %s is written so that a calendar reads the same', (_, written, expected) => {
    expect(valueOf(fileOf({ title: written }), 'SUMMARY')).toBe(expected);
    expect(valueOf(fileOf({ location: written }), 'LOCATION')).toBe(expected);
    expect(valueOf(fileOf({ uid: written }), 'UID')).toBe(expected);
  });

  it('can’t add a line of its own', () => {
    const file = fileOf({ location: 'Hall\r\nEND:VEVENT\r\nBEGIN:VALARM\u2028\nX-A:1' });
    expect(linesOf(file).filter((line) => /^(END:VEVENT|BEGIN:VALARM|X-A)/.test(line))).toEqual([
      'END:VEVENT',
    ]);
  });
});

describe('a long line', () => {
  /** A title that makes the whole line that many octets long. */
  const titled = (octets: number, filling = 'x') => filling.repeat(octets - 'SUMMARY:'.length);
  const foldsOf = (title: string) => physicalLines(fileOf({ title })).filter((line) => line.startsWith(' '));

  it('is left whole up to 75 octets', () => {
    expect(foldsOf(titled(75))).toEqual([]);
    expect(foldsOf(titled(76))).toEqual([' x']);
  });

  it('has 74 octets of its own in each further line, beside the space', () => {
    expect(foldsOf(titled(75 + 74)).map(({ length }) => length)).toEqual([75]);
    expect(foldsOf(titled(75 + 74 + 1)).map(({ length }) => length)).toEqual([75, 2]);
  });

  it.each([
    ['two', 'é'],
    ['three', '阿'],
    ['four', '🌿'],
  ])('is never cut within a character of %s octets', (_, character) => {
    for (const lead of ['', 'x', 'xx', 'xxx']) {
      const title = lead + character.repeat(60);
      const lines = physicalLines(fileOf({ title }));
      for (const line of lines) {
        expect(octetsOf(line)).toBeLessThanOrEqual(75);
        // Half of a character would not survive its way through UTF-8.
        expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
      }
      expect(valueOf(fileOf({ title }), 'SUMMARY')).toBe(title);
    }
  });

  it('is filled as far as its characters allow', () => {
    const [first, second] = physicalLines(fileOf({ title: '🌿'.repeat(60) })).filter(
      (line) => line.includes('🌿') || line.startsWith(' '),
    );
    expect([octetsOf(first ?? ''), octetsOf(second ?? '')]).toEqual([8 + 16 * 4, 1 + 18 * 4]);
  });

  it('can hold half of a character that somebody else has cut', () => {
    const lines = physicalLines(fileOf({ title: '\ud83d'.repeat(60) }));
    expect(lines.every((line) => octetsOf(line) <= 75)).toBe(true);
  });

  it('of 500 random texts is short enough, and reads the same when it is put together', () => {
    const draw = seeded(20261122);
    const pieces = ['a', 'é', '阿', '🌿', 'e\u0301', ',', ';', '\\', '\n', ' ', '👩‍👩‍👧'];
    for (let round = 0; round < 500; round++) {
      const title = Array.from({ length: Math.floor(draw() * 120) }, () => oneOf(pieces, draw)).join('');
      const file = fileOf({ title });
      expect(physicalLines(file).every((line) => octetsOf(line) <= 75)).toBe(true);
      expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(title);
    }
  });
});
