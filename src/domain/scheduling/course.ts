import type { PlanRule, PlanRuleId, RuleLevel } from '../practice/plan-rules.js';
import {
  named,
  numberOf,
  proposed,
  stepKey,
  type CourseStep,
  type CourseWish,
  type Proposal,
  type ProposedSession,
  type Repair,
} from './course-plan.js';
import { solverFor, type Solve } from './course-solver.js';
import { findingsOf, type PlanFacts, type PlannedSession } from './plan-rules.js';
import type { Slot } from './sessions.js';
import { overlap } from './weekly-hours.js';

export * from './course-plan.js';

/** So many orders and times are tried, far more than a real course takes. */
const BOUND = 20_000;

/** What is to be found soon or not at all, where there is another way. */
const SOON = 500;

const isBlocking = ({ level }: { readonly level: RuleLevel }): boolean => level === 'block';

/** The block rules held, and of the others as many as go together. */
function laidOut(
  steps: readonly CourseStep[],
  pins: readonly ProposedSession[],
  facts: PlanFacts,
  solve: Solve,
  bound: number,
) {
  const [blocking, wished] = [
    facts.rules.filter(isBlocking),
    facts.rules.filter((rule) => !isBlocking(rule)),
  ];
  let best = solve(steps, pins, blocking, bound);
  let { expansions } = best;
  let kept = blocking;
  const wishes = wished.length > 1 ? [wished, ...wished.map((rule) => [rule])] : [wished];
  for (const more of best.sessions ? wishes : []) {
    if (more.length === 0 || kept.length === facts.rules.length) continue;
    const better = solve(steps, pins, [...kept, ...more], Math.min(bound - expansions, SOON));
    expansions += better.expansions;
    if (!better.sessions) continue;
    best = better;
    kept = [...kept, ...more];
  }
  return { sessions: best.sessions, isWhole: best.isWhole, expansions };
}

/** A set of rules without which there are times, each of them needed for that; none where there is no such set. */
function withoutWhich(
  isSolved: (rules: readonly PlanRule[]) => boolean,
  { rules }: PlanFacts,
): readonly PlanRuleId[] {
  const blocking = rules.filter(isBlocking);
  const ids = [...new Set(blocking.map(({ id }) => id))];
  const isEnough = (without: readonly PlanRuleId[]) =>
    isSolved(blocking.filter(({ id }) => !without.includes(id)));
  const single = ids.find((id) => isEnough([id]));
  if (single) return [single];
  if (!isEnough(ids)) return [];
  return ids.reduce<readonly PlanRuleId[]>((without, id) => {
    const fewer = without.filter((each) => each !== id);
    return isEnough(fewer) ? fewer : without;
  }, ids);
}

/** Why there are no times, once that is proven. */
function explained(
  steps: readonly CourseStep[],
  pins: readonly ProposedSession[],
  facts: PlanFacts,
  solve: Solve,
  bound: number,
) {
  let expansions = 0;
  const tried = (some: readonly CourseStep[], rules: readonly PlanRule[]) => {
    const solved = solve(some, pins, rules, bound / 10);
    expansions += solved.expansions;
    return solved;
  };
  const without = withoutWhich((rules) => tried(steps, rules).sessions !== undefined, facts);
  const isShort = (some: readonly CourseStep[]) => {
    const { sessions, isWhole } = tried(some, []);
    return !sessions && isWhole;
  };
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const isOpen = without.length > 0 || !isShort(steps);
  const short = isOpen ? [] : kinds.filter((kind) => isShort(steps.filter((step) => step.kind === kind)));
  // Each kind has times enough, and together they are in each other's way.
  return { without, lacking: isOpen || short.length > 0 ? short : kinds, expansions };
}

/**
 * Times for the steps of a course that satisfy every block rule at once, and of the others as many as go together: as
 * early as can be, or somewhat later where the client would rather have it so. The same wish always gets the same
 * answer.
 */
export function layOut(wish: CourseWish): Proposal {
  const { steps, facts, bound = BOUND } = wish;
  const solve = solverFor(wish);
  const pins = steps.flatMap((step) => {
    const slot = wish.pinned.get(stepKey(step));
    return slot ? [proposed(step, slot)] : [];
  });
  const { sessions, isWhole, expansions } = laidOut(steps, pins, facts, solve, bound);
  if (sessions) return { outcome: 'found', sessions, warnings: findingsOf(sessions, facts), expansions };
  if (!isWhole) return { outcome: 'not-found', expansions };
  const why = explained(steps, pins, facts, solve, bound);
  return { outcome: 'impossible', ...why, expansions: expansions + why.expansions };
}

/**
 * A course after the client has moved one of its sessions. What else can stay where it is stays, and the rest moves;
 * where that does not help, it is as the client wants it, with what it breaks.
 *
 * @param wish as it was laid out; its pins are kept.
 */
export function repair(
  course: readonly ProposedSession[],
  moved: CourseStep,
  to: Slot,
  wish: Omit<CourseWish, 'steps'>,
): Repair {
  const { facts, bound = BOUND } = wish;
  const steps = course.map((session) => ({ kind: session.kind, number: numberOf(session) }));
  const from = course.find(({ key }) => key === stepKey(moved));
  const unmoved = course.filter((session) => session !== from);
  const sessions = named([...unmoved, proposed(moved, to)], steps);
  const target = sessions.find(({ slotId }) => slotId === to.id) ?? proposed(moved, to);
  const others = sessions.filter((session) => session !== target);
  const pinnedIds = new Set([...wish.pinned.values()].map(({ id }) => id));
  const solve = solverFor(wish);
  let expansions = 0;
  const blocking = facts.rules.filter(isBlocking);
  const tried = (kept: readonly ProposedSession[], most = Math.min(bound, SOON)) => {
    const solved = solve(steps, [...kept, target], blocking, most);
    expansions += solved.expansions;
    return solved;
  };
  const apart = ({ start }: PlannedSession) => Math.abs(start - (from?.start ?? target.start));
  let kept: readonly ProposedSession[] = others;
  let best = tried(kept);
  if (!best.sessions) {
    kept = others.filter(({ slotId }) => pinnedIds.has(slotId));
    best = tried(kept, bound);
    // What is near the one that was moved belongs to it most likely, as its integration: it is kept last.
    for (const other of best.sessions ? [...others].sort((a, b) => apart(b) - apart(a)) : []) {
      if (kept.includes(other)) continue;
      const more = tried([...kept, other]);
      if (!more.sessions) continue;
      best = more;
      kept = [...kept, other];
    }
  }
  if (!best.sessions) {
    const overlapping = [...others, ...facts.standing].filter((each) => overlap(each, target));
    return {
      outcome: best.isWhole ? 'impossible' : 'not-found',
      sessions,
      findings: findingsOf(sessions, facts),
      overlapping: overlapping.map(({ key }) => key),
      expansions,
    };
  }
  const laid = laidOut(steps, [...kept, target], facts, solve, bound);
  const whole = laid.sessions ?? best.sessions;
  expansions += laid.expansions;
  const had = new Set(sessions.map(({ slotId }) => slotId));
  const changed = whole.filter(({ slotId }) => !had.has(slotId)).map(({ key }) => key);
  const warnings = findingsOf(whole, facts);
  return { outcome: 'repaired', sessions: whole, changed, warnings, expansions };
}
