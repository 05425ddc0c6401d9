import * as z from 'zod/mini';
import { signedReceipt } from '../../../src/domain/submission/acceptance.js';
import { submission, type Submission } from '../../../src/domain/submission/envelope.js';
import { digest, instant, slug, text } from '../../../src/domain/untrusted.js';
import type { Role } from '../tables.js';
import { ROLES } from './roles.js';

/** The longest reason that is kept with an erasure. */
export const MOST_REASON = 500;

/** What is left of a consent that was erased by law, or of what took it back: enough to say that there was one, and nothing that they said. */
export const tombstone = z.object({
  schema: z.literal('kap/tombstone/1'),
  kind: z.literal('erased'),
  /** What it was, where it was no consent. */
  of: z.optional(z.literal('withdrawal')),
  reference: text(40),
  recordDigest: digest,
  document: z.object({ id: slug, version: text(40) }),
  receivedAt: instant,
  erasedAt: instant,
  erasedBy: z.enum(ROLES) satisfies z.ZodMiniType<Role>,
  reason: text(MOST_REASON),
});
export type Tombstone = z.infer<typeof tombstone>;

const stored = z.discriminatedUnion('kind', [submission, tombstone]);
export type Stored = Submission | Tombstone;

/** A submission as it was received, checked then; or what is left of it. */
export const readStored = (body: Buffer): Stored => stored.parse(JSON.parse(body.toString('utf8')));

const answer = z.object({ receipt: z.optional(signedReceipt) });

/** The receipt that was given with an answer. */
export const receiptIn = (answerBody: string): string | undefined =>
  answer.safeParse(JSON.parse(answerBody)).data?.receipt;
