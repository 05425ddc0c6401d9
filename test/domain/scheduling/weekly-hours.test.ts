import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import { minutesOf, sessionsOn, type WeeklyHours } from '../../../src/domain/scheduling/weekly-hours.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const LOS_ANGELES = 'America/Los_Angeles';
const LORD_HOWE = 'Australia/Lord_Howe';
const KOLKATA = 'Asia/Kolkata';
const CAIRO = 'Africa/Cairo';
const APIA = 'Pacific/Apia';

const hours = (from: string, to: string, days: readonly number[] = EVERY_DAY): WeeklyHours => ({
  days,
  from,
  to,
});

/** The starts by the clock of the zone, `09:00`. */
function startsOn(date: string, weekly: WeeklyHours, minutes: number, timeZone: string): string[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return sessionsOn(date, weekly, minutes, timeZone).map(({ start }) => clock.format(start));
}

const instantsOn = (date: string, weekly: WeeklyHours, minutes: number, timeZone: string): string[] =>
  sessionsOn(date, weekly, minutes, timeZone).map(({ start }) => new Date(start).toISOString());

describe('Weekly hours', () => {
  test('are filled from their beginning, and no session goes past their end', () => {
    expect(startsOn('2026-11-24', hours('09:00', '12:30'), 60, LOS_ANGELES)).toEqual([
      '09:00',
      '10:00',
      '11:00',
    ]);
    expect(startsOn('2026-11-24', hours('09:00', '12:00'), 180, LOS_ANGELES)).toEqual(['09:00']);
    expect(startsOn('2026-11-24', hours('09:00', '11:59'), 180, LOS_ANGELES)).toEqual([]);
  });

  test('hold sessions that last their minutes', () => {
    const [first] = sessionsOn('2026-11-24', hours('09:00', '10:00'), 45, LOS_ANGELES);
    expect(first).toEqual({
      start: Date.parse('2026-11-24T17:00:00Z'),
      end: Date.parse('2026-11-24T17:45:00Z'),
    });
  });

  test('are there on their days of the week alone', () => {
    const mondaysAndFridays = hours('09:00', '10:00', [1, 5]);
    const week = Array.from({ length: 7 }, (_, day) => addDays('2026-11-22', day));
    const open = week.filter((date) => sessionsOn(date, mondaysAndFridays, 60, LOS_ANGELES).length > 0);
    expect(open).toEqual(['2026-11-23', '2026-11-27']);
  });

  test('may end with the day, or hold no session at all', () => {
    expect(startsOn('2026-11-24', hours('22:00', '24:00'), 60, LOS_ANGELES)).toEqual(['22:00', '23:00']);
    expect(startsOn('2026-11-24', hours('12:00', '09:00'), 60, LOS_ANGELES)).toEqual([]);
    expect(startsOn('2026-11-24', hours('nine', '12:00'), 60, LOS_ANGELES)).toEqual([]);
  });
});

describe('When the clocks change', () => {
  test.each([
    ['2027-03-13', '2027-03-14', '2027-03-13T17:00:00.000Z', '2027-03-14T16:00:00.000Z'],
    ['2027-11-06', '2027-11-07', '2027-11-06T16:00:00.000Z', '2027-11-07T17:00:00.000Z'],
  ])('nine o’clock stays nine o’clock from %s to %s', (before, after, startBefore, startAfter) => {
    const morning = hours('09:00', '10:00');
    expect(instantsOn(before, morning, 60, LOS_ANGELES)).toEqual([startBefore]);
    expect(instantsOn(after, morning, 60, LOS_ANGELES)).toEqual([startAfter]);
  });

  test('a start that they skip gives no session', () => {
    expect(startsOn('2027-03-14', hours('00:00', '05:00'), 60, LOS_ANGELES)).toEqual([
      '00:00',
      '01:00',
      '03:00',
      '04:00',
    ]);
  });

  test('a start that they show twice gives one session, the first time', () => {
    expect(instantsOn('2027-11-07', hours('00:00', '04:00'), 60, LOS_ANGELES)).toEqual([
      '2027-11-07T07:00:00.000Z',
      '2027-11-07T08:00:00.000Z',
      '2027-11-07T10:00:00.000Z',
      '2027-11-07T11:00:00.000Z',
    ]);
  });

  test('a session that would last past the end of the hours by the new clock is none', () => {
    expect(startsOn('2027-03-14', hours('00:00', '04:00'), 120, LOS_ANGELES)).toEqual(['00:00']);
    expect(startsOn('2027-03-14', hours('01:30', '02:30'), 60, LOS_ANGELES)).toEqual([]);
    expect(startsOn('2027-03-14', hours('01:00', '02:30'), 60, LOS_ANGELES)).toEqual(['01:00']);
  });

  test('by half an hour, only what lies in that half hour is skipped or counted once', () => {
    // Lord Howe Island: to 2:30 at 2:00 on 3 October, back to 1:30 at 2:00 on 4 April.
    const night = hours('01:00', '04:00');
    expect(startsOn('2027-10-03', night, 30, LORD_HOWE)).toEqual([
      '01:00',
      '01:30',
      '02:30',
      '03:00',
      '03:30',
    ]);
    expect(instantsOn('2027-04-04', night, 30, LORD_HOWE)).toEqual([
      '2027-04-03T14:00:00.000Z',
      '2027-04-03T14:30:00.000Z',
      '2027-04-03T15:30:00.000Z',
      '2027-04-03T16:00:00.000Z',
      '2027-04-03T16:30:00.000Z',
      '2027-04-03T17:00:00.000Z',
    ]);
    const morning = hours('09:00', '09:30');
    expect(instantsOn('2027-10-02', morning, 30, LORD_HOWE)).toEqual(['2027-10-01T22:30:00.000Z']);
    expect(instantsOn('2027-10-03', morning, 30, LORD_HOWE)).toEqual(['2027-10-02T22:00:00.000Z']);
  });

  test('by skipping midnight, the day before still has its hours to the end', () => {
    // Cairo: from 24:00 on 29 April straight to 1:00 on the 30th.
    expect(startsOn('2027-04-29', hours('09:00', '24:00'), 300, CAIRO)).toEqual(['09:00', '14:00', '19:00']);
    expect(instantsOn('2027-04-29', hours('22:00', '24:00'), 60, CAIRO)).toEqual([
      '2027-04-29T20:00:00.000Z',
      '2027-04-29T21:00:00.000Z',
    ]);
    expect(startsOn('2027-04-30', hours('00:00', '03:00'), 60, CAIRO)).toEqual(['01:00', '02:00']);
  });

  test('by skipping a whole day, that day has no sessions and the days around have theirs', () => {
    const evening = hours('22:00', '24:00');
    expect(startsOn('2011-12-29', evening, 60, APIA)).toEqual(['22:00', '23:00']);
    expect(startsOn('2011-12-30', hours('00:00', '24:00'), 60, APIA)).toEqual([]);
    expect(startsOn('2011-12-31', hours('00:00', '02:00'), 60, APIA)).toEqual(['00:00', '01:00']);
  });

  test('never, every day of a year has the same hours', () => {
    const days = Array.from({ length: 365 }, (_, day) => addDays('2027-01-01', day));
    const starts = days.map((date) => startsOn(date, hours('09:00', '12:00'), 60, KOLKATA).join());
    expect(new Set(starts)).toEqual(new Set(['09:00,10:00,11:00']));
  });

  test.each([LOS_ANGELES, LORD_HOWE, KOLKATA, 'Africa/Casablanca', 'America/Sao_Paulo'])(
    'every session of a year in %s lies on its date, once',
    (timeZone) => {
      const allDay = hours('00:00', '24:00');
      const seen = new Set<number>();
      for (let day = 0; day < 366; day++) {
        const date = addDays('2027-01-01', day);
        for (const { start } of sessionsOn(date, allDay, 60, timeZone)) {
          expect(dateIn(timeZone, start)).toBe(date);
          expect(seen.has(start)).toBe(false);
          seen.add(start);
        }
      }
      expect(seen.size).toBeGreaterThan(366 * 23);
    },
  );
});

describe('A time of the day', () => {
  test.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', 1440],
    ['24:01', undefined],
    ['9:00', undefined],
    ['09:60', undefined],
    ['', undefined],
  ])('%j is %s minutes after midnight', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes);
  });
});
