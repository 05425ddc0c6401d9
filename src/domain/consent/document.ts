import * as z from 'zod/mini';
import { locale, slug, text } from '../untrusted.js';

/** A question that shows whether the words have come across. It is no test: nobody is locked out by it. */
const comprehensionCheck = z.object({
  question: text(500),
  answers: z
    .array(z.object({ id: slug, text: text(300), right: z.optional(z.boolean()) }))
    .check(z.minLength(2), z.maxLength(8)),
  /** Said after the answer, right or not. */
  explanation: text(1000),
});

/** A passage of the document; it may ask for an acknowledgement of its own, or a comprehension check. */
const block = z.object({
  id: slug,
  heading: z.optional(text(200)),
  paragraphs: z.array(text(4000)).check(z.maxLength(40)),
  list: z.optional(z.array(text(1000)).check(z.maxLength(60))),
  /** The sentence that the client ticks. */
  acknowledgement: z.optional(text(500)),
  check: z.optional(comprehensionCheck),
});

/** A consent document: the practice's words as data, one version in one language. Plain text throughout. */
export const consentDocument = z.object({
  schema: z.literal('kap/consent-document/1'),
  id: slug,
  version: text(40),
  locale,
  title: text(200),
  /** Against the version before. So far every new version asks clients to sign again, a `minor` one too. */
  change: z.enum(['minor', 'material']),
  blocks: z.array(block).check(z.minLength(1), z.maxLength(200)),
});

export type ConsentDocument = z.infer<typeof consentDocument>;
export type ConsentBlock = z.infer<typeof block>;
export type ComprehensionCheck = z.infer<typeof comprehensionCheck>;

/** What makes a document unusable though its shape is right, in words for whoever publishes it. */
export function faultOfDocument({ blocks }: ConsentDocument): string | undefined {
  const ids = blocks.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) return `two blocks are called ${twice}`;
  for (const { id, check } of blocks) {
    if (!check) continue;
    const answers = check.answers.map((answer) => answer.id);
    if (new Set(answers).size < answers.length) return `two answers of ${id} have the same id`;
    if (!check.answers.some(({ right }) => right)) return `no answer of ${id} is right`;
  }
  return undefined;
}
