import * as z from 'zod/mini';
import { locale, safeUrl, slug, text } from '../untrusted.js';

/** A question that shows whether the words have come across. It is no test: nobody is locked out by it. */
const comprehensionCheck = z.object({
  question: text(500),
  answers: z
    .array(z.object({ id: slug, text: text(300), right: z.optional(z.boolean()) }))
    .check(z.minLength(2), z.maxLength(8)),
  /** Said after the answer, right or not. */
  explanation: text(1000),
});

/**
 * A question where every answer is as good as another: refusing costs nothing. It must be answered, and nothing is
 * chosen in advance.
 */
const choice = z.object({
  id: slug,
  question: text(500),
  options: z.array(z.object({ id: slug, text: text(300) })).check(z.minLength(2), z.maxLength(8)),
});

/** Where a number of the text comes from. No number is shown without one. */
const source = z.object({
  /** What the number says, in a few words. */
  claim: text(300),
  /** Who published it. */
  source: text(300),
  year: z.number().check(z.minimum(1900), z.maximum(2200)),
  /** How many people it was counted in. */
  count: z.optional(z.number().check(z.minimum(1))),
  /** What it was compared with, or that it was compared with nothing. */
  comparison: text(300),
  url: z.optional(safeUrl),
});

/** A passage of the document; it may ask for an acknowledgement, a choice, or a comprehension check. */
const block = z.object({
  id: slug,
  /** The part it belongs to, which a practice can switch off: `touch`, `recording`, `home`, `telehealth`, `sharing`. */
  part: z.optional(slug),
  heading: z.optional(text(200)),
  paragraphs: z.array(text(4000)).check(z.maxLength(40)),
  list: z.optional(z.array(text(1000)).check(z.maxLength(60))),
  /** The sentence that the client ticks. */
  acknowledgement: z.optional(text(500)),
  choices: z.optional(z.array(choice).check(z.maxLength(20))),
  check: z.optional(comprehensionCheck),
  sources: z.optional(z.array(source).check(z.maxLength(40))),
});

/** A word that is explained where it stands. */
const term = z.object({ term: text(60), meaning: text(500) });

/** An ISO 8601 duration in years, months, weeks or days: `P12M`. */
export const DURATION = /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/;

/**
 * A consent document: the practice's words as data, one version in one language. Plain text throughout. Blanks are
 * written `{{name}}` and filled from the profile's `values` (`fillDocument`).
 */
export const consentDocument = z.object({
  schema: z.enum(['kap/consent-document/1', 'kap/consent-document/2']),
  id: slug,
  version: text(40),
  locale,
  title: text(200),
  /** What it is for; treatment where nothing is said. The other is the disclosure about electronic records. */
  purpose: z.optional(z.enum(['treatment', 'electronic-records'])),
  /** Against the version before: a minor one only tells, a material one asks again. */
  change: z.enum(['minor', 'material']),
  /** A starting point that a practice must adopt before anybody signs it. */
  sample: z.optional(z.boolean()),
  /**
   * How long it holds once it is signed, a `DURATION`; or the blank that is filled with one. Without it, it holds until it
   * is taken back or a newer text changes what matters.
   */
  holds: z.optional(text(40)),
  terms: z.optional(z.array(term).check(z.maxLength(100))),
  blocks: z.array(block).check(z.minLength(1), z.maxLength(200)),
});

export type ConsentDocument = z.infer<typeof consentDocument>;
export type ConsentBlock = z.infer<typeof block>;
export type ConsentChoice = z.infer<typeof choice>;
export type ConsentSource = z.infer<typeof source>;
export type ConsentTerm = z.infer<typeof term>;
export type ComprehensionCheck = z.infer<typeof comprehensionCheck>;

/** What makes a document unusable though its shape is right, in words for whoever publishes it. */
export function faultOfDocument({ blocks, holds = 'P1Y' }: ConsentDocument): string | undefined {
  if (!DURATION.test(holds) && !holds.startsWith('{{')) return `it holds for ${holds}, which is no duration`;
  const ids = blocks.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) return `two blocks are called ${twice}`;
  for (const { id, check, choices = [] } of blocks) {
    const asked = choices.map((each) => each.id);
    if (new Set(asked).size < asked.length) return `two choices of ${id} have the same id`;
    for (const each of choices) {
      const options = each.options.map((option) => option.id);
      if (new Set(options).size < options.length) return `two answers of ${each.id} have the same id`;
    }
    if (!check) continue;
    const answers = check.answers.map((answer) => answer.id);
    if (new Set(answers).size < answers.length) return `two answers of ${id} have the same id`;
    if (!check.answers.some(({ right }) => right)) return `no answer of ${id} is right`;
  }
  return undefined;
}
