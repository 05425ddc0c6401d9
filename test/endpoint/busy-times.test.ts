import { describe, expect, test } from 'vitest';
import { busyTimes, CalendarFault } from '../../demo/endpoint/calendar/busy-times.js';

const WINDOW = {
  start: Date.parse('2026-11-22T20:00:00Z'),
  end: Date.parse('2026-12-31T00:00:00Z'),
  timeZone: 'America/Los_Angeles',
};

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
let events = 0;
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:event-${++events}`, 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

const read = (text: string) =>
  busyTimes(text, WINDOW).map(({ start, end }) =>
    [start, end].map((at) => new Date(at).toISOString().replace(':00.000', '')).join(' '),
  );
const busyIn = (...lines: readonly string[]) => read(calendar(event(...lines)));

describe('When a calendar says that somebody is busy', () => {
  test('is what an event says, in UTC, in a zone, or by the practice’s clocks', () => {
    expect(busyIn('DTSTART:20261124T170000Z', 'DTEND:20261124T180000Z')).toEqual([
      '2026-11-24T17:00Z 2026-11-24T18:00Z',
    ]);
    expect(
      busyIn('DTSTART;TZID=America/New_York:20261124T120000', 'DTEND;TZID=America/New_York:20261124T133000'),
    ).toEqual(['2026-11-24T17:00Z 2026-11-24T18:30Z']);
    expect(busyIn('DTSTART:20261124T090000', 'DURATION:PT45M')).toEqual([
      '2026-11-24T17:00Z 2026-11-24T17:45Z',
    ]);
    expect(busyIn('DTSTART;TZID=Nowhere At All:20261124T090000', 'DURATION:PT1H')).toEqual([
      '2026-11-24T17:00Z 2026-11-24T18:00Z',
    ]);
  });

  test('follows a zone that the calendar brings along under a name of its own', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Pacific Standard Time'],
      ...['BEGIN:STANDARD', 'DTSTART:16011104T020000', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'],
      ...['TZOFFSETFROM:-0700', 'TZOFFSETTO:-0800', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010311T020000', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'],
      ...['TZOFFSETFROM:-0800', 'TZOFFSETTO:-0700', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];
    const busy = event(
      'DTSTART;TZID=Pacific Standard Time:20261124T090000',
      'DTEND;TZID=Pacific Standard Time:20261124T100000',
    );
    expect(read(calendar(...zone, busy))).toEqual(['2026-11-24T17:00Z 2026-11-24T18:00Z']);
  });

  test('takes whole days from midnight to midnight where the practice is', () => {
    expect(busyIn('DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261128')).toEqual([
      '2026-11-26T08:00Z 2026-11-28T08:00Z',
    ]);
    expect(busyIn('DTSTART;VALUE=DATE:20261126')).toEqual(['2026-11-26T08:00Z 2026-11-27T08:00Z']);
  });

  test('does not count what is called off or shown as free', () => {
    const at = ['DTSTART:20261124T170000Z', 'DTEND:20261124T180000Z'];
    expect(busyIn(...at, 'STATUS:CANCELLED')).toEqual([]);
    expect(busyIn(...at, 'TRANSP:TRANSPARENT')).toEqual([]);
    expect(busyIn(...at, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE')).toEqual([]);
    expect(busyIn(...at, 'STATUS:TENTATIVE', 'TRANSP:OPAQUE')).toHaveLength(1);
  });

  test('repeats at the same time by the clock, from long ago, with what was taken out and what was moved', () => {
    const zone = 'TZID=America/Los_Angeles';
    const whole = [
      `DTSTART;${zone}:20260106T090000`,
      `DTEND;${zone}:20260106T100000`,
      'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261216T000000Z',
      `EXDATE;${zone}:20261201T090000`,
    ];
    const uid = 'UID:every-tuesday';
    const series = (...lines: readonly string[]) =>
      ['BEGIN:VEVENT', uid, ...lines, 'END:VEVENT'].join('\r\n');
    const text = calendar(
      series(...whole),
      series(
        `RECURRENCE-ID;${zone}:20261208T090000`,
        `DTSTART;${zone}:20261209T140000`,
        `DTEND;${zone}:20261209T150000`,
      ),
      series(
        `RECURRENCE-ID;${zone}:20261215T090000`,
        `DTSTART;${zone}:20261215T090000`,
        `DTEND;${zone}:20261215T100000`,
        'STATUS:CANCELLED',
      ),
    );
    expect(read(text)).toEqual([
      '2026-11-24T17:00Z 2026-11-24T18:00Z',
      '2026-12-09T22:00Z 2026-12-09T23:00Z',
    ]);
  });

  test('is merged where events touch or overlap, and ends where nobody asks any more', () => {
    const text = calendar(
      event('DTSTART:20261124T180000Z', 'DTEND:20261124T190000Z'),
      event('DTSTART:20261124T170000Z', 'DTEND:20261124T181500Z'),
      event('DTSTART:20261124T190000Z', 'DTEND:20261124T193000Z'),
      event('DTSTART:20261124T120000Z', 'DTEND:20261124T120000Z'),
      event('DTSTART:20271124T170000Z', 'DTEND:20271124T180000Z'),
      event('DTSTART:20261101T170000Z', 'DTEND:20261101T180000Z'),
    );
    expect(read(text)).toEqual(['2026-11-24T17:00Z 2026-11-24T19:30Z']);
  });

  test('counts the changed times of an event that is not there itself', () => {
    const text = calendar(
      event('RECURRENCE-ID:20261124T170000Z', 'DTSTART:20261124T190000Z', 'DTEND:20261124T200000Z'),
    );
    expect(read(text)).toEqual(['2026-11-24T19:00Z 2026-11-24T20:00Z']);
  });

  test.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['half of a calendar', calendar(event('DTSTART:20261124T170000Z')).slice(0, 90)],
    ['a contact', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mara\r\nEND:VCARD\r\n'],
    ['a time that is none', calendar(event('DTSTART:yesterday', 'DTEND:20261124T180000Z'))],
    [
      'what repeats every second for ever',
      calendar(event('DTSTART:20200101T000000Z', 'RRULE:FREQ=SECONDLY')),
    ],
  ])('can’t be told from %s', (_, text) => {
    expect(() => busyTimes(text, WINDOW)).toThrow(CalendarFault);
  });
});
