import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { enabledItems, walk } from '../../../src/domain/questionnaire/enabled-items.js';
import type {
  Condition,
  Item,
  ItemType,
  Questionnaire,
} from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';

const item = (linkId: string, type: ItemType, more: Partial<Item> = {}): Item => ({
  linkId,
  type,
  text: linkId,
  ...more,
});

const form = (...items: readonly Item[]): Questionnaire => ({
  schema: 'kap/questionnaire/1',
  id: 'form',
  version: '1',
  title: 'Form',
  locale: 'en',
  item: items,
});

const options = ['a', 'b', 'c'].map((code) => ({ code, display: code }));
const when = (question: string, operator: Condition['operator'], answer: string): Condition => ({
  question,
  operator,
  answer,
});

const paths = (questionnaire: Questionnaire, answers: Answers): readonly string[] =>
  [...walk(enabledItems(questionnaire, answers))].map(({ path }) => path);

describe('a condition', () => {
  const fits = (question: Item, operator: Condition['operator'], answer: string, entry?: Entry): boolean => {
    const asked = form(
      question,
      item('then', 'string', { enableWhen: [when(question.linkId, operator, answer)] }),
    );
    const answers = entry === undefined ? NO_ANSWERS : answersOf({ [question.linkId]: entry });
    return paths(asked, answers).includes('then');
  };
  const choice = item('q', 'choice', { answerOption: options, repeats: true });

  it.each<[Condition['operator'], string, readonly string[] | undefined, boolean]>([
    ['exists', 'true', ['a'], true],
    ['exists', 'true', undefined, false],
    ['exists', 'true', [], false],
    ['exists', 'false', undefined, true],
    ['exists', 'false', ['a'], false],
    ['=', 'a', ['a'], true],
    ['=', 'a', ['b', 'a'], true],
    ['=', 'a', ['b'], false],
    ['=', 'a', undefined, false],
    ['!=', 'a', ['b'], true],
    ['!=', 'a', ['b', 'a'], false],
    ['!=', 'a', undefined, false],
  ])('on a choice, %s %s, with %j chosen: %s', (operator, answer, entry, expected) => {
    expect(fits(choice, operator, answer, entry)).toBe(expected);
  });

  it.each<[Condition['operator'], string, string, boolean]>([
    ['>', '9', '10', true],
    ['>', '10', '10', false],
    ['<', '10', '9', true],
    ['<', '10', '10', false],
    ['>=', '10', '10', true],
    ['>=', '10', '9.9', false],
    ['<=', '10', '10', true],
    ['<=', '10', '10,1', false],
    ['=', '10', '10.0', true],
    ['!=', '10', '11', true],
  ])('on a number, %s %s, with "%s" written: %s', (operator, answer, entry, expected) => {
    expect(fits(item('q', 'decimal'), operator, answer, entry)).toBe(expected);
  });

  it.each<[Condition['operator'], string, boolean]>([
    ['>', '1984-03-06', true],
    ['>', '1984-03-07', false],
    ['<=', '1984-03-07', true],
    ['<', '1984-10-01', true],
    ['=', '1984-03-07', true],
  ])('on a date, %s %s: %s', (operator, answer, expected) => {
    expect(fits(item('q', 'date'), operator, answer, { year: '1984', month: '3', day: '7' })).toBe(expected);
  });

  it('on a boolean goes by true and false', () => {
    expect(fits(item('q', 'boolean'), '=', 'true', ['true'])).toBe(true);
    expect(fits(item('q', 'boolean'), '=', 'true', ['false'])).toBe(false);
    expect(fits(item('q', 'boolean'), 'exists', 'true', ['false'])).toBe(true);
  });

  it('finds an entry that can’t be read unanswered', () => {
    expect(fits(item('q', 'decimal'), 'exists', 'true', 'about ten')).toBe(false);
    expect(fits(choice, 'exists', 'false', ['no-such-code'])).toBe(true);
  });

  it('finds a question further down unanswered', () => {
    const asked = form(
      item('first', 'string', { enableWhen: [when('later', 'exists', 'true')] }),
      item('later', 'string'),
    );
    expect(paths(asked, answersOf({ later: 'here' }))).toEqual(['later']);
  });
});

describe('several conditions', () => {
  const asked = (enableBehavior?: 'all' | 'any') =>
    form(
      item('one', 'choice', { answerOption: options }),
      item('two', 'choice', { answerOption: options }),
      item('then', 'string', {
        enableWhen: [when('one', '=', 'a'), when('two', '=', 'b')],
        ...(enableBehavior && { enableBehavior }),
      }),
    );
  const isAsked = (questionnaire: Questionnaire, one: string, two: string) =>
    paths(questionnaire, answersOf({ one: [one], two: [two] })).includes('then');

  it('must all hold, also where nothing is said', () => {
    for (const questionnaire of [asked(), asked('all')]) {
      expect(isAsked(questionnaire, 'a', 'b')).toBe(true);
      expect(isAsked(questionnaire, 'a', 'c')).toBe(false);
      expect(isAsked(questionnaire, 'c', 'b')).toBe(false);
    }
  });

  it('need one that holds where any will do', () => {
    expect(isAsked(asked('any'), 'a', 'c')).toBe(true);
    expect(isAsked(asked('any'), 'c', 'b')).toBe(true);
    expect(isAsked(asked('any'), 'c', 'c')).toBe(false);
  });
});

describe('a question that is not asked', () => {
  const chain = form(
    item('one', 'choice', { answerOption: options }),
    item('two', 'choice', { answerOption: options, enableWhen: [when('one', '=', 'a')] }),
    item('three', 'string', { enableWhen: [when('two', '=', 'b')] }),
  );

  it('counts as unanswered for those that look at it, though its answer is kept', () => {
    expect(paths(chain, answersOf({ one: ['a'], two: ['b'] }))).toEqual(['one', 'two', 'three']);
    expect(paths(chain, answersOf({ one: ['c'], two: ['b'] }))).toEqual(['one']);
  });

  it('takes all that stands below it along', () => {
    const nested = form(
      item('one', 'choice', { answerOption: options }),
      item('group', 'group', {
        enableWhen: [when('one', '=', 'a')],
        item: [item('inner', 'group', { item: [item('deep', 'string')] })],
      }),
      item('beside', 'string', { enableWhen: [when('deep', 'exists', 'true')] }),
    );
    expect(paths(nested, answersOf({ one: ['a'], deep: 'x' }))).toEqual([
      'one',
      'group',
      'inner',
      'deep',
      'beside',
    ]);
    expect(paths(nested, answersOf({ one: ['b'], deep: 'x' }))).toEqual(['one']);
  });
});

describe('questions under a question', () => {
  it('are asked with it', () => {
    const nested = form(
      item('outer', 'choice', {
        answerOption: options,
        item: [item('under', 'string', { enableWhen: [when('outer', '=', 'a')] })],
      }),
    );
    expect(paths(nested, answersOf({ outer: ['a'] }))).toEqual(['outer', 'under']);
    expect(paths(nested, answersOf({ outer: ['b'] }))).toEqual(['outer']);
  });
});

describe('a repeating group', () => {
  const repeating = form(
    item('all', 'choice', { answerOption: options }),
    item('group', 'group', {
      repeats: true,
      item: [
        item('kind', 'choice', { answerOption: options }),
        item('by-kind', 'string', { enableWhen: [when('kind', '=', 'a')] }),
        item('by-all', 'string', { enableWhen: [when('all', '=', 'a')] }),
        item('inner', 'group', {
          repeats: true,
          item: [item('deep', 'string', { enableWhen: [when('kind', '=', 'a')] })],
        }),
      ],
    }),
    item('outside', 'string', { enableWhen: [when('kind', 'exists', 'true')] }),
  );

  it('has one instance before anybody has added one', () => {
    const [, group] = enabledItems(repeating, NO_ANSWERS);
    expect(group?.instances.map(({ key }) => key)).toEqual([1]);
  });

  it('may have none', () => {
    expect(paths(repeating, answersOf({}, { group: [] }))).toEqual(['all', 'group']);
  });

  it('asks in each instance by the answers in that instance', () => {
    const answers = answersOf({ 'kind#1': ['b'], 'kind#4': ['a'] }, { group: [1, 4] });
    expect(paths(repeating, answers)).toEqual([
      'all',
      'group',
      'kind#1',
      'inner#1',
      'kind#4',
      'by-kind#4',
      'inner#4',
      'deep#4.1',
    ]);
  });

  it('asks in every instance by an answer outside of it', () => {
    const answers = answersOf({ all: ['a'] }, { group: [1, 2] });
    expect(paths(repeating, answers).filter((path) => path.startsWith('by-all'))).toEqual([
      'by-all#1',
      'by-all#2',
    ]);
  });

  it('is not looked into from outside', () => {
    expect(paths(repeating, answersOf({ 'kind#1': ['a'] }))).not.toContain('outside');
  });
});
