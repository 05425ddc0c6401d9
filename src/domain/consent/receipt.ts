import * as z from 'zod/mini';
import { base64url, fromBase64url, hexBytes, utf8Bytes } from '../base64.js';
import { receiptClaim, type ReceiptClaim } from '../submission/acceptance.js';
import { canonicalJson } from '../submission/canonical-json.js';
import { parseUntrusted, text } from '../untrusted.js';
import { readWhole } from './read-whole.js';
import type { Sha256 } from './verify.js';

/** A coordinate on the P-256 curve: 32 bytes. */
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** A public key that receipts are signed with, RFC 7517 and RFC 7518, 6.2. Anything private in it is dropped. */
const receiptKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: text(200),
  alg: z.optional(z.literal('ES256')),
  use: z.optional(z.literal('sig')),
});

/**
 * What `GET receipt-keys` answers: every key there has been, so that old receipts stay good (JWKS). As many as there
 * are: what is read at all is bounded by whoever reads it.
 */
export const receiptKeys = z.object({ keys: z.array(receiptKey) });

const receiptHeader = z.object({
  alg: z.literal('ES256'),
  kid: text(200),
  crit: z.optional(z.unknown()),
});

export type ReceiptKey = z.infer<typeof receiptKey>;
export type ReceiptKeys = z.infer<typeof receiptKeys>;
/** What the endpoint vouches for: that it took this record of this text, and when by its own clock. */
export type Receipt = ReceiptClaim;

/** What a receipt is held against. */
export type Receipted = Pick<Receipt, 'recordDigest' | 'practice'> & {
  /** Nothing where only the receipt says it. */
  readonly textDigest: string | undefined;
};

export type ReceiptFault =
  /** It is no receipt as the contract has it, or could be written in another way. */
  | 'receipt-unreadable'
  /** None of the keys that are trusted has its name. */
  | 'receipt-key-unknown'
  /** It was not signed by the key that it names. */
  | 'receipt-signature-wrong'
  | 'receipt-of-another-record'
  | 'receipt-of-another-text'
  | 'receipt-of-another-practice';

/**
 * Checks an ECDSA signature with P-256 and SHA-256 over the bytes of an ASCII text.
 *
 * @param signature 64 bytes, `r` and `s`, as JWS has it (RFC 7518, 3.4).
 */
export type VerifySignature = (
  key: ReceiptKey,
  signed: string,
  signature: readonly number[],
) => boolean | Promise<boolean>;

interface ReadReceipt {
  readonly kid: string;
  readonly receipt: Receipt;
  /** What was signed: header and payload as they were sent. */
  readonly signed: string;
  readonly signature: readonly number[];
}

const MOST_RECEIPT = 4000;

/** A part of a receipt as text, all of which is ASCII. */
const textOf = (encoded: string): string => String.fromCharCode(...(fromBase64url(encoded) ?? []));

/** The header, which is signed as it is written. What a reader must know of (`crit`), this one does not. */
function readHeader(encoded: string): z.infer<typeof receiptHeader> | undefined {
  const { success, data } = receiptHeader.safeParse(parseUntrusted(textOf(encoded), MOST_RECEIPT));
  return success && data.crit === undefined ? data : undefined;
}

/** What the receipt says; nothing where it is not canonical JSON of just that. */
function readPayload(encoded: string): Receipt | undefined {
  const json = textOf(encoded);
  const receipt = readWhole(receiptClaim, parseUntrusted(json, MOST_RECEIPT));
  return receipt && canonicalJson(receipt) === json ? receipt : undefined;
}

/** Reads a receipt, a compact JWS (RFC 7515, 7.1), without asking who signed it. */
export function readReceipt(jws: string): ReadReceipt | undefined {
  const [encodedHeader = '', encodedPayload = '', encodedSignature = '', ...rest] = jws.split('.');
  if (jws.length > MOST_RECEIPT || rest.length > 0) return undefined;
  const header = readHeader(encodedHeader);
  const receipt = readPayload(encodedPayload);
  const signature = fromBase64url(encodedSignature);
  if (!header || !receipt || signature?.length !== 64) return undefined;
  return { kid: header.kid, receipt, signed: `${encodedHeader}.${encodedPayload}`, signature };
}

/** What a receipt is signed over, before its signature is known: for whoever makes one. */
export const receiptToSign = (kid: string, receipt: Receipt): string =>
  [{ alg: 'ES256', kid }, receipt].map((part) => base64url(utf8Bytes(canonicalJson(part)))).join('.');

/**
 * Holds a receipt against what it should vouch for. A good one proves that the endpoint had this record at
 * `receivedAt`; so that any change after that shows.
 *
 * @param trusted the keys that it may be signed with; without them its signature stays unchecked, and it proves nothing.
 * @returns the receipt, where it could be read, and what is wrong with it.
 */
export async function verifyReceipt(
  jws: string,
  claim: Receipted,
  trusted: ReceiptKeys | undefined,
  verifySignature: VerifySignature,
): Promise<{ readonly receipt?: Receipt; readonly faults: readonly ReceiptFault[] }> {
  const read = readReceipt(jws);
  if (!read) return { faults: ['receipt-unreadable'] };
  const { kid, receipt, signed, signature } = read;
  const faults: ReceiptFault[] = [];
  const key = trusted?.keys.find((each) => each.kid === kid);
  if (trusted && !key) faults.push('receipt-key-unknown');
  if (key && !(await verifySignature(key, signed, signature))) faults.push('receipt-signature-wrong');
  if (receipt.recordDigest !== claim.recordDigest) faults.push('receipt-of-another-record');
  if (claim.textDigest !== undefined && receipt.textDigest !== claim.textDigest)
    faults.push('receipt-of-another-text');
  if (receipt.practice !== claim.practice) faults.push('receipt-of-another-practice');
  return { receipt, faults };
}

/** The thumbprint of a key, RFC 7638, by which a page pins it (`receipt-thumbprints`). */
export async function thumbprint({ crv, kty, x, y }: ReceiptKey, sha256: Sha256): Promise<string> {
  return base64url(hexBytes(await sha256(canonicalJson({ crv, kty, x, y }))));
}

/** Of an endpoint's keys, those that were pinned; all of them where nothing was pinned. */
export async function pinnedKeys(
  { keys }: ReceiptKeys,
  thumbprints: readonly string[],
  sha256: Sha256,
): Promise<ReceiptKeys> {
  if (thumbprints.length === 0) return { keys };
  const known = await Promise.all(
    keys.map(async (key) => ({ key, isPinned: thumbprints.includes(await thumbprint(key, sha256)) })),
  );
  return { keys: known.flatMap(({ key, isPinned }) => (isPinned ? [key] : [])) };
}
