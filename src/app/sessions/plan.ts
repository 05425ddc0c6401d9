import type { SessionKind } from '../../domain/practice/session-kind.js';
import { stepsOf, type CourseStep } from '../../domain/scheduling/course-plan.js';
import { unmetNeeds, type UnmetNeed } from '../../domain/scheduling/needs.js';
import { rulesOf, stands, type Known } from './rules.js';

/** A session of the plan that can't be booked yet, and what is lacking for it. */
export interface LockedStep {
  readonly step: CourseStep;
  readonly unmet: readonly UnmetNeed[];
}

/** What is still to be booked of the plan that was agreed; of the practice's usual course where none was. */
export interface StillToBook {
  readonly open: readonly CourseStep[];
  readonly locked: readonly LockedStep[];
}

/**
 * @param kinds those that are offered here.
 */
export function stillToBook(known: Known, kinds: readonly SessionKind[]): StillToBook {
  const { practice, care } = known;
  const plan = care?.plan?.sessions ?? practice.course ?? [];
  const followUp = rulesOf(practice).find(({ id }) => id === 'follow-up-after');
  const dosings = followUp?.id === 'follow-up-after' ? followUp.dosings : undefined;
  const steps = stepsOf(plan, (care?.bookings ?? []).filter(stands), dosings);
  const open: CourseStep[] = [];
  const locked: LockedStep[] = [];
  let left = care?.clearance.dosingLeft ?? Infinity;
  for (const step of steps) {
    const kind = kinds.find(({ id }) => id === step.kind);
    if (!kind) continue;
    const unmet = unmetNeeds(kind, care, practice.consents ?? []);
    // Only so many as the prescriber has cleared, and none of what comes after one that must wait.
    const isBeyond = step.kind === 'dosing' && --left < 0;
    const waits = step.kind === 'integration' && locked.some((each) => each.step.kind === 'dosing');
    if (unmet.length === 0 && !isBeyond && !waits) open.push(step);
    else locked.push({ step, unmet: unmet.length > 0 ? unmet : isBeyond ? ['clearance'] : [] });
  }
  return { open, locked };
}
