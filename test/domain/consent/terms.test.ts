import { describe, expect, it } from 'vitest';
import { explained, type Piece } from '../../../src/domain/consent/terms.js';
import { ketamineTherapyConsent } from '../../../src/content/en/consents/ketamine-therapy.js';

const named = (...terms: readonly string[]) => terms.map((term) => ({ term, meaning: `What ${term} means` }));

/** The texts with every term in brackets. */
const marked = (texts: readonly string[], ...terms: readonly string[]): readonly string[] =>
  explained(texts, named(...terms)).map((pieces) =>
    pieces.map(({ text, meaning }) => (meaning === undefined ? text : `[${text}]`)).join(''),
  );

const together = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

describe('terms in a passage', () => {
  it('are found once each, where they stand first', () => {
    expect(marked(['A placebo is no medicine.', 'A placebo helps, too.'], 'placebo', 'medicine')).toEqual([
      'A [placebo] is no [medicine].',
      'A placebo helps, too.',
    ]);
  });

  it('carry what they mean', () => {
    expect(explained(['Some nausea.'], named('nausea'))).toEqual([
      [{ text: 'Some ' }, { text: 'nausea', meaning: 'What nausea means' }, { text: '.' }],
    ]);
  });

  it('are whole words: no part of a longer one counts', () => {
    expect(marked(['Overdose, doses, dose2, dose_a and a dose.'], 'dose')).toEqual([
      'Overdose, doses, dose2, dose_a and a [dose].',
    ]);
  });

  it('are found in any case, and keep the case they are written in', () => {
    expect(marked(['NAUSEA and Łódź'], 'nausea', 'łÓDŹ')).toEqual(['[NAUSEA] and [Łódź]']);
  });

  it('give way to a longer one that begins with them', () => {
    expect(marked(['High blood pressure, then blood.'], 'blood', 'blood pressure')).toEqual([
      'High [blood pressure], then [blood].',
    ]);
  });

  it('are found side by side, at the beginning and at the end', () => {
    expect(marked(['nausea dizziness'], 'nausea', 'dizziness')).toEqual(['[nausea] [dizziness]']);
  });

  it('of several words may stand over any white space', () => {
    expect(marked(['controlled\u00a0 substance'], 'controlled substance')).toEqual([
      '[controlled\u00a0 substance]',
    ]);
  });

  it('are taken letter by letter, whatever signs they hold', () => {
    expect(marked(['A (b.c)* and a+b', 'xbyc'], '(b.c)*', 'a+b', 'b.c')).toEqual([
      'A [(b.c)*] and [a+b]',
      'xbyc',
    ]);
  });

  it('end where a letter with a mark, or a letter beyond the first plane, goes on', () => {
    expect(marked(['dose\u0301 dose𝐱 𝐱dose 💊dose'], 'dose')).toEqual(['dose\u0301 dose𝐱 𝐱dose 💊[dose]']);
  });

  it('are none where the document names none, or only blanks', () => {
    expect(explained(['As it is.', ''], [])).toEqual([[{ text: 'As it is.' }], [{ text: '' }]]);
    expect(together(explained(['As it is.'], named(' '))[0] ?? [])).toBe('As it is.');
  });

  it('leave every text of the consent that we ship as it is', () => {
    const { blocks, terms = [] } = ketamineTherapyConsent;
    for (const { paragraphs, list = [] } of blocks) {
      const texts = [...paragraphs, ...list];
      expect(explained(texts, terms).map(together)).toEqual(texts);
    }
  });

  it('of the consent that we ship all stand somewhere in it', () => {
    const { blocks, terms = [] } = ketamineTherapyConsent;
    const found = blocks.flatMap(({ paragraphs, list = [] }) =>
      explained([...paragraphs, ...list], terms)
        .flat()
        .map(({ meaning }) => meaning),
    );
    expect(terms.filter(({ meaning }) => !found.includes(meaning)).map(({ term }) => term)).toEqual([]);
  });
});
