import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Item, ItemType } from '../../../src/domain/questionnaire/questionnaire.js';
import { validate, type AnswerProblem } from '../../../src/domain/questionnaire/validate.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';

const context = { today: '2026-11-22', minimumAge: 18 };

function problemsOf(item: Item, entry?: Entry): readonly AnswerProblem[] {
  const form = { ...history, item: [item] };
  const answers = answersOf(entry === undefined ? {} : { [item.linkId]: entry });
  return validate(enabledItems(form, answers), answers, context);
}

const question = (type: ItemType, more: Partial<Item> = {}): Item => ({
  linkId: 'q',
  type,
  text: 'Q',
  ...more,
});

const on = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day };
};

const birth = question('date', { dateOf: 'birth' });
const past = question('date', { dateOf: 'past' });

describe('what is wrong with an answer', () => {
  it.each<[ProblemCode, Item, Entry | undefined]>([
    ['required', question('string', { required: true }), undefined],
    ['required', question('string', { required: true }), '   '],
    ['required', question('choice', { required: true }), []],
    ['required', question('date', { required: true }), on('--')],
    ['date-incomplete', question('date'), on('1984-3-')],
    ['no-such-date', question('date'), on('1984-2-30')],
    ['date-in-future', birth, on('2026-11-23')],
    ['date-in-future', past, on('2027-1-1')],
    ['too-long-ago', birth, on('1900-11-22')],
    ['under-minimum-age', birth, on('2008-11-23')],
    ['not-a-number', question('decimal'), 'ten'],
    ['not-whole', question('integer'), '1.5'],
    ['too-small', question('integer', { min: 1 }), '0'],
    ['too-large', question('integer', { max: 1 }), '2'],
    ['too-long', question('string', { maxLength: 2 }), 'abc'],
    ['not-email', question('string', { format: 'email' }), 'ana'],
    ['not-phone', question('string', { format: 'phone' }), '12'],
    ['not-an-option', question('choice', { answerOption: [{ code: 'a', display: 'A' }] }), ['b']],
  ])('is %s', (code, item, entry) => {
    expect(problemsOf(item, entry)).toEqual([{ path: 'q', code }]);
  });

  it.each<[string, Item, Entry | undefined]>([
    ['an optional question left open', question('string'), undefined],
    ['somebody who turns eighteen today', birth, on('2008-11-22')],
    ['somebody who is 125', birth, on('1901-11-22')],
    ['today as a date in the past', past, on('2026-11-22')],
    ['a day long gone', past, on('1066-10-14')],
    ['a date to come where none is ruled out', question('date'), on('2030-1-1')],
    ['a group', question('group', { required: true }), undefined],
    ['a repeating group', question('group', { required: true, repeats: true }), undefined],
    ['a text between questions', question('display', { required: true }), undefined],
  ])('is nothing with %s', (_, item, entry) => {
    expect(problemsOf(item, entry)).toEqual([]);
  });
});

describe('a repeating group without instances', () => {
  const problemsWith = (required: boolean) => {
    const group = question('group', { repeats: true, required });
    const answers = answersOf({}, { q: [] });
    return validate(enabledItems({ ...history, item: [group] }, answers), answers, context);
  };

  it('is missing where one is needed', () => {
    expect(problemsWith(true)).toEqual([{ path: 'q', code: 'required' }]);
    expect(problemsWith(false)).toEqual([]);
  });
});

describe('the problems of a form', () => {
  it('stand in the order of its questions and leave out what is not asked', () => {
    const form = {
      ...history,
      item: [
        question('string', { linkId: 'a', required: true }),
        question('string', {
          linkId: 'hidden',
          required: true,
          enableWhen: [{ question: 'a', operator: 'exists', answer: 'true' }],
        }),
        question('group', {
          linkId: 'group',
          repeats: true,
          item: [question('string', { linkId: 'b', required: true })],
        }),
      ],
    };
    const answers = answersOf({ 'b#2': 'here' }, { group: [1, 2, 3] });
    expect(validate(enabledItems(form, answers), answers, context)).toEqual([
      { path: 'a', code: 'required' },
      { path: 'b#1', code: 'required' },
      { path: 'b#3', code: 'required' },
    ]);
  });
});
