import type { ConsentDocument } from '../../../domain/consent/document.js';

/**
 * The disclosure before anybody signs on a screen: what the US act on electronic signatures asks for (15 USC 7001(c)),
 * in our own words. A sample; a practice's lawyer must review it.
 */
export const electronicRecordsConsent: ConsentDocument = {
  schema: 'kap/consent-document/2',
  id: 'electronic-records',
  version: '1.0.0',
  locale: 'en',
  title: 'Signing and keeping papers on a screen',
  purpose: 'electronic-records',
  change: 'material',
  sample: true,
  blocks: [
    {
      id: 'scope',
      heading: 'What is this about?',
      paragraphs: [
        '{{practice}} can give you papers on a screen, and you can sign them there. This covers your consent forms, new versions of them, notes about changes, and your own copies. It holds until you take it back. It covers nothing else.',
      ],
    },
    {
      id: 'paper',
      heading: 'You can have paper instead',
      paragraphs: [
        'You do not have to do this on a screen. You can get all of it on paper, and sign by hand. We treat you the same. To ask for it, call {{phone}}.',
        'You can ask for a paper copy of what you signed here, too. {{paper-copies}}',
      ],
    },
    {
      id: 'taking-it-back',
      heading: 'You can change your mind',
      paragraphs: [
        'You can go back to paper at any time: {{back-to-paper}}. {{back-to-paper-cost}}',
        'What you have signed by then still holds. Going back to paper does not end your treatment, and it is not the same as taking back your consent to it. You can do either without the other.',
      ],
    },
    {
      id: 'reaching-you',
      heading: 'If your phone number or email changes',
      paragraphs: ['Please tell us, so that our notes reach you: {{change-contact}}.'],
    },
    {
      id: 'what-you-need',
      heading: 'What do you need?',
      paragraphs: [
        'If this list ever changes so that you might not be able to read your papers any more, we tell you, and you can go back to paper for free.',
      ],
      list: [
        'A phone, a tablet or a computer that is online while you sign.',
        'A web browser that is up to date. It is the one you read this with.',
        'A place to save your copy, or a printer. The copy is a file that opens in any browser, without the web.',
      ],
    },
    {
      id: 'can-you-open-it',
      heading: 'Can you open and read this?',
      paragraphs: [
        'Your papers and your copies look much like this page. To show that you can open and read them, look for a word here. The word is “harbor”.',
      ],
      acknowledgement:
        'I can open and read this page. I can save or print a copy, and I agree to get and sign papers on a screen.',
      check: {
        question: 'Which word did you find?',
        answers: [
          { id: 'garden', text: 'Garden' },
          { id: 'harbor', text: 'Harbor', right: true },
          { id: 'window', text: 'Window' },
        ],
        explanation:
          'The word is “harbor”. If the page is hard to read or to open on your device, take paper. It is just as good.',
      },
    },
  ],
};
