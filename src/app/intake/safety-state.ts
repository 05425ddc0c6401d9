import type { ItemPath } from '../../domain/questionnaire/answers.js';

/** How far a word to the practice has come. `trouble`: not through yet, and still tried; `failed`: given up. */
export type WordStatus = 'sending' | 'received' | 'failed';

/** What the practice is told at once of one answer. */
export interface Alert {
  readonly path: ItemPath;
  /** The answers that are a sign, as `signIn` gives them. */
  readonly sign: string;
  /** `waiting`: as long as it takes to see that the answer stands. */
  readonly status: 'waiting' | WordStatus;
}

/** The client's wish to be called. */
export interface Call {
  /** `unreadable`: asked to go out without a number that somebody could dial. */
  readonly status: 'none' | 'asking' | 'unreadable' | WordStatus;
  readonly phone: string;
  readonly safeTimes: string;
}

/** What has come of answers that say somebody may not be safe. */
export interface Safety {
  /** Whether what happens with such an answer has been on the screen. Nothing goes out before. */
  readonly told: boolean;
  /** The question below which the panel is open. */
  readonly open: ItemPath | undefined;
  /**
   * Whether the client has stopped for now. Within `filling`, and no status of its own: what an element's status is, the
   * page around it can see.
   */
  readonly paused: boolean;
  /** One for each question and answer, the one with the latest news at the end. */
  readonly alerts: readonly Alert[];
  readonly call: Call;
}

export const NOTHING_RAISED: Safety = {
  told: false,
  open: undefined,
  paused: false,
  alerts: [],
  call: { status: 'none', phone: '', safeTimes: '' },
};

/** Whether the practice is being told of anything, or is about to be. */
export const isTelling = ({ alerts, call }: Safety): boolean =>
  [...alerts, call].some(({ status }) => status === 'waiting' || status === 'sending');

export type SafetyMessage =
  /** What is on the screen has changed. */
  | { readonly type: 'show'; readonly change: Partial<Pick<Safety, 'told' | 'open' | 'paused'>> }
  | { readonly type: 'call'; readonly call: Partial<Call> }
  | { readonly type: 'send-call' }
  /** The practice is to be told of the answer that stands there, of which nothing is known to have reached it. */
  | { readonly type: 'tell-practice'; readonly path: ItemPath }
  /** What came of telling the practice. */
  | { readonly type: 'alert'; readonly alert: Alert };

export type SafetyEffect = 'alert' | 'call';
