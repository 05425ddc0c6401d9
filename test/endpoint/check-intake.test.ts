import { describe, expect, test } from 'vitest';
import { checkIntake } from '../../demo/endpoint/check-intake.js';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import type { QuestionnaireResponse } from '../../src/domain/fhir/questionnaire-response.js';
import type { Answers } from '../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { newIntake } from '../support/intake.js';

const form: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'health-history',
  version: '1.0.0',
  title: 'Short',
  locale: 'en',
  item: [
    {
      linkId: 'page',
      type: 'group',
      text: 'Page',
      item: [
        {
          linkId: 'heart',
          type: 'choice',
          text: 'Has a doctor told you that a rise in blood pressure is dangerous for you?',
          repeats: true,
          answerOption: [
            { code: 'yes', display: 'Yes' },
            { code: 'none', display: 'None of these', exclusive: true },
          ],
        },
        {
          linkId: 'when',
          type: 'string',
          text: 'When?',
          enableWhen: [{ question: 'heart', operator: '=', answer: 'yes' }],
        },
        {
          linkId: 'medicine',
          type: 'group',
          text: 'Medicine',
          repeats: true,
          maxOccurs: 2,
          item: [{ linkId: 'name', type: 'string', text: 'Name' }],
        },
      ],
    },
  ],
};

const written = (
  entries: Record<string, Entry>,
  instances: readonly number[] = [],
): QuestionnaireResponse => {
  const answers: Answers = {
    entries: new Map(Object.entries(entries)),
    instances: new Map([['medicine', instances]]),
  };
  return writeResponse(form, answers, '2026-11-22T19:58:00.000Z').response;
};

const codesFor = (response: QuestionnaireResponse): string[] =>
  checkIntake(newIntake({ content: { response } }), {
    forms: [form],
    practice: stillwater,
    now: new Date('2026-11-22T20:00:00.000Z'),
  }).map(({ code }) => code);

/** The same response with one piece of its text replaced. */
const tampered = (response: QuestionnaireResponse, from: string, to: string): QuestionnaireResponse =>
  JSON.parse(JSON.stringify(response).replace(from, to)) as QuestionnaireResponse;

describe('An intake beside the form it names', () => {
  const honest = written({ heart: ['yes'], when: 'In May', 'name#1': 'Aspirin' }, [1]);

  test('is taken when it is what the form writes', () => {
    expect(honest.questionnaire).toBe(canonicalOf(form));
    expect(codesFor(honest)).toEqual([]);
  });

  test.each([
    ['another question than the form asks', 'Has a doctor told you', 'Has your doctor cleared you'],
    ['other words for an answer', '"display":"Yes"', '"display":"Yes, says my doctor"'],
    ['an answer from another list', 'urn:kap:answer', 'urn:elsewhere'],
    ['a status of its own', '"completed"', '"in-progress"'],
  ])('is refused with %s', (_, from, to) => {
    expect(codesFor(tampered(honest, from, to))).toEqual(['differs-from-form']);
  });

  test('is refused with an answer to a question that was not open', () => {
    const hidden = tampered(
      honest,
      '"code":"yes","display":"Yes"',
      '"code":"none","display":"None of these"',
    );
    expect(codesFor(hidden)).toEqual(['differs-from-form']);
  });

  test('is refused where "None of these" stands beside another answer', () => {
    const [page] = honest.item;
    const heart = page?.item?.[0];
    const both = [...(heart?.answer ?? []), { valueCoding: { system: 'urn:kap:answer', code: 'none' } }];
    const item = [{ ...page, linkId: 'page', item: [{ ...heart, linkId: 'heart', answer: both }] }];
    expect(codesFor({ ...honest, item })).toEqual(['not-an-option']);
  });

  test('is refused with more of a group than the form allows', () => {
    const three = written({ 'name#1': 'A', 'name#2': 'B', 'name#3': 'C' }, [1, 2, 3]);
    expect(codesFor(three)).toEqual(['too-many']);
  });
});

describe('An intake of a form that asks about safety', () => {
  const asking: Questionnaire = {
    ...form,
    item: [
      {
        linkId: 'page',
        type: 'group',
        text: 'Page',
        item: [
          { linkId: 'sleep', type: 'string', text: 'How do you sleep?' },
          {
            linkId: 'safe',
            type: 'choice',
            text: 'Do you feel safe at home?',
            required: true,
            safety: ['no'],
            answerOption: [
              { code: 'yes', display: 'Yes' },
              { code: 'no', display: 'No' },
            ],
          },
        ],
      },
    ],
  };
  const { responsePlan: _, ...safety } = stillwater.safety;
  const withoutPlan = { ...stillwater, safety };
  const answers = (entries: Record<string, Entry>) =>
    writeResponse(
      asking,
      { entries: new Map(Object.entries(entries)), instances: new Map() },
      '2026-11-22T19:58:00.000Z',
    ).response;
  const codesAt = (practice: typeof withoutPlan, response: QuestionnaireResponse) =>
    checkIntake(newIntake({ content: { response } }), {
      forms: [asking],
      practice,
      now: new Date('2026-11-22T20:00:00.000Z'),
    }).map(({ code }) => code);

  const withAnswer = answers({ sleep: 'Well', safe: ['no'] });
  const without = answers({ sleep: 'Well' });

  test('holds the answer where the practice has a response plan', () => {
    expect(codesAt(stillwater, withAnswer)).toEqual([]);
    expect(codesAt(stillwater, without)).toEqual(['required']);
  });

  test('neither needs nor takes it where there is none: nobody would answer to it', () => {
    expect(codesAt(withoutPlan, without)).toEqual([]);
    expect(codesAt(withoutPlan, withAnswer)).toHaveLength(1);
  });
});
