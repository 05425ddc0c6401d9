import { describe, expect, it } from 'vitest';
import { innerScope, outerScope, readEntry, scopeOf } from '../../../src/domain/questionnaire/answers.js';
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
    expect(readEntry(item('integer'), '2,0')).toEqual({ values: [2] });
    expect(readEntry(item('integer'), '2.5')).toEqual({ code: 'not-whole' });
  });

  it('has no more digits after the point than are asked for', () => {
    expect(readEntry(item('decimal', { decimals: 1 }), '2.5')).toEqual({ values: [2.5] });
    expect(readEntry(item('decimal', { decimals: 1 }), '2.55')).toEqual({ code: 'not-as-asked' });
    expect(readEntry(item('decimal', { decimals: 0 }), '2.5')).toEqual({ code: 'not-whole' });
  });

  it.each(['1,200', '-12,000'])(
    'that two readers would read differently, "%s", is not guessed at',
    (entry) => {
      expect(readEntry(item('decimal'), entry)).toEqual({ code: 'not-a-number' });
    },
  );

  it('with three digits after a comma is taken where it can be nothing else', () => {
    expect(readEntry(item('decimal'), '0,125')).toEqual({ values: [0.125] });
    expect(readEntry(item('decimal'), '1200,125')).toEqual({ values: [1200.125] });
  });

  it.each([1e-7, 0.1 + 0.2, 2 / 3])('is read as JavaScript writes it: %d', (value) => {
    expect(readEntry(item('decimal'), String(value))).toEqual({ values: [value] });
  });

  it('that is whole fits into 32 bits, as FHIR’s do', () => {
    expect(readEntry(item('integer'), '2147483647')).toEqual({ values: [2147483647] });
    expect(readEntry(item('integer'), '5035550182')).toEqual({ code: 'too-large' });
  });
});

describe('a quantity', () => {
  const ucum = 'http://unitsofmeasure.org';
  const height = item('quantity', {
    min: 50,
    max: 250,
    units: [
      { code: 'cm', display: 'cm', system: ucum },
      { code: '[in_i]', display: 'in', system: ucum },
    ],
  });
  const inches = (value: number) => ({ values: [{ value, unit: 'in', system: ucum, code: '[in_i]' }] });

  it('is read with its unit', () => {
    expect(readEntry(height, { amount: '172,5', unit: 'cm' })).toEqual({
      values: [{ value: 172.5, unit: 'cm', system: ucum, code: 'cm' }],
    });
  });

  it('is in the first unit where none was chosen', () => {
    expect(readEntry(height, { amount: '172', unit: '' })).toMatchObject({ values: [{ code: 'cm' }] });
  });

  it('in a unit that the question doesn’t have is not taken for another', () => {
    expect(readEntry(height, { amount: '172', unit: 'm' })).toEqual({ code: 'not-an-option' });
  });

  it('is held to the bounds in the first unit alone', () => {
    expect(readEntry(height, { amount: '49', unit: 'cm' })).toEqual({ code: 'too-small' });
    expect(readEntry(height, { amount: '251', unit: 'cm' })).toEqual({ code: 'too-large' });
    expect(readEntry(height, { amount: '49', unit: '[in_i]' })).toEqual(inches(49));
    expect(readEntry(height, { amount: '-1', unit: '[in_i]' })).toEqual({ code: 'too-small' });
  });

  it('may be below zero in another unit where the bounds allow it', () => {
    const temperature = item('quantity', {
      min: -40,
      units: [
        { code: 'Cel', display: '°C' },
        { code: '[degF]', display: '°F' },
      ],
    });
    expect(readEntry(temperature, { amount: '-4', unit: '[degF]' })).toEqual({
      values: [{ value: -4, unit: '°F' }],
    });
  });

  it.each([
    ['5 6', inches(66)],
    ['5\'6"', inches(66)],
    ['5′ 11″', inches(71)],
    ['5 ft 0 in', inches(60)],
    ['66', inches(66)],
    ['66.5', inches(66.5)],
    ['8.5', inches(8.5)],
    ['5 12', { code: 'not-a-number' }],
  ])('in inches, written as %s, is read as %j', (amount, reading) => {
    expect(readEntry(height, { amount, unit: '[in_i]' })).toEqual(reading);
  });

  it('without units of its own is a number with the question’s word for it', () => {
    expect(readEntry(item('quantity', { unit: 'cups' }), { amount: '2', unit: '' })).toEqual({
      values: [{ value: 2, unit: 'cups' }],
    });
  });

  it('needs a number', () => {
    expect(readEntry(height, { amount: ' ', unit: 'cm' })).toEqual(nothing);
    expect(readEntry(height, { amount: 'tall', unit: 'cm' })).toEqual({ code: 'not-a-number' });
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

  it('is held to bounds, both days included', () => {
    const spring = item('date', { min: '2026-03-01', max: '2026-05-31' });
    const on = (month: string, day: string) => readEntry(spring, { year: '2026', month, day });
    expect(on('3', '1')).toEqual({ values: ['2026-03-01'] });
    expect(on('5', '31')).toEqual({ values: ['2026-05-31'] });
    expect(on('2', '28')).toEqual({ code: 'too-small' });
    expect(on('6', '1')).toEqual({ code: 'too-large' });
  });
});

describe('a date with a time of day', () => {
  const day = { year: '1984', month: '3', day: '7' };
  const empty = { year: '', month: '', day: '' };

  it.each([
    [{ ...day, time: '09:30', offset: '-08:00' }, { values: ['1984-03-07T09:30:00-08:00'] }],
    [{ ...day, time: '09:30:15', offset: 'Z' }, { values: ['1984-03-07T09:30:15Z'] }],
    [{ ...day, time: '' }, { values: ['1984-03-07'] }],
    [{ ...day, time: '25:00' }, { code: 'not-as-asked' }],
    [{ ...empty, time: '09:30' }, { code: 'date-incomplete' }],
    [{ ...empty, time: '' }, nothing],
  ])('of %j is read as %j', (entry, reading) => {
    expect(readEntry(item('dateTime'), entry)).toEqual(reading);
  });

  it('is held to bounds as a moment, whatever the offset', () => {
    const since = item('dateTime', { min: '2026-03-01T12:00:00Z' });
    const at = (time: string, offset: string) =>
      readEntry(since, { year: '2026', month: '3', day: '1', time, offset });
    expect(at('05:00', '-08:00')).toEqual({ values: ['2026-03-01T05:00:00-08:00'] });
    expect(at('13:00', '+02:00')).toEqual({ code: 'too-small' });
  });
});

describe('a time of day', () => {
  it.each([
    ['09:30', { values: ['09:30:00'] }],
    ['09:30:15', { values: ['09:30:15'] }],
    ['24:00', { code: 'not-as-asked' }],
    ['half past nine', { code: 'not-as-asked' }],
    ['', nothing],
  ])('written as "%s" is read as %j', (entry, reading) => {
    expect(readEntry(item('time'), entry)).toEqual(reading);
  });

  it('is held to bounds', () => {
    const morning = item('time', { min: '08:00:00', max: '12:00:00' });
    expect(readEntry(morning, '08:00')).toEqual({ values: ['08:00:00'] });
    expect(readEntry(morning, '07:59')).toEqual({ code: 'too-small' });
    expect(readEntry(morning, '12:01')).toEqual({ code: 'too-large' });
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

  it('may need a length or a form', () => {
    expect(readEntry(item('string', { minLength: 3 }), 'ab')).toEqual({ code: 'too-short' });
    expect(readEntry(item('string', { minLength: 3 }), ' ')).toEqual(nothing);
    const zip = item('string', { pattern: '\\d{5}|none' });
    expect(readEntry(zip, '97201')).toEqual({ values: ['97201'] });
    expect(readEntry(zip, '97201-1')).toEqual({ code: 'not-as-asked' });
  });

  it('has plain spaces where it was pasted with others, which FHIR’s strings can’t hold', () => {
    expect(readEntry(item('text'), 'a\u00a0b\u2028c\u000bd\u0000e\nf\tg')).toEqual({
      values: ['a b c d e\nf\tg'],
    });
    expect(readEntry(item('text'), '\u00a0')).toEqual(nothing);
  });

  it('that is an address of a page has no space in it, and may be long', () => {
    expect(readEntry(item('url'), 'https://example.org/a')).toEqual({ values: ['https://example.org/a'] });
    expect(readEntry(item('url'), 'example org')).toEqual({ code: 'not-as-asked' });
    expect(readEntry(item('url'), 'x'.repeat(2000))).toEqual({ values: ['x'.repeat(2000)] });
    expect(readEntry(item('url'), 'x'.repeat(2001))).toEqual({ code: 'too-long' });
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

  it('is one where one is asked for', () => {
    expect(readEntry({ ...choice, repeats: false }, ['a'])).toEqual({ values: ['a'] });
    expect(readEntry({ ...choice, repeats: false }, ['a', 'b'])).toEqual({ code: 'not-an-option' });
  });

  it('of yes and no is read as a boolean', () => {
    expect(readEntry(item('boolean'), ['true'])).toEqual({ values: [true] });
    expect(readEntry(item('boolean'), ['false'])).toEqual({ values: [false] });
    expect(readEntry(item('boolean'), [])).toEqual(nothing);
    expect(readEntry(item('boolean'), ['maybe'])).toEqual({ code: 'not-an-option' });
    expect(readEntry(item('boolean'), ['true', 'false'])).toEqual({ code: 'not-an-option' });
  });

  it('among numbers or dates is read as its code', () => {
    const scored = item('integer', {
      answerOption: [{ code: '3', display: '3', value: { valueInteger: 3 } }],
    });
    expect(readEntry(scored, ['3'])).toEqual({ values: ['3'] });
    expect(readEntry(scored, '3')).toEqual(nothing);
  });
});

describe('words of the client’s own beside a list', () => {
  const open = item('open-choice', { answerOption: [{ code: 'a', display: 'A' }] });

  it('begin with a space among the codes', () => {
    expect(readEntry(open, ['  sage tea '])).toEqual({ values: [' sage tea'] });
    expect(readEntry({ ...open, repeats: true }, ['a', ' sage tea'])).toEqual({ values: ['a', ' sage tea'] });
  });

  it('are nothing while nothing is written', () => {
    expect(readEntry(open, [' '])).toEqual(nothing);
  });

  it('take the place of an answer of the list where one is asked for', () => {
    expect(readEntry(open, ['a', ' sage tea'])).toEqual({ code: 'not-an-option' });
  });

  it('are held to the length that is asked for', () => {
    expect(readEntry({ ...open, maxLength: 3 }, [' sage'])).toEqual({ code: 'too-long' });
  });

  it('are no answer to a closed list', () => {
    expect(readEntry({ ...open, type: 'choice' }, [' sage'])).toEqual({ code: 'not-an-option' });
  });
});

describe('an entry of another type’s shape', () => {
  it.each<[ItemType, Entry]>([
    ['date', '1984-03-07'],
    ['choice', 'yes'],
    ['boolean', 'true'],
    ['integer', ['2']],
    ['string', { year: '', month: '', day: '' }],
    ['quantity', '70'],
    ['time', ['09:30']],
    ['dateTime', '1984-03-07'],
    ['url', { amount: '1', unit: '' }],
    ['open-choice', 'a'],
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

  it('shrinks to the outermost instances', () => {
    expect(outerScope('#2.1.3', 2)).toBe('#2.1');
    expect(outerScope('#2.1.3', 0)).toBe('');
    expect(outerScope('#2', 3)).toBe('#2');
    expect(outerScope('', 1)).toBe('');
  });

  it('grows by one key with each repeating group', () => {
    expect(innerScope('', 2)).toBe('#2');
    expect(innerScope('#2', 1)).toBe('#2.1');
  });
});
