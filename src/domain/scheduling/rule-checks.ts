import type { PlanRule } from '../practice/plan-rules.js';
import type { SessionKindId } from '../practice/session-kind.js';
import { unmetNeeds } from './needs.js';
import type { Finding, PlanFacts, PlannedSession } from './plan-facts.js';
import { dayIn } from './zone.js';

export type Broken = Omit<Finding, 'rule' | 'level'>;

/** A session with its date in the practice's zone, as a number of days since the epoch. */
interface Placed extends PlannedSession {
  readonly day: number;
}

const HOUR_MS = 3_600_000;

const placed =
  ({ timeZone }: PlanFacts) =>
  (session: PlannedSession): Placed => ({ ...session, day: dayIn(timeZone, session.start) });

export const keysOf = (...sessions: readonly PlannedSession[]): string[] => sessions.map(({ key }) => key);

/** The hours from the end of a session to the start of a later one. */
const hoursBetween = (earlier: PlannedSession, later: PlannedSession): number =>
  (later.start - earlier.end) / HOUR_MS;

/** All sessions that stand and are wished for, soonest first, and those of them that are wished for. */
export class Timeline {
  readonly all: readonly Placed[];
  readonly wished: readonly Placed[];
  readonly dosings: readonly Placed[];

  constructor(wished: readonly PlannedSession[], standing: readonly PlannedSession[], facts: PlanFacts) {
    const bySoonest = (a: Placed, b: Placed) => a.start - b.start;
    this.wished = wished.map(placed(facts)).sort(bySoonest);
    this.all = [...standing.map(placed(facts)), ...this.wished].sort(bySoonest);
    this.dosings = this.of('dosing');
  }

  of(kind: SessionKindId): readonly Placed[] {
    return this.all.filter((session) => session.kind === kind);
  }

  /** Each dosing session with the next one. */
  pairs(): readonly (readonly [Placed, Placed])[] {
    return this.dosings.slice(1).flatMap((next, index) => {
      const before = this.dosings[index];
      return before ? [[before, next] as const] : [];
    });
  }
}

/**
 * `need`: what of `sessionKinds[].needs` the client lacks; clearance must last until the session, and the doses that
 * are left must suffice for all that are wished for (domain R1, R2).
 */
export function needs(
  { wished }: Timeline,
  { care, currentConsents, kinds }: PlanFacts,
  given: number,
): Broken[] {
  const { dosingLeft } = care?.clearance ?? {};
  let left = dosingLeft === undefined ? undefined : dosingLeft + given;
  return wished.flatMap((session) => {
    const kind = kinds.find(({ id }) => id === session.kind);
    if (!kind) return [];
    const clearance = care && { ...care.clearance, ...(left === undefined ? {} : { dosingLeft: left }) };
    const known = care && clearance && { ...care, clearance };
    if (session.kind === 'dosing' && left !== undefined) left--;
    const start = new Date(session.start).toISOString();
    return unmetNeeds(kind, known, currentConsents, start).map((need) => ({ sessions: [session.key], need }));
  });
}

/**
 * `count` preparations, each over `hours` before the first dosing session begins (domain R4, R5).
 */
export function preparationFirst(
  { count, hoursBefore }: Extract<PlanRule, { id: 'preparation-first' }>,
  timeline: Timeline,
): Broken[] {
  const [first] = timeline.dosings;
  if (!first) return [];
  const inTime = timeline.of('preparation').filter((each) => hoursBetween(each, first) >= hoursBefore);
  return inTime.length >= count ? [] : [{ sessions: [first.key], count, hours: hoursBefore }];
}

/** From one dosing session to the next, at least (`bound` min) and at most (max) `days`, by date (domain R6, R7). */
export function dosingGap(
  { minDays = 0, maxDays = Infinity }: Extract<PlanRule, { id: 'dosing-gap' }>,
  timeline: Timeline,
): Broken[] {
  return timeline.pairs().flatMap(([before, next]): Broken[] => {
    const gap = next.day - before.day;
    const sessions = keysOf(before, next);
    if (gap < minDays) return [{ sessions, bound: 'min', days: minDays }];
    return gap > maxDays ? [{ sessions, bound: 'max', days: maxDays }] : [];
  });
}

/** No more than `count` dosing sessions in any `days` dates that follow each other (domain R8). */
export function dosingQuota(
  { count, days }: Extract<PlanRule, { id: 'dosing-quota' }>,
  { dosings }: Timeline,
): Broken[] {
  return dosings.flatMap((first, index) => {
    const beyond = dosings[index + count];
    const isTooMany = beyond !== undefined && beyond.day - first.day < days;
    return isTooMany ? [{ sessions: keysOf(...dosings.slice(index, index + count + 1)), count, days }] : [];
  });
}

/**
 * After each dosing session an integration that begins at least `hours` and at most `maxHours` after its end, and at
 * most `days` dates after its own (domain R9).
 */
export function integrationAfter(
  { minHours = 0, maxHours, maxDays }: Extract<PlanRule, { id: 'integration-after' }>,
  timeline: Timeline,
): Broken[] {
  const integrations = timeline.of('integration');
  const isInWindow = (dosing: Placed) => (integration: Placed) =>
    hoursBetween(dosing, integration) >= minHours &&
    hoursBetween(dosing, integration) <= (maxHours ?? Infinity) &&
    integration.day - dosing.day <= (maxDays ?? Infinity);
  const numbers = {
    hours: minHours,
    ...(maxHours === undefined ? {} : { maxHours }),
    ...(maxDays === undefined ? {} : { days: maxDays }),
  };
  return timeline.dosings
    .filter((dosing) => !integrations.some(isInWindow(dosing)))
    .map(({ key }) => ({ sessions: [key], ...numbers }));
}

/** Between one dosing session and the next there is an integration (domain R10). */
export function integrationBeforeNext(timeline: Timeline): Broken[] {
  const integrations = timeline.of('integration');
  return timeline
    .pairs()
    .filter(
      ([before, next]) => !integrations.some(({ start, end }) => start >= before.end && end <= next.start),
    )
    .map((pair) => ({ sessions: keysOf(...pair) }));
}

/**
 * No dosing session after `count` others, or more than `days` dates after the first of them, without a follow-up since
 * (domain R11). Those since and the one that is too many are named.
 */
export function followUpAfter(
  { dosings: count, days }: Extract<PlanRule, { id: 'follow-up-after' }>,
  timeline: Timeline,
): Broken[] {
  const followUps = timeline.of('follow-up');
  return timeline.dosings.flatMap((dosing, index) => {
    const last = followUps.findLast(({ end }) => end <= dosing.start);
    const since = timeline.dosings.slice(0, index).filter(({ end }) => !last || end > last.start);
    const [first] = since;
    if (!first || (since.length < count && dosing.day - first.day <= days)) return [];
    return [{ sessions: keysOf(...since, dosing), count, days }];
  });
}

/** No dosing session on the date of a consultation or of another dosing session (domain R27). */
export function oneOfADay({ all }: Timeline): Broken[] {
  const concerned = all.filter(({ kind }) => kind === 'dosing' || kind === 'consultation');
  return concerned.flatMap((session, index) =>
    concerned
      .slice(index + 1)
      .filter(({ day, kind }) => day === session.day && (kind === 'dosing' || session.kind === 'dosing'))
      .map((other) => ({ sessions: keysOf(session, other) })),
  );
}

/** From now on at least (`bound` min) `hours`, and at most (max) `days` dates on (domain R23). */
export function notice(
  { hours, maxDays = Infinity }: Extract<PlanRule, { id: 'notice' }>,
  { wished }: Timeline,
  { now, timeZone }: PlanFacts,
): Broken[] {
  const today = dayIn(timeZone, now);
  return wished.flatMap(({ key, start, day }): Broken[] => {
    if (start - now < hours * HOUR_MS) return [{ sessions: [key], bound: 'min', hours }];
    return day - today > maxDays ? [{ sessions: [key], bound: 'max', days: maxDays }] : [];
  });
}

/**
 * At a session by video or phone the client is where a clinician is licensed (domain R21). What is not known, the
 * place or the licences, is no finding: it is for staff to look at.
 */
export function region({ wished }: Timeline, { region: place, licensedIn }: PlanFacts): Broken[] {
  if (place === undefined || licensedIn === undefined || licensedIn.includes(place)) return [];
  return wished.filter(({ mode }) => mode !== 'in-person').map(({ key }) => ({ sessions: [key] }));
}
