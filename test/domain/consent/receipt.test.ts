import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { base64url, utf8Bytes } from '../../../src/domain/base64.js';
import {
  pinnedKeys,
  receiptKeys,
  readReceipt,
  thumbprint,
  verifyReceipt,
  type Receipt,
  type ReceiptKey,
} from '../../../src/domain/consent/receipt.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { ports } from '../../../tools/verify-consent.js';
import { digestOf } from '../../support/consent.js';
import { hash } from '../../support/ports.js';
import { newSigner, type Signer } from '../../support/receipts.js';

const receipt: Receipt = {
  recordDigest: digestOf('record'),
  textDigest: digestOf('text'),
  receivedAt: '2026-11-22T20:10:01.000Z',
  practice: 'stillwater',
};

let signer: Signer;
let jws: string;
beforeAll(async () => {
  signer = await newSigner('2026-11');
  jws = await signer.sign(receipt);
});

const part = (value: unknown): string => base64url(utf8Bytes(canonicalJson(value)));
const faultsOf = async (text: string, claim: Receipt = receipt, keys = signer.keys) =>
  (await verifyReceipt(text, claim, keys, ports.verifySignature)).faults;

describe('a receipt', () => {
  it('is good for the record that it was signed for, and says when that was received', async () => {
    expect(await verifyReceipt(jws, receipt, signer.keys, ports.verifySignature)).toEqual({
      receipt,
      faults: [],
    });
  });

  it('is a compact JWS of canonical JSON, as any library reads it', () => {
    const [header = '', payload = ''] = jws.split('.');
    expect(Buffer.from(header, 'base64url').toString()).toBe('{"alg":"ES256","kid":"2026-11"}');
    expect(Buffer.from(payload, 'base64url').toString()).toBe(canonicalJson(receipt));
  });

  it('is good with whatever else stands in its header, in any order: all of it is signed', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const { x = '', y = '' } = await exportJWK(publicKey);
    const made = await new CompactSign(Buffer.from(canonicalJson(receipt)))
      .setProtectedHeader({ typ: 'JOSE', kid: 'jose', alg: 'ES256' })
      .sign(privateKey);
    const key = { kty: 'EC', crv: 'P-256', x, y, kid: 'jose' } as const;
    expect(await faultsOf(made, receipt, { keys: [key] })).toEqual([]);
  });

  it('stays good when the key has been changed for a new one, as long as the old is published', async () => {
    const { keys } = await newSigner('2027-01');
    expect(await faultsOf(jws, receipt, { keys: [...keys.keys, ...signer.keys.keys] })).toEqual([]);
    expect(await faultsOf(jws, receipt, keys)).toEqual(['receipt-key-unknown']);
  });

  it('is not good under another key of the same name', async () => {
    const { keys } = await newSigner('2026-11');
    expect(await faultsOf(jws, receipt, keys)).toEqual(['receipt-signature-wrong']);
  });

  it('is not good under what is no point of the curve', async () => {
    const [key] = signer.keys.keys;
    const keys = key ? [{ ...key, y: key.x }] : [];
    expect(await faultsOf(jws, receipt, { keys })).toEqual(['receipt-signature-wrong']);
  });

  it('says which it is for, where it is held against another', async () => {
    const other = digestOf('another');
    expect(await faultsOf(jws, { ...receipt, recordDigest: other })).toEqual(['receipt-of-another-record']);
    expect(await faultsOf(jws, { ...receipt, textDigest: other })).toEqual(['receipt-of-another-text']);
    expect(await faultsOf(jws, { ...receipt, practice: 'hazel-house' })).toEqual([
      'receipt-of-another-practice',
    ]);
  });

  it('is still held against its claim where no key is known, and its signature is not', async () => {
    const unchecked = (of: string, claim: Receipt) =>
      verifyReceipt(of, claim, undefined, () => Promise.reject(new Error('Nothing to check it with')));
    expect((await unchecked(jws, receipt)).faults).toEqual([]);
    expect((await unchecked(jws, { ...receipt, practice: 'hazel-house' })).faults).toEqual([
      'receipt-of-another-practice',
    ]);
  });
});

describe('what is no receipt', () => {
  const signature = base64url(Array.from({ length: 64 }, () => 7));
  const header = { alg: 'ES256', kid: '2026-11' };

  it.each<[string, string]>([
    ['empty', ''],
    ['two parts', `${part(header)}.${part(receipt)}`],
    ['four parts', `${part(header)}.${part(receipt)}.${signature}.${signature}`],
    ['longer than any', `${part(header)}.${part({ ...receipt, practice: 'a'.repeat(4000) })}.${signature}`],
    [
      'by an algorithm that asks for no key',
      `${part({ alg: 'none', kid: 'a' })}.${part(receipt)}.${signature}`,
    ],
    ['by a shared secret', `${part({ alg: 'HS256', kid: 'a' })}.${part(receipt)}.${signature}`],
    [
      'with a header that asks for more than it knows',
      `${part({ ...header, crit: ['b64'] })}.${part(receipt)}.${signature}`,
    ],
    ['with more in its payload', `${part(header)}.${part({ ...receipt, note: 'x' })}.${signature}`],
    ['without a time', `${part(header)}.${part({ ...receipt, receivedAt: undefined })}.${signature}`],
    [
      'with its members in another order',
      `${part(header)}.${base64url(utf8Bytes(JSON.stringify(receipt)))}.${signature}`,
    ],
    [
      'with white space',
      `${part(header)}.${base64url(utf8Bytes(` ${canonicalJson(receipt)}`))}.${signature}`,
    ],
    ['with a signature that is too short', `${part(header)}.${part(receipt)}.${signature.slice(0, -4)}`],
    [
      'with a signature written in another way',
      `${part(header)}.${part(receipt)}.${signature.slice(0, -1)}x`,
    ],
    ['with padding', `${part(header)}.${part(receipt)}.${signature}==`],
  ])('is one that is %s', async (_, text) => {
    expect(readReceipt(text)).toBeUndefined();
    expect(await faultsOf(text)).toEqual(['receipt-unreadable']);
  });

  it('is told from one that only was not signed', () => {
    expect(readReceipt(`${part(header)}.${part(receipt)}.${signature}`)?.receipt).toEqual(receipt);
  });
});

describe('the keys of an endpoint', () => {
  it('are read without anything private in them', () => {
    const [key] = signer.keys.keys;
    expect(receiptKeys.parse({ keys: [{ ...key, d: 'secret', use: 'sig' }] })).toEqual({
      keys: [{ ...key, use: 'sig' }],
    });
  });

  it('have the thumbprints of RFC 7638', async () => {
    // Made with another library (jose 6.2, calculateJwkThumbprint), of the example key of RFC 7517, A.1.
    const key: ReceiptKey = {
      kty: 'EC',
      crv: 'P-256',
      x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
      y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
      kid: '1',
    };
    expect(await thumbprint(key, hash.sha256)).toBe('cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s');
  });

  it('are those that were pinned, and all where nothing was', async () => {
    const other = await newSigner('2027-01');
    const both = { keys: [...signer.keys.keys, ...other.keys.keys] };
    const prints = await Promise.all(other.keys.keys.map((key) => thumbprint(key, hash.sha256)));
    expect(await pinnedKeys(both, prints, hash.sha256)).toEqual(other.keys);
    expect(await pinnedKeys(both, ['another'], hash.sha256)).toEqual({ keys: [] });
    expect(await pinnedKeys(both, [], hash.sha256)).toEqual(both);
  });
});
