import type { ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { verifyRecord, type RecordFault } from '../../../src/domain/consent/verify.js';
import type { ConsentSubmission } from '../../../src/domain/submission/envelope.js';
import { historyOf, type ConsentRow } from '../consent-history.js';
import { currentDocument } from '../consents.js';
import type { EndpointOptions } from '../endpoint.js';
import { sha256 } from '../ports.js';
import { invalid, type FieldError } from '../problems.js';
import { quietUntil, tooSoonToSign } from '../scheduling/quiet.js';
import { isTimeZone } from '../zone.js';
import type { Acting } from './acting.js';
import { holdClient } from './own-sessions.js';

const RECORD = '/content/record';

const FAULTS: Readonly<Record<RecordFault, Omit<FieldError, 'code'>>> = {
  'record-differs': {
    pointer: '/act/recordDigest',
    detail: 'This is not the record that the digest was made of.',
  },
  'text-differs': {
    pointer: '/act/document/textDigest',
    detail: 'This is not the text that the digest was made of.',
  },
  'never-published': {
    pointer: `${RECORD}/document`,
    detail: 'This text is no version that was published here.',
  },
  'not-acknowledged': {
    pointer: `${RECORD}/acknowledgements`,
    detail: 'An acknowledgement is missing, or its words are not those of the document.',
  },
  'choice-open': {
    pointer: `${RECORD}/choices`,
    detail: 'A choice was left open, or holds an answer or words that are not those of the document.',
  },
  'check-open': {
    pointer: `${RECORD}/checks`,
    detail: 'A comprehension check was left open, or answered with what is no answer of it.',
  },
  'disclosure-differs': {
    pointer: `${RECORD}/disclosures`,
    detail: 'A disclosure is named twice, or is the document itself.',
  },
  'signer-incomplete': {
    pointer: `${RECORD}/signer`,
    detail: 'Whoever signs for somebody else must say for whom, and by what right.',
  },
  'signature-differs': {
    pointer: `${RECORD}/signature`,
    detail: 'The signature is not the name of whoever signs, or nothing was drawn.',
  },
};

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
  const { id, version } = record.document;
  if (currentDocument(options, id)?.version === version) return [];
  const detail =
    'There is a newer version of this text. Please load the page again, read the new one and sign that. Nothing was signed yet.';
  return [{ pointer: '/act/document/version', code: 'not-current', detail }];
}

/**
 * Whether a consent can be relied on and is one that is asked for now.
 *
 * @throws Refusal 422 with everything that is wrong.
 */
export async function checkConsent(consent: ConsentSubmission, options: EndpointOptions): Promise<void> {
  const { act, content } = consent;
  const claim = { textDigest: act.document.textDigest, recordDigest: act.recordDigest };
  const faults = await verifyRecord(content.record, claim, options.consents, sha256);
  const errors = [
    ...faults.map((code) => ({ code, ...FAULTS[code] })),
    ...disagreements(consent, options),
    ...(faults.includes('never-published') ? [] : outdated(consent, options)),
  ];
  if (errors.length > 0) throw invalid(errors);
}

/**
 * Whether the earlier records that a record names are ones that we have from the same client. That an electronic-records
 * disclosure is named is not asked for: whoever signs on paper has none here.
 */
function unknownRecords(
  { document, disclosures, supersedes }: ConsentRecord2,
  received: readonly ConsentRow[],
): FieldError[] {
  const has = (named: {
    readonly id: string;
    readonly version?: string;
    readonly recordDigest?: string | undefined;
  }) =>
    received.some(
      (row) =>
        row.document_id === named.id &&
        (named.version === undefined || row.version === named.version) &&
        (named.recordDigest === undefined || row.record_digest === named.recordDigest),
    );
  const errors: FieldError[] = disclosures.flatMap((disclosure, index) => {
    const detail = 'This disclosure was not received from you.';
    const pointer = `${RECORD}/disclosures/${index}`;
    return has(disclosure) ? [] : [{ pointer, code: 'unknown-disclosure', detail }];
  });
  if (supersedes !== undefined && !has({ id: document.id, recordDigest: supersedes })) {
    const detail = 'The record that this one takes the place of was not received from you.';
    errors.push({ pointer: `${RECORD}/supersedes`, code: 'unknown-record', detail });
  }
  return errors;
}

/**
 * A record stands for one act of signing: sent again under another name it would bring back what was taken back.
 *
 * @throws Refusal 422 where it was received before.
 */
async function requireNew(recordDigest: string, { transaction, clientId }: Acting): Promise<void> {
  const known = await transaction
    .selectFrom('consents')
    .select('submission_id')
    .where('client_id', '=', clientId)
    .where('record_digest', '=', recordDigest)
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) return;
  const detail = 'This record was received before. To sign again, please sign a new one.';
  throw invalid([{ pointer: '/act/recordDigest', code: 'received-before', detail }]);
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
  const quiet = await quietUntil(options, transaction, clientId);
  if (quiet !== undefined) throw tooSoonToSign(quiet);
  if (record.schema === 'kap/consent-record/2') {
    const errors = unknownRecords(record, (await historyOf(transaction, clientId)).consents);
    if (errors.length > 0) throw invalid(errors);
  }
  const { document, recordDigest } = act;
  await requireNew(recordDigest, acting);
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
    })
    .execute();
}
