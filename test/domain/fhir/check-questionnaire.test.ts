import { describe, expect, it } from 'vitest';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Entry } from '../../../src/domain/questionnaire/entry.js';
import { answersOf } from '../../support/answers.js';
import { fhirExtension, fhirForm, notesOn, readForm, readItemsOf } from '../../support/fhir-questionnaire.js';

const item = (linkId: string, fields: object = {}) => ({ linkId, type: 'string', text: linkId, ...fields });
const group = (linkId: string, items: readonly object[], fields: object = {}) =>
  item(linkId, { type: 'group', item: items, ...fields });
const exists = (question: string) => ({
  enableWhen: [{ question, operator: 'exists', answerBoolean: true }],
});
const coding = (code: string, system = 'http://forms.example/letters') => ({ system, code });
const letters = (linkId: string, type = 'choice') =>
  item(linkId, { type, answerOption: ['a', 'b'].map((code) => ({ valueCoding: coding(code) })) });

describe('A condition', () => {
  const when = (operator: string, answer: object) => ({
    enableWhen: [{ question: 'q', operator, ...answer }],
  });
  const isAsked = (question: object, operator: string, answer: object, entry: Entry) => {
    const { questionnaire, notes } = readForm(fhirForm([question, item('then', when(operator, answer))]));
    expect(notes).toEqual([]);
    return enabledItems(questionnaire, answersOf({ q: entry })).length === 2;
  };

  it.each<[object, string, object, Entry, Entry]>([
    [item('q', { type: 'boolean' }), '=', { answerBoolean: true }, ['true'], ['false']],
    [item('q', { type: 'integer' }), '>=', { answerInteger: 10 }, '10', '9'],
    [item('q', { type: 'decimal' }), '<', { answerDecimal: 2.5 }, '2.4', '2.5'],
    [
      item('q', { type: 'quantity' }),
      '>',
      { answerQuantity: { value: 70, code: 'kg' } },
      { amount: '71', unit: '' },
      { amount: '70', unit: '' },
    ],
    [
      item('q', { type: 'date' }),
      '<=',
      { answerDate: '2026-01-31' },
      { year: '2026', month: '1', day: '31' },
      { year: '2026', month: '2', day: '1' },
    ],
    [item('q', { type: 'time' }), '!=', { answerTime: '10:00:00' }, '11:00', '10:00'],
    [item('q'), '=', { answerString: 'yes' }, 'yes', 'no'],
    [item('q'), 'exists', { answerBoolean: false }, '', 'x'],
    [letters('q'), '=', { answerCoding: coding('b') }, ['b'], ['a']],
    [letters('q'), '!=', { answerCoding: { code: 'b' } }, ['a'], ['b']],
    [letters('q'), 'exists', { answerBoolean: true }, ['a'], []],
    [letters('q', 'open-choice'), '=', { answerString: 'sage' }, [' sage'], [' mint']],
    [
      item('q', { type: 'integer', answerOption: [{ valueInteger: 1 }, { valueInteger: 3 }] }),
      '>',
      { answerInteger: 2 },
      ['3'],
      ['1'],
    ],
  ])('on %j with %s %j is met as FHIR says', (question, operator, answer, meeting, missing) => {
    expect(isAsked(question, operator, answer, meeting)).toBe(true);
    expect(isAsked(question, operator, answer, missing)).toBe(false);
  });

  it('on a code that two systems share looks at the one it names', () => {
    const both = item('q', {
      type: 'choice',
      answerOption: [
        { valueCoding: coding('a') },
        { valueCoding: coding('a', 'http://forms.example/others') },
      ],
    });
    const answer = { answerCoding: coding('a', 'http://forms.example/others') };
    const second = readItemsOf(both)[0]?.answerOption?.[1]?.code ?? '';
    expect(isAsked(both, '=', answer, [second])).toBe(true);
    expect(isAsked(both, '=', answer, ['a'])).toBe(false);
  });

  it.each<[string, object]>([
    ['nothing', { question: 'nowhere', operator: '=', answerString: 'x' }],
    ['a text', { question: 'display', operator: 'exists', answerBoolean: true }],
    ['a question that is left out', { question: 'photo', operator: 'exists', answerBoolean: false }],
    ['no answer', { question: 'q', operator: '=' }],
    ['an operator that there isn’t', { question: 'q', operator: '~', answerString: 'x' }],
    ['no question', { operator: '=', answerString: 'x' }],
  ])('on %s is never met, and named', (_, condition) => {
    const items = [
      item('q'),
      item('display', { type: 'display' }),
      item('photo', { type: 'attachment' }),
      item('then', { enableWhen: [condition] }),
    ];
    const { questionnaire, notes } = readForm(fhirForm(items));
    expect(notes.filter(({ linkId }) => linkId === 'then')).toHaveLength(1);
    const shown = enabledItems(questionnaire, answersOf({ q: 'x' }));
    expect(shown.map((each) => each.path)).toEqual(['q', 'display']);
  });

  it('that is never met leaves the others to decide where any will do', () => {
    const conditions = [...exists('nowhere').enableWhen, ...exists('q').enableWhen];
    const { questionnaire } = readForm(
      fhirForm([item('q'), item('then', { enableWhen: conditions, enableBehavior: 'any' })]),
    );
    expect(enabledItems(questionnaire, answersOf({ q: 'x' }))).toHaveLength(2);
  });
});

describe('What could never be filled in', () => {
  it('is named: more at least than at most', () => {
    const occurs = [
      { url: fhirExtension('questionnaire-minOccurs'), valueInteger: 3 },
      { url: fhirExtension('questionnaire-maxOccurs'), valueInteger: 2 },
    ];
    const asked = item('q', { repeats: true, extension: occurs });
    expect(notesOn(asked)).toEqual(['q: minOccurs above maxOccurs is not supported.']);
    expect(readItemsOf(asked)[0]).not.toHaveProperty('minOccurs');
  });

  it('is named: a pattern that a text could keep busy for ever', () => {
    const asked = item('q', { extension: [{ url: fhirExtension('regex'), valueString: '(a+)+' }] });
    expect(notesOn(asked)).toEqual(['q: regex is not supported.']);
    expect(readItemsOf(asked)[0]).not.toHaveProperty('pattern');
  });

  it('is named: a condition on an amount in a unit that is not the usual one', () => {
    const units = ['kg', '[lb_av]'].map((code) => ({
      url: fhirExtension('questionnaire-unitOption'),
      valueCoding: { code, display: code },
    }));
    const then = { question: 'q', operator: '>', answerQuantity: { value: 100, code: '[lb_av]' } };
    expect(
      notesOn(item('q', { type: 'quantity', extension: units }), item('then', { enableWhen: [then] })),
    ).toEqual(['then: Its condition on q is in another unit than the first one there.']);
  });
});

describe('Conditions in a circle', () => {
  const circles = (...items: readonly object[]) =>
    notesOn(...items).filter((note) => note.includes('circle'));

  it.each<[string, readonly object[]]>([
    ['an item that waits for itself', [item('a', exists('a'))]],
    ['two that wait for each other', [item('a', exists('b')), item('b', exists('a'))]],
    ['three', [item('a', exists('c')), item('b', exists('a')), item('c', exists('b'))]],
    ['a group that waits for what stands in it', [group('a', [group('g', [item('b')])], exists('b'))]],
    [
      'groups that wait for what stands in the other',
      [group('a', [item('b')], exists('d')), group('c', [item('d')], exists('b'))],
    ],
    ['a question that waits for what stands under it', [item('a', { ...exists('b'), item: [item('b')] })]],
  ])('are named once: %s', (_, items) => {
    expect(circles(...items, item('beside'))).toHaveLength(1);
  });

  it.each<[string, readonly object[]]>([
    [
      'nested',
      [
        item('a'),
        group('g', [item('b'), item('c', exists('b')), group('h', [item('d', exists('c'))])], exists('a')),
      ],
    ],
    ['on the question it stands under', [item('a', { item: [item('b', exists('a'))] })]],
    [
      'two on the same question',
      [
        item('a'),
        item('b', exists('a')),
        item('c', { enableWhen: [...exists('a').enableWhen, ...exists('b').enableWhen] }),
      ],
    ],
    ['on what comes later', [item('a', exists('b')), item('b')]],
    [
      'on what stands in a group beside it',
      [group('g', [item('a'), item('b', exists('c'))]), group('h', [item('c')])],
    ],
  ])('are none: %s', (_, items) => {
    expect(notesOn(...items)).toEqual([]);
  });
});

describe('What is not supported', () => {
  const sdc = (name: string) => `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`;
  const valueExpression = { language: 'text/fhirpath', expression: '1 + 1' };

  it.each([
    sdc('calculatedExpression'),
    sdc('enableWhenExpression'),
    sdc('answerExpression'),
    sdc('initialExpression'),
    fhirExtension('cqf-expression'),
    sdc('itemMedia'),
    sdc('itemAnswerMedia'),
    fhirExtension('questionnaire-unitValueSet'),
    fhirExtension('questionnaire-constraint'),
  ])('is named with the item, which works without it: %s', (url) => {
    const extension = [
      { url, valueExpression },
      { url, valueExpression },
    ];
    const name = /\w+$/.exec(url)?.[0] ?? '';
    expect(notesOn(item('a', { extension }))).toEqual([`a: ${name} is not supported.`]);
    expect(readItemsOf(item('a', { extension }))).toEqual([item('a')]);
  });

  it('is named for the whole and for an answer', () => {
    const modifierExtension = [{ url: 'https://forms.example/not', valueBoolean: true }];
    const answerOption = [{ valueString: 'x', modifierExtension }];
    const { notes } = readForm(
      fhirForm([item('a', { type: 'choice', answerOption })], { modifierExtension }),
    );
    expect(notes).toEqual([
      { linkId: undefined, sentence: 'modifierExtension is not supported.' },
      { linkId: 'a', sentence: 'modifierExtension is not supported.' },
    ]);
  });

  it.each([
    fhirExtension('questionnaire-choiceOrientation'),
    fhirExtension('questionnaire-supportLink'),
    fhirExtension('rendering-style'),
    sdc('observationLinkPeriod'),
    'https://elsewhere.example/StructureDefinition/rows',
  ])('is not said of what only looks different: %s', (url) => {
    expect(notesOn(item('a', { extension: [{ url, valueString: 'x' }] }))).toEqual([]);
  });

  it('is a free unit; listed units alone are', () => {
    const open = (valueCode: string) =>
      item('a', { type: 'quantity', extension: [{ url: sdc('unitOpen'), valueCode }] });
    expect(notesOn(open('optionsOrString'))).toEqual(['a: unitOpen is not supported.']);
    expect(notesOn(open('optionsOnly'))).toEqual([]);
  });

  it('is a pattern that is no regular expression', () => {
    const broken = item('a', { extension: [{ url: fhirExtension('regex'), valueString: '[a-' }] });
    expect(notesOn(broken)).toEqual(['a: regex is not supported.']);
    expect(readItemsOf(broken)).toEqual([item('a')]);
  });
});

describe('An item that can’t be taken', () => {
  const beside = item('beside');

  it.each<[string, unknown, string]>([
    ['an attachment', item('a', { type: 'attachment' }), 'a: Left out: its type is attachment.'],
    ['a reference', item('a', { type: 'reference' }), 'a: Left out: its type is reference.'],
    [
      'a type of JavaScript’s own',
      item('a', { type: 'constructor' }),
      'a: Left out: its type is constructor.',
    ],
    ['no type', { linkId: 'a' }, 'a: Left out: its type is undefined.'],
    ['no linkId', { type: 'string' }, ': Left out: its linkId can’t be used.'],
    ['a linkId of spaces', item(' '), ': Left out: its linkId can’t be used.'],
    [
      'a linkId without an end',
      item('a'.repeat(256)),
      `${'a'.repeat(256)}: Left out: its linkId can’t be used.`,
    ],
    ['a linkId like a path', item('a#2.1'), 'a#2.1: Left out: its linkId can’t be used.'],
    ['half a character', item('a\ud83d'), 'a\ufffd: Left out: its linkId can’t be used.'],
    ['the linkId of another', item('beside', { text: 'Again' }), 'beside: Left out: its linkId is taken.'],
    ['nothing', null, ': Left out: its linkId can’t be used.'],
  ])('is left out, named and nothing more: %s', (_, broken, note) => {
    expect(readItemsOf(beside, broken)).toEqual([beside]);
    expect(notesOn(beside, broken)).toEqual([note]);
  });
});

describe('What is too much', () => {
  it('is cut: texts, and instances that nobody could fill in', () => {
    const [read] = readItemsOf(
      item('a', {
        text: 'x'.repeat(9000),
        repeats: true,
        maxLength: 1e9,
        extension: [{ url: fhirExtension('questionnaire-minOccurs'), valueInteger: 1e9 }],
      }),
    );
    expect(read?.text).toHaveLength(4000);
    expect(read).toMatchObject({ minOccurs: 99, maxLength: 20_000 });
  });

  it('is a character that a response can’t hold', () => {
    expect(readItemsOf(item('a', { text: 'How\u00a0are\u0000 you\ud83d? ' }))[0]?.text).toBe(
      'How are  you\ufffd?',
    );
  });
});
