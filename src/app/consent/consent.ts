import { consentDocument, faultOfDocument, type ConsentDocument } from '../../domain/consent/document.js';
import { recordOf, type Signing } from '../../domain/consent/signing.js';
import { unsignedOf } from '../../domain/scheduling/needs.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import type { ConsentSubmission } from '../../domain/submission/envelope.js';
import type { Outcome } from '../deliver.js';
import { endpointPath } from '../destination.js';
import { createCourse, resumeOnReturn, type Course, type Signal } from '../course.js';
import { nearAddress } from '../published.js';
import { get, readJson } from '../read.js';
import type { Session } from '../session/session.js';
import { newFrame, replacing, submit, unsuccessful } from '../submit.js';
import type { ConsentEffect, ConsentMessage, ConsentResult, LoadResult } from './messages.js';
import { reduceConsent } from './reduce.js';
import { isOpen, type ConsentState, type SignedSubmission } from './state.js';

export interface Consent extends Course<ConsentState, ConsentMessage> {
  /** The instant as of now, ISO 8601. */
  now(): string;
}

type Send = (message: ConsentResult) => void;

/** Freezes what was signed into the bytes that every try will send. */
async function prepare(
  signing: Signing,
  before: SignedSubmission | undefined,
  statement: string,
  session: Session,
): Promise<SignedSubmission> {
  const { hash } = session.ports;
  const frame = newFrame(session);
  const { document } = signing;
  const { practice, timeZone, widget, createdAt: signedAt } = frame;
  const textDigest = await hash.sha256(canonicalJson(document));
  const record = recordOf(signing, { practice, timeZone, widget, textDigest, signedAt, statement });
  const recordDigest = await hash.sha256(canonicalJson(record));
  const { id, version, locale } = document;
  const relatesTo = replacing(before);
  const envelope: ConsentSubmission = {
    ...frame,
    kind: 'consent',
    locale,
    relatesTo: [...relatesTo],
    act: { document: { id, version, locale, textDigest }, recordDigest },
    content: { record },
  };
  const body = canonicalJson(envelope);
  return { id: frame.id, body, digest: await hash.sha256(body), relatesTo, record, recordDigest, signing };
}

/** The documents still to be signed, without those signed here a moment ago, which the care state may not show yet. */
function waiting({ state }: Session, signedHere: ReadonlySet<string>) {
  if (state.status !== 'ready') return [];
  const unsigned = unsignedOf(state.practice?.consents ?? [], state.care?.consents ?? []);
  return unsigned.filter(({ id }) => !signedHere.has(id));
}

const wasRefused = (state: ConsentState): boolean =>
  state.status === 'loading' && state.refused !== undefined;

function resultOf(outcome: Outcome, hasNext: boolean): ConsentResult {
  switch (outcome.verdict) {
    case 'received':
      return { type: 'received', reference: outcome.reference, receivedAt: outcome.receivedAt, hasNext };
    case 'sent':
      return { type: 'received', reference: undefined, receivedAt: undefined, hasNext };
    case 'invalid':
      return { type: 'invalid' };
    default:
      return unsuccessful(outcome);
  }
}

/** What keeps a text from being signed, in words for whoever publishes it. */
function faultOf(document: ConsentDocument, id: string): string | undefined {
  // Signed under another name it would be asked for again, and again.
  return document.id === id ? faultOfDocument(document) : `it is called ${document.id}`;
}

/** @param isAnew past any cache, which may still hold the text that the practice does not take any more. */
async function load(
  documentId: string | undefined,
  signedHere: ReadonlySet<string>,
  session: Session,
  isAnew: boolean,
): Promise<LoadResult> {
  const { state, destination, ports } = session;
  // A text that has changed has another version in the profile, too.
  if (isAnew) session.send({ type: 'read-practice' });
  const asked = state.status === 'ready' ? (state.practice?.consents ?? []) : [];
  const known = state.status === 'ready' ? (state.care?.consents ?? []) : [];
  const next = waiting(session, signedHere).find(({ id }) => documentId === undefined || id === documentId);
  const isAsked = documentId === undefined || asked.some(({ id }) => id === documentId);
  const id = next?.id ?? (isAsked ? undefined : documentId);
  if (id === undefined) {
    const signed = known.filter((each) => documentId === undefined || each.id === documentId);
    return { type: 'nothing-to-sign', signed };
  }
  const named = asked.find((consent) => consent.id === id)?.url;
  const path = endpointPath(destination, `consents/${encodeURIComponent(id)}`);
  const url = nearAddress('consents', named, session) ?? path;
  // A FHIR server takes no envelope; it would not know what to do with a record.
  if (url === undefined || destination.mode === 'fhir') return { type: 'not-loaded', reason: 'refused' };
  const result = await readJson({ ...get(url), mayCache: !isAnew }, consentDocument, ports);
  const fault = 'value' in result ? faultOf(result.value, id) : undefined;
  if ('value' in result && fault === undefined)
    return { type: 'loaded', document: result.value, at: new Date(ports.clock.now()).toISOString() };
  const reason = 'failure' in result ? result.failure : 'not-understood';
  ports.warn('document', `The consent document could not be used (${fault ?? reason}).`);
  return { type: 'not-loaded', reason };
}

/**
 * The consent of one element: the document, what the client does with it, and the record's way to the practice.
 *
 * @param documentId one of the practice's documents; each required unsigned one in turn where nothing is said.
 * @param statement the sentence above the signature, which the record keeps.
 */
export function createConsent(documentId: string | undefined, statement: string, session: Session): Consent {
  const { clock } = session.ports;
  const signedHere = new Set<string>();

  const deliver = async (state: ConsentState, send: Send, signal: Signal): Promise<void> => {
    if (!isOpen(state)) return;
    const { signing } = state;
    let { prepared } = state;
    if (prepared?.signing !== signing) {
      prepared = await prepare(signing, prepared, statement, session);
      send({ type: 'prepared', prepared });
    }
    const outcome = await submit(prepared, session, signal, send);
    if (outcome.verdict === 'received' || outcome.verdict === 'sent') signedHere.add(signing.document.id);
    send(resultOf(outcome, documentId === undefined && waiting(session, signedHere).length > 0));
  };

  const course = createCourse<ConsentState, ConsentMessage, ConsentEffect>({
    initial: { status: 'loading' },
    reduce: reduceConsent,
    effects: {
      load: async (state, send) => send(await load(documentId, signedHere, session, wasRefused(state))),
      deliver,
      'resume-on-return': resumeOnReturn(session),
    },
  });
  course.send({ type: 'load' });
  return Object.assign(course, { now: () => new Date(clock.now()).toISOString() });
}
