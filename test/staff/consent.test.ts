import { describe, expect, it } from 'vitest';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { consentRecord1, type ConsentRecord } from '../../src/domain/consent/record.js';
import {
  checkInWords,
  disclosuresOf,
  readConsent,
  signerInWords,
  wishInWords,
} from '../../demo/staff/reading/consent.js';
import { newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';

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

  it.each([
    [true, 'They would like to go over it with you.', 'Missed twice: they would like to go over it together'],
    [false, 'They did not ask to go over it.', 'Missed twice: to go over together'],
    [undefined, 'They were told that you will go over it together.', 'Missed twice: to go over together'],
  ])('tells what the client said to that (%s)', (together, wish, words) => {
    const answers = ['hour', 'same-day'];
    const asked = together === undefined ? {} : { together };
    const missed = { ...newRecord(), checks: [{ block: 'going-home', answers, ...asked }] };
    const check = readConsent(missed).toGoOver[0]?.check;
    expect(check && wishInWords(check)).toBe(wish);
    expect(check && checkInWords(check)).toBe(words);
  });
});

describe('a choice', () => {
  const TOUCH = {
    id: 'hand',
    question: 'May your therapist hold your hand?',
    options: [
      { id: 'no', text: 'No, please don’t' },
      { id: 'yes', text: 'Yes, if I ask' },
    ],
  };
  const offering: ConsentDocument = {
    ...shortConsent,
    schema: 'kap/consent-document/2',
    terms: [{ term: 'off-label', meaning: 'Used in another way than it is approved for.' }],
    blocks: [{ id: 'touch', paragraphs: ['Nobody touches you unless you want it.'], choices: [TOUCH] }],
  };
  const made = newRecord(offering);
  const touchOf = (of: ConsentRecord) => readConsent(of).blocks[0]?.choices;

  it('says what was chosen and when, and what else was offered; a refusal like anything else', () => {
    expect(touchOf(made)).toEqual([
      {
        question: 'May your therapist hold your hand?',
        chosen: { words: 'No, please don’t', at: '2026-11-22T19:57:00.000Z' },
        others: ['Yes, if I ask'],
      },
    ]);
  });

  it('is shown as left open where the record has none, as records of the first version do', () => {
    expect(touchOf({ ...made, choices: [] })?.[0]).toMatchObject({
      chosen: undefined,
      others: ['No, please don’t', 'Yes, if I ask'],
    });
    const first = asFirstVersion(made);
    expect(touchOf(first)?.[0]?.chosen).toBeUndefined();
    expect(disclosuresOf(first)).toEqual([]);
  });

  it('is not hidden where the document has no place for it', () => {
    const [choice] = made.choices;
    const stray = choice && { ...choice, choice: 'photos', question: 'May we take photos?', text: 'Yes' };
    expect(readConsent({ ...made, choices: stray ? [stray] : [] }).strays).toEqual([
      { text: 'May we take photos? Yes', at: '2026-11-22T19:57:00.000Z' },
    ]);
  });

  it('stands beside the words that were explained', () => {
    expect(readConsent(made).terms).toEqual(offering.terms);
    expect(readConsent(record).terms).toEqual([]);
  });
});

/** The same as a record of the first version, which had no choices and no disclosures. */
const asFirstVersion = (of: ConsentRecord): ConsentRecord =>
  consentRecord1.parse({ ...of, schema: 'kap/consent-record/1' });

describe('who signed', () => {
  it('is the client, or somebody for them, by what right', () => {
    expect(signerInWords(record)).toBe('Ana Okafor, for themselves');
    const signer = {
      role: 'representative',
      name: 'Ben Okafor',
      authority: 'guardian',
      client: 'Ana Okafor',
    };
    expect(signerInWords({ ...record, signer: { ...signer, role: 'representative' } })).toBe(
      'Ben Okafor, for Ana Okafor, as guardian',
    );
  });

  it('is told with the disclosures under which it was signed', () => {
    const disclosures = [{ id: 'electronic-records', version: '2026-11' }];
    expect(disclosuresOf({ ...record, disclosures })).toEqual(disclosures);
  });
});
