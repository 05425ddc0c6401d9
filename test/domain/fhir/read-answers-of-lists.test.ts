import { describe, expect, it } from 'vitest';
import { writeResponse } from '../../../src/domain/fhir/write-response.js';
import { readResponse } from '../../../src/domain/fhir/read-response.js';
import { initialAnswers } from '../../../src/domain/questionnaire/edit-answers.js';
import { answersOf } from '../../support/answers.js';
import { fhirExtension, fhirForm, notesOn, readForm, readItemsOf } from '../../support/fhir-questionnaire.js';

const LETTERS = 'http://forms.example/letters';
const coding = (code: string, display = code.toUpperCase(), system = LETTERS) => ({ system, code, display });
const choice = (...answerOption: readonly object[]) => ({
  linkId: 'q',
  type: 'choice',
  text: 'Q?',
  answerOption,
});
const codesOf = (item: object) => readItemsOf(item)[0]?.answerOption?.map(({ code }) => code);
const responseTo = (item: object, codes: readonly string[]) =>
  writeResponse(readForm(fhirForm([item])).questionnaire, answersOf({ q: codes }), '2026-11-22T20:10:00.000Z')
    .response;

describe('The answers of a list', () => {
  it('are told by their codes and go out as they came', () => {
    const item = choice({ valueCoding: coding('a') }, { valueCoding: coding('b') });
    expect(readItemsOf(item)[0]?.answerOption).toEqual([
      { code: 'a', display: 'A', value: { valueCoding: coding('a') } },
      { code: 'b', display: 'B', value: { valueCoding: coding('b') } },
    ]);
    expect(responseTo(item, ['b']).item[0]?.answer).toEqual([{ valueCoding: coding('b') }]);
  });

  it.each<[string, object, string]>([
    ['string', { valueString: 'Now and then' }, 'Now and then'],
    ['integer', { valueInteger: 3 }, '3'],
    ['date', { valueDate: '2020-02-29' }, '2020-02-29'],
    ['date', { valueDate: '2022-09' }, '2022-09'],
    ['time', { valueTime: '08:30:00' }, '08:30:00'],
    ['choice', { valueInteger: 0 }, '0'],
  ])('can be of other kinds too, of a %s %j', (type, option, code) => {
    const item = { ...choice(option), type };
    expect(codesOf(item)).toEqual([code]);
    expect(responseTo(item, [code]).item[0]?.answer).toEqual([option]);
  });

  it('with one code in two systems are two answers, and come back as the one that was given', () => {
    const other = coding('a', 'Another A', 'http://forms.example/others');
    const item = choice({ valueCoding: coding('a') }, { valueCoding: other });
    const [first, second] = codesOf(item) ?? [];
    expect(first).toBe('a');
    expect(second).not.toBe('a');
    const response = responseTo(item, [second ?? '']);
    expect(response.item[0]?.answer).toEqual([{ valueCoding: other }]);
    const { questionnaire } = readForm(fhirForm([item]));
    expect(readResponse(questionnaire, response).answers.entries.get('q')).toEqual([second]);
  });

  it('may have words and no code', () => {
    const item = choice({ valueCoding: { display: '  Every   day ' } });
    expect(readItemsOf(item)[0]?.answerOption).toEqual([
      {
        code: 'Every day',
        display: 'Every   day',
        value: { valueCoding: { code: 'Every day', display: 'Every   day' } },
      },
    ]);
  });

  it('count in a sum, by an extension of the answer or of its code', () => {
    const ordinal = (name: string, valueDecimal: number) => [{ url: fhirExtension(name), valueDecimal }];
    const item = choice(
      { valueCoding: coding('a'), extension: ordinal('ordinalValue', 0) },
      { valueCoding: { ...coding('b'), extension: ordinal('itemWeight', 1.5) } },
      { valueCoding: coding('c') },
    );
    expect(readItemsOf(item)[0]?.answerOption?.map((option) => option.ordinal)).toEqual([0, 1.5, undefined]);
  });

  it('can stand alone', () => {
    const extension = [{ url: fhirExtension('questionnaire-optionExclusive'), valueBoolean: true }];
    const item = choice({ valueCoding: coding('a') }, { valueCoding: coding('none'), extension });
    expect(readItemsOf(item)[0]?.answerOption?.map(({ exclusive }) => exclusive)).toEqual([undefined, true]);
  });

  it('may stand in a set of codes that the questionnaire carries', () => {
    const item = { linkId: 'q', type: 'choice', text: 'Q?', answerValueSet: '#set' };
    const carrying = (set: object) =>
      fhirForm([item], { contained: [{ id: 'set', resourceType: 'ValueSet', ...set }] });
    const composed = carrying({
      compose: { include: [{ system: LETTERS, concept: [{ code: 'a', display: 'A' }, { code: 'b' }] }] },
    });
    expect(readForm(composed).questionnaire.item[0]?.answerOption).toEqual([
      { code: 'a', display: 'A', value: { valueCoding: coding('a') } },
      { code: 'b', display: 'b', value: { valueCoding: coding('b', 'b') } },
    ]);
    const expanded = carrying({
      expansion: { contains: [{ abstract: true, display: 'All', contains: [coding('a'), coding('b')] }] },
    });
    expect(readForm(expanded).questionnaire.item[0]?.answerOption?.map(({ code }) => code)).toEqual([
      'a',
      'b',
    ]);
  });

  it('are named where they can’t be had: the rest stays', () => {
    const item = choice({ valueReference: { reference: 'Patient/1' } }, { valueCoding: coding('a') }, {});
    expect(codesOf(item)).toEqual(['a']);
    expect(notesOn(item)).toEqual([
      'q: valueReference is not supported.',
      'q: answerOption is not supported.',
    ]);
  });

  it('are no answers of a question that has none', () => {
    const items = ['boolean', 'decimal', 'quantity', 'url'].map((type) => ({
      ...choice({ valueString: 'a' }),
      linkId: type,
      type,
    }));
    expect(readItemsOf(...items).map(({ answerOption }) => answerOption)).toEqual(items.map(() => undefined));
  });
});

describe('A choice without answers', () => {
  const elsewhere = {
    linkId: 'q',
    type: 'choice',
    text: 'Q?',
    answerValueSet: 'http://forms.example/ValueSet/all',
  };
  const beside = { linkId: 'beside', type: 'string', text: 'B?' };

  it('is left out and named', () => {
    expect(readItemsOf(elsewhere, beside)).toEqual([beside]);
    expect(notesOn(elsewhere, beside)).toEqual([
      'q: answerValueSet is not supported.',
      'q: Left out: it has no answers.',
    ]);
  });

  it('stays where words of one’s own are an answer', () => {
    expect(readItemsOf({ ...elsewhere, type: 'open-choice' })).toEqual([
      { linkId: 'q', type: 'open-choice', text: 'Q?', answerOption: [] },
    ]);
  });
});

describe('What stands in a field at first', () => {
  const initially = (item: object) =>
    Object.fromEntries(
      initialAnswers(readForm(fhirForm([{ linkId: 'q', text: 'Q?', ...item }])).questionnaire).entries,
    );
  const letters = [{ valueCoding: coding('a') }, { valueCoding: coding('b') }, { valueCoding: coding('c') }];

  it.each<[string, object, unknown]>([
    ['boolean', { valueBoolean: false }, ['false']],
    ['integer', { valueInteger: -3 }, '-3'],
    ['decimal', { valueDecimal: 2.5 }, '2.5'],
    ['date', { valueDate: '2026-11-24' }, { year: '2026', month: '11', day: '24' }],
    [
      'dateTime',
      { valueDateTime: '2026-11-24T10:00:00-08:00' },
      { year: '2026', month: '11', day: '24', time: '10:00', offset: '-08:00' },
    ],
    ['time', { valueTime: '10:00:00' }, '10:00:00'],
    ['string', { valueString: 'sage' }, 'sage'],
    ['url', { valueUri: 'https://a.example/' }, 'https://a.example/'],
    ['quantity', { valueQuantity: { value: 70 } }, { amount: '70', unit: '' }],
  ])('is given by FHIR’s initial, for a %s %j', (type, initial, entry) => {
    expect(initially({ type, initial: [initial] })).toEqual({ q: entry });
  });

  it('is the answer that is selected, or all of them', () => {
    const answerOption = letters.map((option, index) => ({ ...option, initialSelected: index > 0 }));
    expect(initially({ type: 'choice', answerOption })).toEqual({ q: ['b'] });
    expect(initially({ type: 'choice', repeats: true, answerOption })).toEqual({ q: ['b', 'c'] });
    expect(
      initially({
        type: 'open-choice',
        repeats: true,
        answerOption: letters,
        initial: [letters[0], { valueString: 'sage' }],
      }),
    ).toEqual({ q: ['a', ' sage'] });
  });

  it('stands once in each instance of a repeating question', () => {
    const initial = [{ valueString: 'one' }, { valueString: 'two' }];
    expect(initially({ type: 'string', repeats: true, initial })).toEqual({ 'q#1': 'one', 'q#2': 'two' });
    expect(initially({ type: 'string', initial })).toEqual({ q: 'one' });
  });

  it.each<[string, object]>([
    ['of another type', { type: 'integer', initial: [{ valueString: 'three' }] }],
    ['null', { type: 'quantity', initial: [{ valueQuantity: null }] }],
    ['no such day', { type: 'date', initial: [{ valueDate: '2026' }] }],
    [
      'no answer of the list',
      { type: 'choice', answerOption: letters, initial: [{ valueCoding: coding('z') }] },
    ],
  ])('is named where it can’t be taken: %s', (_, item) => {
    expect(initially(item)).toEqual({});
    expect(notesOn({ linkId: 'q', ...item })).toEqual(['q: initial is not supported.']);
  });
});

describe('A question about suicide', () => {
  const LOINC = 'http://loinc.org';
  const phq = (codes: readonly string[], ordinals: boolean) => ({
    linkId: 'q9',
    type: 'choice',
    text: 'Q9',
    code: [{ system: LOINC, code: '44260-8' }],
    answerOption: codes.map((code, valueDecimal) => ({
      valueCoding: coding(code, code, LOINC),
      ...(ordinals && { extension: [{ url: fhirExtension('ordinalValue'), valueDecimal }] }),
    })),
  });

  it('is known by its code: every answer but none at all brings up people to call', () => {
    expect(readItemsOf(phq(['LA6568-5', 'LA6569-3', 'LA6570-1'], true))[0]?.safety).toEqual([
      'LA6569-3',
      'LA6570-1',
    ]);
    expect(readItemsOf(phq(['x0', 'x1'], true))[0]?.safety).toEqual(['x1']);
    expect(readItemsOf(phq(['LA6568-5', 'LA6569-3'], false))[0]?.safety).toEqual(['LA6569-3']);
    expect(readItemsOf(phq(['0', '1'], false))[0]?.safety).toEqual(['1']);
    expect(readItemsOf(phq(['Y', 'N'], false))[0]?.safety).toEqual(['Y']);
    expect(readItemsOf(phq(['LA33-6', 'LA32-8'], false))[0]?.safety).toEqual(['LA33-6']);
  });

  it.each(
    '44260-8 93246-7 93247-5 93248-3 93249-1 93250-9 93267-3 93269-9 115566-2 115567-0 115568-8 115569-6 115570-4 115571-2 115572-0'.split(
      ' ',
    ),
  )('is one with the code %s', (code) => {
    expect(readItemsOf({ linkId: 'q', type: 'boolean', text: 'Q', code: [{ code }] })[0]?.safety).toEqual([
      'true',
    ]);
  });

  it.each(['44259-0', '93245-9', '93373-9', '115564-7', '69737-5'])('is none with the code %s', (code) => {
    expect(
      readItemsOf({ linkId: 'q', type: 'boolean', text: 'Q', code: [{ code }] })[0]?.safety,
    ).toBeUndefined();
  });
});
