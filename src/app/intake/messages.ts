import type { Answers, ItemPath } from '../../domain/questionnaire/answers.js';
import type { Entry } from '../../domain/questionnaire/entry.js';
import type { Item, Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import type { ValidationContext } from '../../domain/questionnaire/validate.js';
import type { ReadFailure } from '../read.js';
import type { SendingMessage } from '../submit.js';
import type { SafetyEffect, SafetyMessage } from './safety-state.js';
import type { Found, Keeping, Prepared, ShownProblem } from './state.js';

/** What the client does. */
export type ClientMessage =
  | { readonly type: 'begin' }
  | { readonly type: 'answer'; readonly path: ItemPath; readonly entry: Entry }
  | {
      readonly type: 'choose';
      readonly item: Item;
      readonly path: ItemPath;
      readonly code: string;
      readonly ticked: boolean;
    }
  | { readonly type: 'add-instance'; readonly item: Item; readonly path: ItemPath }
  | { readonly type: 'remove-instance'; readonly item: Item; readonly path: ItemPath; readonly key: number }
  | { readonly type: 'continue'; readonly context: ValidationContext }
  | { readonly type: 'back' }
  | { readonly type: 'change'; readonly page: string; readonly path: ItemPath }
  /** To a place as `placeOf` names it: from the list of topics, or by the browser's own Back and Forward. */
  | { readonly type: 'go'; readonly place: string }
  /** Away at once: nothing of what was written stays on the screen or in memory. */
  | { readonly type: 'leave' }
  | { readonly type: 'send'; readonly context: ValidationContext }
  /** This is the client's own device: every answer is to be kept on it from now on. */
  | { readonly type: 'keep' }
  /** Nothing is to be kept on this device; what is on the screen stays. */
  | { readonly type: 'forget' }
  /** Nothing is to be kept, on the screen either. */
  | { readonly type: 'start-over' }
  | { readonly type: 'try-again' }
  | { readonly type: 'safety'; readonly message: SafetyMessage }
  /** Takes the answers off the screen and out of memory once they are with the practice. */
  | { readonly type: 'clear' };

/** What came of an effect. */
export type ResultMessage =
  | { readonly type: 'load' }
  | { readonly type: 'fill-in-again' }
  | {
      readonly type: 'loaded';
      readonly form: Questionnaire;
      readonly answers: Answers;
      readonly keeping?: Keeping;
      readonly found?: Found | undefined;
    }
  /** What was on the screen while it was kept like this is on the device now. */
  | { readonly type: 'kept'; readonly keeping: Keeping; readonly at: number; readonly until: number }
  /** What was kept while it was like this is gone from the device. */
  | { readonly type: 'erased'; readonly keeping: Keeping }
  /** The device has done neither; what it did not erase is gone by `until`. */
  | { readonly type: 'not-kept'; readonly keeping: Keeping }
  | { readonly type: 'not-erased'; readonly keeping: Keeping; readonly until: number }
  | { readonly type: 'not-loaded'; readonly reason: ReadFailure }
  | { readonly type: 'known-received'; readonly reference: string; readonly receivedAt: string }
  | { readonly type: 'prepared'; readonly prepared: Prepared }
  | SendingMessage
  /** The client or the network is back: what waits goes on. */
  | { readonly type: 'returned' }
  | { readonly type: 'received'; readonly reference: string; readonly receivedAt: string }
  | { readonly type: 'sent' }
  | { readonly type: 'invalid'; readonly problems: readonly ShownProblem[] };

export type IntakeMessage = ClientMessage | ResultMessage;

export type IntakeEffect =
  'load' | 'deliver' | 'resume-on-return' | 'keep-draft' | 'erase-draft' | SafetyEffect;
