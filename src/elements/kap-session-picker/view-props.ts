import type { PickerMessage } from '../../app/sessions/messages.js';
import type { ShownZone } from '../../app/sessions/state.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { SessionKind } from '../../domain/practice/session-kind.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import type { SessionsMessages } from '../../locale/messages.js';

/** What every view of the picker gets beside its state. */
export interface ViewProps {
  readonly t: SessionsMessages;
  readonly practice: PracticeBasics;
  readonly care: CareState | undefined;
  /** The kinds that are offered here. */
  readonly kinds: readonly SessionKind[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zoneName: (zone: ShownZone) => string;
  readonly send: (message: PickerMessage) => void;
  readonly saveToCalendar: (booking: Booking) => void;
  /** Puts the focus on what a selector finds, after the next render. */
  readonly focusOn: (selector: string) => void;
  /** Said by the live region, for what only changes the picture. */
  readonly announce: (sentence: string) => void;
}
