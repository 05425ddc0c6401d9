import type { ClientMessage } from '../../app/intake/messages.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { ValidationContext } from '../../domain/questionnaire/validate.js';
import type { Messages } from '../../locale/messages.js';
import type { NextStep } from '../session-source.js';

/** What every view of the intake gets beside its state. */
export interface ViewProps {
  readonly t: Messages;
  readonly practice: PracticeBasics | undefined;
  /** Whether the practice has an endpoint, which reads and keeps apart, and not a mere address. */
  readonly hasEndpoint: boolean;
  /** Whether the prescriber now reads what was sent and decides; not after they have, nor for other questionnaires. */
  readonly isToBeReviewed: boolean;
  readonly context: ValidationContext;
  readonly next: NextStep | undefined;
  /** Fills in once more what the practice has; only questionnaires that are asked again and again. */
  readonly again: (() => void) | undefined;
  readonly send: (message: ClientMessage) => void;
  readonly saveCopy: () => void;
  readonly print: () => void;
  /** Puts the focus on what a selector finds, after the next render. */
  readonly focusOn: (selector: string) => void;
  /** Said by the live region, for what only changes the picture. */
  readonly announce: (sentence: string) => void;
}
