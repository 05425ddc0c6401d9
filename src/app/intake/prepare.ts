import { intakeText, uuidFromDigest } from '../../domain/submission/intake-submission.js';
import type { Session } from '../session/session.js';
import type { Filled, Prepared } from './state.js';

/** Named in submissions where no practice profile says who the practice is. */
const UNNAMED_PRACTICE = 'practice';

/** As many as a submission may name. */
const MAX_RELATED = 20;

/** Freezes these answers into the bytes that every try will send. */
export async function prepareIntake(
  { form, answers, uncertain, prepared }: Filled,
  session: Session,
): Promise<Prepared> {
  const { clock, hash, random, widget } = session.ports;
  const { mode } = session.destination;
  const practice = session.state.status === 'ready' ? session.state.practice?.id : undefined;
  const id = random.uuid();
  const frame = {
    id,
    nonce: random.bits(128),
    createdAt: new Date(clock.now()).toISOString(),
    timeZone: clock.timeZone(),
    practice: practice ?? UNNAMED_PRACTICE,
    widget,
    relatesTo: (prepared ? [...uncertain, prepared.id] : uncertain).slice(-MAX_RELATED),
    clientId: uuidFromDigest(await hash.sha256(`kap-client:${session.careToken()}`)),
  };
  const { body, origins } = intakeText(form, answers, frame, mode);
  return { id, body, origins, answers, digest: await hash.sha256(body) };
}
