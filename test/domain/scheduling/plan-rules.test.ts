import { describe, expect, it } from 'vitest';
import type { PlanRule } from '../../../src/domain/practice/plan-rules.js';
import type { SessionKindId, SessionMode } from '../../../src/domain/practice/session-kind.js';
import {
  findingsAfter,
  findingsOf,
  type PlanFacts,
  type PlannedSession,
} from '../../../src/domain/scheduling/plan-rules.js';

const HOUR_MS = 3_600_000;

const facts = (rules: readonly PlanRule[], more: Partial<PlanFacts> = {}): PlanFacts => ({
  now: Date.parse('2026-02-01T18:00:00Z'),
  timeZone: 'America/Los_Angeles',
  rules,
  kinds: [{ id: 'dosing', minutes: 180, modes: ['in-person'], needs: { clearance: true } }],
  care: { clearance: { status: 'cleared' }, consents: [] },
  currentConsents: [],
  standing: [],
  ...more,
});

/** A session by its kind and its start in UTC: `dosing 2026-03-02T18:00`; its key is the same. */
function session(written: string, hours = 1, mode: SessionMode = 'in-person'): PlannedSession {
  const [kind = '', time = ''] = written.split(' ');
  const start = Date.parse(time.length === 16 ? `${time}:00Z` : `${time}Z`);
  return { key: written, kind: kind as SessionKindId, start, end: start + hours * HOUR_MS, mode };
}

const broken = (rule: PlanRule, wished: readonly string[], standing: readonly string[] = []) =>
  findingsOf(
    wished.map((each) => session(each)),
    facts([rule], { standing: standing.map((each) => session(each)) }),
  );

describe('enough preparation before the first dosing session', () => {
  const rule: PlanRule = { id: 'preparation-first', level: 'block', count: 2, hoursBefore: 24 };
  const dosing = 'dosing 2026-03-03T18:00';

  it.each([
    ['both in time', ['preparation 2026-03-01T18:00', 'preparation 2026-03-02T17:00'], true],
    ['one a second too late', ['preparation 2026-03-01T18:00', 'preparation 2026-03-02T17:00:01'], false],
    ['one after it', ['preparation 2026-03-01T18:00', 'preparation 2026-03-04T17:00'], false],
    ['only one', ['preparation 2026-03-01T18:00'], false],
  ])('with %s', (_, preparations, isFine) => {
    const finding = { rule: rule.id, level: 'block', sessions: [dosing], count: 2, hours: 24 };
    expect(broken(rule, [dosing, ...preparations])).toEqual(isFine ? [] : [finding]);
    expect(broken(rule, [dosing], preparations)).toEqual(isFine ? [] : [finding]);
  });

  it('is asked of the first one alone, which may stand already', () => {
    expect(broken(rule, ['dosing 2026-03-10T18:00'], [dosing])).toEqual([]);
    expect(broken(rule, ['dosing 2026-03-01T18:00'], [dosing])).toHaveLength(1);
  });
});

describe('the days from one dosing session to the next', () => {
  const rule: PlanRule = { id: 'dosing-gap', level: 'block', minDays: 7, maxDays: 21 };
  const first = 'dosing 2026-03-02T18:00';

  it.each([
    // The clocks go forward on 8 March: a week later is by date, an hour earlier by the sun, as early as you like.
    ['dosing 2026-03-09T08:00', undefined],
    ['dosing 2026-03-09T06:59', 'min'],
    ['dosing 2026-03-24T06:59', undefined],
    ['dosing 2026-03-24T07:00', 'max'],
  ])('are by the practice’s dates: %s', (next, bound) => {
    const expected = {
      rule: rule.id,
      level: 'block',
      sessions: [first, next],
      bound,
      days: bound === 'min' ? 7 : 21,
    };
    expect(broken(rule, [next], [first])).toEqual(bound ? [expected] : []);
  });

  it('count between neighbours, and not where both stand', () => {
    const standing = ['dosing 2026-03-02T18:00', 'dosing 2026-03-04T18:00'];
    expect(broken(rule, [], standing)).toEqual([]);
    expect(broken(rule, ['dosing 2026-03-12T18:00'], standing)).toEqual([]);
    expect(broken(rule, ['dosing 2026-03-03T18:00'], standing)).toHaveLength(2);
  });
});

describe('so many dosing sessions in so many days', () => {
  const rule: PlanRule = { id: 'dosing-quota', level: 'block', count: 2, days: 10 };
  const two = ['dosing 2026-03-10T18:00', 'dosing 2026-03-12T18:00'];

  it.each([
    ['dosing 2026-03-19T18:00', true],
    ['dosing 2026-03-20T18:00', false],
    ['dosing 2026-03-11T18:00', true],
    ['dosing 2026-03-03T18:00', true],
    ['dosing 2026-03-02T18:00', false],
  ])('with %s', (third, isTooMany) => {
    const all = [...two, third].sort();
    const expected = { rule: rule.id, level: 'block', sessions: all, count: 2, days: 10 };
    expect(broken(rule, [third], two)).toEqual(isTooMany ? [expected] : []);
  });
});

describe('an integration after each dosing session', () => {
  const rule: PlanRule = { id: 'integration-after', level: 'block', minHours: 24, maxHours: 72, maxDays: 3 };
  const dosing = 'dosing 2026-03-03T18:00';

  it.each([
    ['integration 2026-03-04T18:59', false],
    ['integration 2026-03-04T19:00', true],
    ['integration 2026-03-06T19:00', true],
    ['integration 2026-03-06T19:01', false],
    ['integration 2026-03-02T19:00', false],
  ])('at %s', (integration, isFine) => {
    const expected = { rule: rule.id, level: 'block', sessions: [dosing], hours: 24, maxHours: 72, days: 3 };
    expect(broken(rule, [dosing, integration])).toEqual(isFine ? [] : [expected]);
  });

  it('is by date where days are counted', () => {
    const week: PlanRule = { id: 'integration-after', level: 'block', maxDays: 7 };
    expect(broken(week, [dosing, 'integration 2026-03-11T06:59'])).toEqual([]);
    expect(broken(week, [dosing, 'integration 2026-03-11T07:00'])).toHaveLength(1);
  });
});

describe('an integration between two dosing sessions', () => {
  const rule: PlanRule = { id: 'integration-before-next-dosing', level: 'block' };
  const [first, next] = ['dosing 2026-03-03T18:00', 'dosing 2026-03-10T18:00'];

  it.each([
    ['integration 2026-03-03T19:00', true],
    ['integration 2026-03-10T17:00', true],
    ['integration 2026-03-03T18:59', false],
    ['integration 2026-03-10T17:01', false],
    ['integration 2026-03-12T17:00', false],
  ])('at %s', (integration, isFine) => {
    const expected = { rule: rule.id, level: 'block', sessions: [first, next] };
    expect(broken(rule, [next], [first, integration])).toEqual(isFine ? [] : [expected]);
  });
});

describe('a follow-up after some dosing sessions or days', () => {
  const rule: PlanRule = { id: 'follow-up-after', level: 'block', dosings: 2, days: 30 };
  const two = ['dosing 2026-03-03T18:00', 'dosing 2026-03-10T18:00'];
  const third = 'dosing 2026-03-17T18:00';

  it('is before the one that would be too many', () => {
    const expected = { rule: rule.id, level: 'block', sessions: [...two, third], count: 2, days: 30 };
    expect(broken(rule, [third], two)).toEqual([expected]);
    expect(broken(rule, [third], [...two, 'follow-up 2026-03-17T17:00'])).toEqual([]);
    expect(broken(rule, [third], [...two, 'follow-up 2026-03-17T17:01'])).toEqual([expected]);
    expect(broken(rule, two)).toEqual([]);
  });

  it('is before the first that is too many days after the one since', () => {
    const first = two.slice(0, 1);
    expect(broken(rule, ['dosing 2026-04-02T18:00'], first)).toEqual([]);
    expect(broken(rule, ['dosing 2026-04-03T18:00'], first)).toHaveLength(1);
    expect(broken(rule, ['dosing 2026-04-03T18:00'], [...first, 'follow-up 2026-03-20T18:00'])).toEqual([]);
  });
});

describe('a date with a dosing session', () => {
  const rule: PlanRule = { id: 'one-of-a-day', level: 'block' };
  const dosing = 'dosing 2026-03-03T18:00';

  it.each([
    ['consultation 2026-03-04T07:59', true],
    ['consultation 2026-03-04T08:00', false],
    ['dosing 2026-03-03T22:00', true],
    ['integration 2026-03-03T22:00', false],
    ['preparation 2026-03-03T16:00', false],
  ])('has no %s: %s', (other, isBroken) => {
    const expected = { rule: rule.id, level: 'block', sessions: [dosing, other] };
    expect(broken(rule, [dosing], [other])).toEqual(isBroken ? [expected] : []);
    expect(broken(rule, [other], [dosing])).toEqual(isBroken ? [expected] : []);
  });
});

describe('notice', () => {
  const rule: PlanRule = { id: 'notice', level: 'block', hours: 24, maxDays: 30 };

  it.each([
    ['preparation 2026-02-02T17:59:59', 'min'],
    ['preparation 2026-02-02T18:00', undefined],
    ['preparation 2026-03-04T07:59', undefined],
    ['preparation 2026-03-04T08:00', 'max'],
  ])('of %s', (wished, bound) => {
    const numbers = bound === 'min' ? { hours: 24 } : { days: 30 };
    expect(broken(rule, [wished])).toEqual(
      bound ? [{ rule: rule.id, level: 'block', sessions: [wished], bound, ...numbers }] : [],
    );
    expect(broken(rule, [], [wished])).toEqual([]);
  });
});

describe('what a kind of session needs', () => {
  const rule: PlanRule = { id: 'needs', level: 'block' };
  const dosings = ['dosing 2026-03-10T18:00', 'dosing 2026-03-03T18:00', 'dosing 2026-03-17T18:00'];
  const with_ = (clearance: NonNullable<PlanFacts['care']>['clearance']) =>
    findingsOf(
      dosings.map((each) => session(each)),
      facts([rule], { care: { clearance, consents: [] } }),
    ).map(({ sessions, need }) => [need, ...sessions]);

  it('is clearance at the date of each', () => {
    expect(with_({ status: 'cleared', validUntil: '2026-03-10T18:00:00Z' })).toEqual([
      ['clearance', dosings[2]],
    ]);
    expect(with_({ status: 'on-hold' })).toHaveLength(3);
  });

  it('is a dose for each, the soonest first', () => {
    expect(with_({ status: 'cleared', dosingLeft: 2 })).toEqual([['clearance', dosings[2]]]);
    expect(with_({ status: 'cleared', dosingLeft: 3 })).toEqual([]);
  });

  it('is everything of somebody whom the endpoint does not know', () => {
    const unknown = facts([rule], { care: undefined });
    expect(findingsOf([session('dosing 2026-03-03T18:00')], unknown)).toHaveLength(1);
    expect(findingsOf([session('preparation 2026-03-03T18:00')], unknown)).toEqual([]);
  });
});

describe('the client’s place', () => {
  const rule: PlanRule = { id: 'region', level: 'block' };
  const found = (mode: SessionMode, more: Partial<PlanFacts>) =>
    findingsOf([session('integration 2026-03-03T18:00', 1, mode)], facts([rule], more)).length;

  it('is one that somebody is licensed for, where a session is not in person', () => {
    const elsewhere = { region: 'US-CA', licensedIn: ['US-OR', 'US-WA'] };
    expect(found('video', elsewhere)).toBe(1);
    expect(found('phone', elsewhere)).toBe(1);
    expect(found('in-person', elsewhere)).toBe(0);
    expect(found('video', { ...elsewhere, region: 'US-WA' })).toBe(0);
  });

  it('is no finding where it is not known, or where the practice does not say', () => {
    expect(found('video', { licensedIn: ['US-OR'] })).toBe(0);
    expect(found('video', { region: 'US-CA' })).toBe(0);
  });
});

describe('a change', () => {
  const rules: readonly PlanRule[] = [
    { id: 'needs', level: 'block' },
    { id: 'dosing-gap', level: 'block', minDays: 7 },
    { id: 'integration-after', level: 'block', maxDays: 7 },
  ];
  const [dosing, integration] = ['dosing 2026-03-03T18:00', 'integration 2026-03-05T18:00'];
  const standing = [session(dosing), session(integration)];
  const after = (given: readonly string[], wished: readonly string[], more: Partial<PlanFacts> = {}) =>
    findingsAfter(
      { given, wished: wished.map((each) => session(each)) },
      facts(rules, { standing, ...more }),
    ).map(({ rule, sessions }) => [rule, ...sessions]);

  it('says what the giving up breaks for what stays', () => {
    expect(after([integration], [])).toEqual([['integration-after', dosing]]);
    expect(after([integration], ['integration 2026-03-09T18:00'])).toEqual([]);
    expect(after([integration], ['integration 2026-03-12T18:00'])).toEqual([['integration-after', dosing]]);
  });

  it('is held against what stays, and not against what is given up', () => {
    expect(after([dosing, integration], ['dosing 2026-03-04T18:00', 'integration 2026-03-06T18:00'])).toEqual(
      [],
    );
    expect(after([], ['dosing 2026-03-04T18:00'])).toEqual([
      ['dosing-gap', dosing, 'dosing 2026-03-04T18:00'],
    ]);
  });

  it('says nothing of what was broken before', () => {
    expect(after([], ['preparation 2026-03-09T18:00'], { standing: [session(dosing)] })).toEqual([]);
  });

  it('gives the dose of a dosing session back', () => {
    const care: PlanFacts['care'] = { clearance: { status: 'cleared', dosingLeft: 0 }, consents: [] };
    expect(after([dosing], ['dosing 2026-03-04T18:00'], { care })).toEqual([]);
    expect(after([], ['dosing 2026-03-14T18:00', 'integration 2026-03-15T18:00'], { care })).toEqual([
      ['needs', 'dosing 2026-03-14T18:00'],
    ]);
  });
});
