import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { readQuestionnaire } from '../../../src/domain/fhir/read-questionnaire.js';
import { questionnaire as schema } from '../../../src/domain/questionnaire/questionnaire-schema.js';
import {
  fhirExtension,
  fhirForm,
  ownExtension,
  readForm,
  readItemsOf,
} from '../../support/fhir-questionnaire.js';
import { generatedQuestionnaire } from '../../support/generated-questionnaire.js';
import { history } from '../../support/history.js';

const asked = (fields: object = {}) => ({ linkId: 'asked', type: 'string', text: 'Well?', ...fields });
const extended = (type: string, ...extension: readonly object[]) => asked({ type, extension });
const of = (name: string, value: object) => ({ url: fhirExtension(name), ...value });

describe('One of our questionnaires', () => {
  it.each([
    ['the health history', healthHistory],
    ['one with groups inside groups', history],
  ])('is read as it is: %s', (_, form) => {
    const { questionnaire, notes } = readForm(JSON.parse(JSON.stringify(form)));
    expect(questionnaire).toEqual(form);
    expect(notes).toEqual([]);
  });

  it('loses what nobody knows and what does not fit, and no more', () => {
    const item = asked({
      script: 'alert(1)',
      part: 'everybody',
      dateOf: 3,
      maxLength: 'long',
      min: {},
      why: 'Because.',
    });
    expect(readForm({ ...history, item: [item] }).questionnaire.item).toEqual([asked({ why: 'Because.' })]);
  });

  it('may have null where nothing is said', () => {
    const nothing = {
      hint: null,
      required: null,
      safety: null,
      min: null,
      initial: null,
      enableWhen: null,
      item: null,
    };
    expect(readForm({ ...history, url: null, item: [asked(nothing)] })).toMatchObject({ notes: [] });
    expect(readForm({ ...history, item: [asked(nothing)] }).questionnaire.item).toEqual([asked()]);
  });

  it('keeps what stands in its fields at first', () => {
    const item = [
      { linkId: 'a', type: 'date', text: 'A', initial: [{ year: '2026', month: '11', day: '24' }] },
      {
        linkId: 'b',
        type: 'choice',
        text: 'B',
        answerOption: [{ code: 'x', display: 'X' }],
        initial: [['x']],
      },
      { linkId: 'c', type: 'quantity', text: 'C', initial: [{ amount: '3', unit: '' }] },
      { linkId: 'd', type: 'string', text: 'D', repeats: true, initial: ['one', 'two'] },
    ];
    expect(readForm({ ...history, item }).questionnaire.item).toEqual(item);
  });

  it.each([[{ year: 1984, month: 2, day: 3 }], [{ day: '3' }], [['x', 3]], [null], [7]])(
    'begins without %j, which is no entry',
    (entry) => {
      const item = ['date', 'choice', 'string', 'quantity'].map((type) => ({
        linkId: type,
        type,
        text: type,
        answerOption: [{ code: 'x', display: 'X' }],
        initial: [entry],
      }));
      const { questionnaire, notes } = readForm({ ...history, item });
      expect(questionnaire.item.map(({ initial }) => initial)).toEqual(item.map(() => undefined));
      expect(notes).toHaveLength(item.length);
    },
  );
});

describe('A FHIR R4 Questionnaire', () => {
  it('is known by its url and version, and called by its title', () => {
    const form = fhirForm([asked()], {
      id: 'PHQ_9 (short)',
      url: 'https://forms.example/Questionnaire/phq|9',
      version: '1.2',
      name: 'Phq',
      title: 'How are you?',
      language: 'es-MX',
      extension: [ownExtension('introduction', { valueString: 'It takes two minutes.' })],
    });
    expect(readForm(form).questionnaire).toEqual({
      schema: 'kap/questionnaire/1',
      id: 'phq-9-short-',
      version: '1.2',
      url: 'https://forms.example/Questionnaire/phq|9',
      title: 'How are you?',
      locale: 'es-MX',
      introduction: ['It takes two minutes.'],
      item: [asked()],
    });
  });

  it.each<[string, object, object]>([
    ['the end of its url', { url: 'https://forms.example/Q/Sleep', title: 'T' }, { id: 'sleep', title: 'T' }],
    ['its title', { title: 'How do you sleep?' }, { id: 'how-do-you-sleep-', title: 'How do you sleep?' }],
    ['its name', { name: 'Sleep' }, { id: 'sleep', title: 'Sleep' }],
    ['nothing', {}, { id: 'questionnaire', title: '' }],
    ['no letters', { id: '…', meta: { versionId: '7' } }, { id: 'questionnaire', version: '7' }],
  ])('without an id is called by %s', (_, fields, expected) => {
    expect(readForm(fhirForm([asked()], fields)).questionnaire).toMatchObject({
      version: '1',
      locale: 'en',
      ...expected,
    });
  });

  it('has every kind of item, with FHIR’s own fields', () => {
    const items = [
      'display', 'boolean', 'integer', 'decimal', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'quantity',
    ].map((type) => ({ linkId: type, type, text: type })); // prettier-ignore
    const group = {
      linkId: 'group',
      type: 'group',
      text: '',
      prefix: '1.',
      required: true,
      repeats: true,
      readOnly: false,
      item: items,
    };
    expect(readItemsOf(group, asked({ maxLength: 12, readOnly: true }))).toEqual([
      group,
      asked({ maxLength: 12, readOnly: true }),
    ]);
  });

  it.each<[string, object, object]>([
    ['minOccurs', extended('string', of('questionnaire-minOccurs', { valueInteger: 2 })), { minOccurs: 2 }],
    ['maxOccurs', extended('string', of('questionnaire-maxOccurs', { valueInteger: 3 })), { maxOccurs: 3 }],
    ['minValue', extended('integer', of('minValue', { valueInteger: -2 })), { min: -2 }],
    ['maxValue', extended('decimal', of('maxValue', { valueDecimal: 2.5 })), { max: 2.5 }],
    [
      'minValue of a date',
      extended('date', of('minValue', { valueDate: '2020-01-01' })),
      { min: '2020-01-01' },
    ],
    [
      'maxQuantity',
      extended('quantity', {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity',
        valueQuantity: { value: 300, code: 'kg' },
      }),
      { max: 300 },
    ],
    ['minLength', extended('string', of('minLength', { valueInteger: 3 })), { minLength: 3 }],
    ['regex', extended('string', of('regex', { valueString: '\\d{3}\\-\\d' })), { pattern: '\\d{3}\\-\\d' }],
    ['maxDecimalPlaces', extended('decimal', of('maxDecimalPlaces', { valueInteger: 1 })), { decimals: 1 }],
    ['entryFormat', extended('string', of('entryFormat', { valueString: '12345' })), { hint: '12345' }],
    [
      'unit of a number',
      extended('integer', of('questionnaire-unit', { valueCoding: { code: 'a', display: 'years' } })),
      { unit: 'years' },
    ],
    [
      'unitOption',
      extended(
        'quantity',
        of('questionnaire-unitOption', { valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg' } }),
        of('questionnaire-unitOption', { valueCoding: { display: 'stone' } }),
      ),
      {
        units: [
          { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' },
          { code: 'stone', display: 'stone' },
        ],
      },
    ],
    [
      'itemControl',
      extended(
        'string',
        of('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'autocomplete' }] } }),
      ),
      { control: 'autocomplete' },
    ],
    [
      'radio buttons',
      extended(
        'string',
        of('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'radio-button' }] } }),
      ),
      { control: 'radio' },
    ],
    [
      'definition',
      asked({ definition: 'http://hl7.org/fhir/StructureDefinition/Patient#Patient.birthDate' }),
      { definition: 'Patient.birthDate' },
    ],
  ])('has its extensions and definitions read: %s', (_, item, expected) => {
    const { type } = item as { type: string };
    expect(readItemsOf(item)).toEqual([{ ...asked({ type }), ...expected }]);
  });

  it('takes what FHIR has no word for as extensions of ours', () => {
    const item = asked({
      extension: [
        ownExtension('short', { valueString: 'Sleep' }),
        ownExtension('why', { valueString: 'It matters.' }),
        ownExtension('sensitive', { valueBoolean: true }),
        ownExtension('part', { valueCode: 'therapy' }),
        ownExtension('entryName', { valueString: 'night' }),
        ownExtension('format', { valueCode: 'email' }),
        ownExtension('autocomplete', { valueString: 'email' }),
        ownExtension('safety', { valueCode: 'often' }),
        ownExtension('safety', { valueCode: 'always' }),
        { url: 'https://elsewhere.example/hint', valueString: 'not ours' },
      ],
    });
    expect(readItemsOf(item)).toEqual([
      asked({
        short: 'Sleep',
        why: 'It matters.',
        sensitive: true,
        part: 'therapy',
        entryName: 'night',
        format: 'email',
        autocomplete: 'email',
        safety: ['often', 'always'],
      }),
    ]);
  });

  it('gives a question the help that stands under it', () => {
    const help = (code: string) => ({
      linkId: code,
      type: 'display',
      text: `For ${code}`,
      extension: [of('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code }] } })],
    });
    const category = {
      linkId: 'category',
      type: 'display',
      text: 'Think of last week.',
      extension: [
        of('questionnaire-displayCategory', { valueCodeableConcept: { coding: [{ code: 'instructions' }] } }),
      ],
    };
    expect(readItemsOf(asked({ item: [help('help')] }))).toEqual([asked({ hint: 'For help' })]);
    expect(readItemsOf(asked({ item: [category] }))).toEqual([asked({ hint: 'Think of last week.' })]);
    expect(readItemsOf(asked({ item: [help('footer')] }))).toMatchObject([{ item: [{ linkId: 'footer' }] }]);
  });

  it('hides what stands in what is hidden', () => {
    const hidden = [of('questionnaire-hidden', { valueBoolean: true })];
    const group = {
      linkId: 'group',
      type: 'group',
      text: 'G',
      extension: hidden,
      item: [asked({ required: true })],
    };
    expect(readItemsOf(group, asked({ linkId: 'b' }))).toMatchObject([
      { hidden: true, item: [{ hidden: true }] },
      {},
    ]);
  });

  it('loses nothing that stands under a text', () => {
    const display = { linkId: 'text', type: 'display', text: 'Read this', item: [asked()] };
    expect(readItemsOf(display)).toMatchObject([{ type: 'group', text: 'Read this', item: [asked()] }]);
  });

  it('is read as one of ours, whatever it is', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { questionnaire, notes } = readForm(generatedQuestionnaire({ seed, items: 80, levels: 5 }));
      expect(notes).toEqual([]);
      expect(schema.safeParse(JSON.parse(JSON.stringify(questionnaire)))).toMatchObject({ success: true });
    }
  });
});

describe('What is no questionnaire', () => {
  const circle: { [field: string]: unknown } = { resourceType: 'Questionnaire', linkId: 'a', type: 'group' };
  circle['item'] = [circle];
  let deep: unknown = asked();
  for (let level = 0; level < 20_000; level++) deep = { linkId: `g${level}`, type: 'group', item: [deep] };
  const throwing = Object.defineProperty({}, 'schema', {
    get() {
      throw new Error('no');
    },
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Questionnaire'],
    ['a list', [history]],
    ['another resource', { resourceType: 'Patient', item: [asked()] }],
    ['another schema', { ...history, schema: 'kap/questionnaire/2' }],
    ['one without items', fhirForm([])],
    ['one whose items are no list', { ...fhirForm([]), item: { linkId: 'a' } }],
    ['one of texts alone', fhirForm([{ linkId: 'a', type: 'display', text: 'Hello' }])],
    ['one that holds itself', circle],
    ['one without an end', fhirForm([deep])],
    ['one that throws', throwing],
  ])('is said to be none: %s', (_, json) => {
    expect(readQuestionnaire(json)).toEqual({ fault: expect.any(String) as string });
  });

  it('names why nothing of it is left', () => {
    const read = readQuestionnaire(fhirForm([{ linkId: 'photo', type: 'attachment' }]));
    expect(read).toEqual({ fault: expect.stringContaining('attachment') as string });
  });
});
