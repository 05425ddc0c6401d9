import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import type { Condition, Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { form, item, options, paths, when } from '../../support/small-forms.js';

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

  const moment = { year: '2026', month: '3', day: '1', time: '05:00', offset: '-08:00' };

  it.each<[Condition['operator'], string, boolean]>([
    ['=', '2026-03-01T13:00:00Z', true],
    ['=', '2026-03-01T14:00:00+01:00', true],
    ['!=', '2026-03-01T05:00:00Z', true],
    ['>', '2026-03-01T12:59:00Z', true],
    ['>', '2026-03-01T13:00:00Z', false],
    ['<', '2026-03-01T05:30:00-09:00', true],
    ['>=', '2026-03-01T13:00:00Z', true],
    ['<=', '2026-03-01T12:59:59Z', false],
  ])('on a moment goes by the moment, whatever the offsets, %s %s: %s', (operator, answer, expected) => {
    expect(fits(item('q', 'dateTime'), operator, answer, moment)).toBe(expected);
  });

  it.each<[Condition['operator'], string, boolean]>([
    ['>', '09:00:00', true],
    ['<', '09:30:00', false],
    ['=', '09:30:00', true],
    ['>=', '10:00:00', false],
  ])('on a time of day, %s %s: %s', (operator, answer, expected) => {
    expect(fits(item('q', 'time'), operator, answer, '09:30')).toBe(expected);
  });

  it.each<[Item['type'], Entry, string]>([
    ['integer', '7', '7'],
    ['string', ' Ana ', 'Ana'],
    ['text', 'one\ntwo', 'one\ntwo'],
    ['url', 'urn:a', 'urn:a'],
  ])('on a %s looks for the very value', (type, entry, answer) => {
    expect(fits(item('q', type), '=', answer, entry)).toBe(true);
    expect(fits(item('q', type), '!=', answer, entry)).toBe(false);
    expect(fits(item('q', type), '=', `${answer}1`, entry)).toBe(false);
  });

  const weight = item('q', 'quantity', {
    units: [
      { code: 'kg', display: 'kg', system: 'http://unitsofmeasure.org' },
      { code: '[lb_av]', display: 'lb', system: 'http://unitsofmeasure.org' },
    ],
  });

  it.each<[Condition['operator'], string, string, boolean]>([
    ['>', '100', 'kg', true],
    ['<', '100', 'kg', false],
    ['=', '120.0', 'kg', true],
    ['>', '100', '[lb_av]', false],
    ['<', '200', '[lb_av]', false],
    ['exists', 'true', '[lb_av]', true],
  ])(
    'on 120 of a quantity compares in the first unit alone, %s %s with %s: %s',
    (operator, answer, unit, is) => {
      expect(fits(weight, operator, answer, { amount: '120', unit })).toBe(is);
    },
  );

  it('on the client’s own words finds no code of the list in them', () => {
    const open = item('q', 'open-choice', { answerOption: options });
    expect(fits(open, '=', 'a', [' a'])).toBe(false);
    expect(fits(open, '=', ' sage', [' sage '])).toBe(true);
    expect(fits(open, 'exists', 'true', [' sage'])).toBe(true);
  });

  it('on numbers to choose from compares them as numbers', () => {
    const score = ['3', '10'].map((code) => ({ code, display: code, value: { valueInteger: Number(code) } }));
    expect(fits(item('q', 'choice', { answerOption: score }), '>', '3', ['10'])).toBe(true);
    expect(fits(item('q', 'integer', { answerOption: score }), '<', '10', ['3'])).toBe(true);
  });

  it('looks at a question further down, too', () => {
    const asked = form(
      item('first', 'string', { enableWhen: [when('later', 'exists', 'true')] }),
      item('later', 'string'),
    );
    expect(paths(asked, answersOf({ later: 'here' }))).toEqual(['first', 'later']);
    expect(paths(asked, NO_ANSWERS)).toEqual(['later']);
  });

  it('on a question that isn’t there finds it unanswered', () => {
    expect(paths(form(item('then', 'string', { enableWhen: [when('gone', '=', 'a')] })), NO_ANSWERS)).toEqual(
      [],
    );
    const without = form(item('then', 'string', { enableWhen: [when('gone', 'exists', 'false')] }));
    expect(paths(without, NO_ANSWERS)).toEqual(['then']);
  });

  it('sees the answer of a question that is never shown', () => {
    expect(fits(item('q', 'string', { hidden: true }), '=', 'study', 'study')).toBe(true);
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
