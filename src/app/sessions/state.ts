import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { RelatedSubmission, SendingState } from '../submit.js';

/** What is known of the open slots of the chosen kind. */
export type Availability =
  | { readonly status: 'loading' | 'failed' }
  /** Soonest first; `until` is the last date that was asked for, where the practice is. */
  | { readonly status: 'known'; readonly slots: readonly Slot[]; readonly until: string };

/** Said above the kinds after something has come in between. */
export type Notice = 'taken' | 'not-now' | 'too-soon' | 'already' | 'cancelled';

/** In whose time zone the times are shown. */
export type ShownZone = 'client' | 'practice';

/** What a client has filled in, kept whatever is on the screen. */
export interface Choice {
  readonly kind: SessionKindId | undefined;
  readonly availability: Availability;
  readonly zone: ShownZone;
  /** The day that the keyboard is on, `YYYY-MM-DD` in the zone shown; its month is the one on the screen. */
  readonly cursor: string | undefined;
  readonly day: string | undefined;
  readonly slot: Slot | undefined;
  /** Open slots near one that was taken. */
  readonly nearest: readonly Slot[];
  readonly name: string;
  /** A phone number or an e-mail address. */
  readonly reach: string;
  /** The booking that the client is asked about once more before it is cancelled. */
  readonly cancelling: Booking | undefined;
  /** The latest submission, sent again as it is while it asks for the same and has not expired. */
  readonly prepared: PreparedBooking | undefined;
}

export interface PreparedBooking extends RelatedSubmission {
  /** What it asks for, to know it again. */
  readonly wish: string;
  /** The time that it asks for; nothing where it cancels. */
  readonly slot: Slot | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export type ChoiceProblem = 'no-kind' | 'no-slot' | 'no-name' | 'no-reach';

export type SessionsState = { readonly choice: Choice } & (
  | {
      readonly status: 'choosing';
      readonly notice: Notice | undefined;
      readonly problems: readonly ChoiceProblem[];
      /** Goes up with each press that found problems, and each notice, so that what is said takes focus. */
      readonly turn: number;
    }
  | SendingState
  | { readonly status: 'booked'; readonly bookings: readonly Booking[]; readonly reference: string }
);

export type ChoosingState = Extract<SessionsState, { status: 'choosing' }>;
