import { describe, expect, it } from 'vitest';
import {
  kindInWords,
  kindsInWords,
  modeInWords,
  openDecisions,
  sortedOut,
  statusInWords,
  withBooking,
} from '../../demo/staff/reading/sessions.js';
import { aBooking, NOW } from './bookings.js';

const OVER = { start: '2026-11-23T17:00:00.000Z', end: '2026-11-23T18:00:00.000Z' };

describe('a kind of session', () => {
  it('has the practice’s name, or ours where the practice has none', () => {
    const offered = [{ id: 'dosing', title: 'Medicine session' }, { id: 'integration' }] as const;
    expect(kindInWords('dosing', offered)).toBe('Medicine session');
    expect(kindInWords('integration', offered)).toBe('Integration');
    expect(kindInWords('follow-up', offered)).toBe('Follow-up');
  });

  it('is counted where there are several, in the order of asking', () => {
    expect(kindsInWords(['preparation', 'dosing', 'preparation'], [])).toBe('Preparation (2), Dosing');
    expect(kindsInWords([], [])).toBe('');
  });
});

describe('where a session is', () => {
  it('is said with its place where it has one', () => {
    expect(modeInWords({ mode: 'in-person', place: 'Ground floor' })).toBe('In person, Ground floor');
    expect(modeInWords({ mode: 'phone' })).toBe('By phone');
  });
});

describe('how a session stands', () => {
  it.each([
    ['requested', 'Requested'],
    ['confirmed', 'Confirmed'],
    ['on-hold', 'On hold'],
    ['completed', 'Took place'],
  ] as const)('%s: %s', (status, words) => {
    expect(statusInWords(aBooking({ status }), NOW)).toBe(words);
  });

  it('says who cancelled it, and of what is over only that it did not take place', () => {
    const cancelled = aBooking({ status: 'cancelled' });
    expect(statusInWords({ ...cancelled, cancelledBy: 'client' }, NOW)).toBe('Cancelled by the client');
    expect(statusInWords({ ...cancelled, cancelledBy: 'practice' }, NOW)).toBe('Cancelled by the practice');
    expect(statusInWords({ ...cancelled, cancelledBy: 'practice', ...OVER }, NOW)).toBe('Did not take place');
  });
});

describe('a session that was on hold when it should have begun', () => {
  it('is not on hold any more', () => {
    expect(statusInWords(aBooking({ status: 'on-hold', ...OVER }), NOW)).toBe('Was on hold');
  });
});

describe('what can be decided', () => {
  it('is both about what was asked for', () => {
    expect(openDecisions(aBooking(), NOW)).toEqual(['confirm', 'decline']);
  });

  it('is to decline what was asked for and is on hold: its time must not stay taken for ever', () => {
    expect(openDecisions(aBooking({ status: 'on-hold' }), NOW)).toEqual(['decline']);
  });

  it.each(['confirmed', 'on-hold'] as const)(
    'is to cancel what was confirmed and still stands, also on hold: %s',
    (status) => {
      expect(openDecisions(aBooking({ status, awaitsDecision: false }), NOW)).toEqual(['cancel']);
    },
  );

  it.each(['cancelled', 'completed'] as const)('is nothing about what is %s', (status) => {
    expect(openDecisions(aBooking({ status, awaitsDecision: false }), NOW)).toEqual([]);
  });

  it('is nothing once the time is over, also on a page that was left open', () => {
    expect(openDecisions(aBooking(OVER), NOW)).toEqual([]);
    expect(openDecisions(aBooking({ status: 'confirmed', awaitsDecision: false, ...OVER }), NOW)).toEqual([]);
  });
});

describe('a client’s sessions', () => {
  const first = aBooking({ id: 'first', ...OVER });
  const before = aBooking({
    id: 'before',
    start: '2026-11-20T17:00:00.000Z',
    end: '2026-11-20T18:00:00.000Z',
  });
  const next = aBooking({ id: 'next' });
  const later = aBooking({ id: 'later', start: '2026-12-25T17:00:00.000Z', end: '2026-12-25T18:00:00.000Z' });
  const ids = (bookings: readonly { readonly id: string }[]) => bookings.map(({ id }) => id);

  it('come in the order in which they are, those that are over the other way round', () => {
    const { ahead, behind } = sortedOut([later, first, next, before], NOW);
    expect(ids(ahead)).toEqual(['next', 'later']);
    expect(ids(behind)).toEqual(['first', 'before']);
  });

  it('stay in their places when one of them is declined', () => {
    const declined = { ...next, status: 'cancelled', cancelledBy: 'practice' } as const;
    const { ahead } = sortedOut(withBooking([next, later], declined), NOW);
    expect(ahead).toEqual([declined, later]);
  });
});
