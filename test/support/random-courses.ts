import type { PlanRule } from '../../src/domain/practice/plan-rules.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import { stepsOf, type CourseWish, type ProposedSession } from '../../src/domain/scheduling/course.js';
import { findingsOf, type PlanFacts, type PlannedSession } from '../../src/domain/scheduling/plan-rules.js';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import { overlap } from '../../src/domain/scheduling/weekly-hours.js';
import { oneOf } from './seeded.js';

type Draw = () => number;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The clocks of the zone change on 8 March. */
export const COURSE_ZONE = 'America/Los_Angeles';
export const COURSE_NOW = Date.parse('2026-02-20T20:00:00Z');

const KINDS: readonly SessionKindId[] = ['consultation', 'preparation', 'dosing', 'integration', 'follow-up'];
const HOURS: Readonly<Record<SessionKindId, number>> = {
  consultation: 1,
  preparation: 1,
  dosing: 3,
  integration: 1,
  'follow-up': 0.5,
};

const below = (draw: Draw, count: number): number => Math.floor(draw() * count);
const isSo = (draw: Draw, chance: number): boolean => draw() < chance;
const iso = (at: number): string => new Date(at).toISOString();

/** A start within some days from now, on a full or half hour. */
const startIn = (draw: Draw, days: number): number =>
  COURSE_NOW + below(draw, days) * DAY_MS + (below(draw, 18) - 4) * (HOUR_MS / 2);

const optional = <Name extends string>(name: Name, draw: Draw, values: readonly number[]) =>
  (isSo(draw, 0.5) ? { [name]: oneOf(values, draw) } : {}) as { readonly [Each in Name]?: number };

/** Every rule of the contract, some of the time, with numbers that bite within a few weeks. */
export function randomRules(draw: Draw): readonly PlanRule[] {
  const level = () => (isSo(draw, 0.75) ? 'block' : 'warn');
  const all: readonly (() => PlanRule)[] = [
    () => ({ id: 'needs', level: level() }),
    () => ({
      id: 'preparation-first',
      level: level(),
      count: below(draw, 3),
      hoursBefore: oneOf([0, 24, 48], draw),
    }),
    () => ({
      id: 'dosing-gap',
      level: level(),
      ...optional('minDays', draw, [1, 3, 7]),
      ...optional('maxDays', draw, [4, 10, 14]),
    }),
    () => ({ id: 'dosing-quota', level: level(), count: 1 + below(draw, 3), days: oneOf([5, 14, 30], draw) }),
    () => ({
      id: 'integration-after',
      level: level(),
      ...optional('minHours', draw, [0, 12, 24]),
      ...optional('maxHours', draw, [72, 120]),
      ...optional('maxDays', draw, [3, 7]),
    }),
    () => ({ id: 'integration-before-next-dosing', level: level() }),
    () => ({
      id: 'follow-up-after',
      level: level(),
      dosings: 1 + below(draw, 2),
      days: oneOf([7, 30], draw),
    }),
    () => ({ id: 'one-of-a-day', level: level() }),
    () => ({
      id: 'notice',
      level: level(),
      hours: oneOf([0, 24, 72], draw),
      ...optional('maxDays', draw, [10, 20]),
    }),
    () => ({ id: 'readiness', level: level(), fromHours: 72, toHours: 12 }),
    () => ({ id: 'region', level: level() }),
  ];
  return all.flatMap((rule) => (isSo(draw, 0.55) ? [rule()] : []));
}

function randomStanding(draw: Draw): readonly PlannedSession[] {
  const standing: PlannedSession[] = [];
  for (let index = below(draw, 4); index > 0; index--) {
    const kind = oneOf(KINDS, draw);
    const start = startIn(draw, 40) - (isSo(draw, 0.5) ? 30 * DAY_MS : 0);
    const session: PlannedSession = {
      key: `standing-${index}`,
      kind,
      start,
      end: start + HOURS[kind] * HOUR_MS,
      mode: 'in-person',
    };
    if (!standing.some((other) => overlap(other, session))) standing.push(session);
  }
  return standing;
}

export function randomFacts(draw: Draw): PlanFacts {
  const clearance = {
    status: isSo(draw, 0.95) ? ('cleared' as const) : ('in-review' as const),
    ...(isSo(draw, 0.3) ? { validUntil: iso(COURSE_NOW + (10 + below(draw, 30)) * DAY_MS) } : {}),
    ...(isSo(draw, 0.3) ? { dosingLeft: below(draw, 4) } : {}),
  };
  return {
    now: COURSE_NOW,
    timeZone: COURSE_ZONE,
    rules: randomRules(draw),
    kinds: KINDS.map((id) => ({
      id,
      minutes: HOURS[id] * 60,
      modes: ['in-person', 'video'],
      needs: id === 'dosing' || id === 'integration' ? { clearance: true } : {},
    })),
    care: { clearance, consents: [] },
    currentConsents: [],
    standing: randomStanding(draw),
    ...(isSo(draw, 0.3) ? { region: oneOf(['US-OR', 'US-CA'], draw), licensedIn: ['US-OR'] } : {}),
  };
}

export function randomSlots(draw: Draw, kind: SessionKindId, count: number, days: number): readonly Slot[] {
  return Array.from({ length: count }, (_, index) => {
    const start = startIn(draw, days);
    // Some practitioners are quicker.
    const length = HOURS[kind] * (isSo(draw, 0.1) ? 0.5 : 1) * HOUR_MS;
    return {
      id: `${kind}_${index}`,
      kind,
      start: iso(start),
      end: iso(start + length),
      mode: isSo(draw, 0.3) ? 'video' : 'in-person',
      practitioner: { id: oneOf(['mara', 'tomas'], draw), name: 'Somebody' },
    };
  });
}

/**
 * A course of some sessions.
 *
 * @param most sessions of a kind.
 * @param times open times of a kind.
 */
export function randomCourse(draw: Draw, most: number, times: number, days: number): CourseWish {
  const plan = KINDS.map((kind) => ({ kind, count: below(draw, most + (kind === 'consultation' ? 0 : 1)) }));
  const slots = new Map(KINDS.map((kind) => [kind, randomSlots(draw, kind, 1 + below(draw, times), days)]));
  return { steps: stepsOf(plan, []), slots, pinned: new Map(), facts: randomFacts(draw) };
}

/** Whether these sessions can be: no two at one time, none in the past, no block rule broken. */
export function isSound(sessions: readonly ProposedSession[], facts: PlanFacts): boolean {
  const all = [...sessions, ...facts.standing];
  const isApart = sessions.every(
    (one, index) => !all.slice(index + 1).some((other) => overlap(one, other)) && one.start > facts.now,
  );
  return isApart && !findingsOf(sessions, facts).some(({ level }) => level === 'block');
}

/** Whether any choice of times can be, by trying them all. */
export function bruteForce({ steps, slots, facts }: CourseWish): boolean {
  const choose = (chosen: readonly ProposedSession[], index: number, from: number): boolean => {
    const step = steps[index];
    if (!step) return isSound(chosen, facts);
    const open = slots.get(step.kind) ?? [];
    // Of one kind, it makes no difference which session has which time.
    for (let at = from; at < open.length; at++) {
      const slot = open[at];
      if (!slot) continue;
      const [start, end] = [Date.parse(slot.start), Date.parse(slot.end)];
      const session = {
        key: `wished-${index}`,
        kind: step.kind,
        start,
        end,
        mode: slot.mode,
        slotId: slot.id,
      };
      if ([...chosen, ...facts.standing].some((other) => overlap(other, session))) continue;
      const isSame = steps[index + 1]?.kind === step.kind;
      if (choose([...chosen, session], index + 1, isSame ? at + 1 : 0)) return true;
    }
    return false;
  };
  return choose([], 0, 0);
}
