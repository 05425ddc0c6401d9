import { NOT_SURE } from '../../../domain/questionnaire/answers.js';
import {
  FOR_DOSE,
  ask,
  askYesNo,
  checkList,
  chooseOne,
  date,
  howBad,
  howIsIt,
  isTreated,
  lastTime,
  tellMore,
  topic,
  ifAny,
  type FollowUp,
} from '../items.js';
import { height, weight } from '../vitals.js';

const usesMachine: FollowUp = (code) =>
  chooseOne(
    `${code}-treated`,
    'Do you use a machine such as a CPAP at night?',
    [['every-night', 'Yes, every night'], 'Sometimes', 'No'],
    { short: 'CPAP at night', sensitive: true },
  );

const fromKetamine: FollowUp = (code) =>
  askYesNo(`${code}-ketamine`, 'Did it start after you used ketamine?', { short: 'From ketamine' });

export const body = topic('body', 'The rest of your body', {
  hint: FOR_DOSE,
  why: FOR_DOSE,
  item: [
    ...checkList('head-conditions', 'Have you ever had a problem with your head or eyes?', [
      ['Seizures', lastTime, isTreated, ask('what kind, and what was the cause?')],
      ['head-pressure', 'Raised pressure in the head, or fluid on the brain', howIsIt],
      ['Brain tumor', howIsIt],
      ['head-injury', 'A bad head injury or concussion', lastTime, howIsIt],
      ['Glaucoma, high pressure in the eye', isTreated, ask('when was it last checked?')],
      ['eye-injury', 'Eye surgery or an eye injury', howIsIt],
      ['memory', 'Trouble with memory, or dementia', howBad],
      ['nerves', 'MS or Parkinson’s', howBad],
    ]),
    ...checkList('breathing', 'Do you have a problem with breathing or sleep?', [
      ['Sleep apnea, when breathing stops in your sleep', usesMachine, howBad],
      ['snoring', 'Loud snoring, or gasping in your sleep', howBad],
      ['Asthma', isTreated, ask('when was the last attack, and what do you take?')],
      ['COPD, or another lung problem', isTreated, howBad],
      ['oxygen', 'Oxygen at home', ask('what is it for?')],
      ['Chest infection, in the last month', howIsIt],
      ['airway', 'Trouble with a breathing tube', howIsIt],
      ['anesthesia', 'Trouble with anesthesia or sedation, in you or close family', ask('what happened?')],
      ['jaw', 'Jaw or throat surgery in the last year', howIsIt],
    ]),
    ...checkList('conditions', 'Do you have any of these?', [
      ['Overactive thyroid', isTreated, ask('when was it last checked?')],
      ['Underactive thyroid', isTreated],
      ['adrenal', 'A tumor of the adrenal gland', howIsIt],
      [
        'liver',
        'Liver problems, or raised liver tests',
        ask('how bad is it now, and when was it last checked?'),
      ],
      ['bile-duct', 'Bile duct problems', howBad],
      ['kidney', 'Kidney problems', ask('how bad is it now, and do you need dialysis?')],
      [
        'bladder',
        'Bladder pain, blood or a strong urge when you pee, or many infections',
        fromKetamine,
        ask('how bad is it now, and did you see a doctor?'),
      ],
      ['Diabetes', ask('do you take insulin or pills, and do you get lows?')],
      ['Porphyria', ask('which type?')],
      ['reflux', 'Bad reflux', howBad],
      ['slow-stomach', 'A stomach that empties slowly', howBad],
      ['vomiting', 'Throwing up often', howBad],
      'Motion sickness',
      ['mouth', 'Mouth sores, dentures or dental surgery'],
      ['bleeding', 'Bleeding that is hard to stop', howBad],
      ['recent-illness', 'Fever, infection or surgery in the last month', howIsIt],
    ]),
    tellMore('labs', 'Have you had a heart tracing (ECG), blood or urine test lately?', {
      hint: 'When was it, and what did it show?',
      enableWhen: [
        ...ifAny('heart-conditions', 'heart-attack', 'heart-failure', 'rhythm', 'long-qt').enableWhen,
        ...ifAny('conditions', 'overactive-thyroid', 'liver', 'kidney', 'bladder').enableWhen,
      ],
      enableBehavior: 'any',
    }),
    tellMore('other-illness', 'Other illnesses, pain or operations we should know about'),
    height,
    weight,
  ],
});

const maybePregnant = ifAny('pregnancy-possible', 'yes', NOT_SURE);

export const pregnancy = topic('pregnancy', 'Pregnancy', {
  hint: 'We ask everyone, so that nobody is missed.',
  why: 'The medicine may not be safe in pregnancy.',
  item: [
    askYesNo(
      'pregnancy-possible',
      'Are you pregnant or breastfeeding, did you just give birth, or could you become pregnant?',
    ),
    askYesNo('pregnant', 'Are you pregnant now?', {
      ...maybePregnant,
      why: 'The medicine may not be safe in pregnancy.',
    }),
    askYesNo('pregnancy-planned', 'Are you trying to become pregnant?', maybePregnant),
    askYesNo('birth-control', 'Do you use birth control?', maybePregnant),
    askYesNo('breastfeeding', 'Are you breastfeeding or chestfeeding?', maybePregnant),
    askYesNo('pre-eclampsia', 'Do you have pre-eclampsia, or did you just have it?', {
      short: 'Pre-eclampsia',
      hint: 'It is high blood pressure in pregnancy.',
      ...maybePregnant,
    }),
    date('last-period', 'When did your last period start?', maybePregnant),
  ],
});
