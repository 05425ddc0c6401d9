import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

/** A questionnaire of three short topics. */
export const threeTopics: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'three-topics',
  version: '1',
  title: 'Three topics',
  locale: 'en',
  item: [
    {
      linkId: 'sleep',
      type: 'group',
      text: 'Sleep',
      item: [{ linkId: 'hours', type: 'string', text: 'How do you sleep?', required: true }],
    },
    {
      linkId: 'food',
      type: 'group',
      text: 'Food',
      part: 'therapy',
      item: [{ linkId: 'meals', type: 'string', text: 'How do you eat?', required: true }],
    },
    {
      linkId: 'home',
      type: 'group',
      text: 'Home',
      part: 'logistics',
      item: [{ linkId: 'address', type: 'string', text: 'Where do you live?' }],
    },
  ],
};
