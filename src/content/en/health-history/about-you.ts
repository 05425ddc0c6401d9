import {
  askPlainly,
  chooseAny,
  chooseOrWrite,
  date,
  NONE_OF_THESE,
  tellMore,
  topic,
  withMore,
  write,
} from '../items.js';

/**
 * The sex on record and insurance are a practice's choice and not asked here: neither bears on the care, and a
 * practice that needs them for its pharmacy or payer asks in a questionnaire of its own.
 */
export const aboutYou = topic('about-you', 'About you', {
  part: 'logistics',
  hint: 'Your name as on your ID: a prescription has to carry it.',
  item: [
    write('given-name', 'First name', {
      required: true,
      hint: 'With a middle name, if your ID has one.',
      autocomplete: 'given-name',
      definition: 'Patient.name.given',
    }),
    write('family-name', 'Last name', {
      required: true,
      hint: 'With Jr. or III, if your ID has it.',
      autocomplete: 'family-name',
      definition: 'Patient.name.family',
    }),
    write('used-name', 'Name you go by', {
      hint: 'If it is another one.',
      autocomplete: 'nickname',
    }),
    write('pronouns', 'Your pronouns', { maxLength: 60 }),
    date('birth-date', 'Date of birth', {
      required: true,
      dateOf: 'birth',
      autocomplete: 'bday',
      definition: 'Patient.birthDate',
    }),
    write('phone', 'Phone number', {
      required: true,
      format: 'phone',
      autocomplete: 'tel',
      definition: 'Patient.telecom.phone',
    }),
    chooseAny('phone-ok', 'When we phone, is it all right to', [
      ['voicemail', 'Leave a voicemail'],
      ['text', 'Send a text message'],
      ['detail', 'Say what it is about'],
      NONE_OF_THESE,
    ]),
    write('email', 'Email address', {
      required: true,
      format: 'email',
      autocomplete: 'email',
      definition: 'Patient.telecom.email',
    }),
    write('safe-times', 'Are there good or safe times to call you?', {
      hint: 'For example: weekdays after 4, never at work.',
      definition: 'kap.safeTimes',
    }),
    tellMore('address', 'Home address', {
      required: true,
      hint: 'Street, city, state, postcode, country. Add the address for mail if it is another one.',
      autocomplete: 'street-address',
      definition: 'Patient.address',
      maxLength: 400,
    }),
    write('session-place', 'Which state will you be in during visits?', {
      required: true,
      why: 'Even online, we may only work in some states.',
      definition: 'kap.place',
    }),
    chooseOrWrite(
      'language',
      'Which language do you like to talk in?',
      [
        ['en', 'English'],
        ['es', 'Spanish'],
      ],
      { required: true },
    ),
    askPlainly('interpreter', 'Do you need an interpreter?', {
      enableWhen: [{ question: 'language', operator: '!=', answer: 'en' }],
    }),
    chooseOrWrite(
      'access-needs',
      'Do you need help with any of these?',
      ['Hearing', ['sight', 'Seeing'], 'Moving, or not falling', 'Reading'],
      { repeats: true },
    ),
  ],
});

export const yourPeople = topic('your-people', 'Someone we can reach', {
  part: 'logistics',
  hint: 'We only call this person in an emergency, or when you ask us to.',
  item: [
    write('emergency-name', 'Name of someone we can call in an emergency', {
      required: true,
      autocomplete: 'off',
    }),
    write('emergency-phone', 'Their phone number', {
      required: true,
      format: 'phone',
      autocomplete: 'off',
    }),
    write('emergency-relation', 'Who they are to you', { hint: 'For example: my sister, a friend.' }),
    askPlainly('emergency-knows', 'May they know that you come to us?', { short: 'May know you come to us' }),
    ...withMore(
      askPlainly('decides-for-you', 'Does someone else, such as a guardian, decide about your care?'),
      write('decider', 'Who is that, and how do we reach them?', { required: true, maxLength: 400 }),
    ),
    tellMore('doctors', 'Your doctor, and anyone else who prescribes for you', {
      hint: 'Names, phone numbers, when you last saw them. We ask you before we talk to them.',
    }),
    write('pharmacy', 'Which pharmacy do you use?', { hint: 'Leave it empty if we should choose one.' }),
  ],
});
