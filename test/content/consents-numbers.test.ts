import { describe, expect, it } from 'vitest';
import { electronicRecordsConsent, ketamineTherapyConsent } from '../../src/content/en/consents/index.js';
import type { ConsentBlock } from '../../src/domain/consent/document.js';
import { textsOf, wordsOf } from '../support/consent-texts.js';

const documents = [ketamineTherapyConsent, electronicRecordsConsent];
const blocks = documents.flatMap((document) => document.blocks);
const words = documents.flatMap(wordsOf);

/** Numbers that claim nothing: whom to call. */
const NO_CLAIMS = ['911', '988'];

const numbersIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(/\d+(?:[.,]\d+)*/g) ?? []);

/** Numbers of a block that none of its sources claims. */
const unfounded = (block: ConsentBlock): readonly string[] => {
  const claimed = numbersIn((block.sources ?? []).map(({ claim }) => claim));
  return numbersIn(textsOf(block)).filter(
    (number) => !NO_CLAIMS.includes(number) && !claimed.includes(number),
  );
};

describe('a number in a consent document', () => {
  it('stands in a claim that has a source', () => {
    expect(
      blocks.map((block) => [block.id, unfounded(block)] as const).filter(([, few]) => few.length > 0),
    ).toEqual([]);
  });

  it('is found out where it has none', () => {
    const block = { id: 'a', paragraphs: ['It helps 7 of 10 people. Call 911.'] };
    expect(unfounded(block)).toEqual(['7', '10']);
  });

  it('is shown in the text by each source: none is kept for nothing', () => {
    const idle = blocks.flatMap((block) => {
      const shown = numbersIn(textsOf(block));
      return (block.sources ?? []).filter(
        ({ claim }) => !numbersIn([claim]).some((number) => shown.includes(number)),
      );
    });
    expect(idle).toEqual([]);
  });

  it('says of how many people it speaks', () => {
    const all = blocks.flatMap(({ sources = [] }) => sources);
    expect(all.length).toBeGreaterThan(12);
    expect(all.filter(({ count }) => count === undefined)).toEqual([]);
  });

  it('is said to be from another form of the medicine where it is', () => {
    const block = blocks.find(({ id }) => id === 'common-effects');
    expect(block?.sources).toHaveLength(12);
    expect(block?.sources?.every(({ source }) => source.includes('nasal spray'))).toBe(true);
    expect(block?.paragraphs[0]).toMatch(/from a different form of the medicine/);
  });

  it('is no percentage, which is harder to picture than people', () => {
    expect(blocks.flatMap(textsOf).filter((text) => /%|per ?cent/i.test(text))).toEqual([]);
  });
});

describe('the words of the consent documents', () => {
  const saying = (pattern: RegExp) => words.filter(([, text]) => pattern.test(text));

  it('quote no rate of benefit', () => {
    const benefits = ketamineTherapyConsent.blocks.filter(({ id }) =>
      ['benefits', 'other-ways'].includes(id),
    );
    expect(benefits).toHaveLength(2);
    expect(numbersIn(benefits.flatMap(textsOf))).toEqual([]);
  });

  it('name no dose', () => {
    expect(saying(/\d\s?(mg|milligrams?|ml|mcg|µg)\b/i)).toEqual([]);
  });

  it('promise nothing', () => {
    expect(saying(/\b(cures?|healing|breakthrough|transformative|guaranteed?|proven|risk-free)\b/i)).toEqual(
      [],
    );
  });

  it('claim no compliance with a law', () => {
    expect(saying(/hipaa|compliant|42 CFR|ESIGN/i)).toEqual([]);
  });

  it('do not call themselves a sample: what a practice has adopted is none', () => {
    expect(saying(/\b(sample|invented|demo)\b/i)).toEqual([]);
  });

  it('are never empty, and never spaced by accident', () => {
    expect(words.filter(([, text]) => text === '' || text !== text.trim() || text.includes('  '))).toEqual(
      [],
    );
  });

  it('are typeset: no typewriter apostrophes or quotes', () => {
    expect(saying(/["']/)).toEqual([]);
  });
});
