import * as z from 'zod/mini';
import { booking } from '../scheduling/sessions.js';
import { writtenScope } from '../submission/withdrawal-scope.js';
import { digest, instant, slug, text } from '../untrusted.js';
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

/**
 * How it is with what a client has signed: in force; in force with a newer text that changes little, which they are
 * told of; not in force since a newer text changes what matters; taken back, all of it; at its end, for it was signed for
 * a time. What is none of these counts as not in force.
 */
export type ConsentStatus = 'signed' | 'outdated-minor' | 'outdated-material' | 'withdrawn' | 'expired';

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
  /** Every record, in the order they were received: of one document, the last is the newest. `signedAt` is when. */
  consents: z.array(
    z.object({
      id: slug,
      version: text(40),
      /** A `ConsentStatus`. */
      status: text(40),
      signedAt: instant,
      reference: text(40),
      title: z.optional(text(200)),
      /** The record's, by which it can be taken back. */
      recordDigest: z.optional(digest),
      /** Where there is a newer text: what has changed since this one. */
      change: z.optional(z.enum(['minor', 'material'])),
      /** The blocks in which something was said yes to, where the endpoint tells. */
      agreed: z.optional(z.array(slug).check(z.maxLength(200))),
      /** The end of the time that it holds for, where it was signed for a time. */
      holdsUntil: z.optional(instant),
      /** What was taken back of it, in the words of a withdrawal's `act`. */
      withdrawn: z.optional(z.array(z.object({ scope: writtenScope, at: instant })).check(z.maxLength(200))),
    }),
  ),
  plan: z.optional(
    z.object({
      sessions: z.array(z.object({ kind: sessionKindId, count: z.number() })),
      note: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
  bookings: z.array(booking).check(z.maxLength(500)),
  /** Until then no new consent is taken: a dosing session was not long ago. */
  quietUntil: z.optional(instant),
});

export type CareState = z.infer<typeof careState>;
