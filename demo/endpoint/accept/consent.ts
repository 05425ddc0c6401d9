import type { ConsentRecord, ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { endOfTerm } from '../../../src/domain/consent/holding.js';
import { implausibleIn } from '../../../src/domain/consent/plausible.js';
import { verifyRecord } from '../../../src/domain/consent/verify.js';
import type { ConsentSubmission } from '../../../src/domain/submission/envelope.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { historyOf, withdrawalsOf, type ConsentHistory } from '../consent-history.js';
import { currentDocument, findDocument } from '../consents.js';
import type { EndpointOptions } from '../endpoint.js';
import { sha256 } from '../ports.js';
import { invalid, type FieldError } from '../problems.js';
import { quietUntil, tooSoon } from '../scheduling/quiet.js';
import { isTimeZone } from '../zone.js';
import type { Acting } from './acting.js';
import { FAULTS, RECORD } from './consent-faults.js';
import { holdClient } from './own-sessions.js';

/** Where the record and what was said of it do not fit each other or this practice. */
function disagreements(
  { act, content: { record } }: ConsentSubmission,
  { practice }: EndpointOptions,
): FieldError[] {
  const errors: FieldError[] = [];
  const { document } = record;
  const isNamed = (['id', 'version', 'locale'] as const).every((key) => act.document[key] === document[key]);
  if (!isNamed) {
    const detail = 'The record holds another document than the one named.';
    errors.push({ pointer: '/act/document', code: 'document-differs', detail });
  }
  if (record.practice !== practice.id) {
    const detail = 'This was signed for another practice.';
    errors.push({ pointer: `${RECORD}/practice`, code: 'unknown-practice', detail });
  }
  if (record.locale !== document.locale) {
    const detail = 'This was signed in another language than the document’s.';
    errors.push({ pointer: `${RECORD}/locale`, code: 'locale-differs', detail });
  }
  if (!isTimeZone(record.timeZone)) {
    const detail = 'There is no such time zone.';
    errors.push({ pointer: `${RECORD}/timeZone`, code: 'unknown-time-zone', detail });
  }
  return errors;
}

/** What was replaced since must not be signed any more, though it was published once. */
function outdated({ content: { record } }: ConsentSubmission, options: EndpointOptions): FieldError[] {
  const { id, locale } = record.document;
  const current = currentDocument(options, id, locale);
  if (current && canonicalJson(current) === canonicalJson(record.document)) return [];
  const detail =
    'There is a newer version of this text. Please load the page again, read the new one and sign that. Nothing was signed yet.';
  return [{ pointer: '/act/document/version', code: 'not-current', detail }];
}

/**
 * Whether a consent can be relied on and is one that is asked for now.
 *
 * @throws Refusal 422 with everything that is wrong.
 */
export async function checkConsent(
  consent: ConsentSubmission,
  options: EndpointOptions,
  now: Date,
): Promise<void> {
  const { act, content } = consent;
  const claim = { textDigest: act.document.textDigest, recordDigest: act.recordDigest };
  const { consents, statements } = options;
  const faults = await verifyRecord(content.record, claim, consents, sha256);
  const implausible = implausibleIn(content.record, { now: now.getTime(), statements });
  const errors = [
    ...[...faults, ...implausible].map((code) => ({ code, ...FAULTS[code] })),
    ...disagreements(consent, options),
    ...(faults.includes('never-published') ? [] : outdated(consent, options)),
  ];
  if (errors.length > 0) throw invalid(errors);
}

type Disclosure = ConsentRecord2['disclosures'][number];

/** Why a client can't sign under a disclosure that a record names; nothing where they have accepted it and stand by it. */
function faultOfDisclosure(
  { id, version, recordDigest }: Disclosure,
  history: ConsentHistory,
  { consents }: EndpointOptions,
): Omit<FieldError, 'pointer'> | undefined {
  const accepted = history.consents.filter(
    (row) =>
      row.document_id === id &&
      row.version === version &&
      (recordDigest === undefined || row.record_digest === recordDigest) &&
      row.erased_at === null &&
      findDocument(consents, { id, version, locale: row.locale })?.purpose === 'electronic-records',
  );
  if (accepted.length === 0)
    return { code: 'unknown-disclosure', detail: 'This disclosure was not received from you.' };
  const stands = accepted.some((row) =>
    withdrawalsOf(row, history).every(({ scope }) => scope.startsWith('block:')),
  );
  return stands
    ? undefined
    : {
        code: 'disclosure-withdrawn',
        detail: 'You have taken back that you sign on a screen. Please read that disclosure again first.',
      };
}

/**
 * Whether the earlier records that a record names are ones that we have from the same client. That an electronic-records
 * disclosure is named is not asked for: whoever signs on paper has none here.
 */
function unknownRecords(
  { document, disclosures, supersedes }: ConsentRecord2,
  history: ConsentHistory,
  options: EndpointOptions,
): FieldError[] {
  const errors: FieldError[] = disclosures.flatMap((disclosure, index) => {
    const fault = faultOfDisclosure(disclosure, history, options);
    return fault ? [{ pointer: `${RECORD}/disclosures/${index}`, ...fault }] : [];
  });
  const isKnown = history.consents.some(
    (row) => row.document_id === document.id && row.record_digest === supersedes,
  );
  if (supersedes !== undefined && !isKnown) {
    const detail = 'The record that this one takes the place of was not received from you.';
    errors.push({ pointer: `${RECORD}/supersedes`, code: 'unknown-record', detail });
  }
  return errors;
}

/**
 * A record stands for one act of signing by one person: sent again it would bring back what was taken back, and sent by
 * somebody else it would be a signature that they never gave. Of two that come at once the second waits for the first.
 *
 * @throws Refusal 422 where it was received before, from whomever.
 */
async function requireNew(recordDigest: string, { transaction }: Acting): Promise<void> {
  const taken = await transaction
    .insertInto('signed_records')
    .values({ record_digest: recordDigest })
    .onConflict((conflict) => conflict.doNothing())
    .returning('record_digest')
    .executeTakeFirst();
  if (taken !== undefined) return;
  const detail = 'This record was received before. To sign again, please sign a new one.';
  throw invalid([{ pointer: '/act/recordDigest', code: 'received-before', detail }]);
}

/**
 * Nobody signs while the medicine of a session may still work: neither what arrives then, nor what was signed then and
 * arrives later.
 *
 * @throws Refusal 409
 */
async function requireRested(
  { signature }: ConsentRecord,
  { transaction, clientId, now, options }: Acting,
): Promise<void> {
  for (const at of [now, new Date(signature.at)]) {
    const until = await quietUntil(options, transaction, clientId, at);
    if (until !== undefined) throw tooSoon(until, 'signing');
  }
}

/**
 * Keeps what was signed where it can be found; the record itself stays in the submission's bytes.
 *
 * @throws Refusal 422 where it names a record that is not the client's; 409 while they rest after a dosing session.
 */
export async function keepConsent(
  { id, act, content: { record } }: ConsentSubmission,
  acting: Acting,
): Promise<void> {
  const { transaction, clientId, now, options } = acting;
  await holdClient(acting);
  await requireRested(record, acting);
  if (record.schema === 'kap/consent-record/2') {
    const errors = unknownRecords(record, await historyOf(transaction, clientId), options);
    if (errors.length > 0) throw invalid(errors);
  }
  const { document, recordDigest } = act;
  await requireNew(recordDigest, acting);
  const end = endOfTerm(record.document, now.toISOString());
  await transaction
    .insertInto('consents')
    .values({
      submission_id: id,
      client_id: clientId,
      document_id: document.id,
      version: document.version,
      locale: document.locale,
      record_digest: recordDigest,
      text_digest: document.textDigest,
      received_at: now,
      holds_until: end === undefined ? null : new Date(end),
    })
    .execute();
}
