import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { CareState } from '../../domain/practice/care-state.js';
import { readPlanRules, type PlanRule, type PlanRuleId } from '../../domain/practice/plan-rules.js';
import type { SessionKindId } from '../../domain/practice/session-kind.js';
import {
  findingsAfter,
  findingsOf,
  type Finding,
  type PlanFacts,
  type PlannedSession,
} from '../../domain/scheduling/plan-rules.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import { givenUp, type Choice, type WishedSession } from './state.js';

/** What is known of practice and client. */
export interface Known {
  readonly practice: PracticeBasics;
  readonly care: CareState | undefined;
}

const read = new WeakMap<PracticeBasics, readonly PlanRule[]>();

/** The practice's rules that can be read; the endpoint holds sessions against all of them. */
export function rulesOf(practice: PracticeBasics): readonly PlanRule[] {
  const rules = read.get(practice) ?? readPlanRules(practice.planRules).rules;
  read.set(practice, rules);
  return rules;
}

const planned = (key: string, { kind, start, end, mode }: Booking | Slot): PlannedSession => ({
  key,
  kind,
  start: Date.parse(start),
  end: Date.parse(end),
  mode,
});

/** Whether a session takes place, or took place, as far as anybody knows. */
export const stands = ({ status }: Booking): boolean => status !== 'cancelled';

/** What rules are held against. @param now in milliseconds since the epoch. */
export const factsOf = (
  { practice, care }: Known,
  { region }: Pick<Choice, 'region'>,
  now: number,
): PlanFacts => ({
  now,
  timeZone: practice.timeZone,
  rules: rulesOf(practice),
  kinds: practice.sessionKinds ?? [],
  care,
  currentConsents: practice.consents ?? [],
  standing: (care?.bookings ?? []).filter(stands).map((booking) => planned(booking.id, booking)),
  region,
  licensedIn: practice.regions,
});

/** The times that are chosen. */
export const wishedOf = (sessions: readonly WishedSession[]): readonly PlannedSession[] =>
  sessions.flatMap(({ key, slot }) => (slot ? [planned(key, slot)] : []));

/** The kind of session that mends what a rule finds, by being there too. */
const MENDED_BY: Partial<Record<PlanRuleId, SessionKindId>> = {
  'preparation-first': 'preparation',
  'integration-after': 'integration',
  'integration-before-next-dosing': 'integration',
  'follow-up-after': 'follow-up',
};

/** Whether another session of the wish may mend it: one of these. */
const isMendedBy = (sessions: readonly WishedSession[]) => {
  const kinds = new Set<SessionKindId | undefined>(sessions.map(({ kind }) => kind));
  return ({ rule }: Finding): boolean => kinds.has(MENDED_BY[rule]);
};

/** What all that is chosen breaks by now; what a session without a time may still mend is not broken yet. */
export function findingsIn(choice: Choice, facts: PlanFacts): readonly Finding[] {
  const given = givenUp(choice).map(({ id }) => id);
  const waiting = choice.sessions.filter(({ slot, from }) => !slot && !from);
  const isOpen = isMendedBy(waiting);
  return findingsAfter({ given, wished: wishedOf(choice.sessions) }, facts).filter((each) => !isOpen(each));
}

export const blocks = ({ level }: Pick<Finding, 'level'>): boolean => level === 'block';

/** The facts as they are once a session has given its time up. */
export function without({ from }: WishedSession, facts: PlanFacts): PlanFacts {
  if (!from) return facts;
  const standing = facts.standing.filter(({ key }) => key !== from.id);
  const { care } = facts;
  const left = care?.clearance.dosingLeft;
  if (!care || from.kind !== 'dosing' || left === undefined) return { ...facts, standing };
  return { ...facts, standing, care: { ...care, clearance: { ...care.clearance, dosingLeft: left + 1 } } };
}

/**
 * Says of each open time of a session what keeps it from being chosen, whatever the other sessions of the wish do:
 * those can move.
 */
export function slotChecker(
  session: WishedSession,
  { sessions }: Choice,
  facts: PlanFacts,
): (slot: Slot) => readonly Finding[] {
  const known = new Map<string, readonly Finding[]>();
  const isMended = isMendedBy(sessions.filter((each) => each !== session));
  const then = without(session, { ...facts, rules: facts.rules.filter(({ level }) => level === 'block') });
  return (slot) => {
    const found =
      known.get(slot.id) ?? findingsOf([planned(session.key, slot)], then).filter((each) => !isMended(each));
    known.set(slot.id, found);
    return found;
  };
}

/** The kinds that a practice books together with one: no dosing session without the integration after it. */
export function bookedTogether(kind: SessionKindId, { practice }: Known): readonly SessionKindId[] {
  const isBound = rulesOf(practice).some(({ id, level }) => id === 'integration-after' && level === 'block');
  const has = (id: SessionKindId) => (practice.sessionKinds ?? []).some((each) => each.id === id);
  return kind === 'dosing' && isBound && has('integration') ? ['dosing', 'integration'] : [kind];
}

/** A session with those that have to stay with it: a dosing session's integration is the first before the next one. */
export function movedTogether(booking: Booking, { practice, care }: Known): readonly Booking[] {
  if (bookedTogether(booking.kind, { practice, care }).length === 1) return [booking];
  const later = (care?.bookings ?? [])
    .filter((each) => stands(each) && Date.parse(each.start) > Date.parse(booking.start))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const next = later.find(({ kind }) => kind === 'dosing' || kind === 'integration');
  return next?.kind === 'integration' ? [booking, next] : [booking];
}
