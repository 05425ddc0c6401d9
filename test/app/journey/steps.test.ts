import { describe, expect, it } from 'vitest';
import { nextSession, stepsOf } from '../../../src/app/journey/steps.js';
import type { SessionState } from '../../../src/app/session/session.js';
import type { PracticeBasics } from '../../../src/domain/practice/basics.js';
import { clearanceStatus, type CareState } from '../../../src/domain/practice/care-state.js';
import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { afterIntake, newClient, stillwater } from '../../support/practice-samples.js';

const whole: PracticeBasics = {
  ...stillwater,
  consents: [{ id: 'therapy', version: '2', adopted: { by: 'Mara', on: '2026-11-02' } }],
  sessionKinds: [{ id: 'consultation', minutes: 60, modes: ['video'], needs: {} }],
};

const withCare = (care: CareState | undefined, practice: PracticeBasics = whole): SessionState => ({
  status: 'ready',
  practice,
  care,
  link: 'none',
});

const signed = (version: string): CareState['consents'] => [
  { id: 'therapy', version, status: 'signed', signedAt: '2026-11-20T10:00:00Z', reference: '7QK4-M3XD' },
];

const shownFor = (state: SessionState) => stepsOf(state).map((step) => `${step.id} ${step.state}`);
const start = ['intake now', 'consent later', 'review later', 'sessions later'];

describe('the steps of the journey', () => {
  it('begin with the intake, also while nothing is known yet', () => {
    expect(shownFor({ status: 'starting' })).toEqual(start);
    expect(shownFor({ status: 'failed', reason: 'unreachable' })).toEqual(start);
    expect(shownFor(withCare(undefined))).toEqual(start);
    expect(shownFor(withCare(newClient))).toEqual(start);
  });

  it('go on to the consent while the prescriber reads the history', () => {
    expect(shownFor(withCare(afterIntake))).toEqual([
      'intake done',
      'consent now',
      'review waiting',
      'sessions later',
    ]);
  });

  it('go on to the sessions once the consent is signed: a consultation waits for nobody', () => {
    expect(shownFor(withCare({ ...afterIntake, consents: signed('2') }))).toEqual([
      'intake done',
      'consent done',
      'review waiting',
      'sessions now',
    ]);
  });

  it('ask again for a consent whose text has changed', () => {
    expect(shownFor(withCare({ ...afterIntake, consents: signed('1') }))).toContain('consent now');
  });

  it.each(clearanceStatus.options.filter((status) => status !== 'cleared'))(
    'leave the review open with clearance %s',
    (status) => {
      expect(shownFor(withCare({ ...afterIntake, clearance: { status } }))).toContain('review waiting');
    },
  );

  it('have the review done with a clearance', () => {
    const cleared: CareState = { ...afterIntake, clearance: { status: 'cleared' }, consents: signed('2') };
    expect(shownFor(withCare(cleared))).toEqual([
      'intake done',
      'consent done',
      'review done',
      'sessions now',
    ]);
  });

  it('leave out what the practice does not offer', () => {
    expect(shownFor(withCare(newClient, stillwater))).toEqual(['intake now', 'review later']);
  });
});

describe('the next session', () => {
  const NOW = Date.parse('2026-11-24T12:00:00Z');
  const booking = (start: string, status: Booking['status'] = 'confirmed'): Booking => ({
    id: start,
    kind: 'preparation',
    start,
    end: new Date(Date.parse(start) + 3_600_000).toISOString(),
    mode: 'video',
    status,
  });
  const nextOf = (bookings: readonly Booking[]) =>
    nextSession(withCare({ ...afterIntake, bookings: [...bookings] }), NOW)?.start;

  it('is the soonest that still stands, whatever the order', () => {
    expect(nextOf([booking('2026-12-02T10:00:00Z'), booking('2026-11-30T10:00:00Z', 'requested')])).toBe(
      '2026-11-30T10:00:00Z',
    );
  });

  it('is one that has begun, until it is over', () => {
    expect(nextOf([booking('2026-11-24T11:30:00Z')])).toBe('2026-11-24T11:30:00Z');
    expect(nextOf([booking('2026-11-24T10:30:00Z')])).toBeUndefined();
  });

  it('is none that was cancelled or has taken place', () => {
    expect(
      nextOf([booking('2026-11-30T10:00:00Z', 'cancelled'), booking('2026-12-01T10:00:00Z', 'completed')]),
    ).toBeUndefined();
  });

  it('is nothing while nothing is known', () => {
    expect(nextSession({ status: 'starting' }, NOW)).toBeUndefined();
  });
});
