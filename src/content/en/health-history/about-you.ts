import { askPlainly, chooseAny, tellMore, topic, whenYes, write } from '../items.js';

export const aboutYou = topic('about-you', 'About you', {
  part: 'logistics',
  hint: 'Your name as it stands on your ID, because a prescription has to carry it.',
  item: [
    write('given-name', 'First name', 'First name', {
      required: true,
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
      ['none', 'Neither, please just call'],
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
      hint: 'Street, city, state and postcode.',
      autocomplete: 'street-address',
      maxLength: 400,
    }),
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
  ],
});
