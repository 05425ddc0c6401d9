import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Item, ItemType } from '../../../src/domain/questionnaire/questionnaire.js';
import { validate, type AnswerProblem } from '../../../src/domain/questionnaire/validate.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';
import { form as formOf, item as itemOf, options } from '../../support/small-forms.js';

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

const ticked = (more: Partial<Item>) => question('choice', { repeats: true, answerOption: options, ...more });

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
    ['not-a-number', question('quantity'), { amount: 'some', unit: '' }],
    ['not-as-asked', question('time'), '25:00'],
    ['not-as-asked', question('url'), 'a b'],
    ['too-short', question('string', { minLength: 3 }), 'ab'],
    [
      'date-in-future',
      question('dateTime', { dateOf: 'past' }),
      { ...on('2026-11-23'), time: '00:00', offset: 'Z' },
    ],
    ['too-few', ticked({ minOccurs: 2 }), ['a']],
    ['too-many', ticked({ maxOccurs: 1 }), ['a', 'b']],
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
    ['a choice of as many as are allowed', ticked({ minOccurs: 1, maxOccurs: 2 }), ['a', 'b']],
    ['an optional choice left open, though it wants two', ticked({ minOccurs: 2 }), []],
    ['a question that can’t be changed', question('string', { required: true, readOnly: true }), undefined],
    ['a question that is never shown', question('integer', { required: true, hidden: true }), 'seven'],
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

/** The problems of a form of these items, as `path code`. */
function saidOf(
  items: readonly Item[],
  entries: Record<string, Entry>,
  instances: Record<string, number[]> = {},
) {
  const answers = answersOf(entries, instances);
  return validate(enabledItems(formOf(...items), answers), answers, context).map(
    ({ path, code }) => `${path} ${code}`,
  );
}

describe('how often a repeating group was filled in', () => {
  const drug = (more: Partial<Item>) =>
    itemOf('drug', 'group', { repeats: true, item: [itemOf('name', 'string')], ...more });
  const three = { drug: [1, 2, 3] };

  it('counts the instances that hold an answer', () => {
    expect(saidOf([drug({ required: true })], {})).toEqual(['drug required']);
    expect(saidOf([drug({ required: true })], { 'name#1': 'sage' })).toEqual([]);
    expect(saidOf([drug({ minOccurs: 2 })], { 'name#1': 'sage' }, three)).toEqual(['drug too-few']);
    expect(saidOf([drug({ minOccurs: 2 })], { 'name#1': 'sage', 'name#3': 'mint' }, three)).toEqual([]);
    expect(saidOf([drug({ maxOccurs: 1 })], { 'name#1': 'sage' }, three)).toEqual([]);
    expect(saidOf([drug({ maxOccurs: 1 })], { 'name#1': 'sage', 'name#3': 'mint' }, three)).toEqual([
      'drug too-many',
    ]);
  });

  it('is nothing to ask about where nothing in it can be answered', () => {
    const item = [itemOf('note', 'display'), itemOf('study', 'string', { hidden: true })];
    expect(saidOf([drug({ required: true, item })], {})).toEqual([]);
  });
});

describe('how often a repeating question was answered', () => {
  const drug = (more: Partial<Item>) => itemOf('drug', 'string', { repeats: true, ...more });

  it('counts the instances that are answered', () => {
    expect(saidOf([drug({ required: true })], { 'drug#1': ' ' })).toEqual(['drug required']);
    expect(saidOf([drug({ required: true })], { 'drug#1': 'sage' }, { drug: [1, 2] })).toEqual([]);
    expect(saidOf([drug({ minOccurs: 2 })], { 'drug#1': 'sage' })).toEqual(['drug too-few']);
    expect(saidOf([drug({ minOccurs: 2 })], {})).toEqual([]);
    const both = { 'drug#1': 'sage', 'drug#2': 'mint' };
    expect(saidOf([drug({ maxOccurs: 1 })], both, { drug: [1, 2] })).toEqual(['drug too-many']);
  });

  it('does not keep what is wrong with one of them from being said', () => {
    const dose = itemOf('dose', 'integer', { repeats: true, required: true });
    expect(saidOf([dose], { 'dose#1': 'a few', 'dose#2': '3' }, { dose: [1, 2] })).toEqual([
      'dose#1 not-a-number',
    ]);
  });

  it('asks for the answer that something was written under', () => {
    const unit = itemOf('unit', 'string', { initial: ['mg'] });
    const asked = [drug({ item: [itemOf('dose', 'integer'), unit] })];
    expect(saidOf(asked, { 'dose#1': '3' })).toEqual(['drug#1 required']);
    expect(saidOf(asked, { 'drug#1': 'sage', 'dose#1': '3' })).toEqual([]);
    expect(saidOf(asked, { 'unit#1': 'mg' })).toEqual([]);
  });
});

describe('what nobody sees', () => {
  it('is no problem, with all that stands in it', () => {
    const hidden = itemOf('g', 'group', {
      hidden: true,
      item: [
        itemOf('q', 'string', { required: true }),
        itemOf('r', 'group', { repeats: true, required: true }),
      ],
    });
    expect(saidOf([hidden], {})).toEqual([]);
  });
});
