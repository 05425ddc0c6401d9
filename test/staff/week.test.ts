import { describe, expect, it } from 'vitest';
import {
  daysOf,
  weekAfter,
  weekBefore,
  weekCount,
  weekInWords,
  weekOf,
} from '../../demo/staff/reading/week.js';
import { aBooking } from './bookings.js';

const PORTLAND = 'America/Los_Angeles';
const week = weekOf('2026-11-24');
const plain = (words: string) => words.replaceAll(/\s/g, ' ');

describe('a week', () => {
  it.each(['2026-11-23', '2026-11-24', '2026-11-29'])('goes from Monday to Sunday around %s', (date) => {
    expect(weekOf(date)).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekOf(date).dates).toHaveLength(7);
  });

  it('has one before it and one after it, across months and years', () => {
    expect(weekBefore(week).from).toBe('2026-11-16');
    expect(weekAfter(weekOf('2026-12-31')).from).toBe('2027-01-04');
  });

  it('is said by its days', () => {
    expect(plain(weekInWords(week))).toBe('November 23 – 29, 2026');
    expect(plain(weekInWords(weekOf('2026-12-31')))).toBe('December 28, 2026 – January 3, 2027');
  });
});

describe('the days of a week', () => {
  const idsByDate = (bookings: Parameters<typeof daysOf>[1]) =>
    Object.fromEntries(
      daysOf(week, bookings, PORTLAND)
        .filter((day) => day.bookings.length > 0)
        .map((day) => [day.date, day.bookings.map(({ id }) => id)]),
    );

  it('hold the sessions that start on them where the practice is', () => {
    // At 16:30 on Tuesday in Portland it is Wednesday in UTC.
    const late = aBooking({ id: 'late', start: '2026-11-25T00:30:00.000Z' });
    const early = aBooking({ id: 'early', start: '2026-11-24T17:00:00.000Z' });
    const wednesday = aBooking({ id: 'wednesday' });
    expect(idsByDate([early, late, wednesday])).toEqual({
      '2026-11-24': ['early', 'late'],
      '2026-11-25': ['wednesday'],
    });
  });

  it('are seven, also without any session', () => {
    expect(daysOf(week, [], PORTLAND).map(({ date }) => date)).toEqual(week.dates);
  });

  it('lose no session that the endpoint puts into the week and we would not', () => {
    const sunday = aBooking({ id: 'before', start: '2026-11-23T06:00:00.000Z' });
    const monday = aBooking({ id: 'after', start: '2026-11-30T20:00:00.000Z' });
    expect(idsByDate([sunday, monday])).toEqual({ '2026-11-23': ['before'], '2026-11-29': ['after'] });
  });
});

describe('a week in one line', () => {
  it('says what waits for a decision, and does not count what was cancelled', () => {
    const [requested, confirmed] = [aBooking(), aBooking({ status: 'confirmed', awaitsDecision: false })];
    const cancelled = aBooking({ status: 'cancelled', awaitsDecision: false });
    expect(weekCount([])).toBe('No sessions');
    expect(weekCount([cancelled])).toBe('No sessions');
    expect(weekCount([confirmed])).toBe('1 session, none waits for a decision');
    expect(weekCount([requested, confirmed, cancelled])).toBe('2 sessions, 1 waits for a decision');
    expect(weekCount([requested, requested])).toBe('2 sessions, 2 wait for a decision');
    const onHold = aBooking({ status: 'on-hold' });
    expect(weekCount([onHold, { ...onHold, awaitsDecision: false }])).toBe(
      '2 sessions, 1 waits for a decision',
    );
  });
});
