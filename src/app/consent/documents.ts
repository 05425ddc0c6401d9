import type { ConsentDocument } from '../../domain/consent/document.js';
import { fillDocument } from '../../domain/consent/fill.js';
import { readDocument, type ReadDocument } from '../../domain/consent/read-document.js';
import type { CareState } from '../../domain/practice/care-state.js';
import { values, type PracticeBasics } from '../../domain/practice/basics.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import { parseUntrusted } from '../../domain/untrusted.js';
import { endpointPath } from '../destination.js';
import { nearAddress } from '../published.js';
import { get, readJson, type Parser, type ReadFailure } from '../read.js';
import type { Session } from '../session/session.js';

/** Where the document to sign comes from. */
export type ConsentSource =
  /** The practice's, by its id; each required unsigned one in turn where none is named. */
  | { readonly kind: 'endpoint'; readonly id: string | undefined }
  | { readonly kind: 'address'; readonly url: string }
  /** One that the page's own script has handed over, not yet read. */
  | { readonly kind: 'object'; readonly document: unknown };

/** One document to read. */
export type DocumentSource = Exclude<ConsentSource, { readonly id: string | undefined }> | NamedSource;
type NamedSource = { readonly kind: 'endpoint'; readonly id: string };

/** A document as the client reads it, or why there is none. */
export type Reading = ReadDocument & { readonly reason?: ReadFailure };

type Asked = NonNullable<PracticeBasics['consents']>[number];

const MAX_LENGTH = 2_000_000;
/** In bytes of UTF-8: what is signed goes out with the whole text in it, and an endpoint takes 1 MiB. */
const MAX_BYTES = 700_000;
const NO_JSON = 'it is no JSON of at most two million characters';
const TOO_LONG = 'it is longer than 700,000 bytes';

const anyJson: Parser<unknown> = { safeParse: (data) => ({ success: data !== undefined, data }) };

export const practiceOf = ({ state }: Session): PracticeBasics | undefined =>
  state.status === 'ready' ? state.practice : undefined;

/** What the practice knows that this client has signed, oldest first. */
export const signedBefore = ({ state }: Session): CareState['consents'] =>
  state.status === 'ready' ? (state.care?.consents ?? []) : [];

const askedOf = (session: Session, id: string): Asked | undefined =>
  practiceOf(session)?.consents?.find((consent) => consent.id === id);

const isTooLong = (document: ConsentDocument): boolean =>
  encodeURIComponent(canonicalJson(document)).replace(/%../g, '.').length > MAX_BYTES;

/** The document with the practice's own words in its blanks and without the parts that do not apply to it. */
function asOwn(read: ReadDocument, source: DocumentSource, session: Session): ReadDocument {
  if ('fault' in read) return read;
  const { id, version, sample } = read.document;
  // Signed under another name it would be asked for again, and again.
  if (source.kind === 'endpoint' && id !== source.id) return { fault: `it is called ${id}` };
  const asked = askedOf(session, id);
  if (sample && !(asked?.version === version && asked.adopted))
    return {
      fault: `it is a sample, and the practice profile does not say who adopted ${id} ${version}, and when`,
    };
  const own = values.safeParse(practiceOf(session)?.values ?? {});
  if (!own.success) return { fault: 'the values of the practice profile are not texts by their names' };
  const filled = fillDocument(read.document, { values: own.data, without: asked?.without ?? [] });
  if ('missing' in filled)
    return { fault: `the practice profile has no value for its blank ${filled.missing}` };
  return isTooLong(filled.document) ? { fault: TOO_LONG } : readDocument(filled.document);
}

async function readAt(url: string | undefined, session: Session, mayCache: boolean): Promise<Reading> {
  if (url === undefined) return { fault: 'there is no address to read it from', reason: 'refused' };
  const read = await readJson({ ...get(url), mayCache }, anyJson, session.ports);
  if ('value' in read) return readDocument(read.value);
  const { failure } = read;
  return { fault: failure === 'not-understood' ? NO_JSON : failure, reason: failure };
}

function readObject(document: unknown): ReadDocument {
  try {
    const json = parseUntrusted(JSON.stringify(document), MAX_LENGTH);
    return json === undefined ? { fault: NO_JSON } : readDocument(json);
  } catch {
    return { fault: NO_JSON };
  }
}

function addressOf(source: NamedSource, session: Session): string | undefined {
  const path = endpointPath(session.destination, `consents/${encodeURIComponent(source.id)}`);
  return nearAddress('consents', askedOf(session, source.id)?.url, session) ?? path;
}

/**
 * Reads a document as it is to be signed now.
 *
 * @param mayCache where false, past any cache, which may still hold the text that the practice does not take any more.
 */
export async function readCurrent(
  source: DocumentSource,
  session: Session,
  mayCache: boolean,
): Promise<Reading> {
  if (source.kind === 'object') return asOwn(readObject(source.document), source, session);
  const url = source.kind === 'address' ? source.url : addressOf(source, session);
  const read = await readAt(url, session, mayCache);
  return 'fault' in read ? read : asOwn(read, source, session);
}

/** Reads a version that was signed once, as it was published. */
export async function readVersion(id: string, version: string, session: Session): Promise<Reading> {
  const path = `consents/${encodeURIComponent(id)}/${encodeURIComponent(version)}`;
  const read = await readAt(endpointPath(session.destination, path), session, true);
  if ('fault' in read) return read;
  const { document } = read;
  return document.id === id && document.version === version ? read : { fault: 'it is another version' };
}
