import type { ConsentBundleInput } from '../../domain/fhir/consent-bundle.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import type { Submission } from '../../domain/submission/envelope.js';
import { uuidFromDigest } from '../../domain/submission/intake-submission.js';
import type { Session } from '../session/session.js';

/**
 * The bytes that go out: the submission, or what a FHIR server takes in its place.
 *
 * @param resources nothing where the record is not at hand.
 * @throws Error where a FHIR server would need it.
 */
export async function asSent(
  submission: Submission,
  resources: Pick<ConsentBundleInput, 'record' | 'recordDigest' | 'withdrawal'> | undefined,
  session: Session,
): Promise<string> {
  if (session.destination.mode !== 'fhir') return canonicalJson(submission);
  if (!resources) throw new Error('A FHIR server needs the record that is taken back.');
  // The same for everything that this client sends, and nothing that tells their token.
  const clientId = uuidFromDigest(await session.ports.hash.sha256(`kap-client:${session.careToken()}`));
  // Few practices have such a server, so its code comes only for them.
  const { consentBundle } = await import('../../domain/fhir/consent-bundle.js');
  return canonicalJson(consentBundle({ ...resources, clientId, type: 'transaction' }));
}
