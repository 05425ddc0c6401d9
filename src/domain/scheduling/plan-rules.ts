import type { PlanRule } from '../practice/plan-rules.js';
import type { Finding, PlanChange, PlanFacts, PlannedSession } from './plan-facts.js';
import {
  dosingGap,
  dosingQuota,
  followUpAfter,
  integrationAfter,
  integrationBeforeNext,
  keysOf,
  needs,
  notice,
  oneOfADay,
  preparationFirst,
  region,
  Timeline,
  type Broken,
} from './rule-checks.js';

export type { Finding, PlanChange, PlanFacts, PlannedSession } from './plan-facts.js';

/** @param given how many standing dosing sessions are given up: their doses are left again. */
function brokenBy(rule: PlanRule, timeline: Timeline, facts: PlanFacts, given: number): readonly Broken[] {
  switch (rule.id) {
    case 'needs':
      return needs(timeline, facts, given);
    case 'preparation-first':
      return preparationFirst(rule, timeline);
    case 'dosing-gap':
      return dosingGap(rule, timeline);
    case 'dosing-quota':
      return dosingQuota(rule, timeline);
    case 'integration-after':
      return integrationAfter(rule, timeline);
    case 'integration-before-next-dosing':
      return integrationBeforeNext(timeline);
    case 'follow-up-after':
      return followUpAfter(rule, timeline);
    case 'one-of-a-day':
      return oneOfADay(timeline);
    case 'notice':
      return notice(rule, timeline, facts);
    case 'region':
      return region(timeline, facts);
    case 'readiness':
      // Decides the state of a booking, not whether there can be one.
      return [];
  }
}

function findingsIn(timeline: Timeline, facts: PlanFacts, given = 0): readonly Finding[] {
  return facts.rules.flatMap((rule) =>
    brokenBy(rule, timeline, facts, given).map((broken) => ({ rule: rule.id, level: rule.level, ...broken })),
  );
}

const isAbout = (wished: readonly PlannedSession[]) => {
  const keys = new Set(keysOf(...wished));
  return ({ sessions }: Finding): boolean => sessions.some((key) => keys.has(key));
};

/**
 * What these wished sessions break, together with those that stand: rule by rule, and of a rule only what a wished one
 * takes part in.
 */
export const findingsOf = (wished: readonly PlannedSession[], facts: PlanFacts): readonly Finding[] =>
  findingsIn(new Timeline(wished, facts.standing, facts), facts).filter(isAbout(wished));

/**
 * What a change breaks: what its wished sessions take part in, and what of those that stay was whole and would not be
 * any longer, as a dosing session whose integration is given up.
 */
export function findingsAfter({ given, wished }: PlanChange, facts: PlanFacts): readonly Finding[] {
  const [kept, gone] = [
    facts.standing.filter(({ key }) => !given.includes(key)),
    facts.standing.filter(({ key }) => given.includes(key)),
  ];
  const before = new Set(
    findingsIn(new Timeline([], facts.standing, facts), facts).map((each) => JSON.stringify(each)),
  );
  const dosings = gone.filter(({ kind }) => kind === 'dosing').length;
  const isOfWished = isAbout(wished);
  return findingsIn(new Timeline(wished, kept, facts), facts, dosings).filter(
    (each) => isOfWished(each) || !before.has(JSON.stringify(each)),
  );
}
