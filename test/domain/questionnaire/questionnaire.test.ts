import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { canonicalOf, type Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { questionnaire } from '../../../src/domain/questionnaire/questionnaire-schema.js';
import { history } from '../../support/history.js';

const isTaken = (form: unknown): boolean => questionnaire.safeParse(form).success;

describe('a questionnaire as it is published', () => {
  it('is taken as it is', () => {
    for (const form of [history, healthHistory])
      expect(questionnaire.safeParse(JSON.parse(JSON.stringify(form)))).toEqual({
        success: true,
        data: form,
      });
  });

  it('holds every kind of item with all that can be said of it', () => {
    const form: Questionnaire = {
      ...history,
      url: 'https://practice.example/forms/all',
      item: [
        {
          linkId: 'drinks',
          type: 'open-choice',
          text: '',
          prefix: '1.',
          safety: ['3'],
          control: 'autocomplete',
          answerOption: [{ code: '3', display: 'Three', ordinal: 3, value: { valueInteger: 3 } }],
          initial: [['3', ' juice']],
          repeats: true,
          minOccurs: 1,
          item: [
            {
              linkId: 'weight',
              type: 'quantity',
              text: 'Weight',
              readOnly: true,
              hidden: true,
              decimals: 1,
              min: 30,
              units: [{ code: 'kg', display: 'kilograms', system: 'http://unitsofmeasure.org' }],
              initial: [{ amount: '70', unit: 'kg' }],
            },
            { linkId: 'at', type: 'time', text: 'When?', min: '08:00:00' },
            { linkId: 'code', type: 'string', text: 'Code', minLength: 2, pattern: '[a-z]+' },
            {
              linkId: 'seen',
              type: 'dateTime',
              text: 'Seen',
              initial: [{ year: '2026', month: '11', day: '24', time: '10:00', offset: 'Z' }],
            },
          ],
        },
      ],
    };
    expect(questionnaire.safeParse(form)).toEqual({ success: true, data: form });
  });

  it('loses what we don’t know', () => {
    const parsed = questionnaire.safeParse({ ...history, script: 'alert(1)' });
    expect(parsed.data).toEqual(history);
  });

  it.each<[string, Partial<Record<keyof Questionnaire, unknown>>]>([
    ['of another schema', { schema: 'kap/questionnaire/2' }],
    ['without questions', { item: [] }],
    ['with a type that there isn’t', { item: [{ linkId: 'a', type: 'slider', text: 'A' }] }],
    ['with a question without a name', { item: [{ linkId: '', type: 'string', text: 'A' }] }],
    [
      'with an answer to begin with that is none',
      { item: [{ linkId: 'a', type: 'date', text: 'A', initial: [{ year: 1984 }] }] },
    ],
    ['with an id that is none', { id: '../care' }],
    ['in a language that is no language tag', { locale: 'English' }],
  ])('is refused %s', (_, replacing) => {
    expect(isTaken({ ...history, ...replacing })).toBe(false);
  });

  it('is refused with a slip far down', () => {
    const deep = { linkId: 'c', type: 'string', text: 'C', maxLength: 'long' };
    const form = {
      ...history,
      item: [
        {
          linkId: 'a',
          type: 'group',
          text: 'A',
          item: [{ linkId: 'b', type: 'group', text: 'B', item: [deep] }],
        },
      ],
    };
    expect(isTaken(form)).toBe(false);
  });
});

describe('the canonical address of a questionnaire', () => {
  it('names its version', () => {
    expect(canonicalOf(history)).toBe('urn:kap:questionnaire:history|1.0.0');
  });

  it('is the one it was published under, where there is one', () => {
    expect(canonicalOf({ ...history, url: 'https://forms.example/history' })).toBe(
      'https://forms.example/history|1.0.0',
    );
  });
});
