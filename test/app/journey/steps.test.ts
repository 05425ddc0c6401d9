import { describe, expect, it } from 'vitest';
import { nextSession, openKinds, stepsOf } from '../../../src/app/journey/steps.js';
import type { SessionState } from '../../../src/app/session/session.js';
import type { PracticeBasics } from '../../../src/domain/practice/basics.js';
import { clearanceStatus, type CareState } from '../../../src/domain/practice/care-state.js';
import type { SessionKind } from '../../../src/domain/practice/session-kind.js';
import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { afterIntake, newClient, stillwater } from '../../support/practice-samples.js';

const whole: PracticeBasics = {
  ...stillwater,
  consents: [{ id: 'therapy', version: '2' }],
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

const bookingAt = (start: string, status: Booking['status'] = 'confirmed'): Booking => ({
  id: start,
  kind: 'preparation',
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  mode: 'video',
  status,
});

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

  it('ask again for a consent that was taken back', () => {
    const consents = signed('2').map((consent) => ({ ...consent, status: 'withdrawn' as const }));
    expect(shownFor(withCare({ ...afterIntake, consents }))).toContain('consent now');
  });

  it('ask for a consent until each document is signed', () => {
    const touch = { id: 'touch', version: '1', adopted: { by: 'Mara', on: '2026-11-02' } };
    const practice = { ...whole, consents: [...(whole.consents ?? []), touch] };
    const care = { ...afterIntake, consents: signed('2') };
    expect(shownFor(withCare(care, practice))).toContain('consent now');
  });

  it('go back to the intake where the consent was signed first', () => {
    expect(shownFor(withCare({ ...newClient, consents: signed('2') }))).toEqual([
      'intake now',
      'consent done',
      'review later',
      'sessions later',
    ]);
  });

  it('have no end: there is always another session', () => {
    const done = { ...afterIntake, consents: signed('2'), clearance: { status: 'cleared' } } as const;
    const booked = { ...done, bookings: [bookingAt('2026-11-24T11:30:00Z', 'completed')] };
    expect(shownFor(withCare(booked)).at(-1)).toBe('sessions now');
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
    expect(shownFor(withCare(newClient, { ...whole, consents: [] }))).toEqual([
      'intake now',
      'review later',
      'sessions later',
    ]);
    expect(shownFor(withCare(newClient, { ...whole, sessionKinds: [] }))).toEqual([
      'intake now',
      'consent later',
      'review later',
    ]);
  });

  it('are the first alone where only a webhook is known of the practice', () => {
    const state: SessionState = { status: 'ready', practice: undefined, care: undefined, link: 'none' };
    expect(shownFor(state)).toEqual(['intake now', 'review later']);
  });
});

describe('the kinds of session that are open', () => {
  const kind = (id: SessionKind['id'], needs: SessionKind['needs']): SessionKind => ({
    id,
    minutes: 60,
    modes: ['video'],
    needs,
  });
  const practice: PracticeBasics = {
    ...whole,
    sessionKinds: [
      kind('consultation', {}),
      kind('preparation', { consents: ['therapy'] }),
      kind('dosing', { clearance: true, consents: ['therapy'] }),
    ],
  };
  const openTo = (care: CareState | undefined) => openKinds(withCare(care, practice)).map(({ id }) => id);

  it('are those whose needs are met, in the order of the practice', () => {
    expect(openTo(undefined)).toEqual(['consultation']);
    expect(openTo({ ...newClient, consents: signed('2') })).toEqual(['consultation', 'preparation']);
    expect(openTo({ ...newClient, clearance: { status: 'cleared' } })).toEqual(['consultation']);
    expect(openTo({ ...newClient, clearance: { status: 'cleared' }, consents: signed('2') })).toEqual([
      'consultation',
      'preparation',
      'dosing',
    ]);
  });

  it('are none while nothing is known, or where none are offered', () => {
    expect(openKinds({ status: 'starting' })).toEqual([]);
    expect(openKinds(withCare(newClient, stillwater))).toEqual([]);
  });
});

describe('the next session', () => {
  const NOW = Date.parse('2026-11-24T12:00:00Z');
  const nextOf = (bookings: readonly Booking[]) =>
    nextSession(withCare({ ...afterIntake, bookings: [...bookings] }), NOW)?.start;

  it('is the soonest that still stands, whatever the order', () => {
    expect(nextOf([bookingAt('2026-12-02T10:00:00Z'), bookingAt('2026-11-30T10:00:00Z', 'requested')])).toBe(
      '2026-11-30T10:00:00Z',
    );
  });

  it('is one that has begun, until it is over', () => {
    expect(nextOf([bookingAt('2026-11-24T11:30:00Z')])).toBe('2026-11-24T11:30:00Z');
    expect(nextOf([bookingAt('2026-11-24T10:30:00Z')])).toBeUndefined();
  });

  it('is none that was cancelled or has taken place', () => {
    expect(
      nextOf([
        bookingAt('2026-11-30T10:00:00Z', 'cancelled'),
        bookingAt('2026-12-01T10:00:00Z', 'completed'),
      ]),
    ).toBeUndefined();
  });

  it.each(['requested', 'confirmed', 'on-hold'] as const)('may be one that is %s', (status) => {
    const cancelled = bookingAt('2026-11-25T10:00:00Z', 'cancelled');
    expect(nextOf([cancelled, bookingAt('2026-11-30T10:00:00Z', status)])).toBe('2026-11-30T10:00:00Z');
  });

  it('is over at its end, to the second', () => {
    expect(nextOf([bookingAt('2026-11-24T11:00:00Z')])).toBeUndefined();
    expect(nextOf([bookingAt('2026-11-24T11:00:01Z')])).toBe('2026-11-24T11:00:01Z');
  });

  it('is found by its instant, in whatever zone that is written', () => {
    const first = '2026-11-30T09:00:00+01:00';
    expect(nextOf([bookingAt('2026-11-30T08:30:00Z'), bookingAt(first)])).toBe(first);
  });

  it('is nothing while nothing is known', () => {
    expect(nextSession({ status: 'starting' }, NOW)).toBeUndefined();
  });
});
