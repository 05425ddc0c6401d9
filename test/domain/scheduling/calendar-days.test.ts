import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfWeek, weeksOf } from '../../../src/domain/scheduling/calendar-days.js';

const DAY_MS = 86_400_000;
const [FIRST_YEAR, LAST_YEAR] = [2024, 2032];
const WEEK_STARTS = [0, 1, 2, 3, 4, 5, 6];

const two = (count: number) => String(count).padStart(2, '0');

/** Every month of the years, as the year and the month's number from 0. */
const months = Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 }, (_, index) => ({
  year: FIRST_YEAR + Math.floor(index / 12),
  month: index % 12,
}));

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** Every date of the years, with its midnight in UTC; made from numbers, not by what is tested. */
const dates = months.flatMap(({ year, month }) =>
  Array.from({ length: daysIn(year, month) }, (_, day) => ({
    date: `${year}-${two(month + 1)}-${two(day + 1)}`,
    at: Date.UTC(year, month, day + 1),
  })),
);

describe('dates', () => {
  it.each([
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-11-22', 61, '2027-01-22'],
    ['2024-02-29', 366, '2025-03-01'],
  ])('%s and %d days is %s', (date, days, sum) => {
    expect(addDays(date, days)).toBe(sum);
  });

  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-28', 6],
    ['2024-02-29', 4],
  ])('%s is day %d of the week', (date, day) => {
    expect(dayOfWeek(date)).toBe(day);
  });

  it('of nine years follow one another, each on its day of the week', () => {
    expect(dates).toHaveLength(3288);
    for (const [index, { date, at }] of dates.entries()) {
      expect(dayOfWeek(date)).toBe(new Date(at).getUTCDay());
      expect(addDays(dates[0]?.date ?? '', index)).toBe(date);
      expect(addDays(date, -index)).toBe(dates[0]?.date);
    }
  });

  it('of nine years are as far apart as their instants in UTC', () => {
    for (const { date, at } of dates)
      for (const days of [-400, -31, -7, -1, 1, 7, 29, 62, 365]) {
        const there = addDays(date, days);
        expect(Date.parse(`${there}T00:00:00Z`)).toBe(at + days * DAY_MS);
      }
  });
});

describe('months', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
    ['2026-11', 0, '2026-11'],
    ['2026-11', -23, '2024-12'],
    ['2026-11', 14, '2028-01'],
  ])('%s and %d months is %s', (month, count, sum) => {
    expect(addMonths(month, count)).toBe(sum);
  });

  it('of nine years are as many apart as they were moved', () => {
    for (const { year, month } of months)
      for (let count = -30; count <= 30; count++) {
        const at = new Date(Date.UTC(year, month + count, 1));
        const sum = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}`;
        expect(addMonths(`${year}-${two(month + 1)}`, count)).toBe(sum);
      }
  });
});

describe('the weeks of a month', () => {
  it('are rows of seven, without the days of the months around', () => {
    expect(weeksOf('2026-11', 0)).toEqual([
      ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'],
      ['2026-11-08', '2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14'],
      ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
      ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
      ['2026-11-29', '2026-11-30', undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it('begin with the day that weeks begin with here', () => {
    const firstWeekOf = (weekStart: number) => weeksOf('2026-11', weekStart)[0];
    const sunday = '2026-11-01';
    expect(firstWeekOf(1)).toEqual([...Array<undefined>(6).fill(undefined), sunday]);
    expect(firstWeekOf(6)?.slice(0, 3)).toEqual([undefined, sunday, '2026-11-02']);
  });

  it.each([
    ['2026-02', 0, 4, 'begins with the week and has 28 days'],
    ['2027-02', 1, 4, 'begins with the week and has 28 days'],
    ['2026-02', 1, 5, 'begins on the last day of a week'],
    ['2028-02', 2, 5, 'has a 29th day in a week of its own'],
    ['2026-11', 0, 5, 'has 30 days'],
    ['2026-08', 0, 6, 'begins on the last day of a week and has 31 days'],
    ['2026-11', 1, 6, 'begins on the last day of a week and has 30 days'],
  ])('%s are, where weeks begin on day %d, %d: it %s', (month, weekStart, count) => {
    expect(weeksOf(month, weekStart)).toHaveLength(count);
  });

  it('go over the turn of a year', () => {
    expect(weeksOf('2027-01', 0)[0]).toEqual([
      ...Array<undefined>(5).fill(undefined),
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(weeksOf('2026-12', 0).at(-1)).toEqual([
      '2026-12-27',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      undefined,
      undefined,
    ]);
  });

  it.each(WEEK_STARTS)(
    'of nine years hold each day once, in its column, where weeks begin on day %d',
    (weekStart) => {
      for (const { year, month } of months) {
        const name = `${year}-${two(month + 1)}`;
        const weeks = weeksOf(name, weekStart);
        expect(weeks.flat().filter((date) => date !== undefined)).toEqual(
          dates.filter(({ date }) => date.startsWith(name)).map(({ date }) => date),
        );
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((date) => date !== undefined)).toBe(true);
          for (const [column, date] of week.entries())
            if (date !== undefined)
              expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe((weekStart + column) % 7);
        }
      }
    },
  );
});
