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
  withMore,
} from '../items.js';
import { pressureReading } from '../vitals.js';

const weakVessel = ask('where and when, was it treated, and who follows it?');

export const heart = topic('heart', 'Heart and blood pressure', {
  hint: 'Ketamine can raise blood pressure for a while.',
  why: 'Ketamine can raise blood pressure for a while.',
  item: [
    ...checkList(
      'vessel-conditions',
      'Have you ever had any of these?',
      [
        ['Aneurysm, a weak spot in a blood vessel', weakVessel],
        ['AVM, tangled blood vessels', weakVessel],
        ['brain-bleed', 'Bleeding in the brain', ask('when was it, and what was the cause?')],
        ['stroke', 'Stroke or mini-stroke (TIA)', lastTime, ask('has anything stayed with you?')],
        ['pressure-crisis', 'Blood pressure so high that it was an emergency', howIsIt],
      ],
      {
        short: 'Blood vessels',
        why: 'A rise in blood pressure is a bigger risk when a blood vessel is weak.',
      },
    ),
    ...checkList('heart-conditions', 'Have you ever had a heart problem?', [
      ['Heart attack', lastTime, howIsIt],
      ['chest-pain', 'Chest pain from the heart', lastTime, howIsIt],
      ['arteries', 'Narrow heart arteries', howBad],
      ['Heart failure', howBad],
      ['valve', 'A heart valve problem', howBad],
      ['rhythm', 'An uneven or very fast heartbeat', howBad],
      ['Long QT', howBad],
      ['pacemaker', 'A pacemaker or defibrillator', ask('what is it for?')],
      ['born-with', 'A heart problem you were born with', howBad],
      ['Fainting', lastTime, howIsIt],
    ]),
    tellMore('heart-doctor', 'Do you see a heart doctor? Who, and when was the last time?', {
      enableWhen: whenListed('heart-conditions'),
    }),
    ...withMore(
      askYesNo(
        'pressure-danger',
        'Has a doctor told you that a rise in blood pressure would be dangerous for you?',
      ),
      tellMore('pressure-danger-more', 'What did they say, and when?'),
    ),
    ...withMore(
      askYesNo('high-pressure', 'Do you have high blood pressure?', { short: 'High blood pressure' }),
      chooseOne('pressure-treated', 'Is it treated?', TREATED, { short: 'Treated', sensitive: true }),
      askPlainly('pressure-cuff', 'Do you have a blood pressure cuff at home?'),
    ),
    ...withMore(
      askPlainly('pressure-known', 'Do you know a recent reading of your blood pressure?'),
      pressureReading(),
    ),
  ],
});
