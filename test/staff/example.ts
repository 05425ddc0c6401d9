import type { QuestionnaireResponse, ResponseItem } from '../../src/domain/fhir/questionnaire-response.js';
import { NOT_SURE, RATHER_TALK } from '../../src/domain/questionnaire/answers.js';
import { canonicalOf, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

const YES_NO = [
  { code: 'yes', display: 'Yes' },
  { code: 'no', display: 'No' },
];
const OPEN = [
  { code: NOT_SURE, display: 'Not sure' },
  { code: RATHER_TALK, display: 'I’d rather talk about it' },
];

/** A sensitive question that takes yes, no, not sure and I'd rather talk about it. */
export const screening = (linkId: string, short: string, more: Partial<Item> = {}): Item => ({
  linkId,
  type: 'choice',
  text: `${short}, ever?`,
  short,
  sensitive: true,
  answerOption: [...YES_NO, ...OPEN],
  ...more,
});

export const checklist: Item = {
  linkId: 'conditions',
  type: 'choice',
  text: 'Any of these?',
  short: 'Heart conditions',
  sensitive: true,
  repeats: true,
  answerOption: [
    { code: 'rhythm', display: 'An uneven heartbeat' },
    { code: 'valve', display: 'A valve problem' },
    { code: 'none', display: 'None of these', exclusive: true },
    ...OPEN,
  ],
};

export const medicines: Item = {
  linkId: 'medicine',
  type: 'group',
  text: 'Medicine you take',
  short: 'Medicines',
  entryName: 'medicine',
  repeats: true,
  item: [
    { linkId: 'name', type: 'string', text: 'Name of the medicine', short: 'Name' },
    { linkId: 'dose', type: 'string', text: 'Dose' },
    { linkId: 'since', type: 'choice', text: 'For how long?', short: 'Since', answerOption: OPEN },
  ],
};

export const example: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'example',
  version: '1.0.0',
  title: 'An example',
  locale: 'en',
  item: [
    {
      linkId: 'about-you',
      type: 'group',
      text: 'About you',
      part: 'logistics',
      item: [
        { linkId: 'given', type: 'string', text: 'First name', definition: 'Patient.name.given' },
        { linkId: 'family', type: 'string', text: 'Last name', definition: 'Patient.name.family' },
        { linkId: 'born', type: 'date', text: 'Date of birth', definition: 'Patient.birthDate' },
        { linkId: 'pronouns', type: 'string', text: 'Your pronouns', short: 'Pronouns' },
      ],
    },
    {
      linkId: 'heart',
      type: 'group',
      text: 'Heart',
      item: [
        screening('aneurysm', 'Aneurysm'),
        screening('stroke', 'Stroke'),
        {
          linkId: 'stroke-when',
          type: 'string',
          text: 'When was it?',
          short: 'When',
          enableWhen: [{ question: 'stroke', operator: '=', answer: 'yes' }],
        },
        checklist,
        screening('safe', 'Safe at home'),
        {
          linkId: 'safe-more',
          type: 'text',
          text: 'What would help?',
          enableWhen: [{ question: 'safe', operator: '=', answer: 'no' }],
        },
      ],
    },
    { linkId: 'medicines', type: 'group', text: 'Medicines', item: [medicines] },
  ],
};

const DISPLAY: Readonly<Record<string, string>> = Object.fromEntries(
  [...YES_NO, ...(checklist.answerOption ?? [])].map(({ code, display }) => [code, display]),
);

export const chosen = (linkId: string, ...codes: readonly string[]): ResponseItem => ({
  linkId,
  text: `${linkId} as the client read it`,
  answer: codes.map((code) => ({ valueCoding: { code, display: DISPLAY[code] } })),
});

export const written = (linkId: string, valueString: string): ResponseItem => ({
  linkId,
  answer: [{ valueString }],
});

export const group = (linkId: string, ...item: readonly ResponseItem[]): ResponseItem => ({ linkId, item });

export const responseOf = (...item: ResponseItem[]): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: canonicalOf(example),
  status: 'completed',
  authored: '2026-11-22T20:00:00Z',
  item,
});
