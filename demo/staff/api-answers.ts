import * as z from 'zod/mini';
import { questionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { clearanceStatus } from '../../src/domain/practice/care-state.js';
import { instant, locale, plainDate, text, timeZone, uuid } from '../../src/domain/untrusted.js';

/** Who is signed in; each sees their part of a history. */
export const role = z.enum(['prescriber', 'therapist', 'office']);
export type Role = z.infer<typeof role>;

export const session = z.object({ role });

const cursor = z.optional(text(400));

export const submissionPage = z.object({
  submissions: z.array(
    z.object({
      id: uuid,
      kind: text(40),
      reference: text(40),
      receivedAt: instant,
      client: z.object({ id: text(80), name: z.optional(text(500)) }),
      clearance: z.object({ status: clearanceStatus }),
      readByPrescriberAt: z.optional(z.nullable(instant)),
    }),
  ),
  next: cursor,
});
export type SubmissionPage = z.infer<typeof submissionPage>;
export type SubmissionSummary = SubmissionPage['submissions'][number];

/** A clearance as it stands or stood: `validUntil` is a day or the instant at which it ends. */
export const clearance = z.object({
  status: clearanceStatus,
  validUntil: z.optional(z.nullable(z.union([plainDate, instant]))),
  message: z.optional(z.nullable(z.string().check(z.maxLength(2000)))),
  setBy: z.optional(z.nullable(text(80))),
  setAt: z.optional(z.nullable(instant)),
});
export type Clearance = z.infer<typeof clearance>;

export const submissionDetail = z.object({
  id: uuid,
  kind: text(40),
  reference: text(40),
  receivedAt: instant,
  createdAt: instant,
  timeZone,
  locale,
  relatesTo: z.array(uuid),
  questionnaire: z.object({ id: text(80), version: text(40) }),
  response: questionnaireResponse,
  hiddenParts: z.array(z.enum(['medical', 'therapy', 'logistics'])),
  client: z.object({
    id: text(80),
    clearance,
    clearanceHistory: z.array(clearance),
    link: z.optional(z.nullable(z.object({ expiresAt: instant, exchangesLeft: z.int() }))),
  }),
});
export type SubmissionDetail = z.infer<typeof submissionDetail>;

export const personalLink = z.object({
  url: z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s<>"'\\]+$/)),
  expiresAt: instant,
});
export type PersonalLink = z.infer<typeof personalLink>;

export const logPage = z.object({
  entries: z.array(
    z.object({
      at: instant,
      role: z.optional(z.nullable(role)),
      action: text(80),
      reference: z.optional(z.nullable(text(40))),
      clientId: z.optional(z.nullable(text(80))),
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
  /** Shown to the client as plain text. */
  readonly message?: string;
}
