import type { Item, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** A questionnaire of these items, all on one page unless they are groups. */
export const questionnaireOf = (...item: readonly Item[]): Questionnaire => ({
  schema: 'kap/questionnaire/1',
  id: 'every-kind',
  version: '1',
  title: 'Every kind',
  locale: 'en',
  item,
});

export const kg = { code: 'kg', display: 'kg', system: 'http://unitsofmeasure.org' };
export const pounds = { code: '[lb_av]', display: 'pounds', system: 'http://unitsofmeasure.org' };
const cm = { code: 'cm', display: 'cm', system: 'http://unitsofmeasure.org' };
const feet = { code: '[in_i]', display: 'feet and inches', system: 'http://unitsofmeasure.org' };

const option = (code: string, display: string) => ({ code, display });

const vowels = [option('a', 'Apple'), option('e', 'Egg'), option('o', 'Orange')];

export const medicineOptions = [
  option('sertraline', 'sertraline (Zoloft)'),
  option('lithium', 'lithium (Lithobid)'),
  option('lamotrigine', 'lamotrigine (Lamictal)'),
  option('lorazepam', 'lorazepam (Ativan)'),
  option('levothyroxine', 'levothyroxine (Synthroid)'),
  option('lisinopril', 'lisinopril (Zestril)'),
  option('losartan', 'losartan (Cozaar)'),
  option('loratadine', 'loratadine (Claritin)'),
  option('vitamin-d', 'vitamin D'),
  option('cafe', 'Café Thé'),
];

export const KINDS = {
  whole: { linkId: 'whole', type: 'integer', text: 'How many stairs?', unit: 'stairs', min: 1, max: 40 },
  number: { linkId: 'number', type: 'decimal', text: 'How warm is it?', min: -20 },
  weight: {
    linkId: 'weight',
    type: 'quantity',
    text: 'What do you weigh?',
    short: 'Weight',
    units: [kg, pounds],
    min: 30,
  },
  height: {
    linkId: 'height',
    type: 'quantity',
    text: 'How tall are you?',
    short: 'Height',
    units: [cm, feet],
  },
  volume: {
    linkId: 'volume',
    type: 'quantity',
    text: 'How much did you drink?',
    units: [
      option('mL', 'ml'),
      option('[foz_us]', 'ounces'),
      option('[cup_us]', 'cups'),
      option('L', 'liters'),
    ],
  },
  wake: { linkId: 'wake', type: 'time', text: 'When do you wake up?' },
  last: { linkId: 'last', type: 'dateTime', text: 'When did you last eat?' },
  site: { linkId: 'site', type: 'url', text: 'Your website' },
  fruit: {
    linkId: 'fruit',
    type: 'open-choice',
    text: 'Your breakfast',
    answerOption: vowels,
    required: true,
  },
  fruits: {
    linkId: 'fruits',
    type: 'open-choice',
    text: 'All of your breakfast',
    answerOption: [...vowels, { code: 'none', display: 'Nothing', exclusive: true }],
    repeats: true,
  },
  room: {
    linkId: 'room',
    type: 'choice',
    text: 'Which room?',
    control: 'drop-down',
    answerOption: vowels,
    required: true,
  },
  month: {
    linkId: 'month',
    type: 'open-choice',
    text: 'Which month?',
    answerOption: Array.from({ length: 12 }, (_, index) => option(`m${index}`, `Month ${index + 1}`)),
  },
  medicine: {
    linkId: 'medicine',
    type: 'open-choice',
    text: 'Which medicine?',
    control: 'autocomplete',
    answerOption: medicineOptions,
  },
  closed: {
    linkId: 'closed',
    type: 'choice',
    text: 'Which of our medicines?',
    control: 'autocomplete',
    answerOption: medicineOptions,
  },
} as const satisfies Readonly<Record<string, Item>>;

/** Groups in groups, this deep, with a question in each. */
export function nested(depth: number, at = 1): Item {
  return {
    linkId: `group-${at}`,
    type: 'group',
    text: `Level ${at}`,
    item: [
      { linkId: `question-${at}`, type: 'boolean', text: `Question ${at}` },
      ...(at < depth ? [nested(depth, at + 1)] : []),
    ],
  };
}

/** Questions below questions, this deep. */
export const below = (depth: number, at = 1): Item => ({
  linkId: `below-${at}`,
  type: 'boolean',
  text: `Below ${at}`,
  ...(at < depth && { item: [below(depth, at + 1)] }),
});

export const everyKind = questionnaireOf(
  ...Object.values(KINDS),
  {
    linkId: 'told',
    type: 'string',
    prefix: '7.',
    text: 'Your own sentence',
    readOnly: true,
    initial: ['We wrote it down.'],
  },
  { linkId: 'told-height', type: 'quantity', text: 'Your height', readOnly: true, units: [feet] },
  {
    linkId: 'pet',
    type: 'string',
    text: 'What are your animals called?',
    hint: 'One at a time.',
    repeats: true,
    entryName: 'animal',
    minOccurs: 1,
    maxOccurs: 3,
    item: [{ linkId: 'pet-age', type: 'integer', text: 'How old is it?', unit: 'years' }],
  },
  {
    linkId: 'job',
    type: 'group',
    text: 'Where you have worked',
    hint: 'The latest first.',
    repeats: true,
    maxOccurs: 2,
    item: [
      { linkId: 'job-name', type: 'string', text: 'Where was it?' },
      { linkId: 'task', type: 'string', text: 'What did you do?', repeats: true },
    ],
  },
);
