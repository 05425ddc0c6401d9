import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../../src/domain/scheduling/calendar-file.js';
import { clockChanges } from '../../../src/domain/scheduling/zone.js';

const HOUR_MS = 3_600_000;
const MADE_AT = '2026-11-24T18:00:00.000Z';
const FROM = Date.parse('2026-01-01T00:00:00Z');
const TO = Date.parse('2031-01-01T00:00:00Z');

/**
 * Where node-ical is an hour off by itself in some years: it asks temporal-polyfill for the zone, which looks for changes
 * in steps of months and misses the weeks of other time around Ramadan. ical.js, which goes by the file, is held against
 * all years.
 */
const MISREAD = new Set(['Africa/Casablanca', 'Africa/El_Aaiun']);
const MISREAD_FROM = '2028-01-01';

const iso = (at: number): string => new Date(at).toISOString();

const entryAt = (start: number, timeZone: string): CalendarEntry => ({
  uid: `${start}@stillwater`,
  start: iso(start),
  end: iso(start + 1.5 * HOUR_MS),
  timeZone,
  title: 'Appointment',
  location: 'Stillwater House, Portland; ground floor',
  status: 'confirmed',
});

interface ReadBack {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly location: string;
}

const byUid = (a: ReadBack, b: ReadBack) => (a.uid < b.uid ? -1 : 1);

/** What ical.js reads, with the zones of the file itself and no others. */
function readByIcalJs(file: string): ReadBack[] {
  const calendar = ICAL.Component.fromString(file);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => {
      const timezone = new ICAL.Timezone(zone);
      return [timezone.tzid, timezone];
    }),
  );
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const instantOf = (name: string): string => {
      const property = component.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time.`);
      const zone = property?.getFirstParameter('tzid');
      if (zone !== undefined) time.zone = zones.get(zone) ?? ICAL.Timezone.localTimezone;
      return iso(time.toUnixTime() * 1000);
    };
    return {
      uid: event.uid,
      start: instantOf('dtstart'),
      end: instantOf('dtend'),
      title: event.summary,
      location: event.location,
    };
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readByNodeIcal(file: string): ReadBack[] {
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((each) =>
    each?.type === 'VEVENT'
      ? [
          {
            uid: each.uid,
            start: each.start.toISOString(),
            end: each.end?.toISOString() ?? '',
            title: textOf(each.summary),
            location: textOf(each.location),
          },
        ]
      : [],
  );
}

const asWritten = ({ uid, start, end, title, location = '' }: CalendarEntry): ReadBack => ({
  uid,
  start,
  end,
  title,
  location,
});

/** Sessions around every change of the clocks, and at noon of each month. */
function entriesIn(timeZone: string): readonly CalendarEntry[] {
  const around = clockChanges(timeZone, FROM, TO).flatMap(({ at }) =>
    [-25, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 25].map((hours) => at + hours * HOUR_MS),
  );
  const months = Array.from({ length: 60 }, (_, month) => Date.UTC(2026, month, 15, 18));
  return [...new Set([...around, ...months])].map((start) => entryAt(start, timeZone));
}

describe.each([
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'America/Phoenix',
  'America/Santiago',
  'America/Nuuk',
  'America/Havana',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Australia/Eucla',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Gaza',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'Africa/Cairo',
  'Europe/Dublin',
  'Europe/London',
  'Antarctica/Troll',
  'UTC',
])('the calendar file of sessions in %s', (timeZone) => {
  const entries = entriesIn(timeZone);
  const file = calendarFile(entries, MADE_AT);
  const expected = entries.map(asWritten).sort(byUid);

  it('is read by ical.js at the same instants', () => {
    expect(readByIcalJs(file).sort(byUid)).toEqual(expected);
  });

  it('is read by node-ical at the same instants', () => {
    const isReadable = ({ start }: ReadBack) => !MISREAD.has(timeZone) || start < MISREAD_FROM;
    expect(readByNodeIcal(file).filter(isReadable).sort(byUid)).toEqual(expected.filter(isReadable));
  });
});

describe('the calendar file of a course in two zones', () => {
  const entries = [
    entryAt(Date.parse('2026-12-01T18:00:00Z'), 'America/Los_Angeles'),
    entryAt(Date.parse('2027-03-14T18:00:00Z'), 'America/Los_Angeles'),
    entryAt(Date.parse('2027-04-05T18:00:00Z'), 'Australia/Sydney'),
  ];
  const file = calendarFile(entries, MADE_AT);

  it('holds each zone once, and every session', () => {
    expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(readByIcalJs(file)).toEqual(entries.map(asWritten));
    expect(readByNodeIcal(file).sort(byUid)).toEqual(entries.map(asWritten).sort(byUid));
  });

  it('tells what has become of a session that was moved or called off', () => {
    const moved: CalendarEntry = { ...entryAt(FROM, 'Asia/Kolkata'), sequence: 2, status: 'cancelled' };
    const event = ICAL.Component.fromString(calendarFile([moved], MADE_AT)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('sequence')).toBe(2);
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it('has no word about health of its own', () => {
    expect(file).not.toMatch(
      /kap|ketamin|dos(e|ing)|therap|integration|preparation|clinic|health|medic|session/i,
    );
  });
});
