import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.js';
import { FOR_PREPARING, askYesNo, chooseAny, tellMore, topic } from '../items.js';

/** Filled in before the preparation session, for client and therapist to talk about there. */
export const intentions: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'intentions',
  version: '1.0.0',
  title: 'Your intentions',
  locale: 'en',
  introduction: [
    'These questions help you and your therapist to prepare. A few words are enough, and you can leave out what is marked optional.',
    'An intention is not a goal that you have to reach. It is a direction to start in, and it may change.',
  ],
  item: [
    topic('intention-page', 'What you hope for', {
      why: FOR_PREPARING,
      part: 'therapy',
      item: [
        tellMore('intention', 'What would you like to turn to in this work?', {
          short: 'Your intention',
          hint: 'For example: to rest, to be less afraid, to feel close to someone again.',
        }),
        tellMore('change-sign', 'How would you notice in daily life that it helps?', {
          short: 'How you would notice',
        }),
        tellMore('worries', 'Is there anything about the session that worries you?', {
          short: 'Your worries about it',
        }),
        tellMore('leave-alone', 'Is there something you don’t want to be asked about?', {
          short: 'Better left alone',
          hint: 'You don’t need to say why.',
        }),
        askYesNo('trust-now', 'Do you feel ready for a dosing session?', {
          short: 'Feels ready',
          why: 'If not, you and your therapist can take more time. There is no rush.',
        }),
      ],
    }),
    topic('support-page', 'What helps you', {
      why: FOR_PREPARING,
      part: 'therapy',
      item: [
        tellMore('calms', 'What helps you when things get hard?', {
          short: 'What calms you',
          hint: 'For example: slow breaths, a warm blanket, a voice, a song.',
        }),
        chooseAny(
          'setting',
          'What would you like to have with you or around you?',
          [
            ['music', 'Music'],
            ['silence', 'Silence'],
            ['eye-mask', 'An eye mask'],
            ['blanket', 'A blanket'],
            ['own-thing', 'Something of my own'],
            ['none', 'None of these'],
          ],
          {
            short: 'Wishes for the room',
            required: false,
            hint: 'Choose all that fit. You can change your mind.',
          },
        ),
        tellMore('setting-more', 'Is there anything about sound, light or touch we should know?', {
          short: 'More about the room',
          hint: 'You decide about touch with your therapist, before the session.',
        }),
        tellMore('beliefs', 'Is there a faith, a place or a person that gives you strength?', {
          short: 'What gives you strength',
        }),
        tellMore('supports', 'Who could support you in the days after?', { short: 'Who supports you' }),
        tellMore('questions', 'What would you like to ask your therapist?', { short: 'Your questions' }),
      ],
    }),
  ],
};
