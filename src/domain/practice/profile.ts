import * as z from 'zod/mini';
import { plainDate, safeUrl, slug, text } from '../untrusted.js';
import {
  adopted,
  basics,
  consent,
  contact,
  course,
  form,
  line,
  MOST_LINES,
  policies,
  regions,
  responsePlan,
  safety,
  sessionKinds,
  values,
} from './basics.js';

/** A crisis line as a practice names it; `lastVerified` is the day somebody checked that it answers. */
export const checkedLine = z.object({
  ...line,
  url: z.optional(safeUrl),
  hours: z.optional(text(120)),
  lastVerified: z.optional(plainDate),
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
  ...basics,
  contact: z.object({ ...contact, email: z.optional(text(254)), url: z.optional(safeUrl) }),
  safety: z.object({
    ...safety,
    lines: z.optional(z.array(checkedLine).check(z.maxLength(MOST_LINES))),
    responsePlan: z.optional(responsePlan),
  }),
  policies: z.object({
    ...policies,
    consumerHealthData: z.optional(safeUrl),
    fees: z.optional(safeUrl),
  }),
  forms: z.array(z.object({ ...form, title: z.optional(text(200)) })),
  /** In the order of asking, each with who adopted it for the practice. */
  consents: z.array(z.object({ ...consent, adopted })),
  sessionKinds,
  regions: z.optional(regions),
  values,
  course: z.optional(course),
  planRules: z.array(z.looseObject({ id: slug, level: z.enum(['block', 'warn']) })),
  quietHoursAfterDosing: z.optional(z.number()),
  privacy: z.optional(
    z.object({ pageGuard: z.optional(z.boolean()), clearAfterMinutes: z.optional(z.number()) }),
  ),
  sealing: z.optional(sealing),
  evidence: z.optional(z.array(evidence)),
});

export type PracticeProfile = z.infer<typeof practiceProfile>;
