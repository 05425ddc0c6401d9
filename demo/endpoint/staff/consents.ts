import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import type { ConsentRecord, ConsentRecord2, WithdrawalRecord } from '../../../src/domain/consent/record.js';
import { blocksToGoOver } from '../../../src/domain/consent/verify.js';
import type { ConsentStatus } from '../../../src/domain/practice/care-state.js';
import { uuid } from '../../../src/domain/untrusted.js';
import {
  historyOf,
  standingOfConsent,
  withdrawalsOf,
  type ConsentHistory,
  type ConsentRow,
  type WithdrawalRow,
} from '../consent-history.js';
import { currentDocument, findDocument } from '../consents.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound } from '../problems.js';
import type { Role } from '../tables.js';
import { clientPart, type ClientPart } from './client-part.js';
import { addToLog } from './log.js';
import { readStored, receiptIn, type Stored } from './stored.js';

/** Something that was received under a reference, with the receipt that was given for it. */
interface Received {
  readonly submissionId: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly receipt?: string;
}

/** What a client took back. */
export interface StaffWithdrawal extends Received {
  readonly scope: string;
  readonly record: WithdrawalRecord;
  /** The withdrawal's own record's. */
  readonly recordDigest: string;
  /** The submission of the record that it names; it holds for all that were signed of the document until then. */
  readonly consentId: string;
}

/** Who erased a record by law, when, and why. */
export interface Erasure {
  readonly at: string;
  readonly by: Role;
  readonly reason: string;
}

/** One record that a client signed, and what has become of it. */
export interface SignedRecord extends Received {
  readonly version: string;
  readonly locale: string;
  readonly recordDigest: string;
  readonly textDigest: string;
  readonly status: ConsentStatus | 'erased';
  /** Where there is a newer text: what has changed since. */
  readonly change?: ConsentDocument['change'];
  /** Where it was signed for a time: the end of that. */
  readonly holdsUntil?: string;
  readonly withdrawals: readonly StaffWithdrawal[];
  readonly erased?: Erasure;
  /** Missing where it was erased; so is what follows. */
  readonly record?: ConsentRecord;
  readonly disclosures?: ConsentRecord2['disclosures'];
  readonly supersedes?: string;
  /** Blocks whose check was missed twice: to be gone over together. */
  readonly blocksToGoOver?: readonly string[];
}

/** A document and all that a client has signed of it, newest first. */
export interface SignedDocument {
  readonly id: string;
  readonly title: string;
  /** The version that clients are asked to sign now; missing where none is any more. */
  readonly currentVersion?: string;
  readonly records: readonly SignedRecord[];
  /** Its texts as they were published, oldest first, so that two versions can be laid side by side. */
  readonly published: readonly ConsentDocument[];
}

export interface ClientConsents {
  readonly client: ClientPart;
  /** Those that clients are asked to sign, in that order, and then others that this one has signed. */
  readonly documents: readonly SignedDocument[];
}

/** The submissions' bytes and receipts, by id. */
type Sent = ReadonlyMap<string, { readonly stored: Stored; readonly receipt: string | undefined }>;

async function sentBy(database: Database, clientId: string): Promise<Sent> {
  const rows = await database
    .selectFrom('submissions')
    .select(['id', 'body', 'answer_body'])
    .where('client_id', '=', clientId)
    .where('kind', 'in', ['consent', 'consent-withdrawal'])
    .execute();
  return new Map(
    rows.map(({ id, body, answer_body }) => [
      id,
      { stored: readStored(body), receipt: receiptIn(answer_body) },
    ]),
  );
}

function receivedAs(
  { submission_id, reference, received_at }: ConsentRow | WithdrawalRow,
  sent: Sent,
): Received {
  const receipt = sent.get(submission_id)?.receipt;
  return {
    submissionId: submission_id,
    reference,
    receivedAt: received_at.toISOString(),
    ...(receipt === undefined ? {} : { receipt }),
  };
}

function withdrawalFrom(row: WithdrawalRow, sent: Sent): StaffWithdrawal[] {
  const stored = sent.get(row.submission_id)?.stored;
  if (stored?.kind !== 'consent-withdrawal') return [];
  const { scope, record_digest: recordDigest, consent_id: consentId } = row;
  return [{ ...receivedAs(row, sent), scope, recordDigest, consentId, record: stored.content.record }];
}

/** What the record itself says. */
function contentOf(
  stored: Stored | undefined,
): Pick<SignedRecord, 'record' | 'disclosures' | 'supersedes' | 'blocksToGoOver'> {
  if (stored?.kind !== 'consent') return {};
  const { record } = stored.content;
  const isFirst = record.schema === 'kap/consent-record/1';
  return {
    record,
    disclosures: isFirst ? [] : record.disclosures,
    ...(isFirst || record.supersedes === undefined ? {} : { supersedes: record.supersedes }),
    blocksToGoOver: blocksToGoOver(record),
  };
}

function erasureOf({ erased_at, erased_by, erased_reason }: ConsentRow): Erasure | undefined {
  if (erased_at === null || erased_by === null || erased_reason === null) return undefined;
  return { at: erased_at.toISOString(), by: erased_by, reason: erased_reason };
}

function recordFrom(
  row: ConsentRow,
  history: ConsentHistory,
  sent: Sent,
  options: EndpointOptions,
): SignedRecord {
  const erased = erasureOf(row);
  return {
    ...receivedAs(row, sent),
    version: row.version,
    locale: row.locale,
    recordDigest: row.record_digest,
    textDigest: row.text_digest,
    ...standingOfConsent(row, history, options),
    withdrawals: withdrawalsOf(row, history).flatMap((each) => withdrawalFrom(each, sent)),
    ...(erased === undefined ? {} : { status: 'erased', erased }),
    ...contentOf(sent.get(row.submission_id)?.stored),
  };
}

/** A document with what was signed of it. */
function documentFrom(
  id: string,
  history: ConsentHistory,
  sent: Sent,
  options: EndpointOptions,
): SignedDocument {
  const rows = history.consents.filter(({ document_id }) => document_id === id);
  const current = currentDocument(options, id);
  const newest = rows.at(-1);
  const known = current ?? (newest && findDocument(options.consents, { ...newest, id }));
  return {
    id,
    title: known?.title ?? id,
    ...(current === undefined ? {} : { currentVersion: current.version }),
    records: rows.map((row) => recordFrom(row, history, sent, options)).reverse(),
    published: options.consents.filter((document) => document.id === id),
  };
}

/**
 * Everything that a client has signed and taken back, with the texts. The read is logged first; where it can't be,
 * nothing is read.
 *
 * @throws Refusal 403 for the office, 404.
 */
export async function readClientConsents(
  options: EndpointOptions,
  id: string,
  role: Role,
): Promise<ClientConsents> {
  if (role === 'office')
    throw notAllowed('What a client has signed is for the prescriber and the therapist.');
  if (!uuid.safeParse(id).success) throw notFound();
  return inTransaction(options.database, async (database) => {
    const known = await database.selectFrom('clients').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) throw notFound();
    await addToLog(database, { at: options.clock(), role, action: 'consents-read', clientId: id });
    const history = await historyOf(database, id);
    const sent = await sentBy(database, id);
    const asked = options.practice.consents.map((consent) => consent.id);
    const signed = history.consents.map(({ document_id }) => document_id);
    return {
      client: await clientPart(options, database, id, role),
      documents: [...new Set([...asked, ...signed])].map((each) =>
        documentFrom(each, history, sent, options),
      ),
    };
  });
}
