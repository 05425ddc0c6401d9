import { describe, expect, it } from 'vitest';
import { innerScope, readEntry, scopeOf } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import type { Item, ItemType } from '../../../src/domain/questionnaire/questionnaire.js';

const item = (type: ItemType, more: Partial<Item> = {}): Item => ({ linkId: 'q', type, text: 'Q', ...more });

const nothing = { values: [] };

describe('a number', () => {
  const decimal = item('decimal', { min: -5, max: 250 });

  it.each([
    ['68', { values: [68] }],
    [' 68.5 ', { values: [68.5] }],
    ['68,5', { values: [68.5] }],
    ['+1', { values: [1] }],
    ['-5', { values: [-5] }],
    ['250', { values: [250] }],
    ['-5.1', { code: 'too-small' }],
    ['250.1', { code: 'too-large' }],
    ['about 68', { code: 'not-a-number' }],
    ['1e2', { code: 'not-a-number' }],
    ['0x10', { code: 'not-a-number' }],
    ['1.2.3', { code: 'not-a-number' }],
    ['  ', nothing],
  ])('written as "%s" is read as %j', (entry, reading) => {
    expect(readEntry(decimal, entry)).toEqual(reading);
  });

  it('is whole where a whole one is asked for', () => {
    expect(readEntry(item('integer'), '2')).toEqual({ values: [2] });
    expect(readEntry(item('integer'), '2.5')).toEqual({ code: 'not-whole' });
  });
});

describe('a date', () => {
  it.each([
    [{ year: '1984', month: '3', day: '7' }, { values: ['1984-03-07'] }],
    [{ year: '1984', month: '', day: '7' }, { code: 'date-incomplete' }],
    [{ year: '1984', month: '2', day: '30' }, { code: 'no-such-date' }],
    [{ year: ' ', month: '', day: '' }, nothing],
  ])('of %j is read as %j', (entry, reading) => {
    expect(readEntry(item('date'), entry)).toEqual(reading);
  });
});

describe('a text', () => {
  it('is read without the space around it', () => {
    expect(readEntry(item('text'), '  a line\nand another  ')).toEqual({ values: ['a line\nand another'] });
    expect(readEntry(item('string'), ' \n ')).toEqual(nothing);
  });

  it('is held to the length its question takes', () => {
    expect(readEntry(item('string', { maxLength: 3 }), 'abc')).toEqual({ values: ['abc'] });
    expect(readEntry(item('string', { maxLength: 3 }), 'abcd')).toEqual({ code: 'too-long' });
  });

  it('takes 200 characters on a line and 4,000 in a box where the question says nothing', () => {
    expect(readEntry(item('string'), 'x'.repeat(200))).toEqual({ values: ['x'.repeat(200)] });
    expect(readEntry(item('string'), 'x'.repeat(201))).toEqual({ code: 'too-long' });
    expect(readEntry(item('text'), 'x'.repeat(4000))).toEqual({ values: ['x'.repeat(4000)] });
    expect(readEntry(item('text'), 'x'.repeat(4001))).toEqual({ code: 'too-long' });
  });

  it('marks the place where a character was cut in two', () => {
    expect(readEntry(item('string'), 'sage \ud83c')).toEqual({ values: ['sage \ufffd'] });
    expect(readEntry(item('string'), 'sage 🌿')).toEqual({ values: ['sage 🌿'] });
  });

  it.each([
    ['email', 'ana@example.org', { values: ['ana@example.org'] }],
    ['email', 'ana at example.org', { code: 'not-email' }],
    ['email', 'ana@example', { code: 'not-email' }],
    ['phone', '+1 (503) 555-0182', { values: ['+1 (503) 555-0182'] }],
    ['phone', 'ask my sister', { code: 'not-phone' }],
  ] as const)('as %s: "%s" is read as %j', (format, entry, reading) => {
    expect(readEntry(item('string', { format }), entry)).toEqual(reading);
  });
});

describe('a choice', () => {
  const none = { code: 'none', display: 'None of these', exclusive: true };
  const choice = item('choice', {
    repeats: true,
    answerOption: [
      { code: 'a', display: 'A' },
      { code: 'b', display: 'B' },
    ],
  });

  it('is read as its codes', () => {
    expect(readEntry(choice, ['a', 'b'])).toEqual({ values: ['a', 'b'] });
    expect(readEntry(choice, [])).toEqual(nothing);
  });

  it('can’t be what is not offered', () => {
    expect(readEntry(choice, ['a', 'c'])).toEqual({ code: 'not-an-option' });
  });

  it('can’t be made twice, or together with one that stands alone', () => {
    const withNone = { ...choice, answerOption: [...(choice.answerOption ?? []), none] };
    expect(readEntry(withNone, ['a', 'a'])).toEqual({ code: 'not-an-option' });
    expect(readEntry(withNone, ['a', 'none'])).toEqual({ code: 'not-an-option' });
    expect(readEntry(withNone, ['none'])).toEqual({ values: ['none'] });
  });

  it('of yes and no is read as a boolean', () => {
    expect(readEntry(item('boolean'), ['true'])).toEqual({ values: [true] });
    expect(readEntry(item('boolean'), ['false'])).toEqual({ values: [false] });
  });
});

describe('an entry of another type’s shape', () => {
  it.each<[ItemType, Entry]>([
    ['date', '1984-03-07'],
    ['choice', 'yes'],
    ['boolean', 'true'],
    ['integer', ['2']],
    ['string', { year: '', month: '', day: '' }],
    ['group', 'text'],
    ['display', 'text'],
  ])('counts as nothing for %s', (type, entry) => {
    expect(readEntry(item(type), entry)).toEqual(nothing);
  });

  it('counts as nothing where there is none', () => {
    expect(readEntry(item('string'), undefined)).toEqual(nothing);
  });
});

describe('the scope of a path', () => {
  it('names the instances, outermost first', () => {
    expect(scopeOf('given')).toBe('');
    expect(scopeOf('medicine-name#2')).toBe('#2');
    expect(scopeOf('milligrams#2.1')).toBe('#2.1');
  });

  it('grows by one key with each repeating group', () => {
    expect(innerScope('', 2)).toBe('#2');
    expect(innerScope('#2', 1)).toBe('#2.1');
  });
});
