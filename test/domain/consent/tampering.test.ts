import { describe, expect, it } from 'vitest';
import { consentRecord, type ConsentRecord } from '../../../src/domain/consent/record.js';
import { verifyRecord, type RecordFault } from '../../../src/domain/consent/verify.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { sha256 } from '../../support/ports.js';
import { oneOf, seeded } from '../../support/seeded.js';

type Path = readonly (string | number)[];
type Leaf = string | number | boolean;

const ROUNDS = 500;

function leavesOf(value: unknown, path: Path = []): readonly (readonly [Path, Leaf])[] {
  if (typeof value !== 'object' || value === null) return [[path, value as Leaf]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
}

/** The same value with one leaf replaced. */
function withLeaf(value: unknown, [key, ...rest]: Path, leaf: Leaf): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((entry: unknown, at) => (at === key ? withLeaf(entry, rest, leaf) : entry));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withLeaf(record[key], rest, leaf) };
}

/** Another value for a leaf: a slip of the pen, a character less, or what stands elsewhere in the record. */
function otherThan(leaf: Leaf, leaves: readonly Leaf[], draw: () => number): Leaf {
  if (typeof leaf !== 'string') return !leaf;
  const texts = leaves.filter((each) => typeof each === 'string' && each !== leaf);
  return oneOf([`${leaf}x`, leaf.slice(0, -1), oneOf(texts, draw)], draw);
}

interface Tampering {
  /** Where, with a star for every place in a list: `acknowledgements.*.at`. */
  readonly place: string;
  readonly leaf: Leaf;
  readonly forged: ConsentRecord;
}

function tamperedWith(record: ConsentRecord, seed: number): readonly Tampering[] {
  const draw = seeded(seed);
  const leaves = leavesOf(record);
  const values = leaves.map(([, leaf]) => leaf);
  const tamper = ([path, leaf]: readonly [Path, Leaf]): Tampering => {
    const other = otherThan(leaf, values, draw);
    return {
      place: path.map((key) => (typeof key === 'number' ? '*' : key)).join('.'),
      leaf: other,
      forged: withLeaf(record, path, other) as ConsentRecord,
    };
  };
  // Every leaf once, and then whichever comes.
  return [...leaves.map(tamper), ...Array.from({ length: ROUNDS }, () => tamper(oneOf(leaves, draw)))];
}

const claimOf = (record: ConsentRecord) => ({
  textDigest: digestOf(record.document),
  recordDigest: digestOf(record),
});

const faultsOf = (record: ConsentRecord, claim = claimOf(record)) =>
  verifyRecord(record, claim, [shortConsent], sha256);

const right = newRecord();
const missedTwice: ConsentRecord = {
  ...right,
  checks: [{ block: 'going-home', answers: ['hour', 'same-day'] }],
};

describe('a record of which one thing was changed, under the digests of what was signed', () => {
  it.each([
    ['answered rightly', right, 1],
    ['missed twice', missedTwice, 2],
  ])('is found out each time, %s', async (_, record, seed) => {
    for (const { forged, place } of tamperedWith(record, seed))
      expect(await faultsOf(forged, claimOf(record)), place).toContain('record-differs');
  });

  it('is found out by its text too, where that was changed', async () => {
    for (const { forged, place } of tamperedWith(right, 3).filter((each) =>
      each.place.startsWith('document.'),
    ))
      expect(await faultsOf(forged, claimOf(right)), place).toEqual(
        expect.arrayContaining(['record-differs', 'text-differs', 'never-published']),
      );
  });
});

/**
 * What a forger changes who makes new digests. The rest stands in no published text and is said by nobody else: the
 * signer's device alone knows it, so that only the endpoint's own signature (a receipt) can vouch for it.
 */
const FOUND_OUT: readonly (readonly [place: RegExp, fault: RecordFault])[] = [
  [/^document\./, 'never-published'],
  [/^textDigest$/, 'text-differs'],
  [/^acknowledgements\.\*\.(block|text)$/, 'not-acknowledged'],
  [/^checks\.\*\.(block|answers\.\*)$/, 'check-open'],
  [/^(signer\.name|signature\.value)$/, 'signature-differs'],
];
const NOT_FOUND_OUT = [
  'acknowledgements.*.at',
  'locale',
  'practice',
  'shownAt',
  'signature.at',
  'signature.statement',
  'timeZone',
  'widget.build',
  'widget.version',
];
/** Never read here, as no other value gets past the record's schema. */
const HELD_BY_THE_SCHEMA = ['schema', 'signature.method', 'signer.role'];

describe('a record of which one thing was changed, under digests made anew', () => {
  it('is found out wherever it differs from the published text or from itself', async () => {
    for (const { place, forged } of tamperedWith(right, 4)) {
      const expected = FOUND_OUT.find(([pattern]) => pattern.test(place))?.[1];
      const faults = await faultsOf(forged);
      if (expected === undefined) expect(faults, place).toEqual([]);
      else expect(faults, place).toContain(expected);
    }
  });

  it('is not found out in what only the signer’s device can know', async () => {
    const unseen = new Set<string>();
    for (const { place, forged } of tamperedWith(right, 5))
      if ((await faultsOf(forged)).length === 0) unseen.add(place);
    expect([...unseen].sort()).toEqual([...NOT_FOUND_OUT, ...HELD_BY_THE_SCHEMA].sort());
  });

  it('does not get past the record’s schema in the rest', () => {
    for (const { place, forged } of tamperedWith(right, 6).filter((each) =>
      HELD_BY_THE_SCHEMA.includes(each.place),
    ))
      expect(consentRecord.safeParse(forged).success, place).toBe(false);
  });

  it('may turn one answer of a check that was missed into another of its answers', async () => {
    const answers = ['same-day', 'next-day', 'hour'];
    for (const { place, leaf, forged } of tamperedWith(missedTwice, 7)) {
      if (place !== 'checks.*.answers.*') continue;
      const isKnown = answers.some((id) => id === leaf);
      expect(await faultsOf(forged), String(leaf)).toEqual(isKnown ? [] : ['check-open']);
    }
  });
});

describe('a record that a part was taken from or added to, under the digests of what was signed', () => {
  const [tick] = right.acknowledgements;
  if (!tick) throw new Error('The sample has ticks');
  const afterMiss = { ...right, checks: [{ block: 'going-home', answers: ['hour', 'next-day'] }] };

  it.each<[string, ConsentRecord, ConsentRecord]>([
    ['a tick was taken out', right, { ...right, acknowledgements: right.acknowledgements.slice(1) }],
    ['a tick was put in', right, { ...right, acknowledgements: [...right.acknowledgements, tick] }],
    [
      'the ticks stand in another order',
      right,
      { ...right, acknowledgements: right.acknowledgements.toReversed() },
    ],
    ['a check was taken out', right, { ...right, checks: [] }],
    ['a miss was taken out', afterMiss, right],
    ['a miss was put in', right, afterMiss],
    [
      'a passage was taken out',
      right,
      { ...right, document: { ...shortConsent, blocks: shortConsent.blocks.slice(0, 2) } },
    ],
  ])('is found out where %s', async (_, signed, forged) => {
    expect(await faultsOf(forged, claimOf(signed))).toContain('record-differs');
  });
});
