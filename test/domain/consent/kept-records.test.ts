import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readClaimed, type Claimed } from '../../../src/domain/consent/claimed.js';
import { receiptKeys } from '../../../src/domain/consent/receipt.js';
import { verdictOn } from '../../../src/domain/consent/verdict.js';
import { verifyWithdrawal } from '../../../src/domain/consent/withdrawal.js';
import { ports, verifyConsent } from '../../../tools/verify-consent.js';

const folder = new URL('../../support/consent-records/', import.meta.url);
const kept = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const keys = kept('keys.json');
const names = readdirSync(folder).filter((name) => /^(record|withdrawal)-.*\.json$/.test(name));

function claimedIn(name: string): Claimed {
  const claimed = readClaimed(kept(name));
  if (!claimed) throw new Error(`${name} can’t be read`);
  return claimed;
}

describe('records that were kept', () => {
  it('are of every version there has been', () => {
    expect(new Set(names.map((name) => claimedIn(name).record.schema))).toEqual(
      new Set(['kap/consent-record/1', 'kap/consent-record/2', 'kap/consent-withdrawal/1']),
    );
  });

  it.each(names)('are proven by their receipt: %s', async (name) => {
    const claimed = { ...claimedIn(name), keys: receiptKeys.parse(JSON.parse(keys)) };
    expect(await verdictOn(claimed, ports)).toMatchObject({ standing: 'proven' });
  });

  it.each(names)('are consistent without it: %s', async (name) => {
    const { receipt: _, ...claimed } = claimedIn(name);
    expect(await verdictOn(claimed, ports)).toEqual({ standing: 'consistent', why: 'no-receipt' });
  });

  it('hold together: the withdrawal takes back what was signed', async () => {
    const [withdrawal, signed] = [claimedIn('withdrawal-1.json'), claimedIn('record-2-typed.json')];
    if (withdrawal.record.schema !== 'kap/consent-withdrawal/1') throw new Error('It is none');
    if (signed.record.schema === 'kap/consent-withdrawal/1') throw new Error('It is one');
    expect(
      await verifyWithdrawal(withdrawal.record, withdrawal.recordDigest, signed.record, ports.sha256),
    ).toEqual([]);
  });

  it('are proven as a client’s copy, too', async () => {
    const { isRefused, lines } = await verifyConsent({ file: kept('copy-2-drawn.html'), keys });
    expect([isRefused, lines[0]]).toEqual([false, 'Proven.']);
  });
});
