import * as z from 'zod/mini';
import { booking } from '../scheduling/sessions.js';
import { digest, instant, slug, text, uuid } from '../untrusted.js';

const received = { id: uuid, reference: text(40), receivedAt: instant, digest };

/** The endpoint's word that it has a submission; `digest` is the lower-case hex SHA-256 of the bytes it got. */
export const receivedSubmission = z.object(received);

/** What came of the sessions that were asked for. */
export const acceptedBookings = z.array(booking).check(z.maxLength(60));

/**
 * The endpoint's signed word about a consent or its withdrawal: a compact JWS (ES256, with the key's `kid`) over the
 * canonical JSON of a `receiptClaim`.
 */
export const signedReceipt = z
  .string()
  .check(z.maxLength(4000), z.regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/));

/** What a receipt is over. For a withdrawal `recordDigest` is its own record's, and `textDigest` the signed document's. */
export const receiptClaim = z.object({
  recordDigest: digest,
  textDigest: digest,
  receivedAt: instant,
  practice: slug,
});

/** All of the endpoint's answer to a submission. */
export const acceptance = z.object({
  ...received,
  bookings: z.optional(acceptedBookings),
  receipt: z.optional(signedReceipt),
});

export type ReceiptClaim = z.infer<typeof receiptClaim>;
export type Acceptance = z.infer<typeof acceptance>;
