import { intakeText, uuidFromDigest } from '../../domain/submission/intake-submission.js';
import type { Session } from '../session/session.js';
import { newFrame } from '../submit.js';
import type { Filled, Prepared } from './state.js';

/** As many as a submission may name. */
const MAX_RELATED = 20;

/** Freezes these answers into the bytes that every try will send. */
export async function prepareIntake(
  { form, answers, uncertain, prepared }: Filled,
  session: Session,
): Promise<Prepared> {
  const { hash } = session.ports;
  const frame = newFrame(session);
  const about = {
    relatesTo: (prepared ? [...uncertain, prepared.id] : uncertain).slice(-MAX_RELATED),
    clientId: uuidFromDigest(await hash.sha256(`kap-client:${session.careToken()}`)),
  };
  const { body, origins } = intakeText(form, answers, frame, about, session.destination.mode);
  return { id: frame.id, body, origins, answers, digest: await hash.sha256(body) };
}
