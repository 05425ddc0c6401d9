import { describe, expect, it } from 'vitest';
import { readSums, sumInWords, sumTitle } from '../../demo/staff/reading/sums.js';
import type { QuestionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import { canonicalOf, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { chosen, group } from './example.js';

const question = (linkId: string): Item => ({
  linkId,
  type: 'choice',
  text: linkId,
  answerOption: [0, 1, 2].map((ordinal) => ({ code: `c${ordinal}`, display: `${ordinal}`, ordinal })),
});

const measure: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'measure',
  version: '1',
  title: 'A measure',
  locale: 'en',
  item: [
    { linkId: 'mood', type: 'group', text: 'Mood', part: 'therapy', item: [question('a'), question('b')] },
    { linkId: 'body', type: 'group', text: 'Body', item: [question('c')] },
  ],
};

const response: QuestionnaireResponse = {
  resourceType: 'QuestionnaireResponse',
  questionnaire: canonicalOf(measure),
  status: 'completed',
  authored: '2026-11-22T20:00:00Z',
  item: [group('mood', chosen('a', 'c2'), chosen('b', 'c1')), group('body')],
};

describe('the sums that a clinician reads', () => {
  it('are those of the parts that they see', () => {
    expect(readSums(response, measure, []).map(({ title }) => title)).toEqual(['Mood', 'Body']);
    expect(readSums(response, measure, ['medical']).map(({ title }) => title)).toEqual(['Mood']);
  });

  it('never name what is hidden inside a part that is not', () => {
    const mixed: Questionnaire = {
      ...measure,
      item: [
        {
          linkId: 'mood',
          type: 'group',
          text: 'Mood',
          part: 'therapy',
          item: [
            question('a'),
            { ...question('secret'), part: 'medical' },
            { linkId: 'inner', type: 'group', text: 'Secret group', part: 'medical', item: [question('b')] },
          ],
        },
      ],
    };
    const sums = readSums({ ...response, item: [group('mood', chosen('a', 'c2'))] }, mixed, ['medical']);
    expect(sums).toEqual([
      { linkId: 'mood', title: 'Mood', sum: 2, min: 0, max: 2, answered: 1, missing: [] },
    ]);
  });

  it('say between what a whole sum lies, and of how many a partial one is', () => {
    const whole = { linkId: 'x', title: 'Mood', sum: 3, min: 0, max: 4, answered: 2, missing: [] };
    expect(sumInWords(whole)).toBe('3, between 0 and 4');
    expect(sumInWords({ ...whole, answered: 1, missing: ['b'] })).toBe('3, the sum of the 1 answered of 2');
    expect(sumInWords({ ...whole, sum: 0, answered: 0, missing: ['a', 'b'] })).toBe('None of 2 answered');
    expect(sumTitle(whole)).toBe('Mood');
    expect(sumTitle({ ...whole, position: 2 })).toBe('Mood 2');
  });
});
