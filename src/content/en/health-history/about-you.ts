import { askPlainly, chooseAny, tellMore, topic, whenYes, write } from '../items.js';

/**
 * The sex on record and insurance are a practice's choice and not asked here: neither bears on the care, and a
 * practice that needs them for its pharmacy or payer asks in a questionnaire of its own.
 */
export const aboutYou = topic('about-you', 'About you', {
  part: 'logistics',
  hint: 'Your name as it stands on your ID, because a prescription has to carry it.',
  item: [
    write('given-name', 'First name', 'First name', {
      required: true,
      hint: 'With a middle name, if your ID has one.',
      autocomplete: 'given-name',
      definition: 'Patient.name.given',
    }),
    write('family-name', 'Last name', 'Last name', {
      required: true,
      autocomplete: 'family-name',
      definition: 'Patient.name.family',
    }),
    write('used-name', 'Name you go by', 'What should we call you?', {
      hint: 'If it is not your first name.',
      autocomplete: 'nickname',
    }),
    write('pronouns', 'Pronouns', 'Your pronouns', { maxLength: 60 }),
    {
      linkId: 'birth-date',
      type: 'date',
      text: 'Date of birth',
      short: 'Date of birth',
      required: true,
      dateOf: 'birth',
      autocomplete: 'bday',
      definition: 'Patient.birthDate',
    },
    write('phone', 'Phone', 'Phone number', {
      required: true,
      format: 'phone',
      autocomplete: 'tel',
      definition: 'Patient.telecom.phone',
    }),
    chooseAny('phone-ok', 'By phone, we may', 'When we phone, is it all right to', [
      ['voicemail', 'Leave a voicemail'],
      ['text', 'Send a text message'],
      ['detail', 'Say what it is about'],
      ['none', 'None of these'],
    ]),
    write('email', 'Email', 'Email address', {
      required: true,
      format: 'email',
      autocomplete: 'email',
      definition: 'Patient.telecom.email',
    }),
    write('safe-times', 'Good times to call', 'Are there good or safe times to call you?', {
      hint: 'For example: weekdays after 4, never at work.',
    }),
    tellMore('address', 'Home address', 'Home address', {
      required: true,
      hint: 'Street, city, state, postcode, country. Add the address for mail if it is another one.',
      autocomplete: 'street-address',
      maxLength: 400,
    }),
    write('session-place', 'State for visits', 'Which state will you be in during visits?', {
      required: true,
      why: 'Even online, we may only work in some states.',
    }),
    {
      linkId: 'language',
      type: 'open-choice',
      text: 'Which language do you like to talk in?',
      short: 'Language',
      required: true,
      answerOption: [
        { code: 'en', display: 'English' },
        { code: 'es', display: 'Spanish' },
      ],
    },
    askPlainly('interpreter', 'Interpreter', 'Do you need an interpreter?', {
      enableWhen: [{ question: 'language', operator: '!=', answer: 'en' }],
    }),
    {
      linkId: 'access-needs',
      type: 'open-choice',
      text: 'Do you need help with any of these?',
      short: 'Access needs',
      repeats: true,
      answerOption: [
        { code: 'hearing', display: 'Hearing' },
        { code: 'sight', display: 'Seeing' },
        { code: 'moving', display: 'Moving, or not falling' },
        { code: 'reading', display: 'Reading' },
      ],
    },
  ],
});

export const yourPeople = topic('your-people', 'Someone we can reach', {
  part: 'logistics',
  hint: 'We only call this person in an emergency, or when you ask us to.',
  item: [
    write('emergency-name', 'Emergency contact', 'Name of someone we can call in an emergency', {
      required: true,
      autocomplete: 'off',
    }),
    write('emergency-phone', 'Their phone', 'Their phone number', {
      required: true,
      format: 'phone',
      autocomplete: 'off',
    }),
    write('emergency-relation', 'Who they are to you', 'Who are they to you?', {
      hint: 'For example: my sister, a friend.',
    }),
    askPlainly('emergency-knows', 'May know you come here', 'May they know that you come to us?'),
    askPlainly(
      'decides-for-you',
      'Someone decides for you',
      'Does someone else make medical decisions for you?',
      {
        hint: 'Such as a guardian or a health care agent.',
      },
    ),
    write('decider', 'Who decides', 'Who is that, and how do we reach them?', {
      required: true,
      enableWhen: whenYes('decides-for-you'),
      maxLength: 400,
    }),
    tellMore('doctors', 'Your doctors', 'Your doctor, and anyone else who prescribes for you', {
      hint: 'Names, phone numbers, when you last saw them. We ask you before we talk to them.',
    }),
    write('pharmacy', 'Pharmacy', 'Which pharmacy do you use?', {
      hint: 'Leave it empty if we should choose one.',
    }),
  ],
});
