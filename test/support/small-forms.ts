import type { Answers, ItemPath } from '../../src/domain/questionnaire/answers.js';
import { enabledItems, walk, type EnabledItem } from '../../src/domain/questionnaire/enabled-items.js';
import type {
  AnswerOption,
  Condition,
  Item,
  ItemType,
  Questionnaire,
} from '../../src/domain/questionnaire/questionnaire.js';

/** An item whose words are its `linkId`. */
export const item = (linkId: string, type: ItemType, more: Partial<Item> = {}): Item => ({
  linkId,
  type,
  text: linkId,
  ...more,
});

export const form = (...items: readonly Item[]): Questionnaire => ({
  schema: 'kap/questionnaire/1',
  id: 'form',
  version: '1',
  title: 'Form',
  locale: 'en',
  item: items,
});

export const options: readonly AnswerOption[] = ['a', 'b', 'c'].map((code) => ({ code, display: code }));

export const when = (question: string, operator: Condition['operator'], answer: string): Condition => ({
  question,
  operator,
  answer,
});

/** Where each enabled item stands, parents before children. */
export const paths = (questionnaire: Questionnaire, answers: Answers): readonly ItemPath[] =>
  [...walk(enabledItems(questionnaire, answers))].map(({ path }) => path);

export function enabledAt(items: readonly EnabledItem[], path: ItemPath): EnabledItem {
  for (const each of walk(items)) if (each.path === path) return each;
  throw new Error(`${path} is not enabled`);
}
