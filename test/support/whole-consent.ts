import type { ConsentDocument } from '../../src/domain/consent/document.js';

/** A consent document with everything that one can hold: choices, terms, sources, and that it is a sample. */
export const wholeConsent: ConsentDocument = {
  schema: 'kap/consent-document/2',
  id: 'whole',
  version: '2.0.0',
  locale: 'en',
  title: 'Consent with all that there is',
  change: 'material',
  sample: true,
  terms: [
    { term: 'dissociation', meaning: 'Feeling far away from your body, your feelings or the room.' },
    { term: 'blood pressure', meaning: 'How hard the blood presses on its vessels.' },
  ],
  blocks: [
    {
      id: 'effects',
      heading: 'What you may feel',
      paragraphs: [
        'Many people feel dissociation. Blood pressure goes up for an hour or two.',
        'The dissociation ends by itself.',
      ],
      list: ['Nausea, with or without dissociation.'],
      sources: [
        {
          claim: '3 in 10 people felt sick.',
          source: 'Fictional Journal of Medicine',
          year: 2021,
          count: 1234,
          comparison: 'an inactive medicine',
          url: 'https://journal.example/sick',
        },
        {
          claim: 'Most felt well again',
          source: 'A phone survey',
          year: 2019,
          comparison: 'nothing',
          url: 'tel:+15035550142',
        },
      ],
    },
    {
      id: 'touch',
      heading: 'Touch',
      paragraphs: ['Dissociation can make touch feel strange.'],
      choices: [
        {
          id: 'hand',
          question: 'May your therapist hold your hand?',
          options: [
            { id: 'yes', text: 'Yes, if I ask' },
            { id: 'no', text: 'No touch' },
          ],
        },
        {
          id: 'shoulder',
          question: 'May your therapist touch your shoulder?',
          options: [
            { id: 'yes', text: 'Yes' },
            { id: 'no', text: 'No' },
          ],
        },
      ],
    },
    {
      id: 'voluntary',
      heading: 'Your decision',
      paragraphs: ['You can stop at any time.'],
      acknowledgement: 'I know that I can stop.',
    },
  ],
};

export const HAND = 'May your therapist hold your hand?';
export const SHOULDER = 'May your therapist touch your shoulder?';
export const CAN_STOP = 'I know that I can stop.';
