import type { TemplateResult } from 'lit';
import type { SigningMessage } from '../../app/consent/messages.js';
import type { SignaturePadController } from '../../controllers/signature-pad.js';
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
  /** The id of the passage that is being read; nothing before the first has come into view. */
  readonly currentPassage: string | undefined;
  /** What a signature is drawn on, and the way to load it once more. */
  readonly pad: Pick<SignaturePadController, 'status' | 'tryAgain'>;
  /** What is to be known before reading: what was signed before, what has changed since. */
  readonly beforeText: TemplateResult | undefined;
  /** Why nothing is signed now, in place of the button. */
  readonly insteadOfSigning: TemplateResult | undefined;
  /** Puts the focus on what a selector finds, after the next render. */
  readonly focusOn: (selector: string) => void;
}
