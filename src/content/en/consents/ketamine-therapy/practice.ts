import type { ConsentBlock } from '../../../../domain/consent/document.js';

/** How the practice handles what it learns, emergencies, money, time and complaints; and the moment of signing. */
export const practice: readonly ConsentBlock[] = [
  {
    id: 'privacy',
    heading: 'Who learns what you tell us?',
    paragraphs: [
      'Your therapist and your prescriber keep it to themselves. They share with each other what they need to treat you. In a group session others hear you too. We ask everybody to keep it private, but we can’t promise that they will.',
      'We keep a record of your care, and this consent is part of it. You can ask for a copy, or have a mistake put right. Privacy has limits. We may tell others what they must know in cases like these:',
    ],
    list: [
      'You or somebody else is in serious danger.',
      'A child, an elder, or an adult who depends on care is being harmed or neglected.',
      'You need emergency care.',
      'A court orders it.',
      'Whoever pays for your care, or oversees ours, has a right to it.',
    ],
    acknowledgement:
      'I know that my therapist and my prescriber share what they need to treat me, and that privacy has limits.',
  },
  {
    id: 'your-data',
    heading: 'What happens to what you write here?',
    paragraphs: [
      'We keep what you tell us about your health, what you sign, when you come, and what we write about your sessions. {{data-storage}}',
      'We keep it for {{records-kept}}. We do not sell it, and we never use it for advertising. Research would need a yes of its own from you.',
    ],
    acknowledgement:
      'I know what is kept about me and for how long. It is never sold, and never used for advertising.',
  },
  {
    id: 'research',
    part: 'sharing',
    heading: 'May your records be used for research?',
    paragraphs: [
      'Researchers may learn from what many people went through. They would get your answers de-identified: without your name, your address and whatever else points to you. {{research-use}}',
      'A no changes nothing about your care. After a yes you can still change your mind. What has gone out by then can’t be called back.',
    ],
    choices: [
      {
        id: 'research',
        question: 'May we share your de-identified answers for research?',
        options: [
          { id: 'no', text: 'No' },
          { id: 'yes', text: 'Yes' },
        ],
      },
    ],
  },
  {
    id: 'emergencies',
    heading: 'If you need help now',
    paragraphs: [
      'We are not a crisis service, and nobody watches our phone or our mail at night. We are here {{hours}}, and we answer within {{reply-time}}. {{after-hours}}',
      'After a session, do not wait when something feels badly wrong:',
    ],
    list: [
      'If a life is in danger, call 911. Chest pain, trouble with breathing, a seizure, and somebody who can’t be woken all count.',
      'If you think of suicide or can’t bear it any more, call or text 988, day or night.',
      'Call us soon if you throw up again and again, if fear or strange thoughts do not pass, or if your mood gets darker.',
      'Call us soon if it hurts to pass urine, or if your skin or eyes turn yellow.',
      'For all that can wait, call {{phone}}.',
    ],
    acknowledgement:
      'I know that the practice is no crisis service. In an emergency I call 911, and I can call or text 988 day or night.',
    check: {
      question:
        'Late one night you are afraid that you might hurt yourself. Who would you tell a friend that you turn to first?',
      answers: [
        { id: 'lines', text: 'I call or text 988, or I call 911.', right: true },
        { id: 'mail', text: 'I write to the practice and wait for an answer.' },
        { id: 'session', text: 'Nobody yet. I bring it to my next session.' },
      ],
      explanation:
        'Call or text 988, or call 911 when a life is in danger. They are awake at night, and we are not. You do not have to be sure that it is bad enough. Tell us when you can, so that we can help as well.',
    },
  },
  {
    id: 'fees',
    heading: 'What does it cost?',
    paragraphs: ['{{fees}}', '{{cost-estimate}}'],
    list: [
      'If you cancel or can’t come: {{cancellation}}',
      'If the medicine is not prescribed for you in the end: {{not-prescribed}}',
      'The pharmacy: {{pharmacy-cost}}',
      'Insurance: {{insurance}}',
    ],
    acknowledgement:
      'I know what the sessions and the medicine cost, what I owe when I cancel, and what insurance may not pay.',
  },
  {
    id: 'how-long',
    heading: 'How long does this last?',
    paragraphs: [
      'Your consent holds for {{consent-term}}. You can take it back sooner, at any time. We ask you again when something changes that matters, such as:',
    ],
    list: [
      'Your dose goes up a lot, or you take the medicine in another way.',
      'You have a new illness or a new medicine.',
      'You are or may be pregnant.',
      'This text changes in a way that matters.',
    ],
  },
  {
    id: 'complaints',
    heading: 'If you are not happy with us',
    paragraphs: [
      'Please tell us, or somebody above us. It will not be held against you. {{complaints}}',
      'Our licenses: {{licenses}}',
      'Our privacy notice says how we handle your records. {{privacy-notice}}',
    ],
  },
  {
    id: 'questions',
    heading: 'Before you sign',
    paragraphs: [
      'Ask us anything, before you sign or after: {{phone}}. We can read this aloud to you, or go through it with you. {{language-help}}',
      'Please sign with a clear head: not after alcohol, cannabis or another drug, and not on a day with the medicine. If somebody pushes you to sign, do not, and tell us if you can.',
      'You get a copy at once, to save or print. You can take this consent back at any time, by phone or in writing. It costs you nothing, and we are still there for you.',
    ],
    acknowledgement:
      'I have understood this, and my questions have been answered. My head is clear, and I sign because I want to.',
  },
];
