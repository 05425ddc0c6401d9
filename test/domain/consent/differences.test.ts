import { describe, expect, it } from 'vitest';
import { differences, movedBlocks } from '../../../src/domain/consent/differences.js';
import type { ConsentBlock, ConsentDocument } from '../../../src/domain/consent/document.js';
import { shortConsent } from '../../support/consent-document.js';
import { randomDocument } from '../../support/random-consents.js';
import { seeded } from '../../support/seeded.js';

const block = (id: string, words = `About ${id}.`): ConsentBlock => ({ id, paragraphs: [words] });
const version = (...blocks: readonly ConsentBlock[]): ConsentDocument => ({
  ...shortConsent,
  blocks: [...blocks],
});
const of = (ids: string): ConsentDocument => version(...ids.split('').map((id) => block(id)));

/** `a`, `b changed`, `c added`, `d removed`, `e moved`. */
const said = (before: ConsentDocument, after: ConsentDocument): readonly string[] => {
  const moved = movedBlocks(before, after);
  return differences(before, after).map(({ id, what }) =>
    [id, what === 'same' ? '' : what, moved.has(id) ? 'moved' : ''].filter((word) => word !== '').join(' '),
  );
};

describe('what changed from one version to the next', () => {
  it('is nothing in the same text', () => {
    expect(said(shortConsent, structuredClone(shortConsent))).toEqual([
      'off-label',
      'going-home',
      'voluntary',
    ]);
  });

  it('is nothing where only the order in which a block was written down is another', () => {
    const [first] = shortConsent.blocks;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse()) as unknown as ConsentBlock;
    expect(said(version(...(first ? [first] : [])), version(turned))).toEqual(['off-label']);
  });

  it.each<[string, Partial<ConsentBlock>]>([
    ['a word', { paragraphs: ['About B.'] }],
    ['the heading', { heading: 'B' }],
    ['the list', { list: ['b'] }],
    ['the sentence to tick', { acknowledgement: 'I know b.' }],
    ['a choice', { choices: [{ id: 'c', question: 'b?', options: [] }] }],
    ['the source of a number', { sources: [{ claim: 'b', source: 'B', year: 2020, comparison: 'none' }] }],
  ])('is a block of which %s is another', (_, replacing) => {
    const after = version(block('a'), { ...block('b'), ...replacing }, block('c'));
    expect(said(of('abc'), after)).toEqual(['a', 'b changed', 'c']);
  });

  it('comes with both texts', () => {
    const [change] = differences(version(block('a', 'Before.')), version(block('a', 'After.')));
    expect(change).toEqual({
      id: 'a',
      what: 'changed',
      before: block('a', 'Before.'),
      after: block('a', 'After.'),
    });
  });

  it.each([
    ['at the start', 'ab', 'xab', ['x added', 'a', 'b']],
    ['in the middle', 'ab', 'axb', ['a', 'x added', 'b']],
    ['at the end', 'ab', 'abx', ['a', 'b', 'x added']],
  ])('is a block that was added %s', (_, before, after, expected) => {
    expect(said(of(before), of(after))).toEqual(expected);
  });

  it.each([
    ['at the start', 'xab', 'ab', ['x removed', 'a', 'b']],
    ['in the middle', 'axb', 'ab', ['a', 'x removed', 'b']],
    ['at the end', 'abx', 'ab', ['a', 'b', 'x removed']],
    ['after one that was removed as well', 'axyb', 'ab', ['a', 'x removed', 'y removed', 'b']],
  ])('is a block that was removed %s, where it stood', (_, before, after, expected) => {
    expect(said(of(before), of(after))).toEqual(expected);
  });

  it('is a block under another id: one less and one more', () => {
    expect(said(of('ab'), of('ac'))).toEqual(['a', 'b removed', 'c added']);
  });

  it.each([
    ['to the front', 'abcd', 'dabc', ['d moved', 'a', 'b', 'c']],
    ['to the end', 'abcd', 'bcda', ['b', 'c', 'd', 'a moved']],
    ['past another', 'abcd', 'acbd', ['a', 'c', 'b moved']],
  ])('is a place, not a text, where a block went %s', (_, before, after, expected) => {
    expect(said(of(before), of(after)).slice(0, expected.length)).toEqual(expected);
  });

  it('can be a text and its place at once', () => {
    expect(said(of('abc'), version(block('c', 'Else.'), block('a'), block('b')))).toEqual([
      'c changed moved',
      'a',
      'b',
    ]);
  });
});

describe('200 pairs of random versions', () => {
  it('can each be put together again from what is said of them', () => {
    const draw = seeded(31);
    for (let pair = 0; pair < 200; pair++) {
      const [before, after] = [randomDocument(draw), randomDocument(draw)];
      const found = differences(before, after);
      expect(found.flatMap((each) => each.after ?? [])).toEqual(after.blocks);
      const byId = new Map(found.map((each) => [each.id, each.before]));
      expect(before.blocks.map(({ id }) => byId.get(id))).toEqual(before.blocks);
      expect(found).toHaveLength(byId.size);
    }
  });
});
