import type { ConsentDocument } from '../../domain/consent/document.js';
import { covers, unsignedOf, type CurrentConsent } from '../../domain/scheduling/needs.js';
import type { Session } from '../session/session.js';
import {
  practiceOf,
  readCurrent,
  signedBefore,
  type ConsentSource,
  type DocumentSource,
  type Reading,
} from './documents.js';
import { isDisclosure, type Disclosures } from './disclosures.js';
import { earlierOf } from './earlier.js';
import { standingHere, type DoneHere } from './here.js';
import type { LoadResult } from './messages.js';

/** The documents of the practice that are still to be signed. */
export function waiting(session: Session, here: DoneHere): readonly CurrentConsent[] {
  const unsigned = unsignedOf(practiceOf(session)?.consents ?? [], signedBefore(session));
  const standing = standingHere(here, session);
  return unsigned.filter(({ id }) => !standing.some(({ document }) => document.id === id));
}

/** Of several, the disclosure about electronic records comes first: what is signed after it is signed under it. */
async function firstOf(ids: readonly string[], session: Session, mayCache: boolean): Promise<Reading> {
  const read = await Promise.all(ids.map((id) => readCurrent({ kind: 'endpoint', id }, session, mayCache)));
  const disclosure = read.find((each) => 'document' in each && isDisclosure(each.document));
  return disclosure ?? read[0] ?? { fault: 'there is none', reason: 'refused' };
}

/** Everything that a document is signed on: what is known of the client before. */
async function opened(
  document: ConsentDocument,
  disclosures: Disclosures,
  session: Session,
): Promise<LoadResult> {
  const before = signedBefore(session).findLast(({ id }) => id === document.id);
  // Looked up now already, so that signing needs no network for it.
  const [earlier] = await Promise.all([earlierOf(document, before, session), disclosures(document)]);
  const supersedes = before?.status === 'withdrawn' ? undefined : before?.recordDigest;
  const at = new Date(session.ports.clock.now()).toISOString();
  return { type: 'loaded', document, at, supersedes, earlier };
}

/** The setting to mend where a document can't be used. */
const SETTINGS = { endpoint: 'document', address: 'src', object: 'consent' } as const;

async function readNext(
  source: ConsentSource,
  here: DoneHere,
  session: Session,
  mayCache: boolean,
): Promise<Reading | undefined> {
  if (source.kind !== 'endpoint') return readCurrent(source, session, mayCache);
  const ids = waiting(session, here).map(({ id }) => id);
  const { id } = source;
  if (id === undefined) return ids.length > 0 ? firstOf(ids, session, mayCache) : undefined;
  const isAsked = practiceOf(session)?.consents?.some((each) => each.id === id) ?? false;
  if (isAsked && !ids.includes(id)) return undefined;
  const named: DocumentSource = { kind: 'endpoint', id };
  return readCurrent(named, session, mayCache);
}

/**
 * Finds the document that is to be signed next, with what this client signed of it before.
 *
 * @param isAnew past any cache, after the practice has refused the text that was read before.
 */
export async function loadConsent(
  source: ConsentSource,
  here: DoneHere,
  disclosures: Disclosures,
  session: Session,
  isAnew: boolean,
): Promise<LoadResult> {
  // A text that has changed has another version in the profile, too.
  if (isAnew) session.send({ type: 'read-practice' });
  const known = signedBefore(session);
  const read = await readNext(source, here, session, !isAnew);
  if (!read) {
    const id = source.kind === 'endpoint' ? source.id : undefined;
    return { type: 'nothing-to-sign', signed: known.filter((each) => id === undefined || each.id === id) };
  }
  if ('fault' in read) {
    session.ports.warn(SETTINGS[source.kind], `The consent document could not be used (${read.fault}).`);
    return { type: 'not-loaded', reason: read.reason ?? 'not-understood' };
  }
  const { document } = read;
  const same = known.filter(({ id }) => id === document.id);
  // What the practice refused is not signed, whatever it knows of an earlier one.
  if (!isAnew && same.some((each) => covers(each, document)))
    return { type: 'nothing-to-sign', signed: same };
  return opened(document, disclosures, session);
}
