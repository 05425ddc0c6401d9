import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import type { AnswerOption, Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { sumsOf } from '../../../src/domain/questionnaire/score.js';
import { answersOf } from '../../support/answers.js';

const OFTEN: readonly AnswerOption[] = [0, 1, 2, 3].map((ordinal) => ({
  code: `c${ordinal}`,
  display: `Answer ${ordinal}`,
  ordinal,
}));

const question = (linkId: string, more: Partial<Item> = {}): Item => ({
  linkId,
  type: 'choice',
  text: `The whole question ${linkId}`,
  short: `Question ${linkId}`,
  answerOption: OFTEN,
  ...more,
});

const group = (linkId: string, item: readonly Item[], more: Partial<Item> = {}): Item => ({
  linkId,
  type: 'group',
  text: `Group ${linkId}`,
  item,
  ...more,
});

const measure = (...item: Item[]): Questionnaire => ({
  schema: 'kap/questionnaire/1',
  id: 'measure',
  version: '1',
  title: 'A measure',
  locale: 'en',
  item,
});

const sumsWith = (
  form: Questionnaire,
  entries: Readonly<Record<string, Entry>>,
  instances: Readonly<Record<string, readonly number[]>> = {},
) => sumsOf(form, answersOf(entries, instances));

describe('the sum of a group', () => {
  const form = measure(group('mood', [question('a'), question('b'), question('c')]));

  it('adds the ordinal values up and says between what it lies', () => {
    expect(sumsWith(form, { a: ['c3'], b: ['c0'], c: ['c2'] })).toEqual([
      { linkId: 'mood', title: 'Group mood', sum: 5, min: 0, max: 9, answered: 3, missing: [] },
    ]);
  });

  it('names what is missing and puts nothing in its place', () => {
    expect(sumsWith(form, { a: ['c3'], c: ['c2'] })).toMatchObject([
      { sum: 5, answered: 2, missing: ['Question b'] },
    ]);
  });

  it('is 0 of nothing answered, with everything missing', () => {
    expect(sumsWith(form, {})).toMatchObject([
      { sum: 0, answered: 0, missing: ['Question a', 'Question b', 'Question c'] },
    ]);
  });

  it('takes an answer without an ordinal value for missing', () => {
    const open = measure(
      question('a', { answerOption: [...OFTEN, { code: 'rather-talk', display: 'I’d rather talk' }] }),
      question('b'),
    );
    expect(sumsWith(open, { a: ['rather-talk'], b: ['c1'] })).toMatchObject([
      { sum: 1, answered: 1, missing: ['Question a'] },
    ]);
  });

  it('does not miss what was not asked', () => {
    const asked = measure(
      group('mood', [
        question('a'),
        question('b', { enableWhen: [{ question: 'a', operator: '=', answer: 'c3' }] }),
      ]),
    );
    expect(sumsWith(asked, { a: ['c1'] })).toMatchObject([{ sum: 1, max: 3, answered: 1, missing: [] }]);
    expect(sumsWith(asked, { a: ['c3'] })).toMatchObject([{ max: 6, missing: ['Question b'] }]);
  });

  it('adds several answers to one question', () => {
    const several = measure(group('mood', [question('a', { repeats: true })]));
    expect(sumsWith(several, { a: ['c1', 'c3'] })).toMatchObject([{ sum: 4, min: 0, max: 6 }]);
  });

  it('is exact with fractions and below zero', () => {
    const fractions = measure(
      question('a', {
        answerOption: [
          { code: 'low', display: 'Low', ordinal: -0.1 },
          { code: 'high', display: 'High', ordinal: 0.1 },
        ],
      }),
      question('b', { answerOption: [{ code: 'x', display: 'X', ordinal: 0.2 }] }),
    );
    expect(sumsWith(fractions, { a: ['high'], b: ['x'] })).toMatchObject([{ sum: 0.3, min: 0.1, max: 0.3 }]);
  });
});

describe('which sums there are', () => {
  it('one for each group, and one for questions that stand in none', () => {
    const form = measure(
      question('a'),
      group('mood', [question('b'), group('sleep', [question('c')])]),
      group('words', [{ linkId: 'd', type: 'text', text: 'Anything else?' }]),
    );
    const sums = sumsWith(form, { a: ['c1'], b: ['c2'], c: ['c3'] });
    expect(sums.map(({ linkId, title, sum }) => [linkId, title, sum])).toEqual([
      ['measure', 'A measure', 1],
      ['mood', 'Group mood', 2],
      ['sleep', 'Group sleep', 3],
    ]);
  });

  it('one for each instance of a group that repeats', () => {
    const form = measure(group('week', [question('a')], { repeats: true }));
    const sums = sumsWith(form, { 'a#1': ['c1'], 'a#4': ['c2'] }, { week: [1, 4] });
    expect(sums.map(({ position, sum }) => [position, sum])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('counts a question below a question with its group', () => {
    const form = measure(group('mood', [question('a', { item: [question('b')] })]));
    expect(sumsWith(form, { a: ['c1'], b: ['c2'] })).toMatchObject([{ linkId: 'mood', sum: 3, answered: 2 }]);
  });

  it('none without ordinal values', () => {
    expect(sumsWith(measure(group('you', [{ linkId: 'n', type: 'string', text: 'Name' }])), {})).toEqual([]);
  });
});
