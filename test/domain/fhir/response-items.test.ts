import { describe, expect, it } from 'vitest';
import { questionnaireResponse, type ResponseItem } from '../../../src/domain/fhir/questionnaire-response.js';
import { readResponse } from '../../../src/domain/fhir/read-response.js';
import { originOf, writeResponse } from '../../../src/domain/fhir/write-response.js';
import type { Answers } from '../../../src/domain/questionnaire/answers.js';
import { initialAnswers } from '../../../src/domain/questionnaire/edit-answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import type { Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { validate } from '../../../src/domain/questionnaire/validate.js';
import { answersOf } from '../../support/answers.js';
import { form, item, options, when } from '../../support/small-forms.js';

const write = (questionnaire: Questionnaire, answers: Answers) =>
  writeResponse(questionnaire, answers, '2026-11-22T20:10:00.000Z');

const itemsOf = (questionnaire: Questionnaire, answers: Answers): readonly ResponseItem[] =>
  write(questionnaire, answers).response.item;

const readBack = (questionnaire: Questionnaire, item: readonly ResponseItem[]) =>
  readResponse(questionnaire, { ...write(questionnaire, answersOf({})).response, item: [...item] });

const ucum = 'http://unitsofmeasure.org';
const units = [
  { code: 'kg', display: 'kg', system: ucum },
  { code: '[lb_av]', display: 'lb', system: ucum },
];
const ordinal = [{ code: '3', display: 'Often', value: { valueInteger: 3 } }];
const loinc = { system: 'http://loinc.org', code: 'LA6568-5', display: 'Not at all' };
const coded = [{ code: 'LA6568-5', display: 'Not at all', value: { valueCoding: loinc } }];

describe('an answer of each type', () => {
  it.each<[Item['type'], Partial<Item>, Entry, object]>([
    ['boolean', {}, ['true'], { valueBoolean: true }],
    ['integer', {}, '7', { valueInteger: 7 }],
    ['decimal', {}, '2.5', { valueDecimal: 2.5 }],
    ['date', {}, { year: '1984', month: '03', day: '07' }, { valueDate: '1984-03-07' }],
    [
      'dateTime',
      {},
      { year: '1984', month: '03', day: '07', time: '09:30', offset: '-08:00' },
      { valueDateTime: '1984-03-07T09:30:00-08:00' },
    ],
    ['dateTime', {}, { year: '1984', month: '03', day: '07' }, { valueDateTime: '1984-03-07' }],
    ['time', {}, '09:30:00', { valueTime: '09:30:00' }],
    ['string', {}, 'Ana', { valueString: 'Ana' }],
    ['text', {}, 'one\ntwo', { valueString: 'one\ntwo' }],
    ['url', {}, 'urn:a', { valueUri: 'urn:a' }],
    ['choice', { answerOption: coded }, ['LA6568-5'], { valueCoding: loinc }],
    ['choice', { answerOption: ordinal }, ['3'], { valueInteger: 3 }],
    ['integer', { answerOption: ordinal }, ['3'], { valueInteger: 3 }],
    [
      'open-choice',
      { answerOption: options },
      ['a'],
      { valueCoding: { system: 'urn:kap:answer', code: 'a', display: 'a' } },
    ],
    ['open-choice', { answerOption: options }, [' sage tea'], { valueString: 'sage tea' }],
    [
      'quantity',
      { units },
      { amount: '150', unit: '[lb_av]' },
      { valueQuantity: { value: 150, unit: 'lb', system: ucum, code: '[lb_av]' } },
    ],
    ['quantity', { unit: 'cups' }, { amount: '2', unit: '' }, { valueQuantity: { value: 2, unit: 'cups' } }],
  ])('%s %j, %j, is written as %j and read back', (type, more, entry, answer) => {
    const asked = form(item('q', type, more));
    const written = write(asked, answersOf({ q: entry }));
    expect(written.response.item).toEqual([{ linkId: 'q', text: 'q', answer: [answer] }]);
    expect(questionnaireResponse.safeParse(written.response).success).toBe(true);
    const { answers, problems } = readResponse(asked, written.response);
    expect(problems).toEqual([]);
    expect(answers.entries).toEqual(new Map([['q', entry]]));
  });

  it('without words of its own has no text', () => {
    const [written] = itemsOf(form({ ...item('q', 'string'), text: '' }), answersOf({ q: 'x' }));
    expect(written).toEqual({ linkId: 'q', answer: [{ valueString: 'x' }] });
  });

  it('in a unit that the question doesn’t have is not taken for another', () => {
    const asked = form(item('weight', 'quantity', { units }));
    const inStone = { valueQuantity: { value: 11, unit: 'st', system: ucum, code: '[stone_av]' } };
    expect(readBack(asked, [{ linkId: 'weight', answer: [inStone] }]).problems).toEqual([
      { pointer: '/item/0', code: 'wrong-type' },
    ]);
  });
});

describe('a repeating question in a response', () => {
  const drugs = form(
    item('drug', 'string', {
      repeats: true,
      item: [item('dose', 'integer'), item('why', 'string', { enableWhen: [when('drug', '=', 'sage')] })],
    }),
  );
  const answers = answersOf(
    { 'drug#1': 'sage', 'dose#1': '3', 'drug#2': '', 'drug#4': 'mint', 'why#4': 'no longer asked' },
    { drug: [1, 2, 4] },
  );
  const { response, origins } = write(drugs, answers);

  it('is one item with an answer for each instance, and under it what belongs to it', () => {
    expect(response.item).toEqual([
      {
        linkId: 'drug',
        text: 'drug',
        answer: [
          { valueString: 'sage', item: [{ linkId: 'dose', text: 'dose', answer: [{ valueInteger: 3 }] }] },
          { valueString: 'mint' },
        ],
      },
    ]);
  });

  it('leads from each answer to its field', () => {
    expect(originOf(origins, '/item/0/answer/1/valueString')).toBe('drug#4');
    expect(originOf(origins, '/item/0/answer/0/item/0/answer/0')).toBe('dose#1');
    expect(originOf(origins, '/item/0')).toBe('drug');
  });

  it('is read back as instances, each with the place of its answer', () => {
    const back = readResponse(drugs, response);
    expect(back.problems).toEqual([]);
    expect(back.answers).toEqual(
      answersOf({ 'drug#1': 'sage', 'dose#1': '3', 'drug#2': 'mint' }, { drug: [1, 2] }),
    );
    expect(Object.fromEntries(back.pointers)).toEqual({
      drug: '/item/0',
      'drug#1': '/item/0/answer/0',
      'dose#1': '/item/0/answer/0/item/0',
      'drug#2': '/item/0/answer/1',
    });
  });

  it('may come as several items, as some write it', () => {
    const one = (name: string): ResponseItem => ({ linkId: 'drug', answer: [{ valueString: name }] });
    const back = readBack(drugs, [one('sage'), one('mint')]);
    expect(back.problems).toEqual([]);
    expect(back.answers.entries).toEqual(
      new Map([
        ['drug#1', 'sage'],
        ['drug#2', 'mint'],
      ]),
    );
  });

  it('of a list with something under its answers keeps both together', () => {
    const list = form(
      item('list', 'choice', { repeats: true, answerOption: options, item: [item('more', 'string')] }),
    );
    const filled = answersOf({ 'list#1': ['a'], 'more#1': 'x', 'list#2': ['b'] }, { list: [1, 2] });
    expect(itemsOf(list, filled)[0]?.answer).toMatchObject([{ item: [{ linkId: 'more' }] }, {}]);
    expect(readBack(list, itemsOf(list, filled)).answers).toEqual(filled);
  });
});

describe('what a response holds and what not', () => {
  it('has no answer under a group that is not asked, and none that looks at it', () => {
    const asked = form(
      item('on', 'boolean'),
      item('group', 'group', { enableWhen: [when('on', '=', 'true')], item: [item('in', 'string')] }),
      item('after', 'string', { enableWhen: [when('in', 'exists', 'true')] }),
    );
    const linkIds = (on: string) =>
      itemsOf(asked, answersOf({ on: [on], in: 'x', after: 'y' })).map(({ linkId }) => linkId);
    expect(linkIds('true')).toEqual(['on', 'group', 'after']);
    expect(linkIds('false')).toEqual(['on']);
  });

  it('has the initial answers of what is never shown and of what can’t be changed', () => {
    const asked = form(
      item('study', 'string', { hidden: true, initial: ['KAP-1'] }),
      item('site', 'string', { readOnly: true, initial: ['North'] }),
      item('drug', 'group', {
        repeats: true,
        item: [item('unit', 'string', { hidden: true, initial: ['mg'] }), item('name', 'string')],
      }),
    );
    expect(itemsOf(asked, initialAnswers(asked))).toMatchObject([
      { linkId: 'study', answer: [{ valueString: 'KAP-1' }] },
      { linkId: 'site', answer: [{ valueString: 'North' }] },
      { linkId: 'drug', item: [{ linkId: 'unit', answer: [{ valueString: 'mg' }] }] },
    ]);
  });

  it('holds what stands under a question that has no answer beside it', () => {
    const asked = form(item('q', 'string', { item: [item('under', 'string')] }));
    const written = itemsOf(asked, answersOf({ under: 'x' }));
    expect(written).toMatchObject([{ linkId: 'q', item: [{ linkId: 'under' }] }]);
    expect(readBack(asked, written).answers.entries).toEqual(new Map([['under', 'x']]));
  });
});

describe('instances that a response leaves out', () => {
  it('are not asked for again where it is read', () => {
    const asked = form(
      item('page', 'group', {
        item: [
          item('drug', 'group', {
            repeats: true,
            item: [
              item('name', 'string', { required: true }),
              item('dose', 'group', { repeats: true, item: [item('amount', 'integer', { required: true })] }),
            ],
          }),
        ],
      }),
    );
    const context = { today: '2026-11-22', minimumAge: 18 };
    const none = answersOf({}, { drug: [] });
    const noDose = answersOf({ 'name#1': 'sage' }, { 'dose#1': [] });
    for (const answers of [none, noDose]) {
      expect(validate(enabledItems(asked, answers), answers, context)).toEqual([]);
      const back = readBack(asked, itemsOf(asked, answers)).answers;
      expect(validate(enabledItems(asked, back), back, context)).toEqual([]);
    }
  });
});
