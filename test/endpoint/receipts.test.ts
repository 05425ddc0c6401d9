import {
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  decodeProtectedHeader,
  type JWK,
} from 'jose';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { receiptsIn } from '../../demo/endpoint/receipts.js';
import { receiptKeys } from '../../src/domain/consent/receipt.js';
import { receiptClaim } from '../../src/domain/submission/acceptance.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { digestOf, newConsent, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, type EndpointUnderTest } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kap-receipts-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

async function publicKeys(endpoint: EndpointUnderTest): Promise<{ keys: JWK[] }> {
  return (await (await endpoint.ask('/api/receipt-keys')).json()) as { keys: JWK[] };
}

/** What a receipt says, checked by the keys that the endpoint names. */
async function saidBy(receipt: string | undefined, endpoint: EndpointUnderTest): Promise<string> {
  const { payload } = await compactVerify(receipt ?? '', createLocalJWKSet(await publicKeys(endpoint)));
  return new TextDecoder().decode(payload);
}

onEachDatabase('The receipt', (database) => {
  const record = newRecord();

  test('of a consent is signed over its digests, when it came and to whom', async () => {
    const endpoint = endpointOn(database());
    const { receipt, receivedAt } = await endpoint.sent(newCareToken(), newConsent(record));
    const claim = {
      recordDigest: digestOf(record),
      textDigest: digestOf(shortConsent),
      receivedAt,
      practice: 'stillwater',
    };
    expect(await saidBy(receipt, endpoint)).toBe(canonicalJson(claim));
    expect(receiptClaim.safeParse(claim).success).toBe(true);
  });

  test('of a withdrawal is over its own record and the text that was signed', async () => {
    const [endpoint, token] = [endpointOn(database()), newCareToken()];
    await endpoint.sent(token, newConsent(record));
    const written = newWithdrawalRecord(record);
    const { receipt, receivedAt } = await endpoint.sent(token, newWithdrawal(written));
    expect(JSON.parse(await saidBy(receipt, endpoint))).toEqual({
      recordDigest: digestOf(written),
      textDigest: digestOf(shortConsent),
      receivedAt,
      practice: 'stillwater',
    });
  });

  test('is the same, letter for letter, each time the same bytes come', async () => {
    const [endpoint, token] = [endpointOn(database()), newCareToken()];
    const consent = newConsent(record);
    const answers = await Promise.all([1, 2, 3].map(() => endpoint.post(token, consent)));
    endpoint.clock.advance(48);
    const texts = await Promise.all(
      [...answers, await endpoint.post(token, consent)].map((one) => one.text()),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"receipt"');
  });

  test('comes with nothing that is not signed by a client', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    expect(await (await endpoint.post(token, intake)).json()).not.toHaveProperty('receipt');
  });

  test('is checked by public keys that anybody may read, by their thumbprints, and a cache may hold', async () => {
    const endpoint = endpointOn(database());
    const { receipt } = await endpoint.sent(newCareToken(), newConsent(record));
    const answer = await endpoint.ask('/api/receipt-keys');
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const { keys } = (await answer.json()) as { keys: JWK[] };
    expect(keys).toEqual([expect.not.objectContaining({ d: expect.anything() as unknown })]);
    const { alg, kid } = decodeProtectedHeader(receipt ?? '');
    expect([alg, kid]).toEqual(['ES256', keys[0]?.kid]);
    expect(kid).toBe(await calculateJwkThumbprint(keys[0] ?? {}));
  });

  test('is made with a key of which the database and the reports hold nothing', async () => {
    const path = folder();
    const endpoint = endpointOn(database(), { receipts: await receiptsIn(path) });
    await endpoint.sent(newCareToken(), newConsent(record));
    const file = JSON.parse(readFileSync(join(path, 'receipt-keys.json'), 'utf8')) as {
      signing: { d: string };
    };
    const held = JSON.stringify([await everything(database()), endpoint.reports]);
    expect(file.signing.d.length).toBeGreaterThan(40);
    expect(held).not.toContain(file.signing.d);
  });

  test('given before a new key took over can be checked for ever', async () => {
    const path = folder();
    const before = endpointOn(database(), { receipts: await receiptsIn(path) });
    const first = await before.sent(newCareToken(), newConsent(record));
    const receipts = await receiptsIn(path, decodeProtectedHeader(first.receipt ?? '').kid);
    const after = endpointOn(database(), { receipts });
    const other = { ...record, shownAt: '2026-11-22T19:51:00.000Z' };
    const second = await after.sent(newCareToken(), newConsent(other));
    expect(await saidBy(first.receipt, after)).toContain(digestOf(record));
    expect(await saidBy(second.receipt, after)).toContain(digestOf(other));
    const { keys } = await publicKeys(after);
    const [firstKid, secondKid] = [first, second].map(
      ({ receipt }) => decodeProtectedHeader(receipt ?? '').kid,
    );
    expect(keys.map(({ kid }) => kid)).toEqual([secondKid, firstKid]);
    await expect(saidBy(second.receipt, before)).rejects.toThrow();
  });
});

describe('The keys of receipts', () => {
  const claim = {
    recordDigest: 'a'.repeat(64),
    textDigest: 'b'.repeat(64),
    receivedAt: '2026-11-22T20:00:00.000Z',
    practice: 'stillwater',
  };

  test('are made at the first start, for their owner’s eyes alone, and stay', async () => {
    const path = folder();
    const first = await receiptsIn(path);
    expect(statSync(join(path, 'receipt-keys.json')).mode & 0o777).toBe(0o600);
    expect((await receiptsIn(path)).keys).toEqual(first.keys);
    expect(readdirSync(path)).toEqual(['receipt-keys.json']);
  });

  test('are one pair where two copies start at once', async () => {
    const path = folder();
    const started = await Promise.all([receiptsIn(path), receiptsIn(path), receiptsIn(path)]);
    expect(new Set(started.map(({ keys }) => keys[0]?.kid)).size).toBe(1);
  });

  test('keep the public parts alone once they are replaced', async () => {
    const path = folder();
    const file = () => readFileSync(join(path, 'receipt-keys.json'), 'utf8');
    const [first] = (await receiptsIn(path)).keys;
    const { signing } = JSON.parse(file()) as { signing: { d: string; x: string } };
    await receiptsIn(path, first?.kid);
    expect(file()).toContain(signing.x);
    expect(file()).not.toContain(signing.d);
    expect(statSync(join(path, 'receipt-keys.json')).mode & 0o777).toBe(0o600);
  });

  test('are replaced once, however often the endpoint starts with the same key named', async () => {
    const path = folder();
    const [first] = (await receiptsIn(path)).keys;
    const rotated = (await receiptsIn(path, first?.kid)).keys;
    expect(rotated).toHaveLength(2);
    expect((await receiptsIn(path, first?.kid)).keys).toEqual(rotated);
    expect((await receiptsIn(path, first?.kid)).keys).toEqual(rotated);
    expect((await receiptsIn(path, rotated[0]?.kid)).keys.slice(1)).toEqual(rotated);
  });

  test('are not replaced by way of a name that none of them has', async () => {
    const path = folder();
    const { keys } = await receiptsIn(path);
    await expect(receiptsIn(path, 'x'.repeat(43))).rejects.toThrow(
      `There is no key of receipts called ${'x'.repeat(43)} that a new one could take over from.`,
    );
    expect((await receiptsIn(path)).keys).toEqual(keys);
  });

  test('can be read by a page, however many there have been', async () => {
    const [first] = (await receiptsIn(folder())).keys;
    expect(receiptKeys.safeParse({ keys: Array.from({ length: 1000 }, () => first) }).success).toBe(true);
  });

  test('that can’t be understood stop the start, and are left as they are', async () => {
    const path = folder();
    const file = join(path, 'receipt-keys.json');
    writeFileSync(file, '{"signing":');
    await expect(receiptsIn(path)).rejects.toThrow(`The file ${file} can’t be understood.`);
    expect(existsSync(file) && readFileSync(file, 'utf8')).toBe('{"signing":');
  });

  test('sign nothing that was changed', async () => {
    const receipts = await receiptsIn(folder());
    const [header, , signature] = (await receipts.sign(claim)).split('.');
    const forged = Buffer.from(canonicalJson({ ...claim, practice: 'elsewhere' })).toString('base64url');
    const keys = createLocalJWKSet({ keys: [...receipts.keys] });
    await expect(compactVerify(`${header}.${forged}.${signature}`, keys)).rejects.toThrow();
  });
});
