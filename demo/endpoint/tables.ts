import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ClearanceStatus } from '../../src/domain/practice/care-state.js';
import type { SessionKindId, SessionMode } from '../../src/domain/practice/session-kind.js';
import type { ReviewSettings } from '../../src/domain/questionnaire/review-flags/settings.js';
import type { Plan } from './plan.js';
import type { ReadinessReason } from './readiness/judge.js';
import type { Practitioner } from './scheduling/practitioner.js';
import type { Contact, Submission } from '../../src/domain/submission/envelope.js';

/** Who works at the practice, as the staff side knows them. */
export type Role = 'prescriber' | 'therapist' | 'office';

/** What a prescriber can decide; the other states of clearance follow from it, from an intake and from the calendar. */
export type DecidedStatus = Exclude<ClearanceStatus, 'not-started' | 'expired'>;

/** What the staff side writes down. */
export type LogAction =
  | 'signed-in'
  | 'signed-out'
  | 'list-read'
  | 'history-read'
  | 'consent-read'
  | 'consents-read'
  | 'consent-erased'
  | 'booking-read'
  | 'client-read'
  | 'bookings-read'
  | 'clearance-set'
  | 'link-made'
  | 'alert-read'
  | 'alert-taken'
  | 'alert-done'
  | 'booking-decided'
  | 'booking-added'
  | 'booking-moved'
  | 'booking-released'
  | 'hours-set'
  | 'plan-set'
  | 'review-settings-set';

/** What is answered by a person and not by a page. */
export type AlertKind = Extract<Submission['kind'], 'safety-alert' | 'call-request'>;

/** What is kept of a booking; that one is on hold or has taken place follows when it is read. */
export type StoredBookingStatus = 'requested' | 'confirmed' | 'cancelled';

export interface Tables {
  clients: { id: string; opened_at: Date };
  /** Which browser speaks for which client. Hashes only: a copy of the database lets nobody in. */
  care_tokens: { token_hash: string; client_id: string; added_at: Date };
  submissions: {
    id: string;
    client_id: string;
    token_hash: string;
    kind: Submission['kind'];
    act: JSONColumnType<Submission['act']>;
    /** How to reach the client, where the submission says so. */
    contact: ColumnType<Contact | null, string | null, never>;
    reference: string;
    /** The bytes exactly as they came, and their SHA-256. */
    body: ColumnType<Buffer, Buffer, never>;
    digest: string;
    /** The answer as it was given, so that a retry gets the same one. */
    answer_status: number;
    answer_body: string;
    received_at: Date;
  };
  /** Append-only, as the database holds; so are `withdrawals` and `published_documents`. */
  consents: {
    submission_id: string;
    client_id: string;
    document_id: string;
    version: string;
    locale: string;
    record_digest: string;
    text_digest: string;
    received_at: Date;
    /** The end of the time that it holds for, where its text names one. */
    holds_until: Date | null;
    /** Counted together with withdrawals: the higher came later. */
    position: Generated<string>;
    /** Set where the record was erased by law, and a tombstone is what is left of it. */
    erased_at: ColumnType<Date | null, never, never>;
    erased_by: ColumnType<Role | null, never, never>;
    erased_reason: ColumnType<string | null, never, never>;
  };
  withdrawals: {
    submission_id: string;
    client_id: string;
    /** What was signed: the consent's submission. */
    consent_id: string;
    document_id: string;
    /** As the submission's `act` names it; `erased` once the consent is erased by law. */
    scope: string;
    /** The withdrawal's own record's. */
    record_digest: string;
    received_at: Date;
    position: Generated<string>;
  };
  /** The digest of every consent record there has been: each counts once, whoever sends it. */
  signed_records: { record_digest: string };
  /** Every text that clients were ever asked to sign, as they read it, blanks filled. */
  published_documents: {
    position: Generated<string>;
    id: string;
    version: string;
    locale: string;
    text_digest: string;
    /** Canonical JSON. */
    document: string;
    first_published_at: Date;
    /** A text that was signed under a version that had another by then; it was never published from here. */
    is_from_record: Generated<boolean>;
  };
  /** A row for each practitioner: whoever books holds it, so that two never book at once. */
  calendars: { practitioner_id: string };
  bookings: {
    id: string;
    client_id: string;
    /** What asked for it; none where the practice made it itself. */
    submission_id: string | null;
    made_by: Role | null;
    requested_at: Date;
    slot_id: string;
    kind: SessionKindId;
    practitioner_id: string;
    practitioner_name: string;
    start_at: Date;
    end_at: Date;
    /** All of the practitioner's time that it holds: the session, and before and after it what they need around one. */
    held_from: Date;
    held_until: Date;
    mode: SessionMode;
    place: string | null;
    status: StoredBookingStatus;
    cancelled_by: 'client' | 'practice' | null;
    changed_at: Date;
  };
  /** What somebody at the practice must answer in person; who saw to it is in the log as well. */
  alerts: {
    submission_id: string;
    client_id: string;
    kind: AlertKind;
    received_at: Date;
    taken_by: Role | null;
    taken_at: Date | null;
    done_by: Role | null;
    done_at: Date | null;
  };
  /** Append-only: the newest row of a client is what holds. */
  clearance_decisions: {
    id: Generated<string>;
    client_id: string;
    status: DecidedStatus;
    /** `YYYY-MM-DD` where the practice is. */
    valid_until: string | null;
    message: string | null;
    /** How many dosing sessions it is good for, from when it was set; any number where nothing is said. */
    dosings: number | null;
    set_by: Role;
    set_at: Date;
  };
  /** Append-only: of a practitioner, the row with the highest version is what holds; nobody set the first. */
  schedules: {
    practitioner_id: string;
    version: number;
    practitioner: JSONColumnType<Practitioner>;
    set_by: Role | null;
    set_at: Date;
  };
  /** Append-only: of a client, the row with the highest version is what holds. */
  plans: {
    client_id: string;
    version: number;
    plan: JSONColumnType<Plan>;
    set_by: Role;
    set_at: Date;
  };
  /** How it went with reading a practitioner's own calendar. Nothing that stands in it is kept but `busy_times`. */
  busy_calendars: {
    practitioner_id: string;
    /** SHA-256 of the address that was read. */
    address_hash: string;
    tried_at: Date;
    /** The last time that it could be read. */
    read_at: Date | null;
    /** Why the last try came to nothing, in words for the staff. */
    fault: string | null;
  };
  busy_times: { practitioner_id: string; start_at: Date; end_at: Date };
  /** What came in before a dosing session, as it was judged then. */
  readiness_forms: {
    submission_id: string;
    client_id: string;
    form_id: string;
    received_at: Date;
    /** What of getting home is not settled by it. */
    missing: JSONColumnType<readonly ('escort' | 'transport')[]>;
    /** Why a clinician has to look at it; empty where nobody has to. */
    reasons: JSONColumnType<readonly ReadinessReason[]>;
  };
  /** Append-only. Good for the form that the booking had then, or for having none. */
  readiness_releases: {
    id: Generated<string>;
    booking_id: string;
    form_id: string | null;
    released_by: Role;
    released_at: Date;
  };
  /** Append-only. Why a session was booked that plan rules speak against; not for the client. */
  rule_overrides: {
    booking_id: string;
    rules: JSONColumnType<readonly string[]>;
    reason: string;
    set_by: Role;
    set_at: Date;
  };
  /** Append-only: the row with the highest version is what holds. */
  review_settings: {
    /** Counted from 1 without gaps, so that of two who change the same version one is told. */
    version: number;
    settings: JSONColumnType<ReviewSettings>;
    set_by: Role;
    set_at: Date;
  };
  links: {
    code_hash: string;
    client_id: string;
    made_at: Date;
    expires_at: Date;
    exchanges_left: number;
    voided_at: Date | null;
  };
  notices: {
    id: string;
    submission_id: string;
    created_at: Date;
    attempts: number;
    next_attempt_at: Date;
    sent_at: Date | null;
  };
  staff_sessions: { token_hash: string; role: Role; signed_in_with: string; expires_at: Date };
  staff_log: {
    id: Generated<string>;
    at: Date;
    role: Role;
    action: LogAction;
    reference: string | null;
    client_id: string | null;
    detail: string | null;
  };
}
