import * as z from 'zod/mini';
import { questionnaireResponse } from '../fhir/questionnaire-response.js';
import { consentRecord, withdrawalRecord } from '../consent/record.js';
import { sessionKindId } from '../practice/session-kind.js';
import { digest, instant, locale, slug, text, timeZone, uuid } from '../untrusted.js';
import { writtenScope } from './withdrawal-scope.js';

/** Every kind of write there is. */
export const submissionKind = z.enum([
  'intake',
  'consent',
  'consent-withdrawal',
  'booking',
  'booking-change',
  'call-request',
  'safety-alert',
]);

/** The largest body an endpoint takes, in bytes. */
export const MAX_SUBMISSION_BYTES = 1_048_576;

const frame = {
  schema: z.literal('kap/submission/1'),
  id: uuid,
  /** 128 random bits, so that the digest of a short answer says nothing about it. */
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  createdAt: instant,
  expiresAt: z.optional(instant),
  timeZone,
  locale,
  practice: slug,
  widget: z.object({ version: text(40), build: text(80) }),
  /** Earlier submissions that this one replaces or answers. */
  relatesTo: z.array(uuid).check(z.maxLength(20)),
};

export const intakeSubmission = z.object({
  ...frame,
  kind: z.literal('intake'),
  act: z.object({ questionnaire: z.object({ id: slug, version: text(40) }) }),
  content: z.object({ response: questionnaireResponse }),
});

export const consentSubmission = z.object({
  ...frame,
  kind: z.literal('consent'),
  act: z.object({
    document: z.object({ id: slug, version: text(40), locale, textDigest: digest }),
    recordDigest: digest,
  }),
  content: z.object({ record: consentRecord }),
});

/** A consent taken back: `recordDigest` is that of the record which was signed. */
export const consentWithdrawalSubmission = z.object({
  ...frame,
  kind: z.literal('consent-withdrawal'),
  act: z.object({ recordDigest: digest, scope: writtenScope }),
  content: z.object({ record: withdrawalRecord }),
});

const wantedSessions = z.array(z.object({ slotId: text(200), kind: sessionKindId })).check(z.maxLength(60));

/** How to reach somebody who books without having sent anything before. */
export const contact = z.object({
  name: text(200),
  phone: z.optional(text(40)),
  email: z.optional(text(254)),
});

/** Where somebody will be at a session by video or phone, ISO 3166-2: `US-OR`. */
const region = z.optional(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)));

/** Sessions that are asked for together: all of them or none. */
export const bookingSubmission = z.object({
  ...frame,
  kind: z.literal('booking'),
  act: z.object({ sessions: wantedSessions.check(z.minLength(1)) }),
  content: z.optional(z.object({ contact: z.optional(contact), note: z.optional(text(2000)), region })),
});

/** Bookings given up, and sessions asked for in their place: one move, all of it or nothing. */
export const bookingChangeSubmission = z.object({
  ...frame,
  kind: z.literal('booking-change'),
  act: z.object({
    cancel: z.array(text(80)).check(z.maxLength(60)),
    sessions: wantedSessions,
  }),
  content: z.optional(z.object({ region })),
});

/** Where somebody can be called, and when it is safe to call them there, in their own words. */
export const callBack = z.object({ phone: text(40), safeTimes: z.optional(text(200)) });

/** Why somebody asks: a wish that had to wait, since a dosing session was not long ago. */
export const callReason = z.enum(['wish-after-session']);
/** What such a wish is about. More is not asked for: what they want they say once they have rested. */
export const wishAbout = z.enum(['consent', 'plan']);

/**
 * Somebody asks to be called, or has a wish noted for later, which needs no phone number: the practice knows them. Good
 * for 15 minutes from being made.
 */
export const callRequestSubmission = z.object({
  ...frame,
  expiresAt: instant,
  kind: z.literal('call-request'),
  act: z.object({}),
  content: z
    .object({
      phone: z.optional(callBack.shape.phone),
      safeTimes: callBack.shape.safeTimes,
      reason: z.optional(callReason),
      about: z.optional(wishAbout),
    })
    .check(z.refine(({ phone, reason }) => phone !== undefined || reason !== undefined)),
});

/**
 * An answer that somebody at the practice must see the same day, sent at once and apart from the form that it belongs
 * to, to a practice with a response plan alone. Good for 15 minutes from being made.
 */
export const safetyAlertSubmission = z.object({
  ...frame,
  expiresAt: instant,
  kind: z.literal('safety-alert'),
  act: z.object({}),
  content: z.object({
    /** The question's linkId. */
    item: text(255),
    /** The words of the question, where it has any, and those of the answer. */
    question: z.optional(text(4000)),
    answer: text(1000),
    contact: z.optional(callBack),
    /** Where they are now, as they wrote it. */
    place: z.optional(text(400)),
  }),
});

/** What is posted to `submissions`: the frame, what the endpoint must act on, and the content. */
export const submission = z.discriminatedUnion('kind', [
  intakeSubmission,
  consentSubmission,
  consentWithdrawalSubmission,
  bookingSubmission,
  bookingChangeSubmission,
  callRequestSubmission,
  safetyAlertSubmission,
]);

/** What a submission begins with, whatever its kind. */
export type SubmissionFrame = Pick<
  IntakeSubmission,
  'schema' | 'id' | 'nonce' | 'createdAt' | 'timeZone' | 'practice' | 'widget'
>;
export type IntakeSubmission = z.infer<typeof intakeSubmission>;
export type ConsentSubmission = z.infer<typeof consentSubmission>;
export type ConsentWithdrawalSubmission = z.infer<typeof consentWithdrawalSubmission>;
export type BookingSubmission = z.infer<typeof bookingSubmission>;
export type BookingChangeSubmission = z.infer<typeof bookingChangeSubmission>;
export type CallRequestSubmission = z.infer<typeof callRequestSubmission>;
export type SafetyAlertSubmission = z.infer<typeof safetyAlertSubmission>;
export type CallBack = z.infer<typeof callBack>;
export type CallRequest = CallRequestSubmission['content'];
export type Contact = z.infer<typeof contact>;
export type Submission = z.infer<typeof submission>;
