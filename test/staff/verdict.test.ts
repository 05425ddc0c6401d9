import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64url } from '../../src/domain/base64.js';
import { receiptToSign, type Receipt, type ReceiptKeys } from '../../src/domain/consent/receipt.js';
import type { VerdictPorts } from '../../src/domain/consent/verdict.js';
import { checks } from '../../demo/staff/hashing.js';
import {
  verdictInWords,
  verifyConsent,
  verifyKeptWithdrawal,
  type Verdict,
} from '../../demo/staff/reading/verdict.js';
import { digestOf, newConsent, newRecord, typedAs } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { aSigned, takingBack } from './signed.js';

const RECEIVED = '2026-11-22T20:00:00.000Z';
const signed = newRecord();
const { act, content } = newConsent(signed);
const sound = { act, record: content.record, published: shortConsent, receivedAt: RECEIVED };
const hashingAlone: VerdictPorts = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  verifySignature: () => {
    throw new Error('There is no receipt to check.');
  },
};

const verify = (of: Parameters<typeof verifyConsent>[0]) => verifyConsent(of, undefined, hashingAlone);
const inWords = (verdict: Verdict) => verdictInWords(verdict, (instant) => `at ${instant}`);

const failed = (verdict: Verdict): readonly string[] =>
  'findings' in verdict
    ? verdict.findings.filter(({ holds }) => !holds).map(({ fault }) => fault)
    : ['unchecked'];

/** A practice's key, as its endpoint would publish it, and receipts that it signs. */
function aKey(kid = 'key-1') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const keys: ReceiptKeys = { keys: [{ kty: 'EC', crv: 'P-256', x, y, kid }] };
  const receiptFor = (receipt: Receipt, by: KeyObject = privateKey): string => {
    const text = receiptToSign(kid, receipt);
    const signature = sign('sha256', Buffer.from(text), { key: by, dsaEncoding: 'ieee-p1363' });
    return `${text}.${base64url([...signature])}`;
  };
  return { keys, receiptFor };
}

const { keys, receiptFor } = aKey();
const claim: Receipt = {
  recordDigest: act.recordDigest,
  textDigest: act.document.textDigest,
  receivedAt: RECEIVED,
  practice: 'stillwater',
};
const receipted = { ...sound, receipt: receiptFor(claim) };

describe('verifying a consent without a receipt', () => {
  it('finds one that is as it came consistent, and never proven', async () => {
    const verdict = await verify(sound);
    expect(failed(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ standing: 'consistent', why: 'no-receipt' });
    const { title, meaning } = inWords(verdict);
    expect(title).toBe('Consistent, not proven');
    expect(meaning).toContain('does not prove who signed, or when');
    expect(meaning).toContain('there is no signed receipt');
  });

  it('finds a word that was changed in the stored text', async () => {
    const [block, ...others] = content.record.document.blocks;
    const blocks = block ? [{ ...block, paragraphs: ['Ketamine is approved for this.'] }, ...others] : [];
    const record = { ...content.record, document: { ...content.record.document, blocks } };
    expect(failed(await verify({ ...sound, record }))).toEqual([
      'record-differs',
      'text-differs',
      'never-published',
    ]);
  });

  it('finds another name under it', async () => {
    const record = typedAs(signed, 'Ana Marsh');
    expect(failed(await verify({ ...sound, record }))).toEqual(['record-differs', 'signature-differs']);
  });

  it('finds a whole new record with digests of its own by the text that was never published', async () => {
    const forged = newRecord({ ...shortConsent, title: 'Consent to something else' });
    expect(failed(await verify({ ...sound, record: forged, act: newConsent(forged).act }))).toEqual([
      'never-published',
    ]);
  });

  it('does not take a text for published that the endpoint does not have', async () => {
    const { published, ...unpublished } = sound;
    expect(published).toBeDefined();
    expect(failed(await verify(unpublished))).toEqual(['never-published']);
  });

  it('finds a tick and an answer that were taken out, though every digest was made anew', async () => {
    const record = { ...content.record, acknowledgements: [], checks: [] };
    const again = { ...act, recordDigest: digestOf(record) };
    expect(failed(await verify({ ...sound, record, act: again }))).toEqual([
      'not-acknowledged',
      'check-open',
    ]);
  });

  it('says nothing where the browser can’t hash, and does not call it consistent', async () => {
    const verdict = await verifyConsent(receipted, keys, undefined);
    expect(verdict).toEqual({ standing: 'not-checked', why: 'no-hashing' });
    expect(inWords(verdict).title).toBe('Not checked');
  });

  it('survives half a character, which no digest can be made of', async () => {
    const record = { ...content.record, signer: { name: 'Ana \ud83d', role: 'self' } as const };
    expect(await verify({ ...sound, record })).toEqual({ standing: 'not-checked', why: 'not-writable' });
  });
});

describe('verifying a consent by its receipt, as a browser does', () => {
  it('finds it proven, and says since when', async () => {
    const verdict = await verifyConsent(receipted, keys, checks);
    expect(failed(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ standing: 'proven', receivedAt: RECEIVED });
    const { title, meaning } = inWords(verdict);
    expect(title).toBe('Proven');
    expect(meaning).toContain(`had exactly this record at ${RECEIVED}`);
  });

  it('finds a record that was made anew with every digest, by the receipt of the old one', async () => {
    const forged = typedAs(signed, 'Ana Marsh', { name: 'Ana Marsh', role: 'self' });
    const verdict = await verifyConsent(
      { ...receipted, record: forged, act: newConsent(forged).act },
      keys,
      checks,
    );
    expect(failed(verdict)).toEqual(['receipt-of-another-record']);
    expect(inWords(verdict).title).toBe('Does not hold: 1 of 16 checks failed');
  });

  it.each([
    ['received-differs', { ...receipted, receivedAt: '2026-11-20T20:00:00.000Z' }],
    ['receipt-of-another-text', { ...sound, receipt: receiptFor({ ...claim, textDigest: '0'.repeat(64) }) }],
    ['receipt-of-another-practice', { ...sound, receipt: receiptFor({ ...claim, practice: 'elsewhere' }) }],
    ['receipt-key-unknown', { ...sound, receipt: aKey('key-2').receiptFor(claim) }],
    ['receipt-signature-wrong', { ...sound, receipt: aKey().receiptFor(claim) }],
  ])('finds what is wrong with a receipt: %s', async (fault, of) => {
    expect(failed(await verifyConsent(of, keys, checks))).toEqual([fault]);
  });

  it('says of a receipt that can’t be read just that', async () => {
    const verdict = await verifyConsent({ ...sound, receipt: 'no.receipt.this' }, keys, checks);
    expect(failed(verdict)).toEqual(['receipt-unreadable']);
    expect('findings' in verdict && verdict.findings).toHaveLength(10);
  });

  it('proves nothing without the keys, and says that the signature stays unchecked', async () => {
    const verdict = await verifyConsent(receipted, undefined, checks);
    expect(verdict).toMatchObject({ standing: 'consistent', why: 'no-keys' });
    expect('findings' in verdict && verdict.findings).toHaveLength(14);
    expect(inWords(verdict).meaning).toContain('keys could not be read');
  });

  it('takes a key that is no point of the curve for one that signed nothing', async () => {
    const [key] = keys.keys;
    const broken = { keys: key ? [{ ...key, y: key.x }] : [] };
    expect(failed(await verifyConsent(receipted, broken, checks))).toEqual(['receipt-signature-wrong']);
  });
});

describe('verifying a withdrawal', () => {
  const consent = aSigned();
  const withdrawal = takingBack(consent, { what: 'block', block: 'going-home' });
  const kept = {
    recordDigest: withdrawal.recordDigest,
    textDigest: consent.textDigest,
    signed: consent.record,
  };
  const ownReceipt = receiptFor({
    ...claim,
    recordDigest: withdrawal.recordDigest,
    receivedAt: withdrawal.receivedAt,
  });

  it('finds it proven by its own receipt', async () => {
    const verdict = await verifyKeptWithdrawal({ ...withdrawal, receipt: ownReceipt }, kept, keys, checks);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.standing).toBe('proven');
  });

  it('finds it consistent without one', async () => {
    expect(await verifyKeptWithdrawal(withdrawal, kept, keys, checks)).toMatchObject({
      standing: 'consistent',
      why: 'no-receipt',
    });
  });

  it('finds that it takes back another record, or what is not in it', async () => {
    const other = { ...kept, signed: newRecord({ ...shortConsent, title: 'Another' }) };
    expect(failed(await verifyKeptWithdrawal(withdrawal, other, keys, checks))).toEqual([
      'withdraws-another',
    ]);
    const elsewhere = takingBack(consent, { what: 'block', block: 'elsewhere' });
    const ofIt = { ...kept, recordDigest: elsewhere.recordDigest };
    expect(failed(await verifyKeptWithdrawal(elsewhere, ofIt, keys, checks))).toEqual(['scope-unknown']);
  });

  it('finds that more was taken back than the client wrote', async () => {
    const record = { ...withdrawal.record, scope: { what: 'everything' } as const };
    expect(failed(await verifyKeptWithdrawal({ ...withdrawal, record }, kept, keys, checks))).toEqual([
      'record-differs',
    ]);
  });

  it('says less where what it takes back is erased', async () => {
    const verdict = await verifyKeptWithdrawal(withdrawal, { ...kept, signed: undefined }, keys, checks);
    expect('findings' in verdict && verdict.findings.map(({ fault }) => fault)).toEqual(['record-differs']);
  });
});

describe('a verdict in words', () => {
  it('says of each thing whether it holds, no two alike', async () => {
    const verdict = await verifyConsent(receipted, keys, checks);
    const words = 'findings' in verdict ? verdict.findings.map((finding) => finding.words) : [];
    expect(words).toHaveLength(16);
    expect(new Set(words).size).toBe(16);
  });

  it('counts what failed, and says not to rely on it', async () => {
    const record = typedAs(signed, 'Ana Marsh');
    const { title, meaning } = inWords(await verify({ ...sound, record }));
    expect(title).toBe('Does not hold: 2 of 9 checks failed');
    expect(meaning).toContain('Don’t rely on this record');
  });

  it('tells why nothing was checked', () => {
    const meanings = (['no-hashing', 'not-writable', 'no-history'] as const).map(
      (why) => inWords({ standing: 'not-checked', why }).meaning,
    );
    expect(new Set(meanings).size).toBe(3);
  });
});
