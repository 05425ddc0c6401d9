import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '../../src/domain/consent/record.js';
import { checkInWords, readConsent } from '../../demo/staff/reading/consent.js';
import { newRecord } from '../support/consent.js';

const record = newRecord();

const answering = (...answers: string[]): ConsentRecord => ({
  ...record,
  checks: answers.length === 0 ? [] : [{ block: 'going-home', answers }],
});

const goingHome = (of: ConsentRecord) => readConsent(of).blocks.find(({ id }) => id === 'going-home');

describe('a consent as a clinician reads it', () => {
  it('holds the text that the client saw, block by block', () => {
    expect(readConsent(record).blocks.map(({ id, paragraphs }) => [id, paragraphs])).toEqual(
      record.document.blocks.map(({ id, paragraphs }) => [id, paragraphs]),
    );
  });

  it('says of each sentence to tick when it was ticked', () => {
    const [offLabel, , voluntary] = readConsent(record).blocks;
    expect(offLabel?.acknowledgements).toEqual([
      expect.objectContaining({
        text: 'I know that this use is not the approved one.',
        at: '2026-11-22T19:57:00.000Z',
      }),
    ]);
    expect(voluntary?.acknowledgements).toEqual([]);
  });

  it('shows a sentence that was not ticked as such', () => {
    const [block] = readConsent({ ...record, acknowledgements: record.acknowledgements.slice(1) }).blocks;
    expect(block?.acknowledgements).toEqual([
      { text: 'I know that this use is not the approved one.', at: undefined },
    ]);
  });

  it('hides nothing that the record says and the document does not: other words, other places', () => {
    const at = '2026-11-22T19:57:00.000Z';
    const read = readConsent({
      ...record,
      acknowledgements: [
        { block: 'off-label', text: 'I agree to everything.', at },
        { block: 'elsewhere', text: 'And to more.', at },
      ],
    });
    expect(read.blocks[0]?.acknowledgements.map(({ text }) => text)).toEqual([
      'I know that this use is not the approved one.',
      'I agree to everything.',
    ]);
    expect(read.strays.map(({ text }) => text)).toEqual(['And to more.']);
  });
});

describe('a comprehension check', () => {
  it('shows every answer in the client’s order, and what else was offered', () => {
    expect(goingHome(answering('same-day', 'next-day'))?.check).toMatchObject({
      question: 'When may you drive again?',
      given: [
        { words: 'The same evening', isRight: false },
        { words: 'The next day, after sleep', isRight: true },
      ],
      others: ['After an hour'],
      state: 'right',
    });
  });

  it.each([
    [['next-day'], 'Right at the first answer'],
    [['hour', 'next-day'], 'Right at answer 2'],
    [['hour'], 'Missed once and not answered again'],
    [['hour', 'same-day'], 'Missed twice: to go over together'],
    [[], 'Not answered'],
  ])('answered with %j: %s', (answers, words) => {
    const check = goingHome(answering(...answers))?.check;
    expect(check && checkInWords(check)).toBe(words);
  });

  it('says so where an answer is none that the document has', () => {
    expect(goingHome(answering('made-up'))?.check?.given).toEqual([
      { words: 'An answer that this document does not have', isRight: false },
    ]);
  });

  it('is gone over together after two misses, and not when the second answer was right', () => {
    const toGoOver = (of: ConsentRecord) => readConsent(of).toGoOver.map(({ id }) => id);
    expect(toGoOver(answering('hour', 'same-day'))).toEqual(['going-home']);
    expect(toGoOver(answering('hour', 'next-day'))).toEqual([]);
  });
});
