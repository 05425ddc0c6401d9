import {
  ask,
  askYesNo,
  checkList,
  chooseOne,
  howIsIt,
  isTreated,
  lastTime,
  tellMore,
  topic,
  whenChosen,
  type FollowUp,
} from '../items.js';
import { height, weight } from '../vitals.js';

const usesMachine: FollowUp = (code) =>
  chooseOne(
    `${code}-treated`,
    'CPAP at night',
    'Do you use a machine such as a CPAP at night?',
    [
      ['every-night', 'Yes, every night'],
      ['sometimes', 'Sometimes'],
      ['no', 'No'],
    ],
    { sensitive: true },
  );

const fromKetamine: FollowUp = (code) =>
  askYesNo(`${code}-ketamine`, 'From ketamine', 'Did it start after you used ketamine?');

export const body = topic('body', 'The rest of your body', {
  hint: 'We ask about each part of the body, so that nothing is missed.',
  item: [
    ...checkList('head-conditions', 'Head and eyes', 'Have you ever had any of these?', [
      ['seizures', 'Seizures', lastTime, isTreated, ask('what kind, and could drink or drugs be the cause?')],
      ['head-pressure', 'Raised pressure in the head, or fluid on the brain', howIsIt],
      ['brain-tumor', 'A brain tumor', howIsIt],
      ['head-injury', 'A bad head injury or concussion', lastTime, howIsIt],
      ['glaucoma', 'Glaucoma, high pressure in the eye', isTreated, ask('when was it last checked?')],
      ['eye-injury', 'Eye surgery or an eye injury', howIsIt],
      ['memory', 'Trouble with memory, or dementia', howIsIt],
      ['nerves', 'MS or Parkinson’s', howIsIt],
    ]),
    ...checkList('breathing', 'Breathing and sleep', 'Do you have, or did you have, any of these?', [
      ['sleep-apnea', 'Sleep apnea, when breathing stops in your sleep', usesMachine, ask('how bad is it?')],
      ['snoring', 'Loud snoring, or gasping in your sleep', ask('how often?')],
      ['asthma', 'Asthma', isTreated, ask('when was the last attack, and what do you take?')],
      ['copd', 'COPD, or another lung problem', isTreated, howIsIt],
      ['oxygen', 'Oxygen at home', howIsIt],
      ['chest-infection', 'A chest infection in the last month', howIsIt],
      ['airway', 'Trouble with a breathing tube', howIsIt],
      ['anesthesia', 'Trouble with anesthesia or sedation, in you or close family', ask('what happened?')],
      ['jaw', 'Jaw or throat surgery in the last year', howIsIt],
    ]),
    ...checkList('conditions', 'Other conditions', 'Do you have any of these?', [
      ['overactive-thyroid', 'Overactive thyroid', isTreated, ask('when was it last tested?')],
      ['underactive-thyroid', 'Underactive thyroid', isTreated],
      ['adrenal', 'A tumor of the adrenal gland', howIsIt],
      ['liver', 'Liver problems, or raised liver tests', ask('how bad is it, and when was your last test?')],
      ['bile-duct', 'Bile duct problems', howIsIt],
      ['kidney', 'Kidney problems', ask('how bad is it? Do you need dialysis?')],
      [
        'bladder',
        'Bladder pain, blood or a strong urge when you pee, or many infections',
        fromKetamine,
        ask('how is it now, and have you seen a doctor for it?'),
      ],
      ['diabetes', 'Diabetes', ask('do you take insulin or pills, and do you get lows?')],
      ['porphyria', 'Porphyria', ask('which type?')],
      ['reflux', 'Bad reflux', howIsIt],
      ['slow-stomach', 'A stomach that empties slowly', howIsIt],
      ['vomiting', 'Throwing up often', howIsIt],
      ['motion-sickness', 'Motion sickness'],
      ['mouth', 'Mouth sores, dentures or dental surgery'],
      ['bleeding', 'Bleeding that is hard to stop', howIsIt],
      ['recent-illness', 'Fever, infection or surgery in the last month', howIsIt],
    ]),
    tellMore('labs', 'Recent tests', 'Have you had a heart tracing (ECG), blood or urine test lately?', {
      hint: 'When was it, and what did it show? Leave it empty if you don’t know.',
      enableWhen: [
        ...whenChosen('heart-conditions', 'heart-attack', 'heart-failure', 'rhythm', 'long-qt'),
        ...whenChosen('conditions', 'overactive-thyroid', 'liver', 'kidney', 'bladder'),
      ],
      enableBehavior: 'any',
    }),
    tellMore('other-illness', 'Anything else', 'Other illnesses, pain or operations we should know about'),
    height,
    weight,
  ],
});

const maybePregnant = {
  enableWhen: whenChosen('pregnancy-possible', 'yes', 'not-sure'),
  enableBehavior: 'any',
} as const;

export const pregnancy = topic('pregnancy', 'Pregnancy', {
  hint: 'We ask everyone, so that nobody is missed.',
  item: [
    askYesNo(
      'pregnancy-possible',
      'Pregnancy possible',
      'Could you become pregnant, or are you pregnant now?',
    ),
    askYesNo('pregnant', 'Pregnant now', 'Are you pregnant now?', {
      ...maybePregnant,
      why: 'The medicine may not be safe in pregnancy, so the prescriber needs to know.',
    }),
    askYesNo(
      'pregnancy-planned',
      'Trying',
      'Are you trying to become pregnant in the next months?',
      maybePregnant,
    ),
    askYesNo('birth-control', 'Birth control', 'Do you use birth control?', maybePregnant),
    askYesNo('breastfeeding', 'Breastfeeding', 'Are you breastfeeding or chestfeeding?', maybePregnant),
    askYesNo(
      'pre-eclampsia',
      'Pre-eclampsia',
      'Do you have, or did you just have, pre-eclampsia? It is high blood pressure in pregnancy.',
      maybePregnant,
    ),
    {
      linkId: 'last-period',
      type: 'date',
      text: 'When did your last period start?',
      short: 'Last period',
      dateOf: 'past',
      ...maybePregnant,
    },
  ],
});
