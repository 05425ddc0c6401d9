import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** What a practice does with a sign of danger. */
export const responsePlan = {
  monitoredHours: 'Monday to Friday, 9 am to 5 pm',
  replyWithin: 'one hour',
};

/** The safety of a practice that is ready to answer. */
export const watchedOver: PracticeBasics['safety'] = { country: 'US', responsePlan };

/** Three pages: how to reach somebody, three questions of which two are watched, and one more. */
export const checkIn: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'check-in',
  version: '1.0.0',
  title: 'How are you since?',
  locale: 'en',
  item: [
    {
      linkId: 'you',
      type: 'group',
      text: 'About you',
      item: [
        {
          linkId: 'phone',
          type: 'string',
          text: 'Phone number',
          format: 'phone',
          definition: 'Patient.telecom.phone',
        },
        { linkId: 'address', type: 'string', text: 'Where are you now?', definition: 'Patient.address' },
      ],
    },
    {
      linkId: 'mood',
      type: 'group',
      text: 'Your mood',
      item: [
        {
          linkId: 'sleep',
          type: 'choice',
          text: 'Do you sleep?',
          answerOption: [
            { code: 'yes', display: 'Yes' },
            { code: 'no', display: 'No' },
          ],
        },
        {
          linkId: 'better-off-dead',
          type: 'choice',
          text: 'How often have you wished to be dead?',
          short: 'Wish to be dead',
          safety: ['some-days', 'most-days'],
          answerOption: [
            { code: 'never', display: 'Never' },
            { code: 'some-days', display: 'Some days' },
            { code: 'most-days', display: 'Most days' },
            { code: 'rather-talk', display: 'I’d rather talk about it' },
          ],
        },
        {
          linkId: 'afraid-at-home',
          type: 'boolean',
          text: 'Are you afraid of someone at home?',
          safety: ['true'],
        },
      ],
    },
    {
      linkId: 'after',
      type: 'group',
      text: 'Anything else',
      item: [{ linkId: 'words', type: 'text', text: 'What else should we know?' }],
    },
  ],
};
