import type { Answers, ItemPath } from '../../domain/questionnaire/answers.js';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import type { AnswerProblem } from '../../domain/questionnaire/validate.js';
import type { FrozenSubmission } from '../deliver.js';
import type { ReadFailure } from '../read.js';
import type { SendingState } from '../submit.js';
import type { Safety } from './safety-state.js';

/** A problem on the screen; `detail` is the endpoint's own sentence, shown as plain text. */
export interface ShownProblem extends AnswerProblem {
  readonly detail?: string | undefined;
}

/** A submission that is on its way or was, and the answers that are in it. */
export interface Prepared extends FrozenSubmission {
  readonly answers: Answers;
  /** Which field each part of the response came from, to show the endpoint's objections where they belong. */
  readonly origins: ReadonlyMap<string, ItemPath>;
}

/** Whether what is filled in is kept on this device; instants in milliseconds since the epoch. */
export type Keeping =
  /** Nobody has asked for it. */
  | { readonly status: 'off' }
  /** Asked for, and the latest answer is on its way to the device's storage. */
  | { readonly status: 'saving' }
  | Saved
  /** Asked for, and the device would not: a full disk, blocked storage, the same form in another tab. */
  | { readonly status: 'not-saved' }
  /** Not wanted any more, and not known to be gone yet. */
  | { readonly status: 'erasing' }
  /** Not wanted any more, and the device would not erase it; it ends by `until` at the latest. */
  | { readonly status: 'not-erased'; readonly until: number };

export interface Saved {
  readonly status: 'saved';
  readonly at: number;
  readonly until: number;
}

/** What was on this device when the form was opened. */
export interface Found {
  /** Where the client was, as `placeOf` names it. */
  readonly place: string;
  /** The questions, in words, whose answers the questionnaire no longer takes. */
  readonly unfit: readonly string[];
}

/** What lives as long as the form does, whatever is on the screen. */
export interface Filled {
  readonly form: Questionnaire;
  readonly answers: Answers;
  /** The latest frozen submission. Sent again as it is while the answers are the same. */
  readonly prepared: Prepared | undefined;
  /** Submissions with other answers that may have arrived, though nobody said so. */
  readonly uncertain: readonly string[];
  readonly keeping: Keeping;
  readonly found: Found | undefined;
  readonly safety: Safety;
}

export type IntakeState =
  /** `again` where the client fills in once more what the practice has already. */
  | { readonly status: 'loading'; readonly again?: boolean }
  | { readonly status: 'unavailable'; readonly reason: ReadFailure }
  | (Filled & { readonly status: 'welcome' })
  /** All topics at a glance, to go to any of them. */
  | (Filled & { readonly status: 'topics' })
  | (Filled & {
      readonly status: 'filling';
      /** The page's `linkId`. */
      readonly page: string;
      readonly problems: readonly ShownProblem[];
      /** Goes up with each press of Continue that found problems, so that the summary takes focus each time. */
      readonly refusals: number;
      /** Opened by a change link: Continue leads back to the check. */
      readonly changing: ItemPath | undefined;
    })
  | (Filled & { readonly status: 'checking'; readonly cameFrom: ItemPath | undefined })
  /** Where it was not sent, it goes on by itself when the client or the network returns. */
  | (Filled & SendingState)
  | (Filled & { readonly status: 'received'; readonly reference: string; readonly receivedAt: string })
  | (Filled & { readonly status: 'sent' })
  /** Received earlier from this client, as the endpoint says. */
  | { readonly status: 'received-before'; readonly reference: string; readonly receivedAt: string };

export type IntakeStatus = IntakeState['status'];

/** A state that has a form and answers in it. */
export type FilledState = Extract<IntakeState, Filled>;
export type FillingState = Extract<IntakeState, { status: 'filling' }>;

const PLACES: ReadonlySet<IntakeStatus> = new Set(['welcome', 'topics', 'checking']);

/** Where in the form somebody is: a page's path, or a view around the pages; nothing where there is no way to choose. */
export const placeOf = (state: IntakeState): string | undefined => {
  if (state.status === 'filling') return state.page;
  return PLACES.has(state.status) ? state.status : undefined;
};

/** Whether the client wants every answer to be kept. */
export const wantsKeeping = ({ keeping }: Filled): boolean =>
  ['saving', 'saved', 'not-saved'].includes(keeping.status);

export const isFilled = (state: IntakeState): state is FilledState => 'form' in state;
