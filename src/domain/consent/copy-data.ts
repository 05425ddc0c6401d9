import { canonicalJson } from '../submission/canonical-json.js';
import type { ConsentRecord, WithdrawalRecord } from './record.js';

/** The id of the element that carries the data in a client's copy: a `template`, whose text nobody sees. */
export const COPY_DATA_ID = 'kap-record';

/**
 * What a client's copy carries beside what it shows, so that it can be verified without the practice: canonical JSON,
 * to be escaped as HTML by whoever writes the page.
 *
 * @param receipt the endpoint's signed word, a compact JWS, where there is one yet.
 * @param reference and `receivedAt` as the endpoint said them. The reference is a name to ask by, and proves nothing.
 */
export const copyData = (
  record: ConsentRecord | WithdrawalRecord,
  recordDigest: string,
  receipt: string | undefined,
  reference: string | undefined,
  receivedAt: string | undefined,
): string =>
  canonicalJson({ schema: 'kap/consent-copy/1', record, recordDigest, receipt, reference, receivedAt });
