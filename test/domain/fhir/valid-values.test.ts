import { describe, expect, it } from 'vitest';
import { readEntry } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import type { Item, ItemType } from '../../../src/domain/questionnaire/questionnaire.js';
import { readResponse } from '../../../src/domain/fhir/read-response.js';
import { writeResponse } from '../../../src/domain/fhir/write-response.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';

const itemOf = (type: ItemType): Item => ({ linkId: 'asked', type, text: 'What is it?' });
const date = { year: '2026', month: '11', day: '24' };

describe('What FHIR R4 can’t hold', () => {
  it.each<[string, ItemType, Entry, string]>([
    ['a whole number beyond 32 bits', 'integer', '3000000000', 'too-large'],
    ['a whole number far below zero', 'integer', '-3000000000', 'too-small'],
    ['an address with a space', 'url', 'my site', 'not-as-asked'],
    ['an hour that there isn’t', 'dateTime', { ...date, time: '25:00' }, 'not-as-asked'],
    ['a time without its zeros', 'dateTime', { ...date, time: '9:5' }, 'not-as-asked'],
  ])('is not taken: %s', (_, type, entry, code) => {
    expect(readEntry(itemOf(type), entry)).toEqual({ code });
  });

  it('is no character of a text: what was pasted with it becomes a plain space', () => {
    expect(readEntry(itemOf('text'), 'two\u00a0words,\u000bone\u0000line\nand\u2028two\u007f')).toEqual({
      values: ['two words, one line\nand two'],
    });
  });
});

describe('A very small number', () => {
  it.each<[ItemType, Entry]>([
    ['decimal', '0.0000001'],
    ['quantity', { amount: '0.0000001', unit: '' }],
  ])('comes back from a response as it was written: %s', (type, entry) => {
    const form = { ...history, item: [itemOf(type)] };
    const { response } = writeResponse(form, answersOf({ asked: entry }), '2026-11-22T20:10:00.000Z');
    expect(readResponse(form, response).answers.entries.get('asked')).toEqual(entry);
  });
});
