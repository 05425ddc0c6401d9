import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentRecord, WithdrawalRecord } from './record.js';
import type { Sha256 } from './verify.js';

/** Why a withdrawal can't be relied on. */
export type WithdrawalFault =
  /** It is not the record that the digest was made of. */
  | 'record-differs'
  /** It takes back another consent than the one it is held against. */
  | 'withdraws-another'
  /** It takes back what that consent does not have. */
  | 'scope-unknown';

/**
 * Holds a withdrawal against its digest and, where it is known, against the record that it takes back.
 *
 * @param signed the record that was signed.
 */
export async function verifyWithdrawal(
  record: WithdrawalRecord,
  recordDigest: string,
  signed: ConsentRecord | undefined,
  sha256: Sha256,
): Promise<readonly WithdrawalFault[]> {
  const faults: WithdrawalFault[] = [];
  if ((await sha256(canonicalJson(record))) !== recordDigest) faults.push('record-differs');
  if (!signed) return faults;
  const { id, version, title, blocks } = signed.document;
  const isOfThis =
    record.recordDigest === (await sha256(canonicalJson(signed))) &&
    record.practice === signed.practice &&
    canonicalJson(record.document) === canonicalJson({ id, version, title });
  if (!isOfThis) faults.push('withdraws-another');
  const { scope } = record;
  if (scope.what === 'block' && !blocks.some((block) => block.id === scope.block))
    faults.push('scope-unknown');
  return faults;
}
