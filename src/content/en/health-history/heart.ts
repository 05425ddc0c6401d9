import {
  ask,
  askPlainly,
  askYesNo,
  checkList,
  chooseOne,
  howBad,
  howIsIt,
  lastTime,
  tellMore,
  topic,
  TREATED,
  whenListed,
  whenYes,
} from '../items.js';
import { pressureReading } from '../vitals.js';

export const heart = topic('heart', 'Heart and blood pressure', {
  hint: 'Ketamine can raise blood pressure for a while. That is why we ask about this closely.',
  item: [
    ...checkList(
      'vessel-conditions',
      'Blood vessels and brain',
      'Have you ever had any of these?',
      [
        [
          'aneurysm',
          'Aneurysm, a weak spot in a blood vessel',
          ask('where and when, was it treated, and who follows it?'),
        ],
        ['avm', 'AVM, tangled blood vessels', ask('where and when, was it treated, and who follows it?')],
        ['brain-bleed', 'Bleeding in the brain', ask('when was it, and what was the cause?')],
        ['stroke', 'Stroke or mini-stroke (TIA)', lastTime, ask('has anything stayed with you?')],
        ['pressure-crisis', 'Blood pressure so high that it was an emergency', howIsIt],
      ],
      { why: 'A rise in blood pressure is a bigger risk when a blood vessel is weak.' },
    ),
    ...checkList('heart-conditions', 'Heart conditions', 'Have you ever had a heart problem?', [
      ['heart-attack', 'Heart attack', lastTime, howIsIt],
      ['chest-pain', 'Chest pain from the heart', lastTime, howIsIt],
      ['arteries', 'Narrow heart arteries', howBad],
      ['heart-failure', 'Heart failure', howBad],
      ['valve', 'A heart valve problem', howBad],
      ['rhythm', 'An uneven or very fast heartbeat', howBad],
      ['long-qt', 'Long QT', howBad],
      ['pacemaker', 'A pacemaker or defibrillator', ask('what is it for?')],
      ['born-with', 'A heart problem you were born with', howBad],
      ['fainting', 'Fainting', lastTime, howIsIt],
    ]),
    tellMore('heart-doctor', 'Heart doctor', 'Do you see a heart doctor? Who, and when was the last time?', {
      enableWhen: whenListed('heart-conditions'),
    }),
    askYesNo(
      'pressure-danger',
      'High pressure is dangerous',
      'Has a doctor told you that a rise in blood pressure would be dangerous for you?',
    ),
    tellMore('pressure-danger-more', 'What they said', 'What did they say, and when?', {
      enableWhen: whenYes('pressure-danger'),
    }),
    askYesNo('high-pressure', 'High blood pressure', 'Do you have high blood pressure?'),
    chooseOne('pressure-treated', 'Treated', 'Is it treated?', TREATED, {
      enableWhen: whenYes('high-pressure'),
      sensitive: true,
    }),
    askPlainly('pressure-cuff', 'Cuff at home', 'Do you have a blood pressure cuff at home?', {
      enableWhen: whenYes('high-pressure'),
    }),
    askPlainly('pressure-known', 'Knows a reading', 'Do you know a recent reading of your blood pressure?'),
    { ...pressureReading(), enableWhen: whenYes('pressure-known') },
  ],
});
