import * as z from 'zod/mini';
import { instant, locale, plainDate, safeUrl, slug, text, timeZone } from '../untrusted.js';

export const sessionKindId = z.enum(['consultation', 'preparation', 'dosing', 'integration', 'follow-up']);

/** A line that a person in distress can reach now; `lastVerified` is the day somebody checked that it answers. */
export const crisisLine = z.object({
  name: text(120),
  phone: z.optional(text(40)),
  text: z.optional(text(80)),
  url: z.optional(safeUrl),
  hours: z.optional(text(120)),
  lastVerified: z.optional(plainDate),
});

const sessionKind = z.object({
  id: sessionKindId,
  title: z.optional(text(120)),
  minutes: z.int().check(z.minimum(5), z.maximum(720)),
  modes: z.array(z.enum(['in-person', 'video', 'phone'])),
  needs: z.object({
    clearance: z.optional(z.boolean()),
    consents: z.optional(z.array(slug)),
    readinessForm: z.optional(slug),
  }),
});

/** A claim of benefit is refused unless it says where it comes from and what it was compared with. */
const evidence = z.object({
  text: text(1000),
  source: text(300),
  year: z.int(),
  n: z.int(),
  comparator: text(300),
  route: text(120),
  followUp: text(120),
  url: safeUrl,
});

const sealing = z.object({
  keysUrl: safeUrl,
  parts: z.object({
    medical: z.array(text(200)),
    therapy: z.array(text(200)),
    logistics: z.array(text(200)),
  }),
});

/**
 * What a practice says about itself to everybody who opens its page. Public: nothing in it may be secret, and
 * thresholds of review flags are not part of it.
 */
export const practiceProfile = z.object({
  schema: z.literal('kap/practice/1'),
  id: slug,
  name: text(200),
  timeZone,
  locales: z.array(locale).check(z.minLength(1), z.maxLength(40)),
  minimumAge: z.int().check(z.minimum(0), z.maximum(120)),
  regions: z.optional(z.array(text(10))),
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
  values: z.record(z.string().check(z.maxLength(80)), z.string().check(z.maxLength(2000))),
  forms: z.array(
    z.object({
      id: slug,
      version: z.optional(text(40)),
      title: z.optional(text(200)),
      url: z.optional(safeUrl),
    }),
  ),
  consents: z.array(
    z.object({
      id: slug,
      version: text(40),
      url: z.optional(safeUrl),
      adopted: z.object({ by: text(200), on: plainDate }),
    }),
  ),
  sessionKinds: z.array(sessionKind),
  course: z.optional(
    z.array(z.object({ kind: sessionKindId, count: z.int().check(z.minimum(1), z.maximum(60)) })),
  ),
  planRules: z.array(z.looseObject({ id: slug, level: z.enum(['block', 'warn']) })),
  cancelHours: z.optional(z.number()),
  quietHoursAfterDosing: z.optional(z.number()),
  privacy: z.optional(
    z.object({ pageGuard: z.optional(z.boolean()), clearAfterMinutes: z.optional(z.number()) }),
  ),
  sealing: z.optional(sealing),
  evidence: z.optional(z.array(evidence)),
});

export type PracticeProfile = z.infer<typeof practiceProfile>;
export type CrisisLine = z.infer<typeof crisisLine>;

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
    dosingLeft: z.optional(z.int()),
    message: z.optional(z.string().check(z.maxLength(2000))),
  }),
  consents: z.array(z.object({ id: slug, version: text(40), status: text(40), signedAt: instant })),
  plan: z.optional(
    z.object({
      sessions: z.array(z.object({ kind: sessionKindId, count: z.int() })),
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
