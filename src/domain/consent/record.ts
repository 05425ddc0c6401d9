import * as z from 'zod/mini';
import { digest, instant, locale, slug, text, timeZone } from '../untrusted.js';
import { consentDocument } from './document.js';

/** Times are those of the client's device and prove nothing; the endpoint adds its own. */
const common = {
  practice: slug,
  document: consentDocument,
  /** SHA-256 of the document as canonical JSON. */
  textDigest: digest,
  /** When the text was first on the screen. */
  shownAt: instant,
  acknowledgements: z.array(z.object({ block: slug, text: text(500), at: instant })).check(z.maxLength(200)),
  /** Every answer that was given to each comprehension check, in order, by the answer's id. */
  checks: z
    .array(
      z.object({
        block: slug,
        answers: z.array(slug).check(z.minLength(1), z.maxLength(8)),
        /** After a second miss: whether the client would like to go over it. Missing in records that did not ask. */
        together: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(200)),
  timeZone,
  locale,
  widget: z.object({ version: text(40), build: text(80) }),
};

/** The sentence that stood above the signature, and when it was signed. */
const signed = { statement: text(1000), at: instant };
const typed = z.object({ method: z.literal('typed'), value: text(200), ...signed });

/** Records of the first version: a client who types their own name. Kept, so that they verify for ever. */
export const consentRecord1 = z.object({
  schema: z.literal('kap/consent-record/1'),
  ...common,
  signer: z.object({ name: text(200), role: z.literal('self') }),
  signature: typed,
});

/** A point of a stroke: x and y, in pixels of the pad it was drawn on. */
const point = z
  .array(z.number().check(z.minimum(-10_000), z.maximum(10_000)))
  .check(z.minLength(2), z.maxLength(2));

/** A drawn signature, as it was drawn: lines from point to point, so that it can be shown at any size. */
export const drawing = z.object({
  width: z.number().check(z.minimum(1), z.maximum(10_000)),
  height: z.number().check(z.minimum(1), z.maximum(10_000)),
  strokes: z
    .array(z.array(point).check(z.minLength(1), z.maxLength(4000)))
    .check(z.minLength(1), z.maxLength(200)),
});

const drawn = z.object({ method: z.literal('drawn'), drawing, ...signed });

/** Who signs: the client, or somebody who may decide for them, and by what right. */
export const signer = z.discriminatedUnion('role', [
  z.object({ role: z.literal('self'), name: text(200) }),
  z.object({
    role: z.literal('representative'),
    name: text(200),
    /** By what right: guardian, power of attorney. */
    authority: text(200),
    /** Whom they sign for. */
    client: text(200),
  }),
]);

/**
 * What was signed, whole: the exact text as it stood on the screen, what the client acknowledged, chose and answered,
 * and their signature, typed or drawn.
 */
export const consentRecord2 = z.object({
  schema: z.literal('kap/consent-record/2'),
  ...common,
  choices: z
    .array(
      z.object({
        block: slug,
        choice: slug,
        question: text(500),
        option: slug,
        text: text(300),
        at: instant,
      }),
    )
    .check(z.maxLength(400)),
  /** The disclosure about electronic records under which it was signed, where the practice has one. */
  disclosures: z
    .array(z.object({ id: slug, version: text(40), recordDigest: z.optional(digest) }))
    .check(z.maxLength(20)),
  /** The record of an earlier version of the same document, which this one takes the place of. */
  supersedes: z.optional(digest),
  signer,
  signature: z.discriminatedUnion('method', [typed, drawn]),
});

/** A consent record of any version there has been. */
export const consentRecord = z.discriminatedUnion('schema', [consentRecord1, consentRecord2]);

/** What is taken back: the whole consent, the electronic form alone, or what was said yes to in one block. */
export const withdrawalScope = z.discriminatedUnion('what', [
  z.object({ what: z.literal('everything') }),
  z.object({ what: z.literal('electronic-records') }),
  z.object({ what: z.literal('block'), block: slug }),
]);

/** A consent taken back: a record of its own that points to the old one, which stays as it is. */
export const withdrawalRecord = z.object({
  schema: z.literal('kap/consent-withdrawal/1'),
  practice: slug,
  /** The record that was signed. */
  recordDigest: digest,
  document: z.object({ id: slug, version: text(40), title: text(200) }),
  scope: withdrawalScope,
  /** The sentence that the client pressed the button under. */
  statement: text(1000),
  at: instant,
  timeZone,
  locale,
  widget: z.object({ version: text(40), build: text(80) }),
});

export type ConsentRecord = z.infer<typeof consentRecord>;
export type ConsentRecord2 = z.infer<typeof consentRecord2>;
export type Drawing = z.infer<typeof drawing>;
export type Signer = z.infer<typeof signer>;
export type WithdrawalScope = z.infer<typeof withdrawalScope>;
export type WithdrawalRecord = z.infer<typeof withdrawalRecord>;
