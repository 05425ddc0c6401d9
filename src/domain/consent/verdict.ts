import type { Claimed } from './claimed.js';
import type { ConsentDocument } from './document.js';
import { verifyReceipt, type Receipt, type ReceiptFault, type VerifySignature } from './receipt.js';
import { verifyRecord, type RecordFault, type Sha256 } from './verify.js';
import { verifyWithdrawal, type WithdrawalFault } from './withdrawal.js';

export type ClaimFault =
  | RecordFault
  | WithdrawalFault
  | ReceiptFault
  /** The receipt names another time than the copy says it was received. */
  | 'received-differs';

/** How far a record can be relied on. */
export type Verdict =
  /** The endpoint's receipt vouches for exactly this record: it had it at `receivedAt`. */
  | { readonly standing: 'proven'; readonly receipt: Receipt }
  /** Everything in it fits together. Whoever made it could have made another that does. */
  | { readonly standing: 'consistent'; readonly why: 'no-receipt' | 'no-keys' }
  | { readonly standing: 'refused'; readonly faults: readonly ClaimFault[] };

export interface VerdictPorts {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
}

async function recordFaults(
  { record, recordDigest, textDigest }: Claimed,
  published: readonly ConsentDocument[] | undefined,
  { sha256 }: VerdictPorts,
): Promise<readonly ClaimFault[]> {
  if (record.schema === 'kap/consent-withdrawal/1')
    return verifyWithdrawal(record, recordDigest, undefined, sha256);
  const claim = { recordDigest, textDigest: textDigest ?? record.textDigest };
  return verifyRecord(record, claim, published, sha256);
}

/** The text that a receipt must name; nothing where only the receipt says it, as for a withdrawal in a copy. */
const textOf = ({ record, textDigest }: Claimed): string | undefined =>
  textDigest ?? ('textDigest' in record ? record.textDigest : undefined);

/**
 * Judges a record by all that came with it.
 *
 * @param published every version that the practice ever offered, where that is known.
 */
export async function verdictOn(
  claimed: Claimed,
  ports: VerdictPorts,
  published?: readonly ConsentDocument[],
): Promise<Verdict> {
  const { record, recordDigest, receipt: jws, keys, receivedAt } = claimed;
  const faults: ClaimFault[] = [...(await recordFaults(claimed, published, ports))];
  let receipt: Receipt | undefined;
  if (jws !== undefined) {
    const claim = { recordDigest, textDigest: textOf(claimed), practice: record.practice };
    const verified = await verifyReceipt(jws, claim, keys, ports.verifySignature);
    faults.push(...verified.faults);
    receipt = verified.receipt;
    if (receipt && receivedAt !== undefined && receivedAt !== receipt.receivedAt)
      faults.push('received-differs');
  }
  if (faults.length > 0) return { standing: 'refused', faults };
  if (!receipt) return { standing: 'consistent', why: 'no-receipt' };
  return keys ? { standing: 'proven', receipt } : { standing: 'consistent', why: 'no-keys' };
}
