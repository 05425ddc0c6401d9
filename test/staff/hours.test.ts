import { describe, expect, it } from 'vitest';
import {
  calendarState,
  datesInWords,
  daysInWords,
  exceptionsAhead,
  hoursInWords,
  keptInWords,
} from '../../demo/staff/reading/hours.js';
import { NOW } from './bookings.js';

/** Which blank stands before AM is the platform's choice. */
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');

describe('hours in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon – Fri'],
    [[1, 2, 4], 'Mon, Tue, Thu'],
    [[0, 6], 'Sat, Sun'],
    [[5, 1, 2, 3], 'Mon – Wed, Fri'],
    [[], ''],
  ])('%j: %s', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });

  it('are by the clock, to midnight as well', () => {
    expect(plain(hoursInWords({ from: '09:00', to: '17:30' }))).toBe('9:00 AM – 5:30 PM');
    expect(plain(hoursInWords({ from: '18:00', to: '24:00' }))).toBe('6:00 PM – 12:00 AM');
  });

  it('name days by their dates', () => {
    expect(datesInWords({ from: '2026-12-24', to: '2026-12-24' })).toBe('December 24, 2026');
    expect(plain(datesInWords({ from: '2026-12-24', to: '2026-12-27' }))).toBe('December 24 – 27, 2026');
  });

  it('leave out other days that are over', () => {
    const exceptions = ['2026-11-20', '2026-11-24'].map((date) => ({ from: date, to: date, hours: [] }));
    expect(exceptionsAhead({ exceptions }, '2026-11-24')).toEqual(exceptions.slice(1));
  });

  it('say who changed them', () => {
    const setAt = new Date(NOW).toISOString();
    expect(keptInWords({ setAt }, 'UTC')).toBe('As it was set up at the start.');
    expect(keptInWords({ setAt, setBy: 'office' }, 'UTC')).toMatch(/^Last changed .+, by the office\.$/);
  });
});

describe('somebody’s own calendar', () => {
  const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
  const practitioner = { id: 'mara', name: 'Mara', hours: [], calendarUrl: 'https://calendar.example/x' };

  it('is not there, or not read yet, or was read', () => {
    expect(calendarState({ practitioner: { ...practitioner, calendarUrl: undefined } }, NOW).words).toMatch(
      /^No calendar\./,
    );
    expect(calendarState({ practitioner }, NOW).words).toBe('It has not been read yet.');
    const calendar = { triedAt: ago(2), readAt: ago(2) };
    expect(calendarState({ practitioner, calendar }, NOW)).toEqual({
      words: 'It was last read 2 minutes ago.',
      isFault: false,
    });
  });

  it('says what is wrong with it, and what still counts', () => {
    const calendar = { triedAt: ago(2), readAt: ago(120), fault: 'The address was not found.' };
    expect(calendarState({ practitioner, calendar }, NOW)).toEqual({
      words: 'The address was not found. Tried 2 minutes ago. It was last read 2 hours ago.',
      isFault: true,
    });
  });
});
