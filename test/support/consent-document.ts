import type { ConsentDocument } from '../../src/domain/consent/document.js';

/** A consent document of three blocks: one to acknowledge, one with a comprehension check, one to read. */
export const shortConsent: ConsentDocument = {
  schema: 'kap/consent-document/1',
  id: 'ketamine-therapy',
  version: '2026-11',
  locale: 'en',
  title: 'Consent to ketamine-assisted psychotherapy',
  change: 'material',
  blocks: [
    {
      id: 'off-label',
      heading: 'How this medicine is used here',
      paragraphs: ['Ketamine is approved for anesthesia. We use it for something else.'],
      acknowledgement: 'I know that this use is not the approved one.',
    },
    {
      id: 'going-home',
      heading: 'Going home',
      paragraphs: ['Somebody takes you home. You drive again the next day, after a night’s sleep.'],
      acknowledgement: 'I won’t drive until the next day.',
      check: {
        question: 'When may you drive again?',
        answers: [
          { id: 'same-day', text: 'The same evening' },
          { id: 'next-day', text: 'The next day, after sleep', right: true },
          { id: 'hour', text: 'After an hour' },
        ],
        explanation: 'The medicine slows you down for longer than you notice.',
      },
    },
    { id: 'voluntary', paragraphs: ['You can stop at any time.'] },
  ],
};
