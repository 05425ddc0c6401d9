import { describe, expect, it } from 'vitest';
import type { WithdrawalRecord } from '../../../src/domain/consent/record.js';
import { verifyWithdrawal } from '../../../src/domain/consent/withdrawal.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { sha256 } from '../../support/ports.js';

const signed = newRecord();
const { id, version, title } = shortConsent;

const withdrawal: WithdrawalRecord = {
  schema: 'kap/consent-withdrawal/1',
  practice: 'stillwater',
  recordDigest: digestOf(signed),
  document: { id, version, title },
  scope: { what: 'everything' },
  statement: 'I take this back.',
  at: '2026-12-01T09:00:00.000Z',
  timeZone: 'America/Los_Angeles',
  locale: 'en',
  widget: { version: '0.1.0', build: 'test' },
};

const faultsOf = (record: WithdrawalRecord, digest = digestOf(record)) =>
  verifyWithdrawal(record, digest, signed, sha256);

describe('a withdrawal', () => {
  it.each<[string, WithdrawalRecord['scope']]>([
    ['everything', { what: 'everything' }],
    ['the electronic form', { what: 'electronic-records' }],
    ['one passage', { what: 'block', block: 'going-home' }],
  ])('can take back %s', async (_, scope) => {
    expect(await faultsOf({ ...withdrawal, scope })).toEqual([]);
  });

  it('can’t take back a passage that there isn’t', async () => {
    expect(await faultsOf({ ...withdrawal, scope: { what: 'block', block: 'touch' } })).toEqual([
      'scope-unknown',
    ]);
  });

  it('is not what another digest was made of', async () => {
    expect(await faultsOf(withdrawal, digestOf('another'))).toEqual(['record-differs']);
  });

  it.each<[string, Partial<WithdrawalRecord>]>([
    ['another record', { recordDigest: digestOf('another') }],
    ['another practice’s', { practice: 'hazel-house' }],
    ['another version', { document: { id, version: '2026-06', title } }],
    ['another title', { document: { id, version, title: 'Touch' } }],
  ])('is held against what was signed, and refused for %s', async (_, replacing) => {
    expect(await faultsOf({ ...withdrawal, ...replacing })).toEqual(['withdraws-another']);
  });

  it('stands for itself where what was signed is not at hand', async () => {
    const alone = { ...withdrawal, scope: { what: 'block', block: 'touch' } } as const;
    expect(await verifyWithdrawal(alone, digestOf(alone), undefined, sha256)).toEqual([]);
  });
});
