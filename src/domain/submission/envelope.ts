import * as z from 'zod/mini';
import { questionnaireResponse } from '../fhir/questionnaire-response.js';
import { instant, locale, slug, text, timeZone, uuid } from '../untrusted.js';

/** Every kind of write there is; what the endpoint accepts today is `submission`. */
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

/** What is posted to `submissions`: the frame, what the endpoint must act on, and the content. */
export const submission = z.discriminatedUnion('kind', [intakeSubmission]);

export type IntakeSubmission = z.infer<typeof intakeSubmission>;
export type Submission = z.infer<typeof submission>;
