import * as z from 'zod/mini';
import { locale, plainDate, safeUrl, slug, text, timeZone } from '../untrusted.js';
import { sessionKind } from './session-kind.js';

/** A line that a person in distress can reach now; `lastVerified` is the day somebody checked that it answers. */
export const crisisLine = z.object({
  name: text(120),
  phone: z.optional(text(40)),
  text: z.optional(text(80)),
  url: z.optional(safeUrl),
  hours: z.optional(text(120)),
  lastVerified: z.optional(plainDate),
});

/** A document that clients are asked to sign, in its current version, and who adopted it for the practice. */
const consentEntry = z.object({
  id: slug,
  version: text(40),
  url: z.optional(safeUrl),
  adopted: z.object({ by: text(200), on: plainDate }),
});

/** In the order of asking. */
export const consents = z.array(consentEntry);
export const sessionKinds = z.array(sessionKind);

/** The fields that every reader of a profile needs. */
export const basics = {
  schema: z.literal('kap/practice/1'),
  id: slug,
  name: text(200),
  timeZone,
  locales: z.array(locale).check(z.minLength(1), z.maxLength(40)),
  /** In years. */
  minimumAge: z.number().check(z.minimum(0), z.maximum(100)),
  contact: z.object({
    phone: z.optional(text(40)),
    email: z.optional(text(254)),
    url: z.optional(safeUrl),
    replyTime: z.optional(text(120)),
  }),
  safety: z.object({
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    lines: z.optional(z.array(crisisLine).check(z.maxLength(20))),
    responsePlan: z.optional(z.object({ monitoredHours: text(200), replyWithin: text(120) })),
  }),
  policies: z.object({
    privacy: z.optional(safeUrl),
    consumerHealthData: z.optional(safeUrl),
    fees: z.optional(safeUrl),
  }),
  forms: z.array(
    z.object({
      id: slug,
      version: z.optional(text(40)),
      title: z.optional(text(200)),
      url: z.optional(safeUrl),
    }),
  ),
  /** How many hours before its start a session can still be cancelled. */
  cancelHours: z.optional(z.number()),
};

/**
 * As much of a profile as it takes to know who the practice is, and to fill in, sign and book. The widget reads no more
 * than it uses: a slip in the plan rules must not keep anybody from their health history.
 */
export const practiceBasics = z.object({
  ...basics,
  consents: z.optional(consents),
  sessionKinds: z.optional(sessionKinds),
  sealing: z.optional(z.unknown()),
});

export type PracticeBasics = z.infer<typeof practiceBasics>;
export type CrisisLine = z.infer<typeof crisisLine>;
