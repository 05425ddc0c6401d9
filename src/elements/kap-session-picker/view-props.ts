import type { PickerMessage } from '../../app/sessions/messages.js';
import type { StillToBook } from '../../app/sessions/plan.js';
import type { ShownZone, ToldFinding, WishedSession } from '../../app/sessions/state.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { CareState } from '../../domain/practice/care-state.js';
import type { SessionKind } from '../../domain/practice/session-kind.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { SessionsMessages } from '../../locale/messages.js';

/** What every view of the picker gets beside its state. */
export interface ViewProps {
  readonly t: SessionsMessages;
  readonly practice: PracticeBasics;
  readonly care: CareState | undefined;
  /** The kinds that are offered here. */
  readonly kinds: readonly SessionKind[];
  /** What the plan still has. */
  readonly plan: StillToBook;
  /** What the chosen times break, and what is only to be said of them. */
  readonly findings: readonly ToldFinding[];
  /** Whether some of it keeps the times from being asked for. */
  readonly isBlocked: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Until when bookings and changes wait, in the quiet hours after a session. */
  readonly quietUntil: string | undefined;
  readonly zoneName: (zone: ShownZone) => string;
  /** What keeps a time from being chosen for a session of the wish. */
  readonly checker: (of: WishedSession) => (slot: Slot) => readonly ToldFinding[];
  readonly send: (message: PickerMessage) => void;
  readonly saveToCalendar: (bookings: readonly Booking[]) => void;
  /** Puts the focus on what a selector finds, after the next render. */
  readonly focusOn: (selector: string) => void;
  /** Said by the live region, for what only changes the picture. */
  readonly announce: (sentence: string) => void;
}
