import { chooseAny, chooseOne, topic, write } from '../items.js';

export const home = topic('home', 'Getting home, and after', {
  part: 'logistics',
  item: [
    chooseOne(
      'ride-home',
      'Ride home',
      'After a dosing session you can’t drive until the next day. Can an adult take you home?',
      [
        ['yes', 'Yes'],
        ['not-yet', 'Not yet, I’d like help to plan it'],
        ['no', 'No'],
      ],
    ),
    chooseAny(
      'household',
      'Lives with',
      'Who lives with you?',
      [
        ['adults', 'Other adults'],
        ['children', 'Children'],
        ['pets', 'Pets'],
        ['none', 'Nobody'],
      ],
      { hint: 'Choose all that fit.' },
    ),
    chooseAny(
      'at-home',
      'At home, has',
      'Which of these do you have at home?',
      [
        ['company', 'An adult who can be with you that evening'],
        ['private', 'A private room, with phone and internet that work'],
        ['lock', 'A place to lock medicine away'],
        ['none', 'None of these'],
      ],
      { hint: 'Choose all that fit.' },
    ),
    chooseAny(
      'work',
      'Work and duties',
      'Do any of these fit your work or your days?',
      [
        ['safety', 'I drive, fly or run machines'],
        ['drug-tests', 'I get tested for drugs'],
        ['next-day', 'I often work or care for someone the next day'],
        ['none', 'None of these'],
      ],
      { required: false },
    ),
    write('supports', 'Who supports you', 'Who could support you in the days after?'),
    chooseOne(
      'attest',
      'True as far as you know',
      'Are your answers true as far as you know, and will you tell us when something changes?',
      [['yes', 'Yes, they are, and I will']],
    ),
  ],
});
