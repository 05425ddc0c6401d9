import { askPlainly, chooseOne, topic, write } from '../items.js';

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
    askPlainly('at-home', 'Someone at home', 'Will someone be at home with you that evening?'),
    write('supports', 'Who supports you', 'Who could support you in the days after?'),
    write('access-needs', 'Access needs', 'Is there anything you need to take part?', {
      hint: 'For example: step-free access, an interpreter, large print.',
      maxLength: 400,
    }),
    chooseOne(
      'attest',
      'True as far as you know',
      'Are your answers true as far as you know, and will you tell us when something changes?',
      [['yes', 'Yes, they are, and I will']],
    ),
  ],
});
