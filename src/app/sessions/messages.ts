import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { CourseStep } from '../../domain/scheduling/course-plan.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { SendingMessage } from '../submit.js';
import type {
  CallWish,
  Notice,
  Preference,
  PreparedBooking,
  Search,
  ShownZone,
  ToldFinding,
  WishedSession,
} from './state.js';

/** What the client does. */
export type PickerMessage =
  /** `kinds` is what is booked together: the kind that is wished for, and what has to go with it. */
  | { readonly type: 'choose-kind'; readonly kinds: readonly SessionKindId[]; readonly zone: ShownZone }
  | { readonly type: 'plan-course'; readonly steps: readonly CourseStep[] }
  /** Another time for the first of these, and for the others where they need one then. */
  | { readonly type: 'move-bookings'; readonly bookings: readonly Booking[]; readonly zone: ShownZone }
  /** Shows the times of a session of several; `date` is where the keyboard begins, where that is known. */
  | {
      readonly type: 'open';
      readonly key: string;
      readonly zone: ShownZone;
      readonly date?: string | undefined;
    }
  /** Nothing is wished for any more; who asks stays. */
  | { readonly type: 'start-over' }
  | { readonly type: 'find-times' }
  /** Moves the keyboard to a date, `YYYY-MM-DD`, and shows its month. */
  | { readonly type: 'move'; readonly date: string }
  | { readonly type: 'choose-day'; readonly date: string }
  | { readonly type: 'choose-slot'; readonly slot: Slot }
  /** `day` is that of the chosen time there, where one is chosen. */
  | { readonly type: 'switch-zone'; readonly zone: ShownZone; readonly day?: string | undefined }
  | { readonly type: 'view'; readonly view: 'month' | 'list' }
  /** More times in the list; `isEnd` where it shows all that are known. */
  | { readonly type: 'list-more'; readonly isEnd: boolean }
  | { readonly type: 'prefer'; readonly preference: Preference }
  | { readonly type: 'contact'; readonly name?: string; readonly reach?: string; readonly region?: string }
  | { readonly type: 'request'; readonly asked: Asked }
  | { readonly type: 'ask-to-cancel'; readonly bookings: readonly Booking[] }
  | { readonly type: 'cancel'; readonly bookings: readonly Booking[] }
  | { readonly type: 'call'; readonly call: Partial<CallWish> }
  /** Opens the questions before a session, or closes them. */
  | { readonly type: 'answer'; readonly booking: string | undefined }
  | { readonly type: 'try-again' }
  | { readonly type: 'reload' }
  /** Back to choosing: after an answer, or from a submission that could not be sent. */
  | { readonly type: 'back' };

/** What a request needs beside its times. */
export interface Asked {
  /** Whether nobody knows yet how to reach this client. */
  readonly contact: boolean;
  readonly region: boolean;
  /** Whether a rule that is no mere advice stands against the times that are chosen. */
  readonly isBlocked: boolean;
}

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
  /** Times were looked for, for the sessions as they were: `sessions` is how they are to be. */
  | {
      readonly type: 'laid-out';
      readonly before: readonly WishedSession[];
      readonly sessions: readonly WishedSession[];
      readonly search: Search;
    }
  | { readonly type: 'prepared'; readonly prepared: PreparedBooking }
  | SendingMessage
  | { readonly type: 'received'; readonly bookings: readonly Booking[]; readonly reference: string }
  | {
      readonly type: 'interrupted';
      readonly notice: Notice;
      /** Open ones near what was taken. */
      readonly slots: readonly Slot[];
      /** Which of the times that were asked for are taken, by their places; none where nothing was said. */
      readonly taken: readonly number[];
      /** With the keys of the sessions. */
      readonly findings: readonly ToldFinding[];
    }
  | { readonly type: 'no-contact' };

export type SessionsMessage = PickerMessage | PickerResult;

/** `load` reads the first slots of the kind on the screen, `load-more` those after. */
export type SessionsEffect = 'load' | 'load-more' | 'lay-out' | 'mend' | 'deliver' | 'call';
