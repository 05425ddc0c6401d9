import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { ConsentRecord2, WithdrawalRecord, WithdrawalScope } from '../../src/domain/consent/record.js';
import { scopeInAct } from '../../src/domain/submission/withdrawal-scope.js';
import type {
  ClientConsents,
  SignedDocument,
  SignedRecord,
  StaffWithdrawal,
} from '../../demo/staff/consent-answers.js';
import { digestOf, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { ANA } from './bookings.js';

export const ZONE = 'America/Los_Angeles';

/** The short consent as it was half a year before. */
export const earlier: ConsentDocument = {
  ...shortConsent,
  version: '2026-05',
  blocks: shortConsent.blocks.map((block) =>
    block.id === 'going-home' ? { ...block, paragraphs: ['Somebody takes you home.'] } : block,
  ),
};

let count = 0;
const nextId = (): string => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;

/** A record of a document as the staff side gets it. */
export function aSigned(
  document: ConsentDocument = shortConsent,
  replacing: Partial<SignedRecord> = {},
  record: ConsentRecord2 = newRecord(document),
): SignedRecord {
  return {
    submissionId: nextId(),
    reference: 'AAAA-1111',
    receivedAt: '2026-11-22T20:00:00.000Z',
    version: document.version,
    locale: document.locale,
    recordDigest: digestOf(record),
    textDigest: digestOf(document),
    status: 'signed',
    withdrawals: [],
    record,
    ...replacing,
  };
}

/** A withdrawal of that record. */
export function takingBack(
  { record, submissionId, recordDigest }: SignedRecord,
  scope: WithdrawalScope = { what: 'everything' },
  receivedAt = '2026-11-23T18:00:00.000Z',
): StaffWithdrawal {
  const { id, version, title } = record?.document ?? shortConsent;
  const withdrawal: WithdrawalRecord = {
    schema: 'kap/consent-withdrawal/1',
    practice: 'stillwater',
    recordDigest,
    document: { id, version, title },
    scope,
    statement: 'I take this back.',
    at: '2026-11-23T17:59:00.000Z',
    timeZone: ZONE,
    locale: 'en',
    widget: { version: '0.1.0', build: 'test' },
  };
  return {
    submissionId: nextId(),
    reference: 'BBBB-2222',
    receivedAt,
    scope: scopeInAct(scope),
    record: withdrawal,
    recordDigest: digestOf(withdrawal),
    consentId: submissionId,
  };
}

/** The document with what was signed of it, newest first. */
export const aDocument = (
  records: readonly SignedRecord[],
  replacing: Partial<SignedDocument> = {},
): SignedDocument => ({
  id: shortConsent.id,
  title: shortConsent.title,
  currentVersion: shortConsent.version,
  records: [...records],
  published: [earlier, shortConsent],
  ...replacing,
});

export const consentsOf = (...documents: SignedDocument[]): ClientConsents => ({
  client: { id: ANA, clearance: { status: 'in-review' }, clearanceHistory: [] },
  documents,
});
