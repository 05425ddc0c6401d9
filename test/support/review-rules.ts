import type { RuleSet } from '../../src/domain/questionnaire/review-flags/rules.js';
import type { AnswerOption, Item, Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

const FOUR: readonly AnswerOption[] = [
  { code: 'yes', display: 'Yes' },
  { code: 'no', display: 'No' },
  { code: 'not-sure', display: 'Not sure' },
  { code: 'rather-talk', display: 'I’d rather talk about it' },
];

const ask = (linkId: string, short: string): Item => ({
  linkId,
  type: 'choice',
  text: `${short}?`,
  short,
  sensitive: true,
  answerOption: FOUR,
});

/** One question of each kind that a rule can look at. */
export const reviewed: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'reviewed',
  version: '1.0.0',
  title: 'A short history',
  locale: 'en',
  item: [
    {
      linkId: 'you',
      type: 'group',
      text: 'You',
      part: 'logistics',
      item: [
        { linkId: 'born', type: 'date', text: 'Date of birth', dateOf: 'birth' },
        { linkId: 'contact', type: 'string', text: 'Somebody to call' },
        {
          linkId: 'height',
          type: 'quantity',
          text: 'Height',
          units: [
            { code: 'cm', display: 'cm', system: 'http://unitsofmeasure.org' },
            { code: '[in_i]', display: 'in', system: 'http://unitsofmeasure.org' },
          ],
        },
        {
          linkId: 'weight',
          type: 'quantity',
          text: 'Weight',
          units: [
            { code: 'kg', display: 'kg', system: 'http://unitsofmeasure.org' },
            { code: '[lb_av]', display: 'lb', system: 'http://unitsofmeasure.org' },
          ],
        },
      ],
    },
    {
      linkId: 'heart',
      type: 'group',
      text: 'Heart',
      item: [
        ask('aneurysm', 'Aneurysm'),
        ask('fainting', 'Fainting'),
        ask('music', 'Music'),
        { linkId: 'systolic', type: 'integer', text: 'Upper number', short: 'Systolic', max: 260 },
        { linkId: 'stroke-date', type: 'date', text: 'Stroke' },
        {
          linkId: 'attack-when',
          type: 'choice',
          text: 'Heart attack',
          answerOption: [
            { code: 'month', display: 'In the last month' },
            { code: 'half-year', display: 'In the last 6 months' },
            { code: 'longer', display: 'Longer ago' },
          ],
        },
      ],
    },
    {
      linkId: 'medicines',
      type: 'group',
      text: 'Medicines',
      item: [
        {
          linkId: 'medicine',
          type: 'group',
          text: 'Medicine',
          repeats: true,
          item: [
            {
              linkId: 'medicine-name',
              type: 'open-choice',
              text: 'Name',
              answerOption: [{ code: 'phenelzine', display: 'Phenelzine (Nardil)' }],
            },
            { linkId: 'medicine-dose', type: 'string', text: 'Dose' },
          ],
        },
        {
          linkId: 'allergy',
          type: 'group',
          text: 'Allergy',
          repeats: true,
          item: [{ linkId: 'allergy-to', type: 'string', text: 'To what' }, ask('allergy-severe', 'Severe')],
        },
      ],
    },
  ],
};

const FROM = { source: 'A study', year: 2021 } as const;

const line = (id: string, value: number, min: number, max: number) =>
  ({ id, label: id, unit: '', value, min, max, ...FROM }) as const;

export const exampleRules: RuleSet = {
  questionnaire: 'reviewed',
  version: '7',
  thresholds: [
    line('systolic-stop', 160, 100, 220),
    line('older', 65, 50, 90),
    line('stroke-days', 180, 1, 3650),
    line('attack-months', 3, 0, 120),
    line('body-mass', 35, 20, 60),
  ],
  rules: [
    {
      id: 'older',
      severity: 'note',
      when: { age: 'born', operator: '>=', answer: { threshold: 'older' } },
      reason: 'The pressure rises more often from {older} on.',
      ...FROM,
    },
    {
      id: 'fainting',
      severity: 'caution',
      when: { question: 'fainting', operator: '=', answer: 'yes' },
      reason: 'Fainting can come from the heart.',
      ...FROM,
    },
    {
      id: 'aneurysm',
      severity: 'stop',
      when: { question: 'aneurysm', operator: '=', answer: 'yes' },
      reason: 'A rise in pressure is a risk.',
      ...FROM,
    },
    {
      id: 'systolic',
      severity: 'stop',
      when: { question: 'systolic', operator: '>=', answer: { threshold: 'systolic-stop' } },
      reason: 'The reading is {systolic-stop} or more.',
      ...FROM,
    },
    {
      id: 'recent-stroke',
      severity: 'stop',
      when: { daysSince: 'stroke-date', operator: '<', answer: { threshold: 'stroke-days' } },
      reason: 'A stroke less than {stroke-days} days ago.',
      ...FROM,
    },
    {
      id: 'recent-attack',
      severity: 'stop',
      when: {
        since: 'attack-when',
        atLeast: { month: 0, 'half-year': 1, longer: 6 },
        operator: '<',
        answer: { threshold: 'attack-months' },
      },
      reason: 'A heart attack that may lie less than {attack-months} months back.',
      ...FROM,
    },
    {
      id: 'body-mass',
      severity: 'caution',
      when: {
        bodyMass: { height: 'height', weight: 'weight' },
        operator: '>=',
        answer: { threshold: 'body-mass' },
      },
      reason: 'The airway may be harder to keep open.',
      ...FROM,
    },
    {
      id: 'maoi',
      severity: 'caution',
      when: {
        medicine: ['medicine-name'],
        names: [{ generic: 'phenelzine', brands: ['Nardil'] }, { generic: 'selegiline' }],
      },
      reason: 'The two together raise the pressure.',
      ...FROM,
    },
    {
      id: 'severe-latex',
      severity: 'caution',
      when: {
        all: [
          { question: 'allergy-to', operator: '=', answer: 'latex' },
          { question: 'allergy-severe', operator: '=', answer: 'yes' },
        ],
      },
      reason: 'Gloves.',
      ...FROM,
    },
    {
      id: 'nobody-to-call',
      severity: 'caution',
      when: { question: 'contact', operator: 'exists', answer: 'false' },
      reason: 'Nobody can be called.',
      ...FROM,
    },
    {
      id: 'young-and-fine',
      severity: 'note',
      when: {
        all: [
          { question: 'fainting', operator: '=', answer: 'no' },
          { not: { age: 'born', operator: '>=', answer: { threshold: 'older' } } },
        ],
      },
      reason: 'Only to see that it can be said.',
      default: 'off',
      ...FROM,
    },
  ],
};
