import { describe, expect, it } from 'vitest';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import { fillDocument, isFilledFrom } from '../../../src/domain/consent/fill.js';
import { shortConsent } from '../../support/consent-document.js';

const template: ConsentDocument = {
  ...shortConsent,
  blocks: [
    ...shortConsent.blocks,
    { id: 'fees', paragraphs: ['A session costs {{fee}}, and {{ late-fee }} when you come late.'] },
    { id: 'touch', part: 'touch', paragraphs: ['{{therapist}}'] },
  ],
};
const values = { fee: '$450', 'late-fee': '$80', therapist: 'Mara Lindqvist' };

function filled(replacing: Record<string, string> = {}, without: readonly string[] = []): ConsentDocument {
  const result = fillDocument(template, { values: { ...values, ...replacing }, without });
  if ('missing' in result) throw new Error(result.missing);
  return result.document;
}

describe('A document that is filled', () => {
  it('is not changed by being filled again', () => {
    expect(fillDocument(filled(), { values, without: [] })).toEqual({ document: filled() });
  });

  it.each([
    ['{{therapist}}', 'therapist'],
    ['{{ nobody }}', 'nobody'],
    ['as {{fee}} was', 'fee'],
  ])('takes no value that brings a blank with it: %s', (fee, missing) => {
    expect(fillDocument(template, { values: { ...values, fee }, without: [] })).toEqual({ missing });
  });

  it('takes no values that make a blank between them', () => {
    const split = { ...shortConsent, title: '{{{fee}}late-fee}}' };
    const result = fillDocument(split, { values: { ...values, fee: '{' }, without: [] });
    expect(result).toEqual({ missing: 'late-fee' });
  });
});

describe('A text beside what it was filled from', () => {
  it.each<[string, ConsentDocument, readonly string[]]>([
    ['with other values', filled({ fee: '$475', therapist: 'Somebody else' }), []],
    ['with values that hold words of the text', filled({ fee: '$1, and $2 when you come late' }), []],
    ['without a part', filled({}, ['touch']), ['touch']],
  ])('is known as that %s', (_, text, without) => {
    expect(isFilledFrom(text, template, without)).toBe(true);
  });

  const reworded = (paragraph: string): ConsentDocument => ({
    ...filled(),
    blocks: filled().blocks.map((block) =>
      block.id === 'fees' ? { ...block, paragraphs: [paragraph] } : block,
    ),
  });
  it.each<[string, ConsentDocument, readonly string[]]>([
    ['begins otherwise', reworded('One session costs $450, and $80 when you come late.'), []],
    ['ends otherwise', reworded('A session costs $450, and $80 when you do not come.'), []],
    ['lacks words between its blanks', reworded('A session costs $450 or $80 when you come late.'), []],
    ['is shorter than its own words', reworded('A session costs  when you come late.'), []],
    ['has another title', { ...filled(), title: 'Another' }, []],
    ['has a field more', { ...filled(), sample: true }, []],
    ['has a part that is left out now', filled(), ['touch']],
    ['lacks a part that is not left out', filled({}, ['touch']), []],
  ])('is not taken for that where it %s', (_, text, without) => {
    expect(isFilledFrom(text, template, without)).toBe(false);
  });
});
