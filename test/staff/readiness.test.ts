import { describe, expect, it } from 'vitest';
import type { StaffReadiness } from '../../demo/staff/api-answers.js';
import {
  isHeldByReadiness,
  mayRelease,
  missingInWords,
  readinessInWords,
  readinessNow,
  reasonInWords,
} from '../../demo/staff/reading/readiness.js';
import { aBooking, NOW } from './bookings.js';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(NOW + hours * HOUR_MS).toISOString();

/** Asked for since a day ago, due in twelve hours. */
const asked = (replacing: Partial<StaffReadiness> = {}): StaffReadiness => ({
  form: { id: 'readiness', version: '1.0.0' },
  from: inHours(-24),
  until: inHours(12),
  missing: ['form'],
  isReleased: false,
  ...replacing,
});

const session = (readiness: StaffReadiness) => aBooking({ kind: 'dosing', status: 'confirmed', readiness });

describe('what is missing before a session', () => {
  it('is the list that the client sees', () => {
    expect(missingInWords(asked({ missing: ['escort', 'review'] }))).toEqual([
      'Who comes for them is not named, or has not said yes.',
      'Somebody here looks over what they sent.',
    ]);
  });

  it('is said with its time: asked for later, due, or overdue', () => {
    const words = (readiness: StaffReadiness) => readinessInWords(readiness, NOW, 'UTC');
    expect(words(asked({ from: inHours(1) }))).toMatch(/^The client is asked about it from /);
    expect(words(asked())).toMatch(/^Due by /);
    expect(words(asked({ until: inHours(-1) }))).toMatch(/^It was due by /);
    expect(words(asked({ missing: ['review'] }))).toBe('Not ready yet:');
    expect(words(asked({ missing: [] }))).toBe('Ready.');
    expect(words(asked({ missing: [], isReleased: true }))).toBe('Ready: looked at, and let go ahead.');
  });

  it('is not said before it is asked for, nor of what has begun or is cancelled', () => {
    expect(readinessNow(session(asked()), NOW)).toEqual(asked());
    expect(readinessNow(session(asked({ from: inHours(1) })), NOW)).toBeUndefined();
    expect(readinessNow({ ...session(asked()), start: inHours(-1) }, NOW)).toBeUndefined();
    expect(readinessNow({ ...session(asked()), status: 'cancelled' }, NOW)).toBeUndefined();
  });

  it('holds the session once it is due, and at once where it has to be looked at', () => {
    expect(isHeldByReadiness(session(asked()), NOW)).toBe(false);
    expect(isHeldByReadiness(session(asked({ until: inHours(-1) })), NOW)).toBe(true);
    expect(isHeldByReadiness(session(asked({ missing: ['review'] })), NOW)).toBe(true);
    expect(isHeldByReadiness(session(asked({ missing: [] })), NOW)).toBe(false);
  });

  it('is let pass by the clinicians, and what has to be looked at by the prescriber', () => {
    const review = asked({ missing: ['review'] });
    expect(['prescriber', 'therapist', 'office'].map((role) => mayRelease(review, role as 'office'))).toEqual(
      [true, false, false],
    );
    expect(mayRelease(asked(), 'therapist')).toBe(true);
    expect(mayRelease(asked({ missing: [] }), 'prescriber')).toBe(false);
  });
});

describe('why somebody has to look at it', () => {
  it('is a flag’s own sentence, or what is the matter with a question', () => {
    expect(reasonInWords({ why: 'flag', words: 'Blood pressure is high.' })).toBe('Blood pressure is high.');
    expect(reasonInWords({ why: 'unsure', words: 'Last meal' })).toBe('Not sure about: Last meal');
  });
});
