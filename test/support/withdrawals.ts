import { randomBytes, randomUUID } from 'node:crypto';
import type { ConsentRecord, WithdrawalRecord, WithdrawalScope } from '../../src/domain/consent/record.js';
import type { ConsentWithdrawalSubmission } from '../../src/domain/submission/envelope.js';
import { scopeInAct } from '../../src/domain/submission/withdrawal-scope.js';
import { digestOf } from './consent.js';

/** What somebody writes who takes back what they signed: all of it, where nothing else is said. */
export const newWithdrawalRecord = (
  signed: ConsentRecord,
  scope: WithdrawalScope = { what: 'everything' },
): WithdrawalRecord => ({
  schema: 'kap/consent-withdrawal/1',
  practice: signed.practice,
  recordDigest: digestOf(signed),
  document: { id: signed.document.id, version: signed.document.version, title: signed.document.title },
  scope,
  statement: 'I take back my consent.',
  at: '2026-11-22T19:59:30.000Z',
  timeZone: 'America/Los_Angeles',
  locale: 'en',
  widget: { version: '0.1.0', build: 'test' },
});

/** A new withdrawal as the widget would send it. */
export const newWithdrawal = (
  record: WithdrawalRecord,
  replacing: Partial<ConsentWithdrawalSubmission> = {},
): ConsentWithdrawalSubmission => ({
  schema: 'kap/submission/1',
  id: randomUUID(),
  nonce: randomBytes(16).toString('base64url'),
  kind: 'consent-withdrawal',
  createdAt: '2026-11-22T19:59:30.000Z',
  timeZone: 'America/Los_Angeles',
  locale: 'en',
  practice: 'stillwater',
  widget: { version: '0.1.0', build: 'test' },
  relatesTo: [],
  act: { recordDigest: record.recordDigest, scope: scopeInAct(record.scope) },
  content: { record },
  ...replacing,
});
