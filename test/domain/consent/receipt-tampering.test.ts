import { beforeAll, describe, expect, it } from 'vitest';
import { readClaimed, type Claimed } from '../../../src/domain/consent/claimed.js';
import type { ConsentRecord } from '../../../src/domain/consent/record.js';
import { verdictOn } from '../../../src/domain/consent/verdict.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { ports } from '../../../tools/verify-consent.js';
import { digestOf } from '../../support/consent.js';
import { asFirstVersion, randomRecord } from '../../support/random-consents.js';
import { newSigner, type Signer } from '../../support/receipts.js';
import { oneOf, seeded } from '../../support/seeded.js';
import { forgery } from '../../support/tampering.js';

const FORGERIES = 10_000;

let signer: Signer;
let honest: readonly Claimed[];

async function receipted(record: ConsentRecord): Promise<Claimed> {
  const { textDigest, practice } = record;
  const receivedAt = '2026-11-22T20:00:00.000Z';
  const recordDigest = digestOf(record);
  const receipt = await signer.sign({ recordDigest, textDigest, receivedAt, practice });
  return { record, recordDigest, textDigest, receipt, receivedAt, keys: signer.keys };
}

/** The standing of what somebody hands over as a file. */
async function standingOf(file: object): Promise<string> {
  const claimed = readClaimed(JSON.stringify(file));
  return claimed ? (await verdictOn({ ...claimed, keys: signer.keys }, ports)).standing : 'unreadable';
}

beforeAll(async () => {
  signer = await newSigner('2026-11');
  const records = Array.from({ length: 40 }, (_, seed) => randomRecord(seed));
  honest = await Promise.all([...records, ...records.slice(0, 10).map(asFirstVersion)].map(receipted));
});

describe('a record with its receipt', () => {
  it('is proven as it is, of either version', async () => {
    for (const claimed of honest) expect(await standingOf(claimed)).toBe('proven');
  });

  it.each([
    ['under the digests of what was signed', false, 1],
    ['and every digest was made anew', true, 2],
  ])(
    'is refused each time that one thing was changed, %s',
    async (_, isAnew, seed) => {
      const draw = seeded(seed);
      const written = new Map(honest.map((claimed) => [claimed, canonicalJson(claimed)]));
      const standings = new Map<string, number>();
      for (let made = 0; made < FORGERIES / 2;) {
        const original = oneOf(honest, draw);
        const forged = forgery(original, isAnew, draw);
        if (canonicalJson(forged) === written.get(original)) continue;
        made++;
        const standing = await standingOf(forged);
        standings.set(standing, (standings.get(standing) ?? 0) + 1);
        if (standing === 'proven' || standing === 'consistent') expect(forged).toBe(standing);
      }
      expect([...standings.keys()].sort()).toEqual(['refused', 'unreadable']);
      // Most are read and found out; what no reader takes would prove little.
      expect(standings.get('refused')).toBeGreaterThan(FORGERIES / 4);
    },
    60_000,
  );

  it('is consistent at most once the receipt was taken away', async () => {
    const [claimed] = honest;
    expect(await standingOf({ ...claimed, receipt: undefined })).toBe('consistent');
  });
});
