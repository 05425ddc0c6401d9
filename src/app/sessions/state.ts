import type { SessionKindId, SessionMode } from '../../domain/practice/session-kind.js';
import type { PlanRuleId } from '../../domain/practice/plan-rules.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { Problem } from '../../domain/submission/problem.js';
import type { RelatedSubmission, SendingState } from '../submit.js';

/** What is known of the open slots of a kind. */
export type Availability =
  | { readonly status: 'loading' | 'failed' }
  /** Soonest first; `until` is the last date that was asked for, where the practice is. */
  | { readonly status: 'known'; readonly slots: readonly Slot[]; readonly until: string };

/** A rule that the practice's side names; it may have more of them than we know. */
export type ToldFinding = Omit<Readonly<Told>, 'sessions'> & { readonly sessions: readonly string[] };
type Told = NonNullable<Problem['findings']>[number];

/** Said above everything else after something has come in between. */
export type Notice = 'taken' | 'not-now' | 'too-soon' | 'already' | 'rules' | 'quiet' | 'cancelled' | 'moved';

/** In whose time zone the times are shown: the client's, the practice's, or one by its IANA name. */
export type ShownZone = 'client' | 'practice' | (string & {});

/** One session that is wished for. */
export interface WishedSession {
  /** Tells it from the others, `dosing-2`. */
  readonly key: string;
  readonly kind: SessionKindId;
  /** Which of its kind it is: the second dosing session is 2. */
  readonly number: number;
  /** The session that stands, where it is to be moved; it stays as it is until another time is chosen. */
  readonly from: Booking | undefined;
  readonly slot: Slot | undefined;
}

/** Whether a client asks for one session, for all of their plan, or for another time of what they have. */
export type Purpose = 'one' | 'course' | 'move';

/** What a client would rather have, where the times that are open leave a choice. */
export interface Preference {
  readonly dayPart?: 'morning' | 'afternoon' | undefined;
  readonly mode?: SessionMode | undefined;
  readonly practitionerId?: string | undefined;
}

/** What a search for times has come to. */
export type Search =
  | { readonly status: 'none' | 'looking' | 'found' | 'not-found' | 'unknown' }
  /** Proven: without one of these rules it would do; with none named, there are too few times of these kinds. */
  | {
      readonly status: 'impossible';
      readonly without: readonly PlanRuleId[];
      readonly lacking: readonly SessionKindId[];
    }
  /** Times were changed so that all fit once more. */
  | { readonly status: 'repaired'; readonly changed: readonly string[] };

/** Somebody would like to be called. */
export interface CallWish {
  readonly status: 'none' | 'asked' | 'sending' | 'received' | 'failed';
  readonly phone: string;
  readonly times: string;
}

/** What a client has filled in, kept whatever is on the screen. */
export interface Choice {
  readonly purpose: Purpose;
  /** In their order: what is asked for together, all of it or nothing. */
  readonly sessions: readonly WishedSession[];
  /** The key of the session whose times are on the screen. */
  readonly current: string | undefined;
  readonly availability: ReadonlyMap<SessionKindId, Availability>;
  readonly zone: ShownZone;
  readonly view: 'month' | 'list';
  /** So many times the list shows. */
  readonly listed: number;
  readonly preference: Preference;
  /** The day that the keyboard is on, `YYYY-MM-DD` in the zone shown; its month is the one on the screen. */
  readonly cursor: string | undefined;
  readonly day: string | undefined;
  /** Open slots near one that was taken. */
  readonly nearest: readonly Slot[];
  readonly search: Search;
  /** What the practice's side said of these sessions; gone as soon as one of them changes. */
  readonly told: readonly ToldFinding[];
  /** Where the client will be at a session by video, ISO 3166-2. */
  readonly region: string | undefined;
  readonly name: string;
  /** A phone number or an e-mail address. */
  readonly reach: string;
  /** What the client is asked about once more before it is cancelled. */
  readonly cancelling: readonly Booking[];
  readonly call: CallWish;
  /** The id of the session whose questions are on the screen. */
  readonly answering: string | undefined;
  /** The latest submission, sent again as it is while it asks for the same and has not expired. */
  readonly prepared: PreparedBooking | undefined;
}

export interface PreparedBooking extends RelatedSubmission {
  /** What it asks for, to know it again. */
  readonly wish: string;
  /** The times that it asks for, in the order of its sessions; none where it only cancels. */
  readonly slots: readonly Slot[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export type ChoiceProblem = 'no-kind' | 'no-slot' | 'no-region' | 'no-name' | 'no-reach' | 'rules';

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

export const NOTHING_CHOSEN: Choice = {
  purpose: 'one',
  sessions: [],
  current: undefined,
  availability: new Map(),
  zone: 'client',
  view: 'month',
  listed: 5,
  preference: {},
  cursor: undefined,
  day: undefined,
  nearest: [],
  search: { status: 'none' },
  told: [],
  region: undefined,
  name: '',
  reach: '',
  cancelling: [],
  call: { status: 'none', phone: '', times: '' },
  answering: undefined,
  prepared: undefined,
};

const NOT_ASKED: Availability = { status: 'loading' };

/** The session whose times are on the screen. */
export const currentOf = ({ sessions, current }: Choice): WishedSession | undefined =>
  sessions.find(({ key }) => key === current);

export const availabilityOf = ({ availability }: Choice, kind: SessionKindId | undefined): Availability =>
  (kind && availability.get(kind)) ?? NOT_ASKED;

/** What still needs a time; what is to be moved has one, unless nothing at all is moved. */
export const withoutTime = ({ sessions }: Choice): readonly WishedSession[] =>
  sessions.filter(
    ({ slot, from }, index) =>
      slot === undefined && (from === undefined || (index === 0 && sessions.every((each) => !each.slot))),
  );

/** What is given up for the times that are chosen instead. */
export const givenUp = ({ sessions }: Choice): readonly Booking[] =>
  sessions.flatMap(({ from, slot }) => (from && slot ? [from] : []));

/** The times that are chosen, in the order of the sessions. */
export const chosenSlots = ({ sessions }: Choice): readonly Slot[] =>
  sessions.flatMap(({ slot }) => (slot ? [slot] : []));
