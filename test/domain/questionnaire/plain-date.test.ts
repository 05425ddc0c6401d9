import { describe, expect, it } from 'vitest';
import { daysInMonth, plainDateOf, yearsBetween } from '../../../src/domain/questionnaire/plain-date.js';

const date = (year: string, month: string, day: string) => plainDateOf({ year, month, day });

describe('a date in three parts', () => {
  it('is read with or without leading zeros and spaces', () => {
    expect(date('1984', '3', '7')).toBe('1984-03-07');
    expect(date(' 1984 ', '03', '07 ')).toBe('1984-03-07');
  });

  it.each([
    ['2000', '2', '29', true],
    ['2024', '2', '29', true],
    ['1900', '2', '29', false],
    ['2023', '2', '29', false],
    ['2026', '4', '31', false],
    ['2026', '12', '31', true],
    ['2026', '13', '1', false],
    ['2026', '0', '1', false],
    ['2026', '1', '0', false],
    ['84', '3', '7', false],
    ['0999', '3', '7', false],
    ['1984', 'March', '7', false],
    ['1984', '3', '-7', false],
    ['1984', '3', '', false],
  ])('%s, %s, %s: there is such a day: %s', (year, month, day, exists) => {
    expect(date(year, month, day) !== undefined).toBe(exists);
  });
});

describe('days in a month', () => {
  it('know leap years', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it('are none for a month that does not exist', () => {
    expect([daysInMonth(2026, 0), daysInMonth(2026, 13)]).toEqual([0, 0]);
  });
});

describe('years between two dates', () => {
  it.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-22', '2026-11-22', 0],
  ])('from %s to %s are %i, as birthdays go', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });
});
