import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.js';
import {
  FOR_DOSE,
  FOR_MIXES,
  FOR_SAFETY,
  ask,
  askPlainly,
  askYesNo,
  checkList,
  chooseOne,
  each,
  howIsIt,
  tellMore,
  topic,
  withMore,
  whenAnswered,
  whenYes,
  write,
} from '../items.js';
import { medicineName } from '../medicines.js';
import { SINCE_WE_SPOKE, safetyQuestions } from '../safety-questions.js';
import { pressureReading } from '../vitals.js';

const HOURS = [
  ['under-2-hours', 'Less than 2 hours'],
  ['2-to-4-hours', '2 to 4 hours'],
  ['4-to-8-hours', '4 to 8 hours'],
  ['over-8-hours', 'More than 8 hours'],
  ['not-sure', 'Not sure'],
] as const;

const whenAndHowMuch = ask('when was it, and how much?');

const body = topic('changes', 'What has changed', {
  why: FOR_DOSE,
  hint: 'Think of the time since we last spoke. Your prescriber reads this before the session.',
  item: [
    ...withMore(
      askYesNo('medicine-changed', 'Have you started, stopped or changed a medicine?', {
        hint: 'With or without a prescription. Please don’t stop one because of this form.',
      }),
      each('changed-medicine', 'Medicine that changed', 'medicine', 20, [
        medicineName('changed-name', { required: true }),
        chooseOne(
          'changed-how',
          'What has changed?',
          [
            ['started', 'I started it'],
            ['stopped', 'I stopped it'],
            ['dose', 'I take more or less of it'],
          ],
          { sensitive: true },
        ),
        write('changed-dose', 'What do you take now?', {
          short: 'Dose now',
          hint: 'For example: 50 mg in the morning.',
        }),
      ]),
    ),
    ...checkList(
      'new-illness',
      'Have you had any of these since we last spoke?',
      [
        ['fever', 'Fever, a cold or an infection', howIsIt],
        ['chest-pain', 'Chest pain, or trouble breathing', howIsIt],
        ['fainting', 'Fainting', howIsIt],
        ['head-injury', 'A blow to the head', howIsIt],
        ['seizures', 'Seizures', howIsIt],
        ['bladder', 'Pain, blood or a strong urge when you pee', howIsIt],
        ['vomiting', 'Throwing up', howIsIt],
        ['allergy', 'A new allergy', ask('to what, and what happened?')],
        ['surgery', 'Surgery, or a visit to the emergency room', howIsIt],
        ['new-diagnosis', 'A new illness', howIsIt],
      ],
      { short: 'New in your body' },
    ),
    askYesNo('pregnant', 'Could you be pregnant now?', {
      hint: 'We ask everyone, each time.',
      why: 'The medicine may not be safe in pregnancy, so the prescriber needs to know.',
    }),
    askYesNo('breastfeeding', 'Are you breastfeeding or chestfeeding?'),
    askPlainly('pressure-known', 'Have you taken your blood pressure in the last days?', {
      short: 'Has a reading',
    }),
    { ...pressureReading(true), enableWhen: whenYes('pressure-known') },
    {
      linkId: 'pressure-later',
      type: 'display',
      text: 'That’s fine. The practice can help you to take it before the session.',
      enableWhen: whenAnswered('pressure-known', 'no'),
    },
  ],
});

const mind = topic('mood', 'How you feel', {
  why: FOR_SAFETY,
  part: 'therapy',
  hint: 'Some of these are hard questions. “I’d rather talk about it” is a full answer to any of them.',
  item: [
    chooseOne(
      'mood-since',
      'How has your mood been since we last spoke?',
      [
        ['better', 'Better'],
        ['same', 'About the same'],
        ['worse', 'Worse'],
      ],
      { short: 'Mood', sensitive: true },
    ),
    ...safetyQuestions(SINCE_WE_SPOKE),
    askYesNo(
      'high-energy',
      'In the last 2 weeks, have you had lots of energy with little sleep, racing thoughts, or done risky things?',
      { short: 'Very high energy, 2 weeks' },
    ),
    askYesNo(
      'unusual-experiences',
      'Since we last spoke, have you heard or seen things that other people did not?',
      { short: 'Heard or seen what others did not' },
    ),
    tellMore('before-session', 'Is there anything we should know before the session?', {
      short: 'To know before',
    }),
  ],
});

const substances = topic('substances', 'Alcohol and other substances', {
  why: FOR_MIXES,
  hint: 'Nobody here judges what you use. It matters because some mixes are not safe.',
  item: [
    ...checkList(
      'used-week',
      'In the last 7 days, have you used any of these?',
      [
        ['alcohol', 'Alcohol', whenAndHowMuch],
        ['cannabis', 'Cannabis or CBD', whenAndHowMuch],
        ['opioids', 'Strong pain pills', whenAndHowMuch],
        ['sedatives', 'Calming or sleeping pills', whenAndHowMuch],
        ['stimulants', 'Cocaine, meth or other speed', whenAndHowMuch],
        ['mdma', 'MDMA', whenAndHowMuch],
        ['psychedelics', 'Psychedelics, such as mushrooms or LSD', whenAndHowMuch],
        ['ketamine', 'Ketamine, outside of these sessions', whenAndHowMuch],
        ['other', 'Something else', whenAndHowMuch],
      ],
      { short: 'Used in the last 7 days' },
    ),
    ...checkList(
      'last-session',
      'After your last dosing session, did you have any of these?',
      [
        ['fear', 'Fear that stayed', howIsIt],
        ['low', 'A very low mood', howIsIt],
        ['unreal', 'Feeling unreal the next day', howIsIt],
        ['sick', 'Feeling very sick', howIsIt],
        ['headache', 'A bad headache', howIsIt],
        ['fall', 'A fall', howIsIt],
      ],
      { short: 'After the last session' },
    ),
  ],
});

const day = topic('food', 'Food and drink', {
  why: FOR_SAFETY,
  hint: 'Your team tells you when to stop eating and drinking before a session. Please keep to what they said.',
  item: [
    chooseOne('last-meal', 'When the session starts, how long ago will you have eaten?', HOURS, {
      short: 'Since last meal',
    }),
    chooseOne('last-drink', 'And how long ago will you have had a drink?', HOURS, {
      short: 'Since last drink',
    }),
  ],
});

const home = topic('home', 'Getting home, and after', {
  why: FOR_SAFETY,
  part: 'logistics',
  hint: 'You can’t drive until the next day, after a night of sleep.',
  item: [
    write('escort-name', 'Name of the adult who will take you home or be with you', {
      short: 'Who takes you home',
      required: true,
      autocomplete: 'off',
    }),
    write('escort-phone', 'Their phone number', {
      short: 'Their phone',
      required: true,
      format: 'phone',
      autocomplete: 'off',
    }),
    askPlainly('escort-agreed', 'Have they said yes?', { short: 'They agreed' }),
    chooseOne(
      'transport',
      'How will you get home?',
      [
        ['escort-drives', 'They drive me'],
        ['ride', 'We take a taxi or a bus together'],
        ['at-home', 'I’ll be at home, and they are with me'],
        ['not-yet', 'I don’t know yet, and I’d like help to plan it'],
      ],
      { short: 'Way home' },
    ),
    askPlainly('at-home', 'Will someone be at home with you that evening?', {
      short: 'Someone that evening',
    }),
    askPlainly('day-free', 'Is your time free of work and care for others until the next day?', {
      short: 'Free until next day',
    }),
    chooseOne(
      'no-driving',
      'Will you leave driving and machines until the next day?',
      [
        ['yes', 'Yes, I will'],
        ['no', 'I’m not sure that I can'],
      ],
      { short: 'Won’t drive' },
    ),
    chooseOne(
      'attest',
      'Are your answers true as far as you know, and will you tell us when something changes?',
      [['yes', 'Yes, and I will']],
      { short: 'True as far as you know' },
    ),
  ],
});

/** Asked before every dosing session: what has changed since the last time. */
export const readiness: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'readiness',
  version: '1.0.0',
  title: 'Before your dosing session',
  locale: 'en',
  introduction: [
    'We ask this before each dosing session, because things change. It helps your team to keep you safe.',
    'Have your medicines at hand, your last blood pressure reading if you have one, and the phone number of the person who takes you home.',
  ],
  item: [body, mind, substances, day, home],
};
