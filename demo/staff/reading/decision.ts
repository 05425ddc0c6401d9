import type { Decision, DecisionStatus } from '../api-answers.js';

/** What stands in the prescriber's form, as it was typed. */
export interface DecisionDraft {
  readonly status: DecisionStatus | undefined;
  /** `YYYY-MM-DD`, or empty. */
  readonly validUntil: string;
  readonly message: string;
}

export const EMPTY_DRAFT: DecisionDraft = { status: undefined, validUntil: '', message: '' };

export type DraftProblem = 'no-status' | 'no-date' | 'date-not-after-today';

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
  return { status, validUntil: draft.validUntil, ...said };
}
