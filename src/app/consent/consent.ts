import { recordOf, type Signing } from '../../domain/consent/signing.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import type { ConsentSubmission } from '../../domain/submission/envelope.js';
import { createCourse, resumeOnReturn, type Course, type Signal } from '../course.js';
import type { Outcome } from '../deliver.js';
import { isUnderAge, type Session } from '../session/session.js';
import { newFrame, replacing, submit, unsuccessful } from '../submit.js';
import { asSent } from './as-sent.js';
import type { ConsentSource } from './documents.js';
import { createDisclosures, type Disclosures } from './disclosures.js';
import type { SignedHere } from './here.js';
import { loadConsent, waiting } from './load.js';
import type { ConsentEffect, ConsentMessage, ConsentResult } from './messages.js';
import { quietFrom, quietUntil } from './quiet.js';
import { checkReceipt, receiptAsItCame, type ReceiptChecks, type Received } from './receipt.js';
import { reduceConsent } from './reduce.js';
import { isOpen, type ConsentState, type SignedSubmission } from './state.js';

export interface Consent extends Course<ConsentState, ConsentMessage> {
  /** The instant as of now, ISO 8601. */
  now(): string;
  /** Hears that a record was taken back as a whole on this page, by its digest. */
  tookBack(recordDigest: string): void;
}

type Send = (message: ConsentResult) => void;

/** Freezes what was signed into the bytes that every try will send. */
async function prepare(
  signing: Signing,
  before: SignedSubmission | undefined,
  statement: string,
  under: Disclosures,
  session: Session,
): Promise<SignedSubmission> {
  const { hash } = session.ports;
  const frame = newFrame(session);
  const { document } = signing;
  const disclosures = await under(document);
  const { practice, timeZone, widget, createdAt: signedAt } = frame;
  const textDigest = await hash.sha256(canonicalJson(document));
  const record = recordOf(signing, {
    practice,
    timeZone,
    widget,
    textDigest,
    disclosures,
    signedAt,
    statement,
  });
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
  const body = await asSent(envelope, { record, recordDigest }, session);
  return { id: frame.id, body, digest: await hash.sha256(body), relatesTo, record, recordDigest, signing };
}

const wasRefused = (state: ConsentState): boolean =>
  state.status === 'loading' && state.refused !== undefined;

const claimOf = ({ record, recordDigest }: SignedSubmission, receivedAt: string): Received => ({
  recordDigest,
  textDigest: record.textDigest,
  practice: record.practice,
  receivedAt,
});

async function resultOf(
  outcome: Outcome,
  prepared: SignedSubmission,
  hasNext: boolean,
  checks: ReceiptChecks,
): Promise<ConsentResult> {
  switch (outcome.verdict) {
    case 'received': {
      const { reference, receivedAt } = outcome;
      const receipt = await receiptAsItCame(outcome.receipt, claimOf(prepared, receivedAt), checks);
      return { type: 'received', reference, receivedAt, receipt, hasNext };
    }
    case 'sent': {
      const receipt = { standing: 'none', jws: undefined } as const;
      return { type: 'received', reference: undefined, receivedAt: undefined, receipt, hasNext };
    }
    case 'invalid':
      return { type: 'invalid' };
    default:
      return quietFrom(outcome) ?? unsuccessful(outcome);
  }
}

/**
 * The consent of one element: the document, what the client does with it, and the record's way to the practice.
 *
 * @param statement the sentence above the signature, which the record keeps.
 */
export function createConsent(
  source: ConsentSource,
  statement: string,
  session: Session,
  checks: ReceiptChecks,
): Consent {
  const { clock } = session.ports;
  const signed: SignedHere[] = [];
  const takenBack = new Set<string>();
  const here = { signed, takenBack };
  const disclosures = createDisclosures(here, session);
  const isOneOfMany = source.kind === 'endpoint' && source.id === undefined;

  const deliver = async (state: ConsentState, send: Send, signal: Signal): Promise<void> => {
    if (!isOpen(state)) return;
    if (isUnderAge(session)) return send({ type: 'under-age' });
    const { signing } = state;
    let { prepared } = state;
    // The very bytes that went out before were signed before, and may have arrived.
    if (prepared?.signing !== signing) {
      const until = quietUntil(session);
      if (until !== undefined) return send({ type: 'quiet', until });
      prepared = await prepare(signing, prepared, statement, disclosures, session);
      send({ type: 'prepared', prepared });
    }
    const { recordDigest } = prepared;
    const outcome = await submit(prepared, session, signal, send);
    if (outcome.verdict === 'received' || outcome.verdict === 'sent')
      signed.push({ document: signing.document, recordDigest });
    const hasNext = isOneOfMany && waiting(session, here).length > 0;
    send(await resultOf(outcome, prepared, hasNext, checks));
  };

  const check = async (state: ConsentState, send: Send): Promise<void> => {
    if (state.status !== 'signed' || state.receivedAt === undefined || state.receipt.jws === undefined)
      return;
    const claim = claimOf(state.submission, state.receivedAt);
    const receipt = await checkReceipt(state.receipt.jws, claim, checks, session);
    send({ type: 'receipt-checked', receipt });
  };

  const course = createCourse<ConsentState, ConsentMessage, ConsentEffect>({
    initial: { status: 'loading' },
    reduce: reduceConsent,
    effects: {
      load: async (state, send) =>
        send(await loadConsent(source, here, disclosures, session, wasRefused(state))),
      deliver,
      'resume-on-return': resumeOnReturn(session),
      'check-receipt': check,
    },
  });
  course.send({ type: 'load' });
  return Object.assign(course, {
    now: () => new Date(clock.now()).toISOString(),
    tookBack: (recordDigest: string) => void takenBack.add(recordDigest),
  });
}
