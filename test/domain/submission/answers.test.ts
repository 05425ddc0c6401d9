import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/domain/submission/problem.js';
import { acceptance } from '../../../src/domain/submission/acceptance.js';

type Replacing = Readonly<Record<string, unknown>>;

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

const many = <T>(one: T, count: number): readonly T[] => Array.from({ length: count }, () => one);

const slot = {
  id: 'mara_preparation_20261201T1800Z',
  kind: 'preparation',
  start: '2026-12-01T18:00:00.000Z',
  end: '2026-12-01T19:00:00.000Z',
  mode: 'video',
};

describe('a problem', () => {
  it('may say what is open in the place of a slot, and which rules are broken', () => {
    const taken = { type: 'kap:slot-taken', slots: [slot] };
    const broken = { type: 'kap:rule-broken', rules: ['needs', 'notice'], detail: 'Not yet.' };
    for (const told of [taken, broken]) expect(problem.parse(told)).toEqual(told);
  });

  it.each<[string, Replacing]>([
    ['a slot that is none', { slots: [{ ...slot, mode: 'telepathy' }] }],
    ['more slots than anybody chooses from', { slots: many(slot, 501) }],
    ['more rules than there are', { rules: many('needs', 41) }],
    ['a rule that is no name', { rules: [7] }],
  ])('with %s is none', (_, replacing) => {
    expect(problem.safeParse({ type: 'kap:slot-taken', ...replacing }).success).toBe(false);
  });
});

describe('an acceptance', () => {
  const accepted = {
    id: ID,
    reference: 'KAP-7F3Q',
    receivedAt: '2026-11-22T20:10:01.000Z',
    digest: 'a1'.repeat(32),
  };
  const requested = { ...slot, id: 'b1', status: 'requested' };

  it('may say what came of sessions', () => {
    for (const said of [accepted, { ...accepted, bookings: [] }, { ...accepted, bookings: [requested] }])
      expect(acceptance.parse(said)).toEqual(said);
  });

  it('says it of no more than one can ask for', () => {
    expect(acceptance.safeParse({ ...accepted, bookings: many(requested, 60) }).success).toBe(true);
    expect(acceptance.safeParse({ ...accepted, bookings: many(requested, 61) }).success).toBe(false);
  });
});

describe('the receipt in an acceptance', () => {
  const received = {
    id: ID,
    reference: '7QK4-M3XD',
    receivedAt: '2026-11-22T20:10:01.000Z',
    digest: 'a'.repeat(64),
  };
  const isTaken = (receipt: unknown) => acceptance.safeParse({ ...received, receipt }).success;

  it('is a compact JWS, or is not there', () => {
    expect(isTaken('eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln-_')).toBe(true);
    expect(isTaken(undefined)).toBe(true);
  });

  it.each([
    '',
    'a.b',
    'a.b.c.d',
    'a..c',
    'a.b.c=',
    'a b.c.d',
    7,
    { jws: 'a.b.c' },
    `a.b.${'c'.repeat(4000)}`,
  ])('is not %j', (receipt) => {
    expect(isTaken(receipt)).toBe(false);
  });
});
