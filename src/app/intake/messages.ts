import type { Answers, ItemPath } from '../../domain/questionnaire/answers.js';
import type { Entry } from '../../domain/questionnaire/entry.js';
import type { Item, Questionnaire } from '../../domain/questionnaire/questionnaire.js';
import type { ValidationContext } from '../../domain/questionnaire/validate.js';
import type { ReadFailure } from '../read.js';
import type { SendingMessage } from '../submit.js';
import type { SafetyEffect, SafetyMessage } from './safety-state.js';
import type { Prepared, ShownProblem } from './state.js';

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
  | { readonly type: 'send'; readonly context: ValidationContext }
  | { readonly type: 'try-again' }
  | { readonly type: 'safety'; readonly message: SafetyMessage }
  /** Takes the answers off the screen and out of memory once they are with the practice. */
  | { readonly type: 'clear' };

/** What came of an effect. */
export type ResultMessage =
  | { readonly type: 'load' }
  | { readonly type: 'loaded'; readonly form: Questionnaire; readonly answers: Answers }
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

export type IntakeEffect = 'load' | 'deliver' | 'resume-on-return' | SafetyEffect;
