import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { SendingMessage } from '../submit.js';
import type { Notice, PreparedBooking, ShownZone } from './state.js';

/** What the client does. */
export type PickerMessage =
  | { readonly type: 'choose-kind'; readonly kind: SessionKindId; readonly zone: ShownZone }
  /** Moves the keyboard to a date, `YYYY-MM-DD`, and shows its month. */
  | { readonly type: 'move'; readonly date: string }
  | { readonly type: 'choose-day'; readonly date: string }
  | { readonly type: 'choose-slot'; readonly slot: Slot }
  | { readonly type: 'switch-zone'; readonly zone: ShownZone }
  | { readonly type: 'contact'; readonly name?: string; readonly reach?: string }
  | { readonly type: 'request'; readonly needsContact: boolean }
  | { readonly type: 'ask-to-cancel'; readonly booking: Booking | undefined }
  | { readonly type: 'cancel' }
  | { readonly type: 'try-again' }
  | { readonly type: 'reload' }
  /** Back to choosing: after an answer, or from a submission that could not be sent. */
  | { readonly type: 'back' };

/** What came of an effect. */
export type PickerResult =
  | {
      readonly type: 'loaded';
      readonly kind: SessionKindId;
      readonly slots: readonly Slot[];
      readonly until: string;
      /** Where the keyboard begins, in the zone shown: the first free day, or today. */
      readonly firstDate: string;
    }
  | { readonly type: 'not-loaded'; readonly kind: SessionKindId }
  | { readonly type: 'prepared'; readonly prepared: PreparedBooking }
  | SendingMessage
  | { readonly type: 'received'; readonly bookings: readonly Booking[]; readonly reference: string }
  | { readonly type: 'interrupted'; readonly notice: Notice; readonly slots: readonly Slot[] }
  | { readonly type: 'no-contact' };

export type SessionsMessage = PickerMessage | PickerResult;

/** `load` reads the first slots of the kind, `load-more` those after. */
export type SessionsEffect = 'load' | 'load-more' | 'deliver';
