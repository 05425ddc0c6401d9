import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { readEntry, type Answers } from '../../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { enabledItems, walk } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { questionnaireResponse, type ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { readResponse } from '../../../src/domain/fhir/read-response.js';
import { originOf, writeResponse } from '../../../src/domain/fhir/write-response.js';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { answersOf, randomAnswers } from '../../support/answers.js';
import { randomForm } from '../../support/random-forms.js';
import { born, history } from '../../support/history.js';

const AUTHORED = '2026-11-22T20:10:00.000Z';
const write = (form: Questionnaire, answers: Answers) => writeResponse(form, answers, AUTHORED);

const filled = answersOf(
  {
    given: ' Ana ',
    birth: born,
    heart: ['no'],
    conditions: ['lungs', 'liver'],
    'heart-more': 'kept from before, but no longer asked',
    'medicine-name#2': 'Naltrexone',
    'milligrams#2.1': '50',
    'milligrams#2.3': '2,5',
    'medicine-name#5': '',
    'allergic-to#1': 'latex',
  },
  { medicine: [5, 2], 'dose#2': [1, 3] },
);

/** Every question that is asked and answered, in order. */
function answeredIn(form: Questionnaire, answers: Answers): readonly string[] {
  return [...walk(enabledItems(form, answers))].flatMap(({ item, path }) => {
    const reading = readEntry(item, answers.entries.get(path));
    const values = 'values' in reading ? reading.values : [];
    // A minus before zero is no different number on the wire.
    return values.length > 0 ? [canonicalJson([item.linkId, values])] : [];
  });
}

describe('a response', () => {
  const { response } = write(history, filled);
  const pageOf = (linkId: string): ResponseItem | undefined =>
    response.item.find((each) => each.linkId === linkId);

  it('says which questionnaire it answers and when', () => {
    expect(response).toMatchObject({
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:kap:questionnaire:history|1.0.0',
      status: 'completed',
      authored: AUTHORED,
    });
  });

  it('holds questions as the client read them, and typed answers', () => {
    expect(pageOf('you')).toEqual({
      linkId: 'you',
      text: 'About you',
      item: [
        { linkId: 'given', text: 'First name', answer: [{ valueString: 'Ana' }] },
        { linkId: 'birth', text: 'Date of birth', answer: [{ valueDate: '1984-03-07' }] },
      ],
    });
  });

  it('holds a choice by code and by its words', () => {
    expect(pageOf('body')?.item?.[1]?.answer).toEqual([
      { valueCoding: { system: 'urn:kap:answer', code: 'lungs', display: 'Lungs' } },
      { valueCoding: { system: 'urn:kap:answer', code: 'liver', display: 'Liver' } },
    ]);
  });

  it('leaves out what is not asked and what is empty', () => {
    expect(pageOf('heart-page')).toBeUndefined();
    expect(pageOf('medicines')?.item?.map(({ linkId }) => linkId)).toEqual(['medicine', 'allergy']);
  });

  it('holds groups inside groups, in their order', () => {
    const dose = (milligrams: number): ResponseItem => ({
      linkId: 'dose',
      text: 'Dose',
      item: [{ linkId: 'milligrams', text: 'How much?', answer: [{ valueDecimal: milligrams }] }],
    });
    expect(pageOf('medicines')?.item?.[0]).toEqual({
      linkId: 'medicine',
      text: 'Medicine',
      item: [
        { linkId: 'medicine-name', text: 'Name', answer: [{ valueString: 'Naltrexone' }] },
        dose(50),
        dose(2.5),
      ],
    });
  });

  it('holds what stands under a question under its answer', () => {
    const form: Questionnaire = {
      ...history,
      item: [
        {
          linkId: 'smokes',
          type: 'boolean',
          text: 'Do you smoke?',
          item: [{ linkId: 'a-day', type: 'integer', text: 'How many a day?' }],
        },
      ],
    };
    const written = write(form, answersOf({ smokes: ['true'], 'a-day': '3' }));
    expect(written.response.item).toEqual([
      {
        linkId: 'smokes',
        text: 'Do you smoke?',
        answer: [
          {
            valueBoolean: true,
            item: [{ linkId: 'a-day', text: 'How many a day?', answer: [{ valueInteger: 3 }] }],
          },
        ],
      },
    ]);
    expect(originOf(written.origins, '/item/0/answer/0/item/0/answer/0/valueInteger')).toBe('a-day');
    expect(readResponse(form, written.response).answers.entries).toEqual(
      new Map<string, Entry>([
        ['smokes', ['true']],
        ['a-day', '3'],
      ]),
    );
  });
});

describe('a pointer into a response', () => {
  const { origins } = write(history, filled);

  it.each([
    ['/item/0', 'you'],
    ['/item/0/item/1', 'birth'],
    ['/item/0/item/1/answer/0/valueDate', 'birth'],
    ['/item/2/item/0/item/0', 'medicine-name#2'],
    ['/item/2/item/0/item/2/item/0/answer/0', 'milligrams#2.3'],
    ['/item/2/item/1/item/0', 'allergic-to#1'],
  ])('%s leads to the field %s', (pointer, path) => {
    expect(originOf(origins, pointer)).toBe(path);
  });

  it.each(['', '/status', '/item/9', 'item'])('"%s" leads nowhere', (pointer) => {
    expect(originOf(origins, pointer)).toBeUndefined();
  });
});

describe('reading a response', () => {
  const read = (items: readonly ResponseItem[]) =>
    readResponse(history, { ...write(history, filled).response, item: [...items] });

  it('gives each answer the place it stands at', () => {
    const { pointers, problems } = readResponse(history, write(history, filled).response);
    expect(problems).toEqual([]);
    expect(pointers.get('birth')).toBe('/item/0/item/1');
    expect(pointers.get('milligrams#1.2')).toBe('/item/2/item/0/item/2/item/0');
  });

  it('names what the questionnaire has no place for', () => {
    const { answers, problems } = read([
      {
        linkId: 'you',
        item: [
          { linkId: 'given', answer: [{ valueString: 'Ana' }] },
          { linkId: 'shoe-size', answer: [{ valueInteger: 40 }] },
        ],
      },
      { linkId: 'given', answer: [{ valueString: 'out of place' }] },
    ]);
    expect(problems).toEqual([
      { pointer: '/item/0/item/1', code: 'unknown-item' },
      { pointer: '/item/1', code: 'unknown-item' },
    ]);
    expect(answers.entries).toEqual(new Map([['given', 'Ana']]));
  });

  it.each<[string, ResponseItem]>([
    ['a number for a name', { linkId: 'given', answer: [{ valueInteger: 7 }] }],
    ['a text for a date', { linkId: 'birth', answer: [{ valueString: '1984-03-07' }] }],
  ])('names %s', (_, item) => {
    expect(read([{ linkId: 'you', item: [item] }]).problems).toEqual([
      { pointer: '/item/0/item/0', code: 'wrong-type' },
    ]);
  });

  it('names a text for a choice', () => {
    const heart: ResponseItem = { linkId: 'heart', answer: [{ valueString: 'yes' }] };
    expect(read([{ linkId: 'body', item: [heart] }]).problems).toEqual([
      { pointer: '/item/0/item/0', code: 'wrong-type' },
    ]);
  });

  it('names two answers where one is taken, and a question that comes twice', () => {
    const given: ResponseItem = { linkId: 'given', answer: [{ valueString: 'Ana' }, { valueString: 'Eva' }] };
    expect(read([{ linkId: 'you', item: [given] }]).problems).toEqual([
      { pointer: '/item/0/item/0', code: 'too-many' },
    ]);
    const once: ResponseItem = { linkId: 'given', answer: [{ valueString: 'Ana' }] };
    expect(read([{ linkId: 'you', item: [once, once] }]).problems).toEqual([
      { pointer: '/item/0/item/1', code: 'too-many' },
    ]);
  });
});

describe('what crosses the wire as a response', () => {
  const taken = (answer: unknown) =>
    questionnaireResponse.safeParse({
      ...write(history, filled).response,
      item: [{ linkId: 'a', answer: [answer] }],
    }).success;

  it.each([
    ['one value', { valueString: 'a' }, true],
    ['no value', {}, false],
    ['two values', { valueString: 'a', valueInteger: 1 }, false],
    ['what stands under a question alone', { item: [{ linkId: 'b' }] }, true],
    ['an empty text', { valueString: '' }, false],
    ['an amount', { valueQuantity: { value: 1, unit: 'cup' } }, true],
    ['a value we don’t write', { valueAttachment: { url: 'a' } }, false],
    ['a date that is a text', { valueDate: 'in spring' }, false],
  ])('with %s as an answer, %j, is taken: %s', (_, answer, isTaken) => {
    expect(taken(answer)).toBe(isTaken);
  });
});

/** What comes back of random answers; the seed names them where something is lost. */
function roundTrip(form: Questionnaire, seed: number) {
  const answers = randomAnswers(form, seed);
  const { response, origins } = write(form, answers);
  const onTheWire = questionnaireResponse.safeParse(JSON.parse(canonicalJson(response)));
  if (!onTheWire.success) return { seed, failed: onTheWire.error.message };
  const back = readResponse(form, onTheWire.data);
  return {
    seed,
    problems: back.problems,
    answered: { before: answeredIn(form, answers), after: answeredIn(form, back.answers) },
    text: { before: canonicalJson(response), after: canonicalJson(write(form, back.answers).response) },
    lost: [...back.pointers.values()].filter((pointer) => originOf(origins, pointer) === undefined),
  };
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe('random answers to random forms', () => {
  it.each(seeds(0, 10).map((batch) => batch * 100))(
    'go through a response and back without loss (from seed %i)',
    (from) => {
      for (const seed of seeds(from, 100)) {
        const { answered, text, ...rest } = roundTrip(
          randomForm(seed, 10 + (seed % 40), seed % 2 === 0 ? 'back' : 'ahead'),
          seed,
        );
        expect({ ...rest, answered: answered?.after, text: text?.after }).toEqual({
          seed,
          problems: [],
          lost: [],
          answered: answered?.before,
          text: text?.before,
        });
      }
    },
    30_000,
  );
});

describe('random answers', () => {
  it.each([
    ...seeds(0, 8).map((batch) => ['the health history', healthHistory, batch * 250, 40] as const),
    ...seeds(0, 2).map((batch) => ['a form with groups inside groups', history, batch * 250, 8] as const),
  ])(
    'to %s go through a response and back without loss',
    (_, form, from, manyAnswers) => {
      const trips = seeds(from, 250).map((seed) => roundTrip(form, seed));
      for (const trip of trips) {
        const { answered, text } = trip;
        expect(trip).toEqual({
          seed: trip.seed,
          problems: [],
          answered: { before: answered?.before, after: answered?.before },
          text: { before: text?.before, after: text?.before },
          lost: [],
        });
      }
      // Answers that open nothing would prove nothing.
      const counts = trips.map(({ answered }) => answered?.before.length ?? 0);
      expect(Math.max(...counts)).toBeGreaterThan(manyAnswers);
    },
    30_000,
  );
});
