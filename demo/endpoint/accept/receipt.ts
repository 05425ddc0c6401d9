import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import type { Submission } from '../../../src/domain/submission/envelope.js';
import type { EndpointOptions } from '../endpoint.js';
import { sha256 } from '../ports.js';
import { consentTakenBack } from './withdrawal.js';

/**
 * The signed receipt of a consent or a withdrawal; nothing for other kinds. Made before the submission is stored, and
 * stored in its answer, so that every retry gets the same one.
 *
 * @throws Refusal 404 for a withdrawal of what the client has not signed.
 */
export async function receiptFor(
  submission: Submission,
  receivedAt: string,
  clientId: string | undefined,
  { database, receipts, practice }: EndpointOptions,
): Promise<string | undefined> {
  const common = { receivedAt, practice: practice.id };
  switch (submission.kind) {
    case 'consent': {
      const { recordDigest, document } = submission.act;
      return receipts.sign({ ...common, recordDigest, textDigest: document.textDigest });
    }
    case 'consent-withdrawal': {
      const { text_digest: textDigest } = await consentTakenBack(submission, database, clientId);
      const recordDigest = sha256(canonicalJson(submission.content.record));
      return receipts.sign({ ...common, recordDigest, textDigest });
    }
    default:
      return undefined;
  }
}
