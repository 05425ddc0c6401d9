import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiptToSign, thumbprint, type ReceiptKey } from '../../../src/domain/consent/receipt.js';
import type { ConsentState } from '../../../src/app/consent/state.js';
import type { HttpRequest } from '../../../src/app/ports.js';
import type { Reply } from '../../../src/domain/submission/delivery.js';
import type { ConsentSubmission } from '../../../src/domain/submission/envelope.js';
import { signedTo, TO_ENDPOINT, type Opening } from '../../support/open-consent.js';
import { accepts, hasStatus, LateAnswers, noReply, reaches, reply, sha256 } from '../../support/ports.js';
import { endpoint, stillwater, webhook } from '../../support/practice-samples.js';

const KEYS = 'GET receipt-keys';
const RECEIVED_AT = '2026-11-22T20:10:01.000Z';

interface Pair {
  readonly key: ReceiptKey;
  readonly privateKey: KeyObject;
}

function newKey(kid: string): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { key: { kty: 'EC', crv: 'P-256', x, y, kid }, privateKey };
}

const practice = newKey('of-the-practice');
const stranger = newKey('of-the-practice');

type Claim = Parameters<typeof receiptToSign>[1];

/** An endpoint that signs for what it received, or for something else. */
const vouching =
  ({ privateKey, key }: Pair, change: Partial<Claim> = {}) =>
  (request: HttpRequest): Reply => {
    const { act, practice: id } = JSON.parse(request.body ?? '') as ConsentSubmission;
    const toSign = receiptToSign(key.kid, {
      recordDigest: act.recordDigest,
      textDigest: act.document.textDigest,
      receivedAt: RECEIVED_AT,
      practice: id,
      ...change,
    });
    const signature = sign('sha256', Buffer.from(toSign), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const { body } = accepts(request) as Extract<Reply, { kind: 'response' }>;
    const receipt = `${toSign}.${signature.toString('base64url')}`;
    return reply(201, { ...(JSON.parse(body) as object), receipt });
  };

async function receiptOf(answer: (request: HttpRequest) => Reply, opening: Opening = {}) {
  const script = { [KEYS]: [reply(200, { keys: [practice.key] })], ...opening.script };
  const opened = await signedTo([answer], { ...opening, script });
  const { receipt } = await reaches(opened.consent, hasStatus('signed'));
  return { ...opened, receipt };
}

type Signed = Extract<ConsentState, { status: 'signed' }>;

const isChecked = (state: ConsentState): state is Signed =>
  state.status === 'signed' && state.receipt.standing !== 'checking';

/** The same, as soon as all is known that can be. */
async function checkedReceiptOf(answer: (request: HttpRequest) => Reply, opening: Opening = {}) {
  const opened = await receiptOf(answer, opening);
  const { receipt } = await reaches(opened.consent, isChecked);
  return { ...opened, receipt };
}

describe('the receipt of a consent', () => {
  it('vouches for it where the key of the endpoint has signed it', async () => {
    const { receipt, ports } = await checkedReceiptOf(vouching(practice));
    expect(receipt.standing).toBe('vouched');
    expect(receipt.jws).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(ports.network.sent(KEYS)).toEqual([
      { method: 'GET', url: `${endpoint.url}receipt-keys`, headers: {}, mayCache: false },
    ]);
    expect(ports.warnings).toEqual([]);
  });

  it('is being checked while the keys are on their way, and the consent is signed already', async () => {
    const late = new LateAnswers();
    const { receipt, consent } = await receiptOf(vouching(practice), { script: { [KEYS]: [late.answer] } });
    expect(receipt.standing).toBe('checking');
    late.arrives(reply(200, { keys: [practice.key] }));
    const { receipt: checked } = await reaches(consent, isChecked);
    expect(checked).toEqual({ standing: 'vouched', jws: receipt.jws });
  });

  it('is missed, and no key is asked for, where none came', async () => {
    const { receipt, ports } = await checkedReceiptOf(accepts);
    expect(receipt).toEqual({ standing: 'none', jws: undefined });
    expect(ports.network.sent(KEYS)).toEqual([]);
  });

  it.each([
    ['another record', { recordDigest: 'a1'.repeat(32) }],
    ['another text', { textDigest: 'a1'.repeat(32) }],
    ['another practice', { practice: 'elsewhere' }],
    ['another time than the answer names', { receivedAt: '2026-11-21T20:10:01.000Z' }],
  ])('is wrong and not kept where it is for %s', async (_, change) => {
    const { receipt, consent } = await checkedReceiptOf(vouching(practice, change));
    expect(receipt).toEqual({ standing: 'wrong', jws: undefined });
    expect(consent.state).toMatchObject({ status: 'signed', reference: 'KAP-7F3Q' });
  });

  it('is wrong where another key signed it under the same name', async () => {
    const { receipt } = await checkedReceiptOf(vouching(stranger));
    expect(receipt).toEqual({ standing: 'wrong', jws: undefined });
  });

  it.each(['', 'a.b.c', 'x'.repeat(5_000)])('is wrong where it is none: %s', async (receipt) => {
    const answer = (request: HttpRequest) => {
      const { body } = accepts(request) as Extract<Reply, { kind: 'response' }>;
      return reply(201, { ...(JSON.parse(body) as object), receipt });
    };
    expect((await checkedReceiptOf(answer)).receipt.standing).toBe('wrong');
  });

  it.each([
    ['can’t be reached', [noReply()]],
    ['are none', [reply(200, '<!doctype html>')]],
    ['do not hold it', [reply(200, { keys: [{ ...practice.key, kid: 'another' }] })]],
  ])('is kept unchecked, with one warning, where the keys %s', async (_, answers) => {
    const { receipt, ports } = await checkedReceiptOf(vouching(practice), { script: { [KEYS]: answers } });
    expect(receipt.standing).toBe('unchecked');
    expect(receipt.jws).toBeDefined();
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['receipt-keys']);
  });
});

describe('a page that pins the keys of receipts', () => {
  it('trusts those alone', async () => {
    const pinned = await thumbprint(practice.key, sha256);
    const { receipt } = await checkedReceiptOf(vouching(practice), { thumbprints: [pinned] });
    expect(receipt.standing).toBe('vouched');
  });

  it('trusts no other key of the endpoint, and whoever runs the page is told', async () => {
    const pinned = await thumbprint(newKey('x').key, sha256);
    const { receipt, ports } = await checkedReceiptOf(vouching(practice), { thumbprints: [pinned] });
    expect(receipt.standing).toBe('unchecked');
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['receipt-thumbprints']);
  });
});

describe('a webhook', () => {
  it('vouches for nothing, and no key is asked for', async () => {
    const configUrl = 'https://site.example/practice.json';
    const { receipt, ports } = await checkedReceiptOf(() => reply(200), {
      destination: { ...webhook, configUrl },
      source: { kind: 'address', url: 'https://site.example/consents/ketamine-therapy' },
      script: {
        [TO_ENDPOINT]: [reply(200)],
        'POST intake': [reply(200)],
        'GET practice.json': [reply(200, stillwater)],
      },
    });
    expect(receipt).toEqual({ standing: 'none', jws: undefined });
    expect(ports.network.sent(KEYS)).toEqual([]);
  });
});
