import { chooseAny, chooseOne, FIT_ALL, NONE_OF_THESE, topic, write } from '../items.js';

export const home = topic('home', 'Getting home, and after', {
  part: 'logistics',
  item: [
    chooseOne(
      'ride-home',
      'After a dosing session you can’t drive until the next day. Can an adult take you home?',
      ['Yes', ['not-yet', 'Not yet, I’d like help to plan it'], 'No'],
    ),
    chooseAny(
      'household',
      'Who lives with you?',
      [['adults', 'Other adults'], 'Children', 'Pets', ['none', 'Nobody']],
      { hint: FIT_ALL },
    ),
    chooseAny(
      'at-home',
      'Which of these do you have at home?',
      [
        ['company', 'An adult who can be with you that evening'],
        ['private', 'A private room, with phone and internet that work'],
        ['lock', 'A place to lock medicine away'],
        NONE_OF_THESE,
      ],
      { hint: FIT_ALL },
    ),
    chooseAny(
      'work',
      'Do any of these fit your work or your days?',
      [
        ['safety', 'I drive, fly or run machines'],
        ['drug-tests', 'I get tested for drugs'],
        ['next-day', 'I often work or care for someone the next day'],
        NONE_OF_THESE,
      ],
      { required: false },
    ),
    write('supports', 'Who could support you in the days after?'),
    chooseOne(
      'attest',
      'Are your answers true as far as you know, and will you tell us when something changes?',
      [['yes', 'Yes, and I will']],
      { short: 'True as far as you know' },
    ),
  ],
});
