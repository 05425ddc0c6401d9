import type { PlanRule, PlanRuleId } from '../practice/plan-rules.js';
import type { SessionKindId } from '../practice/session-kind.js';
import {
  proposed,
  named,
  numberOf,
  type CourseStep,
  type CourseWish,
  type Preferences,
  type ProposedSession,
} from './course-plan.js';
import { search } from './course-search.js';
import { findingsOf, type PlanFacts, type PlannedSession } from './plan-rules.js';
import type { Slot } from './sessions.js';
import { overlap } from './weekly-hours.js';
import { placeOf, type Place, type Time } from './windows.js';
import { dayIn, minutesIn } from './zone.js';

const WEEK_MS = 7 * 86_400_000;
const NOON = 720;

type Wish = Pick<CourseWish, 'slots' | 'facts' | 'prefer'>;

/** An open time, or the time of a session that stands. */
interface CourseTime extends Time, PlannedSession {
  readonly slotId: string;
  /** Instants that a preference is worth: the start, or later for what the client would rather not have. */
  readonly cost: number;
  /** Rules that this time breaks by itself. */
  readonly breaks: readonly PlanRule[];
}

export interface Solved {
  /** Soonest first; `undefined` where nothing was found. */
  readonly sessions: readonly ProposedSession[] | undefined;
  /** Whether everything was looked at: what was not found is not there. */
  readonly isWhole: boolean;
  readonly expansions: number;
}

/**
 * Times for these steps within these rules.
 *
 * @param pins sessions that keep their times, of those steps; any others are left aside.
 * @param bound how much may be tried.
 */
export type Solve = (
  steps: readonly CourseStep[],
  pins: readonly ProposedSession[],
  rules: readonly PlanRule[],
  bound: number,
) => Solved;

/** What is better by a preference is worth waiting a week for. */
function costOf(
  slot: Pick<Slot, 'mode' | 'practitioner'>,
  start: number,
  { timeZone }: PlanFacts,
  prefer: Preferences | undefined,
): number {
  if (!prefer) return start;
  const part = minutesIn(prefer.timeZone ?? timeZone, start) < NOON ? 'morning' : 'afternoon';
  const isOff = (wish: string | undefined, given: string | undefined) => wish !== undefined && wish !== given;
  const off = [
    isOff(prefer.mode, slot.mode),
    isOff(prefer.dayPart, part),
    isOff(prefer.practitionerId, slot.practitioner?.id),
  ];
  return start + off.filter(Boolean).length * WEEK_MS;
}

/** The rules that a session breaks by itself, whatever else there is; of clearance, how many doses are left apart. */
function breaksOf(
  sessions: readonly PlannedSession[],
  facts: PlanFacts,
): ReadonlyMap<string, readonly PlanRule[]> {
  const { care } = facts;
  const alone: PlanFacts = {
    ...facts,
    standing: [],
    care: care && { ...care, clearance: { ...care.clearance, dosingLeft: undefined } },
  };
  const breaks = new Map<string, PlanRule[]>();
  for (const rule of facts.rules.filter(({ id }) => id === 'needs' || id === 'notice' || id === 'region'))
    for (const { sessions: keys } of findingsOf(sessions, { ...alone, rules: [rule] }))
      for (const key of keys) breaks.set(key, [...(breaks.get(key) ?? []), rule]);
  return breaks;
}

/** Rules that are about another kind than dosing, too. */
const RULE_KINDS: { readonly [Id in PlanRuleId]?: SessionKindId } = {
  'preparation-first': 'preparation',
  'integration-after': 'integration',
  'integration-before-next-dosing': 'integration',
  'follow-up-after': 'follow-up',
};

/** The open times of a kind that are still to come, soonest first. */
function openTimes(kind: SessionKindId, { slots, facts, prefer }: Wish): readonly CourseTime[] {
  const coming = (slots.get(kind) ?? []).filter(({ start }) => Date.parse(start) > facts.now);
  const sessions = coming.map((slot) => ({ ...proposed({ kind, number: 0 }, slot), key: slot.id }));
  const breaks = breaksOf(sessions, facts);
  return coming
    .map(({ id, start: from, end: to, mode, practitioner }): CourseTime => {
      const [start, end] = [Date.parse(from), Date.parse(to)];
      const cost = costOf({ mode, practitioner }, start, facts, prefer);
      const day = dayIn(facts.timeZone, start);
      return { key: id, slotId: id, kind, start, end, mode, day, cost, breaks: breaks.get(id) ?? [] };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.slotId < b.slotId ? -1 : 1));
}

/** A session whose time is given. */
const givenTime = (session: PlannedSession & { readonly slotId?: string }, facts: PlanFacts): CourseTime => ({
  slotId: '',
  ...session,
  day: dayIn(facts.timeZone, session.start),
  cost: 0,
  breaks: [],
});

/** The usual order of a course, as a number for each session: the third dosing session is `('dosing', 3)`. */
function usualRank(kind: SessionKindId, number: number, rules: readonly PlanRule[]): number {
  const rule = rules.find(({ id }) => id === 'follow-up-after');
  const dosings = rule?.id === 'follow-up-after' ? rule.dosings : 2;
  const turns = {
    consultation: 0,
    preparation: 0,
    dosing: number,
    integration: number,
    'follow-up': number * dosings,
  };
  const places = { consultation: 0, preparation: 1, dosing: 2, integration: 3, 'follow-up': 4 };
  return turns[kind] * 10 + places[kind];
}

/**
 * Whether the order of sessions says all about them, so that a search of all orders is a proof: none of those that
 * stand are at the same time, and one rule at most says when an integration is too early.
 */
function isProof(standing: readonly PlannedSession[], rules: readonly PlanRule[]): boolean {
  const early = rules.filter((rule) => rule.id === 'integration-after' && rule.minHours !== undefined);
  const isTwofold = standing.some((one, index) =>
    standing.slice(index + 1).some((other) => overlap(one, other)),
  );
  return early.length <= 1 && !isTwofold;
}

/** Whether the doses that are left suffice, where a rule counts them. */
function isCovered(dosings: number, rules: readonly PlanRule[], { care, kinds }: PlanFacts): boolean {
  const isCounted = kinds.some(({ id, needs }) => id === 'dosing' && needs.clearance);
  const { dosingLeft = Infinity } = care?.clearance ?? {};
  return dosings <= dosingLeft || !isCounted || !rules.some(({ id }) => id === 'needs');
}

/** Whether sessions, with those that stand, can't be together, whatever else comes to them. */
function clash(sessions: readonly PlannedSession[], rules: readonly PlanRule[], facts: PlanFacts): boolean {
  const lasting = rules.filter(({ id }) => /^(dosing-gap|dosing-quota|one-of-a-day)$/.test(id));
  const isBroken = findingsOf(sessions, { ...facts, rules: lasting }).some(({ bound }) => bound !== 'max');
  const isAtOnce = (one: PlannedSession, index: number) =>
    [...sessions.slice(index + 1), ...facts.standing].some((other) => overlap(one, other));
  return isBroken || sessions.some(isAtOnce);
}

function directSolver(wish: Wish): Solve {
  const { facts } = wish;
  const open = new Map<SessionKindId, readonly CourseTime[]>();
  const timesOf = (kind: SessionKindId): readonly CourseTime[] => {
    const known = open.get(kind) ?? openTimes(kind, wish);
    open.set(kind, known);
    return known;
  };
  const standing = facts.standing.map((session) => givenTime(session, facts));
  return (steps, pins, rules, bound) => {
    const places: Place<CourseTime>[] = [];
    const numbers: number[] = [];
    const add = (place: Place<CourseTime>, number: number): number => {
      numbers.push(number);
      return places.push(place) - 1;
    };
    const isWithin = ({ breaks }: CourseTime) => !breaks.some((rule) => rules.includes(rule));
    const kept = pins.filter(({ kind }) => steps.some((step) => step.kind === kind));
    if (clash(kept, rules, facts)) return { sessions: undefined, isWhole: true, expansions: 0 };
    const breaks = breaksOf(kept, facts);
    const pinned = kept.map((pin) => ({ ...givenTime(pin, facts), breaks: breaks.get(pin.key) ?? [] }));
    const given = [...standing, ...pinned].sort((a, b) => a.start - b.start);
    const fixed = given.map((time) => {
      const isWished = !standing.includes(time);
      const isOpen = !isWished || (isWithin(time) && time.start > facts.now);
      const number = isWished
        ? numberOf(time)
        : standing.filter(({ kind, start }) => kind === time.kind && start <= time.start).length;
      return add(placeOf(time.kind, isWished, isOpen ? [time] : []), number);
    });
    const kinds = [...new Set(steps.map(({ kind }) => kind))];
    const chains = kinds.map((kind) => {
      const place = placeOf(kind, true, timesOf(kind).filter(isWithin));
      const left = steps.filter((step) => step.kind === kind).sort((a, b) => a.number - b.number);
      const pinnedCount = kept.filter((pin) => pin.kind === kind).length;
      return left.slice(pinnedCount).map(({ number }) => add(place, number));
    });
    const dosings = steps.filter(({ kind }) => kind === 'dosing').length;
    const wished = (times: readonly CourseTime[]) => times.filter((_, place) => places[place]?.isWished);
    const task = {
      fixed,
      chains,
      places: isCovered(dosings, rules, facts) ? places : [placeOf<CourseTime>('dosing', true, [])],
      rank: (place: number) => usualRank(places[place]?.kind ?? 'dosing', numbers[place] ?? 0, rules),
      rules,
      cost: ({ cost }: CourseTime) => cost,
      holds: (times: readonly CourseTime[]) =>
        findingsOf(named(wished(times), steps), { ...facts, rules }).length === 0,
    };
    const { times, isWhole, expansions } = search(task, bound);
    return {
      sessions: times && named(wished(times), steps),
      isWhole: isWhole && isProof(facts.standing, rules),
      expansions,
    };
  };
}

/** Enough for almost every course that can be. */
const QUICK = 500;
/** What a part of a course may take. */
const PART = 3000;

/**
 * Solves for one wish, whose open times are read once for all that is tried. What is not found soon is asked in parts:
 * every rule is about dosing sessions and one other kind at most, so a course can't be where its dosing sessions and
 * one other kind can't be together. That is proven far sooner than with all other kinds in between.
 */
export function solverFor(wish: Wish): Solve {
  const direct = directSolver(wish);
  return (steps, pins, rules, bound) => {
    const quick = direct(steps, pins, rules, Math.min(bound, QUICK));
    if (quick.sessions || quick.isWhole || bound <= QUICK) return quick;
    let { expansions } = quick;
    const kinds = new Set(steps.map(({ kind }) => kind));
    for (const other of kinds) {
      const isPart = ({ kind }: { readonly kind: SessionKindId }) => kind === 'dosing' || kind === other;
      if (other === 'dosing' && kinds.size > 1) continue;
      const about = rules.filter(({ id }) => (RULE_KINDS[id] ?? other) === other);
      const part = direct(
        steps.filter(isPart),
        pins.filter(isPart),
        about,
        Math.min(PART, bound - expansions),
      );
      expansions += part.expansions;
      if (!part.sessions && part.isWhole) return { ...part, expansions };
    }
    const whole = direct(steps, pins, rules, bound - expansions);
    return { ...whole, expansions: expansions + whole.expansions };
  };
}
