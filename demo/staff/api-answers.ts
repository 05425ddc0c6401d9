import * as z from 'zod/mini';
import { questionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { clearanceStatus } from '../../src/domain/practice/care-state.js';
import { sessionKindId } from '../../src/domain/practice/session-kind.js';
import { reviewSettings } from '../../src/domain/questionnaire/review-flags/settings.js';
import { booking } from '../../src/domain/scheduling/sessions.js';
import {
  bookingChangeSubmission,
  bookingSubmission,
  callBack,
  callReason,
  contact,
  safetyAlertSubmission,
  wishAbout,
} from '../../src/domain/submission/envelope.js';
import { writtenScope } from '../../src/domain/submission/withdrawal-scope.js';
import { instant, text, timeZone, uuid } from '../../src/domain/untrusted.js';
import { clientPart, detail, name, reference, role } from './answer-parts.js';
import { finding, storedPlan } from './session-answers.js';
import { consentDetail, erasedDetail, signedStatus, withdrawalDetail } from './consent-answers.js';

export type { Clearance, ClientPart, Role } from './answer-parts.js';

export const session = z.object({ role });

const cursor = z.optional(text(400));

const summary = {
  id: uuid,
  reference,
  receivedAt: instant,
  client: z.object({ id: uuid, name }),
  clearance: z.object({ status: clearanceStatus }),
  readByPrescriberAt: z.optional(z.nullable(instant)),
};
const sessions = z.array(sessionKindId);
/** Missing where the practice does not publish the form any more. */
const formTitle = z.optional(text(4000));

/** A line of the list: what it is and whose, and nothing of its content. */
const submissionSummary = z.discriminatedUnion('kind', [
  z.object({ ...summary, kind: z.literal('intake'), title: formTitle }),
  /** The office is told no more than that something was signed or taken back. */
  z.object({ ...summary, kind: z.literal('consent'), title: z.optional(text(200)) }),
  z.object({
    ...summary,
    kind: z.literal('consent-withdrawal'),
    title: z.optional(text(200)),
    scope: z.optional(writtenScope),
  }),
  z.object({ ...summary, kind: z.literal('booking'), sessions }),
  z.object({ ...summary, kind: z.literal('booking-change'), sessions, cancelled: z.int() }),
  z.object({ ...summary, kind: z.literal('call-request') }),
  z.object({ ...summary, kind: z.literal('safety-alert') }),
]);
export type SubmissionSummary = z.infer<typeof submissionSummary>;

export const submissionPage = z.object({ submissions: z.array(submissionSummary), next: cursor });
export type SubmissionPage = z.infer<typeof submissionPage>;

const historyDetail = z.object({
  ...detail,
  kind: z.literal('intake'),
  questionnaire: z.object({ id: text(80), version: text(40) }),
  title: formTitle,
  response: questionnaireResponse,
  hiddenParts: z.array(z.enum(['medical', 'therapy', 'logistics'])),
});
export type HistoryDetail = z.infer<typeof historyDetail>;

/** A request: sessions that a client asks for together. */
const bookingDetail = z.object({
  ...detail,
  kind: z.literal('booking'),
  act: bookingSubmission.shape.act,
  contact: z.optional(contact),
  note: z.optional(text(2000)),
});

/** A request that gives sessions up, and may ask for others in their place. */
const bookingChangeDetail = z.object({
  ...detail,
  kind: z.literal('booking-change'),
  act: bookingChangeSubmission.shape.act,
});
export type RequestDetail = z.infer<typeof bookingDetail> | z.infer<typeof bookingChangeDetail>;

export const submissionDetail = z.discriminatedUnion('kind', [
  historyDetail,
  consentDetail,
  withdrawalDetail,
  erasedDetail,
  bookingDetail,
  bookingChangeDetail,
]);
export type SubmissionDetail = z.infer<typeof submissionDetail>;

const deed = z.object({ by: role, at: instant });

/** What a person has to answer: a safety alert, or a call that was asked for. */
export const staffAlert = z.object({
  id: uuid,
  kind: z.enum(['safety-alert', 'call-request']),
  reference,
  receivedAt: instant,
  client: z.object({ id: uuid, name }),
  /** What was said, which the office is not told. */
  content: z.optional(
    z.extend(
      z.pick(safetyAlertSubmission.shape.content, { item: true, question: true, answer: true, place: true }),
      { isUnpublished: z.optional(z.boolean()) },
    ),
  ),
  contact: z.optional(callBack),
  /** Of a call that was asked for: that a wish had to wait, and what it is about, which the office is not told. */
  reason: z.optional(callReason),
  about: z.optional(wishAbout),
  taken: z.optional(deed),
  done: z.optional(deed),
});
export type StaffAlert = z.infer<typeof staffAlert>;

/** What somebody at the practice does about it. */
export type AlertDeed = 'take' | 'finish';

/** Everything that is not done, and the forms that leave their questions about safety out. */
export const alertList = z.object({ alerts: z.array(staffAlert), leftOut: z.array(text(4000)) });
export type AlertList = z.infer<typeof alertList>;

/**
 * What has to be in before a dosing session. `missing` is the list that the client sees as well; why somebody has to
 * look at it is for the clinicians.
 */
const staffReadiness = z.object({
  form: z.object({ id: text(80), version: z.optional(text(40)) }),
  from: instant,
  until: instant,
  missing: z.array(z.enum(['form', 'escort', 'transport', 'review'])),
  submissionId: z.optional(uuid),
  reasons: z.optional(
    z.array(
      z.object({
        why: text(40),
        words: text(4000),
        severity: z.optional(z.enum(['stop', 'caution', 'note'])),
      }),
    ),
  ),
  /** Whether a clinician lets the session go ahead. */
  isReleased: z.boolean(),
});
export type StaffReadiness = z.infer<typeof staffReadiness>;

/** A session as the staff see it, with whose it is. */
export const staffBooking = z.extend(booking, {
  clientId: uuid,
  name,
  /** As they gave it when they booked. */
  contact: z.optional(contact),
  /** Of what asked for it; none where the practice made it. */
  reference: z.optional(reference),
  requestedAt: instant,
  /** Asked for and not decided yet, whatever holds it meanwhile. */
  awaitsDecision: z.boolean(),
  readiness: z.optional(staffReadiness),
  /** Plan rules that were let pass for it; why is for the clinicians where one of them did. */
  override: z.optional(
    z.object({ rules: z.array(text(80)), reason: z.optional(text(500)), setBy: role, setAt: instant }),
  ),
});
export type StaffBooking = z.infer<typeof staffBooking>;

/** `waiting`: what waits for an answer on any day to come, longest waiting first. */
export const bookingList = z.object({
  timeZone,
  bookings: z.array(staffBooking),
  waiting: z.optional(z.array(staffBooking)),
});
export type BookingList = z.infer<typeof bookingList>;

/** What a change of a client's sessions breaks or stretches, and those of their sessions that stand and are to come. */
export const findingList = z.object({ findings: z.array(finding), standing: z.array(staffBooking) });
export type FindingList = z.infer<typeof findingList>;

export type BookingDecision = 'confirm' | 'decline';

const received = { submissionId: uuid, reference };

/** Everything that stands about one client. */
export const clientDetail = z.object({
  client: clientPart,
  alerts: z.array(staffAlert),
  intakes: z.array(
    z.object({
      ...received,
      questionnaire: text(80),
      title: formTitle,
      version: text(40),
      receivedAt: instant,
    }),
  ),
  consents: z.array(
    z.object({
      ...received,
      /** Which text it was, which the office is not told. */
      id: z.optional(text(80)),
      version: z.optional(text(40)),
      title: z.optional(text(200)),
      signedAt: instant,
      isCurrent: z.boolean(),
      status: signedStatus,
    }),
  ),
  bookings: z.array(staffBooking),
  /** Every plan that was agreed, newest first: the first holds. */
  plans: z.array(storedPlan),
});
export type ClientDetail = z.infer<typeof clientDetail>;

export const personalLink = z.object({
  url: z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s<>"'\\]+$/)),
  expiresAt: instant,
});
export type PersonalLink = z.infer<typeof personalLink>;

/** What the practice has set for the rules of its review flags; `version` grows with each change. */
export const storedReviewSettings = z.object({
  version: z.int(),
  settings: reviewSettings,
  setBy: z.optional(z.nullable(text(80))),
  setAt: z.optional(z.nullable(instant)),
});
export type StoredReviewSettings = z.infer<typeof storedReviewSettings>;

export const logPage = z.object({
  entries: z.array(
    z.object({
      at: instant,
      role: z.optional(z.nullable(role)),
      action: text(80),
      reference: z.optional(z.nullable(reference)),
      clientId: z.optional(z.nullable(uuid)),
      detail: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
    }),
  ),
  next: cursor,
});
export type LogPage = z.infer<typeof logPage>;
export type LogEntry = LogPage['entries'][number];

/** What the prescriber decides; the other states follow from what happens. */
export type DecisionStatus = 'cleared' | 'on-hold' | 'talk-to-us' | 'in-review';

export interface Decision {
  readonly status: DecisionStatus;
  /** `YYYY-MM-DD`, with `cleared` alone. */
  readonly validUntil?: string;
  /** How many dosing sessions it is good for, with `cleared` alone. */
  readonly dosings?: number;
  /** Shown to the client as plain text. */
  readonly message?: string;
}
