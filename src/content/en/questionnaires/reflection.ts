import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.js';
import {
  FOR_DOSE,
  FOR_PREPARING,
  FOR_SAFETY,
  checkList,
  chooseOne,
  howIsIt,
  tellMore,
  topic,
} from '../items.js';
import { SINCE_WE_SPOKE, safetyQuestions } from '../safety-questions.js';

/** Filled in after a dosing session, for the integration session. */
export const reflection: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'reflection',
  version: '1.0.0',
  title: 'Looking back on your session',
  locale: 'en',
  introduction: [
    'Words, pictures and feelings from a session can fade fast. Write down what you would like to keep.',
    'You can leave out what is marked optional. Each page says who reads it.',
  ],
  item: [
    topic('session-page', 'The session', {
      why: FOR_PREPARING,
      part: 'therapy',
      item: [
        chooseOne(
          'how-was-it',
          'How was the session for you?',
          [
            ['gentle', 'Mostly gentle'],
            ['mixed', 'Gentle and hard'],
            ['hard', 'Mostly hard'],
            ['little', 'Not much happened'],
          ],
          { short: 'How it was', sensitive: true },
        ),
        tellMore('stayed', 'What stays with you from it?', {
          short: 'What stays with you',
          hint: 'A picture, a feeling, a word, something in your body.',
        }),
        tellMore('hard-moments', 'Was there a hard moment? What helped, or would have helped?', {
          hint: 'You don’t have to describe it.',
        }),
        tellMore('new', 'Did you see or feel something in a new way?', { short: 'What was new' }),
        tellMore('intention-now', 'How do you see your intention now?', { short: 'Your intention now' }),
      ],
    }),
    topic('after-page', 'The days since', {
      why: FOR_DOSE,
      hint: 'Your prescriber reads this page.',
      item: [
        ...checkList(
          'since-effects',
          'Since the session, have you had any of these?',
          [
            ['unreal', 'Feeling unreal or far away', howIsIt],
            ['memories', 'Memories or pictures that come back', howIsIt],
            ['fear', 'Fear or panic', howIsIt],
            ['poor-sleep', 'Bad sleep', howIsIt],
            ['high-energy', 'Lots of energy with little sleep', howIsIt],
            ['headache', 'Headache', howIsIt],
            ['sick', 'Feeling sick or throwing up', howIsIt],
            ['bladder', 'Pain, blood or a strong urge when you pee', howIsIt],
            ['craving', 'A strong wish for more ketamine', howIsIt],
          ],
          { short: 'Since the session' },
        ),
      ],
    }),
    topic('safety', 'Feeling safe', {
      why: FOR_SAFETY,
      part: 'therapy',
      hint: 'Some of these are hard questions. “I’d rather talk about it” is a full answer to any of them.',
      item: [
        chooseOne(
          'mood-since',
          'How has your mood been since the session?',
          [
            ['better', 'Better'],
            ['same', 'About the same'],
            ['worse', 'Worse'],
            ['up-and-down', 'Up and down'],
          ],
          { short: 'Mood', sensitive: true },
        ),
        ...safetyQuestions(SINCE_WE_SPOKE),
      ],
    }),
    topic('onward-page', 'What you take with you', {
      part: 'therapy',
      item: [
        tellMore('carry', 'What would you like to carry into the next days?', { short: 'To carry on' }),
        tellMore('small-step', 'What is one small step that you could take this week?', {
          short: 'A small step',
        }),
        tellMore('supports', 'Who or what supports you now?', { short: 'Who supports you' }),
        tellMore('talk-about', 'What would you like to talk about with your therapist?', {
          short: 'To talk about',
        }),
      ],
    }),
  ],
};
