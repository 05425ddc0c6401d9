import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.js';
import {
  FOR_SAFETY,
  askPlainly,
  askYesNo,
  checkList,
  chooseOne,
  howIsIt,
  tellMore,
  topic,
  whenYes,
  write,
} from '../items.js';
import { SINCE_WE_SPOKE, safetyQuestions } from '../safety-questions.js';

/** A short check-in, at any time after a session. */
export const howAreYouSince: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'how-are-you-since',
  version: '1.0.0',
  title: 'How are you since?',
  locale: 'en',
  introduction: [
    'A few questions on how you are since we last spoke.',
    'Your team reads it in the hours when they work. If you need help now, please call.',
  ],
  item: [
    topic('now', 'How you are', {
      why: FOR_SAFETY,
      part: 'therapy',
      hint: '“I’d rather talk about it” is a full answer to any of these.',
      item: [
        chooseOne(
          'mood-since',
          'How has your mood been?',
          [
            ['better', 'Better'],
            ['same', 'About the same'],
            ['worse', 'Worse'],
            ['up-and-down', 'Up and down'],
          ],
          { short: 'Mood', sensitive: true },
        ),
        chooseOne(
          'sleep-since',
          'How have you slept?',
          [
            ['well', 'Well'],
            ['poorly', 'Badly'],
            ['little-need', 'Very little, and I don’t get tired'],
          ],
          { short: 'Sleep', sensitive: true },
        ),
        ...safetyQuestions(SINCE_WE_SPOKE),
        ...checkList(
          'since-effects',
          'Have you had any of these?',
          [
            ['unreal', 'Feeling unreal or far away', howIsIt],
            ['fear', 'Fear or panic', howIsIt],
            ['voices', 'Hearing or seeing what others did not', howIsIt],
            ['bladder', 'Pain, blood or a strong urge when you pee', howIsIt],
            ['craving', 'A strong wish for more ketamine', howIsIt],
          ],
          { short: 'Since we spoke' },
        ),
        askYesNo('medicine-changed', 'Have you started, stopped or changed a medicine?'),
        tellMore('medicine-changed-more', 'Which one, and what has changed?', {
          short: 'What changed',
          enableWhen: whenYes('medicine-changed'),
        }),
      ],
    }),
    topic('contact', 'Staying in touch', {
      part: 'logistics',
      item: [
        askPlainly('call-wanted', 'Would you like us to call you?', { short: 'Wants a call' }),
        write('call-phone', 'Which number, and when is a good or safe time?', {
          short: 'Phone',
          required: true,
          autocomplete: 'off',
          enableWhen: whenYes('call-wanted'),
        }),
      ],
    }),
  ],
};
