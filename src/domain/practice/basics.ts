import * as z from 'zod/mini';
import { locale, plainDate, safeUrl, slug, text, timeZone } from '../untrusted.js';
import { sessionKind, sessionKindId } from './session-kind.js';

export const line = { name: text(120), phone: z.optional(text(40)), text: z.optional(text(80)) };

/** A line that a person in distress can reach now. */
export const crisisLine = z.object(line);

/** Who answers for a document at the practice, and since which day. Nobody signs a sample without it. */
export const adopted = z.object({ by: text(200), on: plainDate });

/** A document that clients are asked to sign, in its current version. */
export const consent = {
  id: slug,
  version: text(40),
  url: z.optional(safeUrl),
  /** Parts of it (`block.part`) that do not apply to the practice. */
  without: z.optional(z.array(slug).check(z.maxLength(40))),
};

/** What fills the blanks of documents, by name. */
export const values = z.record(text(80), z.string().check(z.maxLength(2000)));

export const form = {
  id: slug,
  version: z.optional(text(40)),
  url: z.optional(safeUrl),
  /** Whether a client sees what their answers add up to; nobody but the clinicians where nothing is said. */
  showSums: z.optional(z.boolean()),
};

export const contact = { phone: z.optional(text(40)), replyTime: z.optional(text(120)) };

/** What the practice does when somebody is not safe; without one, nobody is asked about it. */
export const responsePlan = z.object({ monitoredHours: text(200), replyWithin: text(120) });

export const safety = { country: z.string().check(z.regex(/^[A-Z]{2}$/)) };

export const policies = { privacy: z.optional(safeUrl) };

/** The fields that are the same for every reader of a profile. */
export const basics = {
  schema: z.literal('kap/practice/1'),
  id: slug,
  name: text(200),
  timeZone,
  locales: z.array(locale).check(z.minLength(1), z.maxLength(40)),
  /** In years. */
  minimumAge: z.number().check(z.minimum(0), z.maximum(100)),
  /** How many hours before its start a session can still be cancelled. */
  cancelHours: z.optional(z.number()),
};

export const sessionKinds = z.array(sessionKind);

/** What clients usually have, where no plan of their own is agreed yet. */
export const course = z.array(
  z.object({ kind: sessionKindId, count: z.int().check(z.minimum(1), z.maximum(60)) }),
);

/** Where the practice's clinicians are licensed, ISO 3166-2. */
export const regions = z.array(text(10));

/** More lines than anybody reads. */
export const MOST_LINES = 20;

/**
 * As much of a profile as it takes to know who the practice is, and to fill in, sign and book. The widget reads no more
 * than it uses: a slip in the plan rules must not keep anybody from their health history.
 */
export const practiceBasics = z.object({
  ...basics,
  contact: z.object(contact),
  safety: z.object({
    ...safety,
    lines: z.optional(z.array(crisisLine).check(z.maxLength(MOST_LINES))),
    responsePlan: z.optional(responsePlan),
  }),
  policies: z.object(policies),
  forms: z.array(z.object(form)),
  /** In the order of asking. */
  consents: z.optional(z.array(z.object({ ...consent, adopted: z.optional(adopted) }))),
  /** Read by `values` where a document is filled: a slip in them must keep nobody from anything else. */
  values: z.optional(z.unknown()),
  sessionKinds: z.optional(sessionKinds),
  course: z.optional(course),
  regions: z.optional(regions),
  /** Read one by one by `readPlanRules`: a slip in one must keep nobody from anything else. */
  planRules: z.optional(z.unknown()),
  sealing: z.optional(z.unknown()),
});

export type PracticeBasics = z.infer<typeof practiceBasics>;
export type CrisisLine = z.infer<typeof crisisLine>;
