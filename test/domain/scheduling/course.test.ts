import { describe, expect, it } from 'vitest';
import { layOut, repair, stepsOf, type CourseWish } from '../../../src/domain/scheduling/course.js';
import { bruteForce, isSound, randomCourse } from '../../support/random-courses.js';
import { oneOf, seeded } from '../../support/seeded.js';

const keys = (plan: Parameters<typeof stepsOf>[0], standing: Parameters<typeof stepsOf>[1] = []) =>
  stepsOf(plan, standing).map(({ kind, number }) => `${kind} ${number}`);

describe('the steps of a plan', () => {
  it('are in their usual order: each dosing session with its integration, a follow-up after two', () => {
    const plan = [
      { kind: 'integration' as const, count: 4 },
      { kind: 'dosing' as const, count: 3 },
      { kind: 'preparation' as const, count: 2 },
      { kind: 'follow-up' as const, count: 1 },
    ];
    expect(keys(plan)).toEqual([
      'preparation 1',
      'preparation 2',
      'dosing 1',
      'integration 1',
      'dosing 2',
      'integration 2',
      'follow-up 1',
      'dosing 3',
      'integration 3',
      'integration 4',
    ]);
    expect(keys(plan, [{ kind: 'preparation' }, { kind: 'dosing' }, { kind: 'integration' }])).toEqual([
      'preparation 2',
      'dosing 2',
      'integration 2',
      'follow-up 1',
      'dosing 3',
      'integration 3',
      'integration 4',
    ]);
  });

  it('are none where the client has them all, or more', () => {
    expect(keys([{ kind: 'dosing', count: 1 }], [{ kind: 'dosing' }, { kind: 'dosing' }])).toEqual([]);
  });
});

const withoutRules = (wish: CourseWish, ids: readonly string[]): CourseWish => ({
  ...wish,
  facts: { ...wish.facts, rules: wish.facts.rules.filter(({ id }) => !ids.includes(id)) },
});

/** By kind, so that trying them all can leave out what makes no difference. */
const byKind = (wish: CourseWish): CourseWish => ({
  ...wish,
  steps: [...wish.steps].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.number - b.number)),
});

describe('small courses, held against all that there are', () => {
  const courses = Array.from({ length: 800 }, (_, seed) => ({
    seed,
    wish: byKind(randomCourse(seeded(seed + 1), 2, 5, 25)),
  })).filter(({ wish }) => wish.steps.length <= 6);
  const laid = courses.map((course) => ({ ...course, proposal: layOut(course.wish) }));

  it('are found whenever there is one, and impossible only when there is none', () => {
    const wrong = laid.filter(({ wish, proposal: { outcome } }) => {
      const isThere = bruteForce(wish);
      return (
        (outcome === 'found' && !isThere) || (outcome === 'impossible' && isThere) || outcome === 'not-found'
      );
    });
    expect(wrong.map(({ seed }) => seed)).toEqual([]);
    const outcomes = laid.map(({ proposal }) => proposal.outcome);
    for (const outcome of ['found', 'impossible'])
      expect(outcomes.filter((each) => each === outcome).length).toBeGreaterThan(200);
  }, 20_000);

  it('are there without the rules that are named, and with any one of them not', () => {
    let named = 0;
    for (const { seed, wish, proposal } of laid) {
      if (proposal.outcome !== 'impossible' || proposal.without.length === 0) continue;
      named++;
      expect(bruteForce(withoutRules(wish, proposal.without)), `${seed}`).toBe(true);
      for (const id of proposal.without) {
        const others = proposal.without.filter((each) => each !== id);
        expect(bruteForce(withoutRules(wish, others)), `${seed} ${id}`).toBe(false);
      }
    }
    expect(named).toBeGreaterThan(100);
  }, 20_000);

  it('lack open times only where there are not enough without any rule', () => {
    for (const { wish, proposal } of laid)
      if (proposal.outcome === 'impossible' && proposal.without.length === 0) {
        expect(proposal.lacking.length).toBeGreaterThan(0);
        expect(bruteForce({ ...wish, facts: { ...wish.facts, rules: [] } })).toBe(false);
      }
  }, 20_000);
});

describe('courses of any size', () => {
  const wishes = Array.from({ length: 2000 }, (_, seed) => randomCourse(seeded(seed + 50_000), 3, 15, 60));

  it('never break a block rule, are at no two places at once, and are the same each time', () => {
    let found = 0;
    for (const [seed, wish] of wishes.entries()) {
      const proposal = layOut({ ...wish, bound: 300 });
      if (proposal.outcome !== 'found') continue;
      found++;
      expect(isSound(proposal.sessions, wish.facts), `${seed}`).toBe(true);
      expect(proposal.sessions.map(({ key }) => key).sort()).toEqual(
        wish.steps.map(({ kind, number }) => `${kind}-${number}`).sort(),
      );
      if (seed % 20 === 0) expect(layOut({ ...wish, bound: 300 })).toEqual(proposal);
    }
    expect(found).toBeGreaterThan(400);
  }, 60_000);

  it('never break one when a session of theirs was moved', () => {
    let repaired = 0;
    for (const [seed, wish] of wishes.slice(0, 400).entries()) {
      const draw = seeded(seed + 1);
      const proposal = layOut({ ...wish, bound: 300 });
      if (proposal.outcome !== 'found' || wish.steps.length === 0) continue;
      const step = oneOf(wish.steps, draw);
      const to = oneOf(wish.slots.get(step.kind) ?? [], draw);
      if (proposal.sessions.some(({ slotId }) => slotId === to.id)) continue;
      const result = repair(proposal.sessions, step, to, { ...wish, bound: 300 });
      if (result.outcome !== 'repaired') continue;
      repaired++;
      expect(isSound(result.sessions, wish.facts), `${seed}`).toBe(true);
      expect(result.sessions.some(({ slotId }) => slotId === to.id)).toBe(true);
      const stayed = proposal.sessions.filter(({ key }) => key !== `${step.kind}-${step.number}`);
      const had = new Set([to.id, ...stayed.map(({ slotId }) => slotId)]);
      const others = result.sessions.filter(({ slotId }) => !had.has(slotId)).map(({ key }) => key);
      expect(result.changed).toEqual(others);
    }
    expect(repaired).toBeGreaterThan(20);
  }, 60_000);
});
