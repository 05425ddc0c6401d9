import * as z from 'zod/mini';
import { instant, slug, text } from '../untrusted.js';
import { careFields } from './care-basics.js';
import { sessionKindId } from './session-kind.js';

/** What one client may know of where they stand. Clearance is the prescriber's, the plan the therapist's and theirs. */
export const careState = z.object({
  ...careFields,
  consents: z.array(z.object({ id: slug, version: text(40), status: text(40), signedAt: instant })),
  plan: z.optional(
    z.object({
      sessions: z.array(z.object({ kind: sessionKindId, count: z.number() })),
      note: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
  bookings: z.array(
    z.object({
      id: text(80),
      kind: sessionKindId,
      start: instant,
      end: instant,
      mode: z.enum(['in-person', 'video', 'phone']),
      place: z.optional(text(300)),
      practitioner: z.optional(z.object({ id: text(80), name: text(200) })),
      status: z.enum(['requested', 'confirmed', 'on-hold', 'cancelled', 'completed']),
    }),
  ),
  quietUntil: z.optional(instant),
});

export type CareState = z.infer<typeof careState>;

/** The exchange of a personal link's code for this browser's care token: the token travels as the bearer. */
export const careSessionRequest = z.object({ code: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/)) });
