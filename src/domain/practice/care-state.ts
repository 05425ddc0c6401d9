import * as z from 'zod/mini';
import { booking } from '../scheduling/sessions.js';
import { instant, slug, text } from '../untrusted.js';
import { sessionKindId } from './session-kind.js';

export const clearanceStatus = z.enum([
  'not-started',
  'in-review',
  'cleared',
  'on-hold',
  'talk-to-us',
  'expired',
]);
export type ClearanceStatus = z.infer<typeof clearanceStatus>;

/** What one client may know of where they stand. Clearance is the prescriber's, the plan the therapist's and theirs. */
export const careState = z.object({
  schema: z.literal('kap/care/1'),
  /** What the endpoint has received from this client, so that a reload or another device can say so. */
  intakes: z.array(
    z.object({ questionnaire: slug, version: text(40), reference: text(40), receivedAt: instant }),
  ),
  clearance: z.object({
    status: clearanceStatus,
    validUntil: z.optional(instant),
    dosingLeft: z.optional(z.number()),
    message: z.optional(z.string().check(z.maxLength(2000))),
  }),
  /** `signedAt` is when the endpoint received it. */
  consents: z.array(
    z.object({
      id: slug,
      version: text(40),
      status: text(40),
      signedAt: instant,
      reference: text(40),
      title: z.optional(text(200)),
    }),
  ),
  plan: z.optional(
    z.object({
      sessions: z.array(z.object({ kind: sessionKindId, count: z.number() })),
      note: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
  bookings: z.array(booking).check(z.maxLength(500)),
  quietUntil: z.optional(instant),
});

export type CareState = z.infer<typeof careState>;
