import type { DateEntry } from '../../src/domain/questionnaire/entry.js';
import { allItems, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

const yesOrNo = [
  { code: 'yes', display: 'Yes' },
  { code: 'no', display: 'No' },
] as const;

/** Three pages and one that comes with an answer, two repeating groups side by side, one of them with a group inside. */
export const history: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'history',
  version: '1.0.0',
  title: 'Health history',
  locale: 'en',
  item: [
    {
      linkId: 'you',
      type: 'group',
      text: 'About you',
      part: 'logistics',
      item: [
        {
          linkId: 'given',
          type: 'string',
          text: 'First name',
          required: true,
          definition: 'Patient.name.given',
        },
        {
          linkId: 'birth',
          type: 'date',
          text: 'Date of birth',
          required: true,
          dateOf: 'birth',
          definition: 'Patient.birthDate',
        },
      ],
    },
    {
      linkId: 'body',
      type: 'group',
      text: 'Your body',
      item: [
        { linkId: 'heart', type: 'choice', text: 'Heart trouble?', required: true, answerOption: yesOrNo },
        {
          linkId: 'conditions',
          type: 'choice',
          text: 'Any of these?',
          short: 'Conditions',
          repeats: true,
          answerOption: [
            { code: 'lungs', display: 'Lungs' },
            { code: 'liver', display: 'Liver' },
            { code: 'none', display: 'None of these', exclusive: true },
          ],
        },
      ],
    },
    {
      linkId: 'heart-page',
      type: 'group',
      text: 'Your heart',
      enableWhen: [{ question: 'heart', operator: '=', answer: 'yes' }],
      item: [{ linkId: 'heart-more', type: 'text', text: 'What happened?' }],
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
          entryName: 'medicine',
          repeats: true,
          item: [
            { linkId: 'medicine-name', type: 'string', text: 'Name' },
            {
              linkId: 'dose',
              type: 'group',
              text: 'Dose',
              repeats: true,
              item: [{ linkId: 'milligrams', type: 'decimal', text: 'How much?', unit: 'mg' }],
            },
          ],
        },
        {
          linkId: 'allergy',
          type: 'group',
          text: 'Allergy',
          entryName: 'allergy',
          repeats: true,
          item: [{ linkId: 'allergic-to', type: 'string', text: 'To what?' }],
        },
      ],
    },
  ],
};

export const born: DateEntry = { year: '1984', month: '3', day: '7' };

/** The item of a form by its `linkId`. */
export function itemOf(form: Questionnaire, linkId: string): Item {
  for (const item of allItems(form.item)) if (item.linkId === linkId) return item;
  throw new Error(`${form.id} has no ${linkId}`);
}
