import type { Decision, DecisionStatus } from '../api-answers.js';

/** What stands in the prescriber's form, as it was typed. */
export interface DecisionDraft {
  readonly status: DecisionStatus | undefined;
  /** `YYYY-MM-DD`, or empty. */
  readonly validUntil: string;
  /** How many dosing sessions, as it was typed; empty for any number. */
  readonly dosings: string;
  readonly message: string;
}

/** More than anybody is cleared for at once. */
export const MOST_DOSINGS = 60;

export const EMPTY_DRAFT: DecisionDraft = { status: undefined, validUntil: '', dosings: '', message: '' };

export type DraftProblem = 'no-status' | 'no-date' | 'date-not-after-today' | 'no-count';

/**
 * The decision that a draft stands for, or what it still lacks.
 *
 * @param today `YYYY-MM-DD` at the practice.
 */
export function decisionOf(draft: DecisionDraft, today: string): Decision | DraftProblem {
  const { status } = draft;
  if (status === undefined) return 'no-status';
  const message = draft.message.trim();
  const said = message === '' ? {} : { message };
  if (status !== 'cleared') return { status, ...said };
  if (draft.validUntil === '') return 'no-date';
  if (draft.validUntil <= today) return 'date-not-after-today';
  const typed = draft.dosings.trim();
  const dosings = Number(typed);
  if (typed !== '' && !(Number.isInteger(dosings) && dosings >= 1 && dosings <= MOST_DOSINGS))
    return 'no-count';
  return { status, validUntil: draft.validUntil, ...(typed !== '' && { dosings }), ...said };
}
