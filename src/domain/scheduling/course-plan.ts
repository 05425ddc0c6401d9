import type { PlanRuleId } from '../practice/plan-rules.js';
import type { SessionKindId, SessionMode } from '../practice/session-kind.js';
import type { Finding, PlanFacts, PlannedSession } from './plan-rules.js';
import type { Slot } from './sessions.js';

/** One session of a course that is still to be booked: the third dosing session is `{kind: 'dosing', number: 3}`. */
export interface CourseStep {
  readonly kind: SessionKindId;
  readonly number: number;
}

/** How many sessions of a kind a plan has; a practice's template and a client's plan are lists of these. */
export interface PlannedCount {
  readonly kind: SessionKindId;
  readonly count: number;
}

/** A time that is proposed for a step. Its key is the step's. */
export interface ProposedSession extends PlannedSession {
  readonly slotId: string;
}

/** What a client would rather have. It gives the order in which times are tried, and keeps none from being proposed. */
export interface Preferences {
  readonly mode?: SessionMode | undefined;
  /** By the clocks of `timeZone`; the morning ends at noon. */
  readonly dayPart?: 'morning' | 'afternoon' | undefined;
  readonly practitionerId?: string | undefined;
  /** The zone whose clocks say what a morning is; the practice's where nothing is said. */
  readonly timeZone?: string | undefined;
}

export interface CourseWish {
  readonly steps: readonly CourseStep[];
  /** The open times of each kind. */
  readonly slots: ReadonlyMap<SessionKindId, readonly Slot[]>;
  /** Times that are chosen already, by `stepKey`. */
  readonly pinned: ReadonlyMap<string, Slot>;
  readonly facts: PlanFacts;
  /** How many times may be tried before the search gives up. */
  readonly bound?: number | undefined;
  readonly prefer?: Preferences | undefined;
}

/** What came of a search; `expansions` is how many times it tried. */
export type Proposal =
  | {
      readonly outcome: 'found';
      /** Soonest first; of one kind, the numbers follow the time. */
      readonly sessions: readonly ProposedSession[];
      readonly warnings: readonly Finding[];
      readonly expansions: number;
    }
  | {
      /** Proven: there are no such times. */
      readonly outcome: 'impossible';
      /** Rules without which there are, which has been tried; none where there are not enough open times. */
      readonly without: readonly PlanRuleId[];
      /** The kinds of which there are not enough open times, whatever the rules. */
      readonly lacking: readonly SessionKindId[];
      readonly expansions: number;
    }
  | {
      /** Not within the bound. There may be such times. */
      readonly outcome: 'not-found';
      readonly expansions: number;
    };

export const stepKey = ({ kind, number }: CourseStep): string => `${kind}-${number}`;

/**
 * What of a plan is still to be booked, in its usual order: consultations and preparations first, each dosing session
 * with its integration after it, follow-ups spread over the dosing sessions, and what is left over last.
 *
 * @param standing what the client has already, of which each takes one of its kind off the plan.
 * @param dosingsBeforeFollowUp how many dosing sessions come before a follow-up (plan rule `follow-up-after`).
 */
export function stepsOf(
  plan: readonly PlannedCount[],
  standing: readonly Pick<PlannedSession, 'kind'>[],
  dosingsBeforeFollowUp = 2,
): readonly CourseStep[] {
  const had = (kind: SessionKindId) => standing.filter((session) => session.kind === kind).length;
  const all = (kind: SessionKindId): CourseStep[] => {
    const count = plan.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0);
    return Array.from({ length: count }, (_, index) => ({ kind, number: index + 1 }));
  };
  const [integrations, followUps] = [all('integration'), all('follow-up')];
  const order = [...all('consultation'), ...all('preparation')];
  for (const dosing of all('dosing')) {
    order.push(dosing, ...integrations.splice(0, 1));
    if (dosing.number % dosingsBeforeFollowUp === 0) order.push(...followUps.splice(0, 1));
  }
  order.push(...integrations, ...followUps);
  return order.filter(({ kind, number }) => number > had(kind));
}

/** What came of moving one session of a course. */
export type Repair =
  | {
      readonly outcome: 'repaired';
      readonly sessions: readonly ProposedSession[];
      /** The keys of those that had to move too, in `sessions`. */
      readonly changed: readonly string[];
      readonly warnings: readonly Finding[];
      readonly expansions: number;
    }
  | {
      /** Proven or not, as of a proposal: `sessions` is the course with the one moved, `findings` what that breaks. */
      readonly outcome: 'impossible' | 'not-found';
      readonly sessions: readonly ProposedSession[];
      readonly findings: readonly Finding[];
      /** The keys of other sessions, standing ones too, at the time that it was moved to. */
      readonly overlapping: readonly string[];
      readonly expansions: number;
    };

export const proposed = (step: CourseStep, { id, start, end, mode }: Slot): ProposedSession => ({
  key: stepKey(step),
  kind: step.kind,
  start: Date.parse(start),
  end: Date.parse(end),
  mode,
  slotId: id,
});

/** The number of the step that a session is for, by its key. */
export const numberOf = ({ kind, key }: Pick<PlannedSession, 'kind' | 'key'>): number =>
  Number(key.slice(kind.length + 1));

/** Sessions for these steps, soonest first, with the steps' keys: of one kind, the numbers follow the time. */
export function named(
  sessions: readonly ProposedSession[],
  steps: readonly CourseStep[],
): readonly ProposedSession[] {
  const left = [...steps].sort((a, b) => a.number - b.number);
  return [...sessions]
    .sort((a, b) => a.start - b.start)
    .map(({ key, kind, start, end, mode, slotId }) => {
      const at = left.findIndex((step) => step.kind === kind);
      const [step] = at < 0 ? [] : left.splice(at, 1);
      return { key: step ? stepKey(step) : key, kind, start, end, mode, slotId };
    });
}
