import * as z from 'zod/mini';
import { digest, instant, locale, slug, text, timeZone } from '../untrusted.js';
import { consentDocument } from './document.js';

/**
 * What was signed, whole: the exact text as it stood on the screen, what the client acknowledged and answered, and
 * their signature. Times are those of the client's device and prove nothing; the endpoint adds its own.
 */
export const consentRecord = z.object({
  schema: z.literal('kap/consent-record/1'),
  practice: slug,
  document: consentDocument,
  /** SHA-256 of the document as canonical JSON. */
  textDigest: digest,
  /** When the text was first on the screen. */
  shownAt: instant,
  acknowledgements: z.array(z.object({ block: slug, text: text(500), at: instant })).check(z.maxLength(200)),
  /** Every answer that was given to each comprehension check, in order, by the answer's id. */
  checks: z
    .array(z.object({ block: slug, answers: z.array(slug).check(z.minLength(1), z.maxLength(8)) }))
    .check(z.maxLength(200)),
  signer: z.object({ name: text(200), role: z.literal('self') }),
  signature: z.object({
    method: z.literal('typed'),
    value: text(200),
    /** The sentence that stood above the signature. */
    statement: text(1000),
    at: instant,
  }),
  timeZone,
  locale,
  widget: z.object({ version: text(40), build: text(80) }),
});

export type ConsentRecord = z.infer<typeof consentRecord>;
