import * as z from 'zod/mini';
import { digest, instant, locale, parseUntrusted, text } from '../untrusted.js';
import { COPY_SCHEMA } from './copy-data.js';
import { readWhole } from './read-whole.js';
import { receiptKeys } from './receipt.js';
import { consentRecord, withdrawalRecord } from './record.js';

/** A record with what is said of it, as a copy carries it (`copyData`) or as a practice hands it over. */
const claimed = z.object({
  schema: z.optional(z.enum(['kap/consent-copy/1', COPY_SCHEMA])),
  /** Of the words in a copy's page. */
  language: z.optional(locale),
  record: z.union([consentRecord, withdrawalRecord]),
  recordDigest: digest,
  /** The signed document's digest. A consent record holds it as well. */
  textDigest: z.optional(digest),
  receipt: z.optional(z.string().check(z.maxLength(4000))),
  keys: z.optional(receiptKeys),
  reference: z.optional(text(40)),
  receivedAt: z.optional(instant),
});

export type Claimed = z.infer<typeof claimed>;

/** Longer than any submission that an endpoint takes. */
const MAX_LENGTH = 4_000_000;

/** Reads what `verdictOn` judges; nothing where it is no record of ours, or holds more than one. */
export const readClaimed = (json: string): Claimed | undefined =>
  readWhole(claimed, parseUntrusted(json, MAX_LENGTH));
