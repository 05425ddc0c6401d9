import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { StaffBooking } from '../api-answers.js';
import type { Plan } from '../session-answers.js';
import { kindInWords, type NamedKind } from './sessions.js';

/** A plan as it stands on the screen: counts as they were typed. */
export interface PlanDraft {
  readonly counts: Readonly<Partial<Record<SessionKindId, string>>>;
  readonly note: string;
}

/** More of one kind than anybody plans at once. */
export const MOST_OF_A_KIND = 60;

export function draftOf({ sessions, note = '' }: Plan): PlanDraft {
  return { counts: Object.fromEntries(sessions.map(({ kind, count }) => [kind, String(count)])), note };
}

/** What the practice usually does, to begin with; a note stays as it is. */
export const withCourse = (draft: PlanDraft, course: NonNullable<PracticeProfile['course']>): PlanDraft => ({
  ...draft,
  counts: Object.fromEntries(course.map(({ kind, count }) => [kind, String(count)])),
});

const countIn = (typed = ''): number => (typed.trim() === '' ? 0 : Number(typed));

/** The kinds whose count can't be taken. */
export function problemsOf({ counts }: PlanDraft): ReadonlySet<SessionKindId> {
  const entries = Object.entries(counts) as (readonly [SessionKindId, string])[];
  return new Set(
    entries.flatMap(([kind, typed]) => {
      const count = countIn(typed);
      return Number.isInteger(count) && count >= 0 && count <= MOST_OF_A_KIND ? [] : [kind];
    }),
  );
}

/** What a draft without problems stands for, in the practice's order; kinds without a number are left out. */
export function planOf({ counts, note }: PlanDraft, offered: readonly NamedKind[]): Plan {
  const sessions = offered.flatMap(({ id: kind }) => {
    const count = countIn(counts[kind]);
    return count === 0 ? [] : [{ kind, count }];
  });
  const said = note.trim();
  return { sessions, ...(said !== '' && { note: said }) };
}

/** One kind of a plan: how many are agreed, and how many of them stand or took place. */
export interface PlanLine {
  readonly kind: SessionKindId;
  readonly count: number;
  readonly booked: number;
}

export function linesOf({ sessions }: Plan, bookings: readonly StaffBooking[]): readonly PlanLine[] {
  return sessions.map(({ kind, count }) => ({
    kind,
    count,
    booked: bookings.filter((each) => each.kind === kind && each.status !== 'cancelled').length,
  }));
}

/** "Preparation (2), Dosing (3)": a practice's own names have no plural here. */
export function planInWords({ sessions }: Plan, offered: readonly NamedKind[]): string {
  if (sessions.length === 0) return 'No sessions';
  return sessions
    .map(({ kind, count }) => {
      const words = kindInWords(kind, offered);
      return count === 1 ? words : `${words} (${count})`;
    })
    .join(', ');
}

export const bookedInWords = ({ count, booked }: PlanLine): string => `${booked} of ${count} booked`;
