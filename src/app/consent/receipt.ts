import {
  pinnedKeys,
  receiptKeys,
  verifyReceipt,
  type ReceiptFault,
  type Receipted,
  type VerifySignature,
} from '../../domain/consent/receipt.js';
import { endpointPath } from '../destination.js';
import { get, readJson } from '../read.js';
import type { Session } from '../session/session.js';

/** How far the practice's system vouches for what it has received. It has received it in any case. */
export interface ReceiptState {
  readonly standing:
    /** It sent no receipt. */
    | 'none'
    /** It is being checked. */
    | 'checking'
    /** It signed for exactly this record. */
    | 'vouched'
    /** Everything in the receipt fits, and the key to check its signature can't be had or is none that the page trusts. */
    | 'unchecked'
    /** What it sent is no receipt for this record. */
    | 'wrong';
  /** As it came, where a copy may carry it: a wrong one proves nothing. */
  readonly jws: string | undefined;
}

/** How receipts are checked. */
export interface ReceiptChecks {
  readonly verifySignature: VerifySignature;
  /** RFC 7638 thumbprints of the only keys that count; every key of the endpoint does where there are none. */
  readonly thumbprints: readonly string[];
}

/** What a receipt must be for. */
export interface Received extends Receipted {
  /** As the endpoint's answer has it. */
  readonly receivedAt: string;
}

const WRONG: ReceiptState = { standing: 'wrong', jws: undefined };

const isOfKey = (fault: ReceiptFault): boolean => fault === 'receipt-key-unknown';

/** What can be said of a receipt without any key. */
export async function receiptAsItCame(
  jws: string | undefined,
  claim: Received,
  { verifySignature }: ReceiptChecks,
): Promise<ReceiptState> {
  if (jws === undefined) return { standing: 'none', jws };
  const { receipt, faults } = await verifyReceipt(jws, claim, undefined, verifySignature);
  const isRight = faults.length === 0 && receipt?.receivedAt === claim.receivedAt;
  return isRight ? { standing: 'checking', jws } : WRONG;
}

/** Checks the signature of a receipt that is right in everything else, with the keys of the endpoint. */
export async function checkReceipt(
  jws: string,
  claim: Received,
  { verifySignature, thumbprints }: ReceiptChecks,
  { destination, ports }: Session,
): Promise<ReceiptState> {
  const unchecked: ReceiptState = { standing: 'unchecked', jws };
  const url = endpointPath(destination, 'receipt-keys');
  if (url === undefined) return unchecked;
  try {
    // A key may be newer than what a cache holds.
    const read = await readJson({ ...get(url), mayCache: false }, receiptKeys, ports);
    if ('failure' in read) {
      ports.warn('receipt-keys', `The keys of the receipts could not be read (${read.failure}).`);
      return unchecked;
    }
    const trusted = await pinnedKeys(read.value, thumbprints, (text) => ports.hash.sha256(text));
    const { faults } = await verifyReceipt(jws, claim, trusted, verifySignature);
    if (faults.some((fault) => !isOfKey(fault))) return WRONG;
    if (faults.length === 0) return { standing: 'vouched', jws };
    const setting = thumbprints.length > 0 ? 'receipt-thumbprints' : 'receipt-keys';
    ports.warn(setting, 'The key that signed a receipt is none of these.');
    return unchecked;
  } catch {
    return unchecked;
  }
}
