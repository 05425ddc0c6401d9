import { describe, expect, it } from 'vitest';
import { dataInCopy } from '../../../src/domain/consent/copy-data.js';
import { receiptKeys } from '../../../src/domain/consent/receipt.js';
import { verdictOn } from '../../../src/domain/consent/verdict.js';
import { verifyWithdrawal } from '../../../src/domain/consent/withdrawal.js';
import { ports, verifyConsent } from '../../../tools/verify-consent.js';
import { copiesMadeNow, kept, keptClaim, keptNames } from '../../support/kept-copies.js';

const keys = kept('keys.json');
const names = keptNames(/^(record|withdrawal)-.*\.json$/);
const copies = keptNames(/^copy-.*\.html$/);

describe('records that were kept', () => {
  it('are of every version there has been', () => {
    expect(new Set(names.map((name) => keptClaim(name).record.schema))).toEqual(
      new Set(['kap/consent-record/1', 'kap/consent-record/2', 'kap/consent-withdrawal/1']),
    );
  });

  it.each(names)('are proven by their receipt: %s', async (name) => {
    const claimed = { ...keptClaim(name), keys: receiptKeys.parse(JSON.parse(keys)) };
    expect(await verdictOn(claimed, ports)).toMatchObject({ standing: 'proven' });
  });

  it.each(names)('are consistent without it: %s', async (name) => {
    const { receipt: _, ...claimed } = keptClaim(name);
    expect(await verdictOn(claimed, ports)).toEqual({ standing: 'consistent', why: 'no-receipt' });
  });

  it('hold together: the withdrawal takes back what was signed', async () => {
    const [withdrawal, signed] = [keptClaim('withdrawal-1.json'), keptClaim('record-2-typed.json')];
    if (withdrawal.record.schema !== 'kap/consent-withdrawal/1') throw new Error('It is none');
    if (signed.record.schema === 'kap/consent-withdrawal/1') throw new Error('It is one');
    expect(
      await verifyWithdrawal(withdrawal.record, withdrawal.recordDigest, signed.record, ports.sha256),
    ).toEqual([]);
  });
});

describe('copies that were kept', () => {
  it('are made byte for byte as they were: of every record, with a receipt, without, and not confirmed', () => {
    for (const [name, page] of copiesMadeNow()) expect(page, name).toBe(kept(name));
    expect([...copiesMadeNow().keys()].sort()).toEqual(copies);
  });

  it.each(copies)('say what is proven of them, and no more: %s', async (name) => {
    const page = kept(name);
    const { isRefused, lines } = await verifyConsent({ file: page, keys });
    const hasReceipt = dataInCopy(page)?.includes('"receipt":') === true;
    expect([isRefused, lines[0]]).toEqual([false, hasReceipt ? 'Proven.' : 'Consistent, not proven.']);
    expect(page.includes('Received by the practice')).toBe(hasReceipt);
    expect(page.includes('Not confirmed yet')).toBe(name.includes('unconfirmed'));
  });
});
