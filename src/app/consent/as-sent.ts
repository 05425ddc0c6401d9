import { consentBundle, type ConsentBundleInput } from '../../domain/fhir/consent.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import type { Submission } from '../../domain/submission/envelope.js';
import { uuidFromDigest } from '../../domain/submission/intake-submission.js';
import type { Session } from '../session/session.js';

/**
 * The bytes that go out: the submission, or what a FHIR server takes in its place.
 *
 * @param resources nothing where a FHIR server can't be told, since the record is not at hand.
 */
export async function asSent(
  submission: Submission,
  resources: Pick<ConsentBundleInput, 'record' | 'recordDigest' | 'withdrawal'> | undefined,
  session: Session,
): Promise<string> {
  if (session.destination.mode !== 'fhir' || !resources) return canonicalJson(submission);
  // The same for everything that this client sends, and nothing that tells their token.
  const clientId = uuidFromDigest(await session.ports.hash.sha256(`kap-client:${session.careToken()}`));
  return canonicalJson(consentBundle({ ...resources, clientId, type: 'transaction' }));
}
