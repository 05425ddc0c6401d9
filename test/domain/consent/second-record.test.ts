import { describe, expect, it } from 'vitest';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import { consentRecord, type ConsentRecord2, type Drawing } from '../../../src/domain/consent/record.js';
import {
  beginSigning,
  choiceKey,
  problemsOf,
  recordOf,
  type Signing,
} from '../../../src/domain/consent/signing.js';
import { verifyRecord, type RecordFault } from '../../../src/domain/consent/verify.js';
import { digestOf } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { sha256 } from '../../support/ports.js';
import { asFirstVersion, randomRecord } from '../../support/random-consents.js';

const AT = '2026-11-22T19:55:00.000Z';
const yesOrNo = [
  { id: 'yes', text: 'Yes' },
  { id: 'no', text: 'No' },
];

/** Two choices of one passage, and one of the same id in another. */
const choosing: ConsentDocument = {
  ...shortConsent,
  schema: 'kap/consent-document/2',
  blocks: [
    {
      id: 'touch',
      paragraphs: ['A hand on yours, if you ask.'],
      choices: [
        { id: 'hand', question: 'May we hold your hand?', options: yesOrNo },
        { id: 'shoulder', question: 'May we touch your shoulder?', options: yesOrNo },
      ],
    },
    {
      id: 'recording',
      paragraphs: [],
      choices: [{ id: 'hand', question: 'May we film it?', options: yesOrNo }],
    },
  ],
};

const drawing: Drawing = {
  width: 300,
  height: 120,
  strokes: [
    [
      [1, 2],
      [30, 40],
    ],
  ],
};

const chosen = (option: string) => ({ option, at: AT });
const ready: Signing = {
  ...beginSigning(choosing, AT),
  choices: new Map([
    [choiceKey('recording', 'hand'), chosen('no')],
    [choiceKey('touch', 'shoulder'), chosen('no')],
    [choiceKey('touch', 'hand'), chosen('yes')],
  ]),
  name: 'Ana Okafor',
};

const frame = {
  practice: 'stillwater',
  textDigest: digestOf(choosing),
  timeZone: 'America/Los_Angeles',
  widget: { version: '0.1.0', build: 'test' },
  signedAt: '2026-11-22T19:58:00.000Z',
  statement: 'I agree.',
};

describe('choices', () => {
  it('are open until each is made, one by one', () => {
    expect(problemsOf({ ...ready, choices: new Map() })).toEqual([
      { code: 'choice-open', block: 'touch', choice: 'hand' },
      { code: 'choice-open', block: 'touch', choice: 'shoulder' },
      { code: 'choice-open', block: 'recording', choice: 'hand' },
    ]);
  });

  it('are made by a no as by a yes', () => {
    expect(problemsOf(ready)).toEqual([]);
  });

  it('are not made by what is not offered', () => {
    const choices = new Map(ready.choices).set(choiceKey('touch', 'hand'), chosen('maybe'));
    expect(problemsOf({ ...ready, choices })).toEqual([
      { code: 'choice-open', block: 'touch', choice: 'hand' },
    ]);
  });

  it('are in the record in the order of the document and in its words', () => {
    expect(recordOf(ready, frame).choices).toEqual([
      {
        block: 'touch',
        choice: 'hand',
        question: 'May we hold your hand?',
        option: 'yes',
        text: 'Yes',
        at: AT,
      },
      {
        block: 'touch',
        choice: 'shoulder',
        question: 'May we touch your shoulder?',
        option: 'no',
        text: 'No',
        at: AT,
      },
      { block: 'recording', choice: 'hand', question: 'May we film it?', option: 'no', text: 'No', at: AT },
    ]);
  });
});

describe('a signature', () => {
  const drawn: Signing = { ...ready, method: 'drawn', drawing };
  const without = (missing: Partial<Signing>) => problemsOf({ ...ready, ...missing }).map(({ code }) => code);

  it('may be typed or drawn, and what was drawn stays out of a typed one', () => {
    expect(problemsOf(drawn)).toEqual([]);
    expect(recordOf(drawn, frame).signature).toEqual({
      method: 'drawn',
      drawing,
      statement: 'I agree.',
      at: frame.signedAt,
    });
    expect(recordOf({ ...ready, drawing }, frame).signature).toMatchObject({
      method: 'typed',
      value: 'Ana Okafor',
    });
  });

  it('is missing where drawing was chosen and nothing is drawn', () => {
    expect(without({ method: 'drawn' })).toEqual(['no-signature']);
    expect(without({ method: 'drawn', drawing: { ...drawing, strokes: [] } })).toEqual(['no-signature']);
  });

  it('has a name beside it when it is drawn, too', () => {
    expect(without({ method: 'drawn', drawing, name: ' ' })).toEqual(['no-name']);
  });

  it('may be a representative’s, who says for whom and by what right', () => {
    const representing = { authority: ' Guardian ', client: ' Bo Okafor ' };
    expect(without({ representing })).toEqual([]);
    expect(recordOf({ ...ready, representing }, frame).signer).toEqual({
      role: 'representative',
      name: 'Ana Okafor',
      authority: 'Guardian',
      client: 'Bo Okafor',
    });
    expect(without({ name: '', representing: { authority: '', client: '\t' } })).toEqual([
      'no-client',
      'no-name',
      'no-authority',
    ]);
    expect(without({ representing: { ...representing, authority: 'x'.repeat(201) } })).toEqual([
      'no-authority',
    ]);
  });
});

describe('a record', () => {
  it('names the disclosures that it was signed under, and the record that it takes the place of', () => {
    const disclosures = [{ id: 'electronic-records', version: '1', recordDigest: digestOf('disclosure') }];
    const supersedes = digestOf('before');
    const record = recordOf({ ...ready, supersedes }, { ...frame, disclosures });
    expect(record).toMatchObject({ disclosures, supersedes });
    expect(beginSigning(choosing, AT, supersedes)).toMatchObject({ supersedes });
    expect(recordOf(ready, frame)).not.toHaveProperty('supersedes');
  });

  it('is right and whole in 300 random cases, of either version', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const second = randomRecord(seed);
      for (const record of [second, asFirstVersion(second)]) {
        expect(consentRecord.parse(record)).toEqual(record);
        const claim = { textDigest: record.textDigest, recordDigest: digestOf(record) };
        expect(await verifyRecord(record, claim, undefined, sha256), `seed ${seed}`).toEqual([]);
      }
    }
  });
});

describe('a record of the second version with every digest right', () => {
  const record = recordOf(ready, frame);
  const [first, second, third] = record.choices;
  if (!first || !second || !third) throw new Error('The sample has three choices');
  const { statement, at } = record.signature;
  const withFirst = (replacing: Partial<typeof first>) => ({
    choices: [{ ...first, ...replacing }, second, third],
  });

  it.each<[string, Partial<ConsentRecord2>, readonly RecordFault[]]>([
    ['no choice', { choices: [] }, ['choice-open']],
    ['a choice too few', { choices: [first, second] }, ['choice-open']],
    ['a choice twice', { choices: [first, first, third] }, ['choice-open']],
    ['a choice too many', { choices: [first, second, third, third] }, ['choice-open']],
    ['its choices in another order', { choices: [second, first, third] }, ['choice-open']],
    ['an option that is not offered', withFirst({ option: 'maybe' }), ['choice-open']],
    ['an option in other words', withFirst({ text: 'Yes, always' }), ['choice-open']],
    ['an option under the words of another', withFirst({ option: 'no' }), ['choice-open']],
    ['a question in other words', withFirst({ question: 'May we?' }), ['choice-open']],
    [
      'a disclosure twice',
      { disclosures: [1, 2].map((each) => ({ id: 'electronic-records', version: `${each}` })) },
      ['disclosure-differs'],
    ],
    ['itself as a disclosure', { disclosures: [{ id: choosing.id, version: '1' }] }, ['disclosure-differs']],
    [
      'a representative by no right',
      { signer: { role: 'representative', name: 'Ana Okafor', authority: ' ', client: 'Bo' } },
      ['signer-incomplete'],
    ],
    [
      'a representative for nobody',
      { signer: { role: 'representative', name: 'Ana Okafor', authority: 'Guardian', client: ' ' } },
      ['signer-incomplete'],
    ],
    [
      'nothing drawn',
      { signature: { method: 'drawn', drawing: { ...drawing, strokes: [] }, statement, at } },
      ['signature-differs'],
    ],
    [
      'a drawing under no name',
      { signer: { role: 'self', name: ' ' }, signature: { method: 'drawn', drawing, statement, at } },
      ['signature-differs'],
    ],
  ])('and %s is found out', async (_, replacing, faults) => {
    const forged = { ...record, ...replacing };
    const claim = { textDigest: forged.textDigest, recordDigest: digestOf(forged) };
    expect(await verifyRecord(forged, claim, [choosing], sha256)).toEqual(faults);
  });
});
