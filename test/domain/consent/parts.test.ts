import { describe, expect, it } from 'vitest';
import { isSignatureDone, partsOf } from '../../../src/domain/consent/parts.js';
import { beginSigning, type Signing } from '../../../src/domain/consent/signing.js';
import type { ConsentBlock } from '../../../src/domain/consent/document.js';
import { shortConsent } from '../../support/consent-document.js';

const AT = '2026-11-22T19:50:00.000Z';

const begun = (blocks: readonly ConsentBlock[] = shortConsent.blocks): Signing =>
  beginSigning({ ...shortConsent, blocks: [...blocks] }, AT);

const states = (signing: Signing) => partsOf(signing).map(({ heading, state }) => `${heading}: ${state}`);

describe('the parts of a document', () => {
  it('are what stands under a heading, each block without one with the part before it', () => {
    expect(partsOf(begun()).map(({ id, blocks }) => ({ id, blocks }))).toEqual([
      { id: 'off-label', blocks: ['off-label'] },
      { id: 'going-home', blocks: ['going-home', 'voluntary'] },
    ]);
  });

  it('are open until all is done that they ask', () => {
    const ticked = {
      ...begun(),
      acknowledged: new Map([
        ['off-label', AT],
        ['going-home', AT],
      ]),
    };
    expect(states(begun())).toEqual(['How this medicine is used here: open', 'Going home: open']);
    expect(states(ticked)).toEqual(['How this medicine is used here: done', 'Going home: open']);
    expect(states({ ...ticked, answers: new Map([['going-home', ['next-day']]]) })).toEqual([
      'How this medicine is used here: done',
      'Going home: done',
    ]);
  });

  it('that ask nothing are there to be read', () => {
    expect(states(begun([{ id: 'one', heading: 'One', paragraphs: ['Text.'] }]))).toEqual(['One: to-read']);
  });

  it('are open where a block without a heading still asks, and done with it', () => {
    const blocks = [
      { id: 'one', heading: 'One', paragraphs: [] },
      { id: 'two', paragraphs: [], acknowledgement: 'Yes.' },
    ];
    expect(states(begun(blocks))).toEqual(['One: open']);
    expect(states({ ...begun(blocks), acknowledged: new Map([['two', AT]]) })).toEqual(['One: done']);
  });

  it('begin with the first heading', () => {
    expect(states(begun([{ id: 'before', paragraphs: ['Text.'] }]))).toEqual([]);
  });
});

describe('the signature', () => {
  it('is done by a name, whatever else is open', () => {
    expect(isSignatureDone(begun())).toBe(false);
    expect(isSignatureDone({ ...begun(), name: 'Ana Okafor' })).toBe(true);
  });

  it('is not done by a name alone where it is to be drawn', () => {
    expect(isSignatureDone({ ...begun(), name: 'Ana Okafor', method: 'drawn' })).toBe(false);
  });
});
