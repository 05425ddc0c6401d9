import type { SigningMessage } from '../../app/consent/messages.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { ConsentMessages } from '../../locale/messages.js';
import type { NextStep } from '../session-source.js';

/** What every view of the consent gets beside its state. */
export interface ViewProps {
  readonly t: ConsentMessages;
  readonly practice: PracticeBasics | undefined;
  readonly next: NextStep | undefined;
  readonly send: (message: SigningMessage) => void;
  /** The instant as of now, ISO 8601. */
  readonly now: () => string;
  /** The device's zone, an IANA name. */
  readonly timeZone: string;
  /** Puts the focus on what a selector finds, after the next render. */
  readonly focusOn: (selector: string) => void;
}
