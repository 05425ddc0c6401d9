import * as z from 'zod/mini';
import { clearanceStatus } from '../../src/domain/practice/care-state.js';
import { instant, locale, plainDate, text, timeZone, uuid } from '../../src/domain/untrusted.js';

/** Who is signed in; each sees their part of what clients send. */
export const role = z.enum(['prescriber', 'therapist', 'office']);
export type Role = z.infer<typeof role>;

export const name = z.optional(text(500));
export const reference = text(40);

/** A clearance as it stands or stood: `validUntil` is a day or the instant at which it ends. */
export const clearance = z.object({
  status: clearanceStatus,
  validUntil: z.optional(z.nullable(z.union([plainDate, instant]))),
  message: z.optional(z.nullable(z.string().check(z.maxLength(2000)))),
  /** How many dosing sessions it is good for; any number where nothing is said. */
  dosings: z.optional(z.int()),
  setBy: z.optional(z.nullable(text(80))),
  setAt: z.optional(z.nullable(instant)),
});
export type Clearance = z.infer<typeof clearance>;

/** What every page about a client says of them. */
export const clientPart = z.object({
  id: uuid,
  name,
  clearance,
  clearanceHistory: z.array(clearance),
  /** Whether somebody still has to see to a safety alert of theirs. */
  hasOpenAlert: z.optional(z.boolean()),
  link: z.optional(z.nullable(z.object({ expiresAt: instant, exchangesLeft: z.int() }))),
});
export type ClientPart = z.infer<typeof clientPart>;

/** What the staff see of every submission that is there. */
export const detail = {
  id: uuid,
  reference,
  receivedAt: instant,
  createdAt: instant,
  timeZone,
  locale,
  relatesTo: z.array(uuid),
  client: clientPart,
};
