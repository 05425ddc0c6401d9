import { beforeAll, describe, expect, it } from 'vitest';
import { readClaimed, type Claimed } from '../../src/domain/consent/claimed.js';
import { dataInCopy } from '../../src/domain/consent/copy-data.js';
import { copyPage } from '../../src/domain/consent/copy-page.js';
import type { ConsentRecord } from '../../src/domain/consent/record.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import { enCopy } from '../../src/locale/en-copy.js';
import { verifyConsent } from '../../tools/verify-consent.js';
import { digestOf } from '../support/consent.js';
import { kept, keptNames } from '../support/kept-copies.js';
import { forgedPage } from '../support/page-tampering.js';
import { asFirstVersion, randomRecord } from '../support/random-consents.js';
import { newSigner } from '../support/receipts.js';
import { oneOf, seeded } from '../support/seeded.js';

const FORGERIES = 10_000;

interface Honest {
  readonly file: string;
  readonly keys: string;
}

let honest: readonly Honest[];

const standingOf = async ({ file, keys }: Honest): Promise<string> =>
  (await verifyConsent({ file, keys })).lines[0] ?? '';

function claimIn({ file }: Honest): Claimed {
  const claimed = readClaimed(dataInCopy(file) ?? '');
  if (!claimed) throw new Error('The copy carries no record that can be read.');
  return claimed;
}

beforeAll(async () => {
  const signer = await newSigner('2026-11');
  const copyOf = async (record: ConsentRecord): Promise<Honest> => {
    const { textDigest, practice } = record;
    const recordDigest = digestOf(record);
    const receivedAt = '2026-11-22T20:00:00.000Z';
    const receipt = await signer.sign({ recordDigest, textDigest, practice, receivedAt });
    const file = copyPage({ record, recordDigest, receipt, receivedAt, reference: 'KAP-7F3Q' }, enCopy);
    return { file, keys: canonicalJson(signer.keys) };
  };
  const records = Array.from({ length: 40 }, (_, seed) => randomRecord(seed));
  const copies = await Promise.all([...records, ...records.slice(0, 10).map(asFirstVersion)].map(copyOf));
  honest = [
    // The short ones, for the time that it takes.
    ...copies.sort((a, b) => a.file.length - b.file.length).slice(0, 20),
    ...keptNames(/^copy-.*\d(-(typed|drawn))?\.html$/).map((name) => ({
      file: kept(name),
      keys: kept('keys.json'),
    })),
  ];
});

describe('a client’s copy with its receipt', () => {
  it('is proven as it is, of every version', async () => {
    expect(honest).toHaveLength(24);
    for (const copy of honest) expect(await standingOf(copy)).toBe('Proven.');
  });

  it('is never proven once a sign of it was changed: 10,000 forgeries, 0 accepted', async () => {
    const draw = seeded(5);
    const read = honest.map((copy) => ({ ...copy, claimed: claimIn(copy) }));
    const accepted: string[] = [];
    for (let made = 0; made < FORGERIES;) {
      const { file, keys, claimed } = oneOf(read, draw);
      const forged = forgedPage(file, claimed, draw);
      if (forged === file) continue;
      made++;
      if ((await standingOf({ file: forged, keys })) !== 'Refused. Don’t rely on this.')
        accepted.push(forged);
    }
    expect(accepted).toEqual([]);
  }, 60_000);
});
