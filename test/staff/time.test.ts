import { describe, expect, it } from 'vitest';
import {
  ageOn,
  dateAt,
  dateInWords,
  dayAfter,
  dayInWords,
  durationInWords,
  instantInWords,
  isTimeZone,
  relativeTime,
  timesInWords,
  zoneInWords,
} from '../../demo/staff/reading/time.js';

const NOW = Date.parse('2026-11-22T20:00:00Z');

describe('ageOn', () => {
  it('counts whole years up to the birthday', () => {
    expect(ageOn('1985-11-22', '2026-11-21')).toBe(40);
    expect(ageOn('1985-11-22', '2026-11-22')).toBe(41);
  });

  it('lets somebody born on February 29 grow older on March 1 of a common year', () => {
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
    expect(ageOn('2004-02-29', '2026-03-01')).toBe(22);
  });

  it('says nothing about a date that is none or lies ahead', () => {
    expect(ageOn('unknown', '2026-11-22')).toBeUndefined();
    expect(ageOn('2026-11-23', '2026-11-22')).toBeUndefined();
  });
});

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T19:59:31Z', 'just now'],
    ['2026-11-22T19:58:00Z', '2 minutes ago'],
    ['2026-11-22T17:30:00Z', '2 hours ago'],
    ['2026-11-20T20:00:00Z', '2 days ago'],
    ['2026-11-25T20:00:00Z', 'in 3 days'],
    ['2025-10-01T20:00:00Z', '1 year ago'],
  ])('says of %s: %s', (instant, words) => {
    expect(relativeTime(instant, NOW)).toBe(words);
  });
});

describe('times at the practice', () => {
  it('shows an instant on the practice’s wall clock', () => {
    expect(instantInWords('2026-11-22T05:14:00Z', 'America/Los_Angeles')).toMatch(
      /^Sat, Nov 21, 2026, 9:14\sPM PST$/,
    );
  });

  it('knows which day it is there', () => {
    expect(dateAt(Date.parse('2026-11-22T05:14:00Z'), 'America/Los_Angeles')).toBe('2026-11-21');
    expect(dateAt(Date.parse('2026-11-22T05:14:00Z'), 'Europe/Berlin')).toBe('2026-11-22');
  });

  it('shows from when to when a session is, by its clock', () => {
    const words = timesInWords('2026-11-24T17:00:00Z', '2026-11-24T20:00:00Z', 'America/Los_Angeles');
    expect(words.replaceAll(/\s/g, ' ')).toBe('9:00 AM – 12:00 PM');
  });

  it('calls its time what people there call it, summer and winter', () => {
    expect(zoneInWords('America/Los_Angeles')).toBe('Pacific Time');
  });

  it('does not know a zone that does not exist', () => {
    expect(isTimeZone('America/Los_Angeles')).toBe(true);
    expect(isTimeZone('Atlantis/Capital')).toBe(false);
  });
});

describe('durationInWords', () => {
  it.each([
    [20_000, 'less than a minute'],
    [60_000, '1 minute'],
    [7_200_000, '2 hours'],
    [200_000_000, '2 days'],
  ])('says of %i milliseconds: %s', (milliseconds, words) => {
    expect(durationInWords(milliseconds)).toBe(words);
  });
});

describe('dates', () => {
  it('are said with their day of the week, and with the year where it is not the one around', () => {
    expect(dayInWords('2026-11-23')).toBe('Monday, November 23');
    expect(dayInWords('2026-11-23', '2026-01-01')).toBe('Monday, November 23');
    expect(dayInWords('2025-11-24', '2026-01-01')).toBe('Monday, November 24, 2025');
  });

  it('writes a date as people say it, and leaves alone what is none', () => {
    expect(dateInWords('1985-03-05')).toBe('March 5, 1985');
    expect(dateInWords('spring')).toBe('spring');
  });

  it('finds the next day across the end of a year', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});
