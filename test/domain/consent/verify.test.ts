import { describe, expect, it } from 'vitest';
import type { ConsentRecord, ConsentRecord2 } from '../../../src/domain/consent/record.js';
import { blocksToGoOver, verifyRecord, type RecordFault } from '../../../src/domain/consent/verify.js';
import { digestOf, newRecord, typedAs } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { hash, sha256 } from '../../support/ports.js';

const older = { ...shortConsent, version: '2026-06' };
const published = [older, shortConsent];
const record = newRecord();

/** The claim that belongs to a record, as a forger can make it for theirs. */
const claimOf = (of: ConsentRecord) => ({ textDigest: digestOf(of.document), recordDigest: digestOf(of) });

const faultsOf = (of: ConsentRecord, claim = claimOf(of)) => verifyRecord(of, claim, published, sha256);

const [firstTick, secondTick] = record.acknowledgements;
const [check] = record.checks;
if (!firstTick || !secondTick || !check) throw new Error('The sample has two ticks and a check');

describe('a consent record', () => {
  it('can be relied on where it says what the document asked', async () => {
    expect(await faultsOf(record)).toEqual([]);
  });

  it('can be relied on though its text has been replaced since: it was published once', async () => {
    expect(await faultsOf(newRecord(older))).toEqual([]);
  });

  it('can be relied on though a check was missed twice', async () => {
    const missed = { ...record, checks: [{ block: 'going-home', answers: ['hour', 'same-day'] }] };
    expect(await faultsOf(missed)).toEqual([]);
  });

  it('is held against digests that are made at once or later', async () => {
    const claim = claimOf(record);
    expect(await verifyRecord(record, claim, published, hash.sha256)).toEqual([]);
    expect(
      await verifyRecord(record, { ...claim, recordDigest: 'b2'.repeat(32) }, published, hash.sha256),
    ).toEqual(['record-differs']);
  });
});

describe('a consent record that its claim does not fit', () => {
  it('differs from what the digest was made of', async () => {
    const claim = { ...claimOf(record), recordDigest: digestOf({ ...record, practice: 'elsewhere' }) };
    expect(await faultsOf(record, claim)).toEqual(['record-differs']);
  });

  it('has another text than the digest was made of', async () => {
    expect(await faultsOf(record, { ...claimOf(record), textDigest: digestOf(older) })).toEqual([
      'text-differs',
    ]);
  });

  it('names another text’s digest within itself', async () => {
    expect(await faultsOf({ ...record, textDigest: digestOf(older) })).toEqual(['text-differs']);
  });

  it('is found out though both digests are those of another text that was published', async () => {
    const swapped = { ...record, textDigest: digestOf(older) };
    const claim = { textDigest: digestOf(older), recordDigest: digestOf(swapped) };
    expect(await faultsOf(swapped, claim)).toEqual(['text-differs']);
  });
});

describe('a consent record with every digest right', () => {
  it.each<[string, Partial<ConsentRecord2>, readonly RecordFault[]]>([
    ['a text of its own', newRecord({ ...shortConsent, title: 'Other words' }), ['never-published']],
    ['a version of its own', newRecord({ ...shortConsent, version: '2026-12' }), ['never-published']],
    ['no tick', { acknowledgements: [] }, ['not-acknowledged']],
    ['a tick too few', { acknowledgements: [secondTick] }, ['not-acknowledged']],
    ['a tick twice', { acknowledgements: [firstTick, firstTick] }, ['not-acknowledged']],
    ['a tick too many', { acknowledgements: [firstTick, secondTick, secondTick] }, ['not-acknowledged']],
    ['its ticks in another order', { acknowledgements: [secondTick, firstTick] }, ['not-acknowledged']],
    [
      'a tick on another block',
      { acknowledgements: [firstTick, { ...secondTick, block: 'voluntary' }] },
      ['not-acknowledged'],
    ],
    [
      'a tick under another sentence',
      { acknowledgements: [firstTick, { ...secondTick, text: firstTick.text }] },
      ['not-acknowledged'],
    ],
    ['no check', { checks: [] }, ['check-open']],
    ['a check that was missed once', { checks: [{ ...check, answers: ['hour'] }] }, ['check-open']],
    [
      'an answer that is none of the check',
      { checks: [{ ...check, answers: ['maybe', 'next-day'] }] },
      ['check-open'],
    ],
    ['a check of another block', { checks: [{ ...check, block: 'voluntary' }] }, ['check-open']],
    ['a check twice', { checks: [check, check] }, ['check-open']],
    ['a check too many', { checks: [check, { block: 'voluntary', answers: ['yes'] }] }, ['check-open']],
    ['another signer', { signer: { name: 'Bo Lind', role: 'self' } }, ['signature-differs']],
    ['another signature', typedAs(record, 'Ana  Okafor'), ['signature-differs']],
    ['a signature of spaces', typedAs(record, '  ', { name: '  ', role: 'self' }), ['signature-differs']],
    [
      'nothing in it at all',
      { acknowledgements: [], checks: [], signer: { name: 'Bo Lind', role: 'self' } },
      ['not-acknowledged', 'check-open', 'signature-differs'],
    ],
  ])('and %s is found out', async (_, replacing, faults) => {
    expect(await faultsOf({ ...record, ...replacing })).toEqual(faults);
  });

  it('is found out where nothing was ever published', async () => {
    expect(await verifyRecord(record, claimOf(record), [], sha256)).toEqual(['never-published']);
  });
});

describe('what a clinician goes over together with the client', () => {
  const goneOver = (...answers: readonly string[]) =>
    blocksToGoOver({ ...record, checks: [{ block: 'going-home', answers: [...answers] }] });

  it('is nothing where the answer was right, the first time or the second', () => {
    expect(blocksToGoOver(record)).toEqual([]);
    expect(goneOver('hour', 'next-day')).toEqual([]);
  });

  it('is the block whose check was missed twice', () => {
    expect(goneOver('hour', 'same-day')).toEqual(['going-home']);
  });

  it('is each such block, in the order of the document, and none without a check', () => {
    const [offLabel, goingHome, voluntary] = shortConsent.blocks;
    if (!offLabel || !goingHome || !voluntary) throw new Error('The sample has three blocks');
    const two = { ...shortConsent, blocks: [{ ...goingHome, id: 'second' }, voluntary, goingHome] };
    expect(blocksToGoOver({ ...newRecord(two), checks: [] })).toEqual(['second', 'going-home']);
  });
});
