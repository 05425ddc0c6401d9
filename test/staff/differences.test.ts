import { describe, expect, it } from 'vitest';
import type { ConsentBlock, ConsentDocument } from '../../src/domain/consent/document.js';
import { commonRun } from '../../demo/staff/reading/common-run.js';
import { comparisonsOf } from '../../demo/staff/reading/comparisons.js';
import {
  changeInWords,
  differencesInWords,
  readDifferences,
  type Piece,
} from '../../demo/staff/reading/differences.js';
import { shortConsent } from '../support/consent-document.js';
import { aDocument, aSigned, earlier, ZONE } from './signed.js';

const blockCalled = (id: string): ConsentBlock => {
  const block = shortConsent.blocks.find((each) => each.id === id);
  if (block === undefined) throw new Error(`There is no block ${id}.`);
  return block;
};

/** The short consent with one block in other words. */
const changing = (id: string, replacing: Partial<ConsentBlock>): ConsentDocument => ({
  ...shortConsent,
  version: '2027-01',
  blocks: shortConsent.blocks.map((block) => (block.id === id ? { ...block, ...replacing } : block)),
});

/** Words that the other version does not have in [brackets]. */
const written = (pieces: readonly Piece[] | undefined): string | undefined =>
  pieces?.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join('');

const linesTo = (after: ConsentDocument, before: ConsentDocument = shortConsent) =>
  readDifferences(before, after).passages.flatMap(({ lines }) =>
    lines.map(({ label, ...sides }) => [label, written(sides.before), written(sides.after)]),
  );

describe('what two lists have in common', () => {
  const texts = (one: string, other: string) =>
    commonRun(one.split(''), other.split(''))
      .map(([place]) => one[place])
      .join('');

  it.each([
    ['', '', ''],
    ['abc', '', ''],
    ['abc', 'abc', 'abc'],
    ['abc', 'xyz', ''],
    ['abcd', 'abxd', 'abd'],
    ['abcabba', 'cbabac', 'cbba'],
    ['aab', 'ab', 'ab'],
    ['ab', 'aab', 'ab'],
    ['abab', 'ab', 'ab'],
  ])('%j and %j: %j', (one, other, common) => {
    expect(texts(one, other)).toBe(common);
  });

  it('rises in both, and pairs only what is the same', () => {
    const [one, other] = ['the cat sat on the mat'.split(''), 'a cat sits at the mat'.split('')];
    const pairs = commonRun(one, other);
    expect(pairs.every(([left, right]) => one[left] === other[right])).toBe(true);
    const isRising = (places: readonly number[]) =>
      places.every((place, at) => at === 0 || place > (places[at - 1] ?? place));
    expect(isRising(pairs.map(([left]) => left)) && isRising(pairs.map(([, right]) => right))).toBe(true);
  });
});

describe('the differences between two texts', () => {
  it('are none between a text and itself', () => {
    const read = readDifferences(shortConsent, shortConsent);
    expect(read).toEqual({ passages: [], same: 3, languages: undefined });
    expect(differencesInWords(read)).toBe('The two texts are the same, word for word.');
  });

  it('show old and new words of a line, with those marked that the other does not have', () => {
    expect(linesTo(changing('voluntary', { paragraphs: ['You may stop at any time at all.'] }))).toEqual([
      ['Text', 'You [can ]stop at any [time.]', 'You [may ]stop at any [time at all.]'],
    ]);
  });

  it('show a line that is new, and one that is gone, on their side alone', () => {
    const { paragraphs } = blockCalled('voluntary');
    expect(linesTo(changing('voluntary', { paragraphs: [...paragraphs, 'Just say so.'] }))).toEqual([
      ['Text', undefined, '[Just say so.]'],
    ]);
    const { acknowledgement, ...rest } = blockCalled('going-home');
    const blocks = shortConsent.blocks.map((block) => (block.id === 'going-home' ? rest : block));
    expect(acknowledgement).toBeDefined();
    expect(linesTo({ ...shortConsent, blocks })).toEqual([
      ['To tick', '[I won’t drive until the next day.]', undefined],
    ]);
  });

  it('hold everything that a client reads: choices, checks, sources, explained words, the title', () => {
    const { check } = blockCalled('going-home');
    const after: ConsentDocument = {
      ...changing('going-home', {
        list: ['A friend may come.'],
        choices: [
          {
            id: 'ride',
            question: 'Who takes you home?',
            options: [
              { id: 'friend', text: 'A friend' },
              { id: 'taxi', text: 'A taxi' },
            ],
          },
        ],
        check: check && {
          ...check,
          answers: check.answers.map((each) => ({ ...each, right: each.id === 'hour' })),
        },
        sources: [
          { claim: '4 in 10 felt it', source: 'A trial', year: 2020, count: 346, comparison: 'with placebo' },
        ],
      }),
      title: 'Consent to something else',
      terms: [{ term: 'off-label', meaning: 'Not as approved.' }],
    };
    const lines = linesTo(after);
    expect(new Set(lines.map(([label]) => label))).toEqual(
      new Set(['Title', 'List', 'Choice', 'To choose', 'Answer', 'Source', 'Word']),
    );
    expect(lines).toContainEqual([
      'Source',
      undefined,
      '[4 in 10 felt it (A trial, 2020, 346 people; with placebo)]',
    ]);
    expect(lines).toContainEqual(['Answer', 'After an [hour]', 'After an [hour (right)]']);
  });

  it('name passages that are new, gone or moved', () => {
    const [first, second, third] = shortConsent.blocks;
    const added: ConsentBlock = { id: 'touch', heading: 'Touch', paragraphs: ['Only if you want it.'] };
    const blocks = [third, first, added].flatMap((block) => block ?? []);
    const read = readDifferences(shortConsent, { ...shortConsent, blocks });
    expect(read.passages.map(({ id, what }) => [id, what])).toEqual(
      expect.arrayContaining([
        [second?.id, 'removed'],
        ['touch', 'added'],
      ]),
    );
    const moved = read.passages.filter(({ what }) => what === 'moved');
    expect(moved).toHaveLength(1);
    expect(moved[0]?.lines).toEqual([]);
    expect(read.passages.map(changeInWords)).toEqual(
      expect.arrayContaining(['Added', 'Removed', 'Moved to another place']),
    );
  });

  it('say of a passage that it was changed and moved', () => {
    expect(changeInWords({ what: 'changed', isMoved: true })).toBe('Changed, and moved to another place');
    expect(changeInWords({ what: 'changed', isMoved: false })).toBe('Changed');
  });

  it('call a passage by its heading, else by its first words', () => {
    const headings = (after: ConsentDocument) =>
      readDifferences(shortConsent, after).passages.map(({ heading }) => heading);
    expect(headings(changing('going-home', { paragraphs: ['Walk.'] }))).toEqual(['Going home']);
    expect(headings(changing('voluntary', { paragraphs: ['Stop.'] }))).toEqual(['Stop.']);
  });

  it('have no line where only what clients don’t read is another', () => {
    const [passage] = readDifferences(shortConsent, changing('voluntary', { part: 'home' })).passages;
    expect(passage).toMatchObject({ what: 'changed', lines: [] });
  });

  it('say when the two are in different languages', () => {
    expect(readDifferences(shortConsent, { ...shortConsent, locale: 'de' }).languages).toEqual(['en', 'de']);
  });

  it('are counted', () => {
    expect(differencesInWords(readDifferences(earlier, shortConsent))).toBe(
      '1 difference. 2 passages are the same, word for word.',
    );
    const { passages } = readDifferences(earlier, { ...shortConsent, title: 'Another' });
    expect(differencesInWords({ passages, same: 1, languages: undefined })).toBe(
      '2 differences. 1 passage is the same, word for word.',
    );
    expect(differencesInWords({ passages, same: 0, languages: undefined })).toBe(
      '2 differences, and no passage is the same.',
    );
  });
});

describe('what a signed text can be held against', () => {
  const [old, fresh] = [aSigned(earlier), aSigned(shortConsent)];

  it('is the text now, the signed one first', () => {
    const [now, ...others] = comparisonsOf({ record: old, document: aDocument([old]) }, ZONE);
    expect(now).toMatchObject({ before: earlier, after: shortConsent });
    expect(now?.words).toBe('The text now, version 2026-11');
    expect(others).toEqual([]);
  });

  it('is another that was signed, the earlier first', () => {
    const [comparison] = comparisonsOf({ record: fresh, document: aDocument([fresh, old]) }, ZONE);
    expect(comparison).toMatchObject({ before: earlier, after: shortConsent });
    expect(comparison?.words).toMatch(/^Version 2026-05, received Sun, Nov 22, 2026/);
  });

  it('is nothing twice: the text now is not offered once more as the one that was signed later', () => {
    expect(comparisonsOf({ record: old, document: aDocument([fresh, old]) }, ZONE)).toHaveLength(1);
  });

  it('is nothing where the text is the same, or is known no more', () => {
    expect(comparisonsOf({ record: fresh, document: aDocument([fresh, aSigned()]) }, ZONE)).toEqual([]);
    const { record, ...erased } = aSigned(shortConsent, { version: 'gone' });
    expect(record).toBeDefined();
    expect(comparisonsOf({ record: erased, document: aDocument([erased]) }, ZONE)).toEqual([]);
  });
});
