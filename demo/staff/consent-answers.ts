import * as z from 'zod/mini';
import { consentDocument } from '../../src/domain/consent/document.js';
import { consentRecord, withdrawalRecord } from '../../src/domain/consent/record.js';
import { signedReceipt } from '../../src/domain/submission/acceptance.js';
import { consentSubmission, consentWithdrawalSubmission } from '../../src/domain/submission/envelope.js';
import { writtenScope } from '../../src/domain/submission/withdrawal-scope.js';
import { digest, instant, text, uuid } from '../../src/domain/untrusted.js';
import { clientPart, detail, reference, role } from './answer-parts.js';

/** Of what was signed or taken back: SHA-256 of the submission's bytes as they came, and the receipt for it. */
const proof = { digest, receipt: z.optional(signedReceipt) };

export const consentDetail = z.object({
  ...detail,
  ...proof,
  kind: z.literal('consent'),
  act: consentSubmission.shape.act,
  record: consentRecord,
  /** The version that the record names, as it was published. */
  published: z.optional(consentDocument),
});
export type ConsentDetail = z.infer<typeof consentDetail>;

export const withdrawalDetail = z.object({
  ...detail,
  ...proof,
  kind: z.literal('consent-withdrawal'),
  act: consentWithdrawalSubmission.shape.act,
  record: withdrawalRecord,
});
export type WithdrawalDetail = z.infer<typeof withdrawalDetail>;

/** What is left of a consent that was erased by law, or of what took it back. */
export const tombstone = z.object({
  /** What it was, where it was no consent. */
  of: z.optional(z.literal('withdrawal')),
  reference,
  recordDigest: digest,
  document: z.object({ id: text(80), version: text(40) }),
  receivedAt: instant,
  erasedAt: instant,
  erasedBy: role,
  reason: text(500),
});
export type Tombstone = z.infer<typeof tombstone>;

export const erasedDetail = z.object({
  ...proof,
  id: uuid,
  reference,
  receivedAt: instant,
  client: clientPart,
  kind: z.literal('consent-erased'),
  erased: tombstone,
});
export type ErasedDetail = z.infer<typeof erasedDetail>;

/** How it is with what was signed, as far as one record goes. */
export const signedStatus = z.enum([
  'signed',
  'outdated-minor',
  'outdated-material',
  'expired',
  'withdrawn',
  'erased',
]);

const received = {
  submissionId: uuid,
  reference,
  receivedAt: instant,
  receipt: z.optional(signedReceipt),
};

const withdrawal = z.object({
  ...received,
  scope: writtenScope,
  record: withdrawalRecord,
  /** The withdrawal's own record's. */
  recordDigest: digest,
  /** The submission of the record that it names; it holds for all that were signed of the document until then. */
  consentId: uuid,
});
export type StaffWithdrawal = z.infer<typeof withdrawal>;

const signedRecord = z.object({
  ...received,
  version: text(40),
  locale: text(80),
  recordDigest: digest,
  textDigest: digest,
  status: signedStatus,
  /** Where there is a newer text: what has changed since. */
  change: z.optional(z.enum(['minor', 'material'])),
  /** Where it was signed for a time: the end of that. */
  holdsUntil: z.optional(instant),
  withdrawals: z.array(withdrawal),
  erased: z.optional(z.object({ at: instant, by: role, reason: text(500) })),
  /** Missing where it was erased. */
  record: z.optional(consentRecord),
  /** The digest of the record that it takes the place of. */
  supersedes: z.optional(digest),
  /** Passages whose check was missed twice: to be gone over together. */
  blocksToGoOver: z.optional(z.array(text(80))),
});
export type SignedRecord = z.infer<typeof signedRecord>;

const signedDocument = z.object({
  id: text(80),
  title: text(200),
  /** The version that clients are asked to sign now; missing where none is any more. */
  currentVersion: z.optional(text(40)),
  /** Newest first. */
  records: z.array(signedRecord),
  /** Its texts as they were published, oldest first. */
  published: z.array(consentDocument),
});
export type SignedDocument = z.infer<typeof signedDocument>;

/** Everything that a client has signed and taken back, and what they are asked to sign. */
export const clientConsents = z.object({ client: clientPart, documents: z.array(signedDocument) });
export type ClientConsents = z.infer<typeof clientConsents>;
