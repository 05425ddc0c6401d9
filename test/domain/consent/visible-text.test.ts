import { describe, expect, it } from 'vitest';
import { readClaimed } from '../../../src/domain/consent/claimed.js';
import { copyData, dataInCopy } from '../../../src/domain/consent/copy-data.js';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import {
  documentLines,
  momentInCopy,
  signatureLines,
  signaturePath,
  signatureViewBox,
  type Line,
} from '../../../src/domain/consent/visible-text.js';
import { digestOf, newRecord } from '../../support/consent.js';
import { shortConsent } from '../../support/consent-document.js';
import { asFirstVersion, randomRecord } from '../../support/random-consents.js';

const [offLabel] = shortConsent.blocks;
const document: ConsentDocument = {
  ...shortConsent,
  terms: [{ term: 'anesthesia', meaning: 'Sleep for an operation.' }],
  blocks: [
    ...(offLabel
      ? [
          {
            ...offLabel,
            list: ['For pain.'],
            sources: [
              {
                claim: 'Approved',
                source: 'FDA',
                year: 1970,
                comparison: 'with nothing',
                url: 'https://fda.gov',
              },
              { claim: 'Studied', source: 'A study', year: 2021, count: 346, comparison: 'with placebo' },
            ],
          },
        ]
      : []),
    ...shortConsent.blocks.slice(1),
    {
      id: 'touch',
      paragraphs: [],
      choices: [
        {
          id: 'hand',
          question: 'May we hold your hand?',
          options: [
            { id: 'no', text: 'No' },
            { id: 'yes', text: 'Yes' },
          ],
        },
      ],
    },
  ],
};
const record = newRecord(document);
const recordDigest = digestOf(record);
const texts = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text);
const AT = '2026-11-22 11:57, America/Los_Angeles (19:57 UTC)';

describe('what a client’s copy shows', () => {
  it('is all of the record, in the order of reading', () => {
    expect(texts([...documentLines(record), ...signatureLines(record)])).toEqual([
      'Consent to ketamine-assisted psychotherapy',
      '2026-11',
      'How this medicine is used here',
      'Ketamine is approved for anesthesia. We use it for something else.',
      'For pain.',
      'Approved · FDA, 1970 · with nothing · https://fda.gov',
      'Studied · A study, 2021 · n = 346 · with placebo',
      'I know that this use is not the approved one.',
      AT,
      'Going home',
      'Somebody takes you home. You drive again the next day, after a night’s sleep.',
      'When may you drive again?',
      'The next day, after sleep',
      'The medicine slows you down for longer than you notice.',
      'I won’t drive until the next day.',
      AT,
      'You can stop at any time.',
      'May we hold your hand?',
      'No',
      AT,
      'anesthesia: Sleep for an operation.',
      'I have read this and I agree.',
      'Ana Okafor',
      'Ana Okafor',
      '2026-11-22 11:58, America/Los_Angeles (19:58 UTC)',
    ]);
  });

  it('shows which question the client wished to go over with a clinician, and none that they did not', () => {
    const withWish = (together: boolean) => ({
      ...record,
      checks: record.checks.map((each) => ({ ...each, together })),
    });
    const wishes = (lines: readonly Line[]) => lines.filter(({ role }) => role === 'together');
    expect(wishes(documentLines(withWish(true)))).toEqual([
      { role: 'together', text: 'When may you drive again?' },
    ]);
    expect(wishes(documentLines(withWish(false)))).toEqual([]);
  });

  it('names a representative between whom they sign for and by what right, and no typed name of a drawing', () => {
    const { statement, at } = record.signature;
    const drawing = { width: 300, height: 120, strokes: [[[1, 2]]] };
    const lines = signatureLines({
      ...record,
      signer: { role: 'representative', name: 'Bo', authority: 'Guardian', client: 'Ana' },
      signature: { method: 'drawn', drawing, statement, at },
    });
    expect(lines.slice(1)).toEqual([
      { role: 'client', text: 'Ana' },
      { role: 'signer', text: 'Bo' },
      { role: 'authority', text: 'Guardian' },
      { role: 'signed-at', text: '2026-11-22 11:58, America/Los_Angeles (19:58 UTC)' },
    ]);
  });

  it('says of a withdrawal what was taken back, and points to what was signed', () => {
    const { id, version, title } = document;
    const withdrawal = {
      schema: 'kap/consent-withdrawal/1',
      practice: 'stillwater',
      recordDigest,
      document: { id, version, title },
      scope: { what: 'everything' },
      statement: 'I take this back.',
      at: '2026-12-01T09:00:00.000Z',
      timeZone: 'UTC',
      locale: 'en',
      widget: { version: '0.1.0', build: 'test' },
    } as const;
    expect(texts([...documentLines(withdrawal), ...signatureLines(withdrawal)])).toEqual([
      title,
      version,
      'I take this back.',
      '2026-12-01 09:00, UTC (09:00 UTC)',
      recordDigest,
    ]);
  });

  it('shows each word of the document that somebody reads, in 100 random records of either version', () => {
    for (let seed = 0; seed < 100; seed++) {
      const second = randomRecord(seed);
      for (const random of [second, asFirstVersion(second)]) {
        const shown = texts(documentLines(random));
        for (const { heading, paragraphs, list = [], acknowledgement, check } of random.document.blocks)
          for (const words of [heading, ...paragraphs, ...list, acknowledgement, check?.question])
            if (words !== undefined) expect(shown, `seed ${seed}`).toContain(words);
      }
    }
  });
});

describe('a time in a copy', () => {
  it.each([
    ['2026-11-22T19:58:00.000Z', 'America/Los_Angeles', '2026-11-22 11:58, America/Los_Angeles (19:58 UTC)'],
    ['2026-07-01T03:30:59Z', 'Asia/Kathmandu', '2026-07-01 09:15, Asia/Kathmandu (03:30 UTC)'],
    ['2026-07-01T03:30:00+02:00', 'UTC', '2026-07-01 01:30, UTC (01:30 UTC)'],
  ])('%s is by the client’s clock and by UTC', (instant, timeZone, words) => {
    expect(momentInCopy(instant, timeZone)).toBe(words);
  });
});

describe('a drawn signature in a copy', () => {
  it('is a path in the size of its pad; a dot is a line to itself', () => {
    const drawing = {
      width: 320,
      height: 140.5,
      strokes: [
        [
          [1, 2],
          [3.5, 4],
          [5, 6],
        ],
        [[7, 8]],
      ],
    };
    expect(signaturePath(drawing)).toBe('M1 2L3.5 4L5 6M7 8L7 8');
    expect(signatureViewBox(drawing)).toBe('0 0 320 140.5');
  });
});

describe('what a client’s copy carries', () => {
  const read = (page: string) => readClaimed(dataInCopy(page) ?? '');

  it('is read back as it was, with all that there is of it', () => {
    const more = { receipt: 'a.b.c', reference: 'KAP-7F3Q', receivedAt: '2026-11-22T20:10:01.000Z' };
    const claim = { schema: 'kap/consent-copy/2', language: 'en', record, recordDigest };
    expect(read(`<p>…</p>${copyData({ record, recordDigest, ...more }, 'en')}`)).toEqual({
      ...claim,
      ...more,
    });
    expect(read(copyData({ record, recordDigest }, 'en'))).toEqual(claim);
  });

  it('is not read where it holds what no digest can be made of, or has no end', () => {
    const page = copyData({ record, recordDigest }, 'en');
    expect(read(page.replace('Ana Okafor', String.raw`Ana \ud83d`))).toBeUndefined();
    expect(read(page.replace('</template>', ''))).toBeUndefined();
    expect(read('<p>Signed.</p>')).toBeUndefined();
  });
});
