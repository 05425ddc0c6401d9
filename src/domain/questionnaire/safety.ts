import { readEntry, type Answers } from './answers.js';
import type { EnabledItem } from './enabled-items.js';
import { allItems, type Item, type Questionnaire } from './questionnaire.js';

/** The questions that somebody at the practice must be ready to answer to. */
export const safetyItems = (items: readonly Item[]): readonly Item[] =>
  [...allItems(items)].filter(({ safety }) => safety !== undefined);

/** Whether anything is asked that somebody at the practice must be ready to answer to. */
export const asksAboutSafety = (items: readonly Item[]): boolean => safetyItems(items).length > 0;

const without = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((each) => {
    if (each.safety) return [];
    return each.item && asksAboutSafety(each.item) ? [{ ...each, item: without(each.item) }] : [each];
  });

/** A questionnaire as a practice without a response plan asks it: without the questions that somebody must watch. */
export const withoutSafetyItems = (questionnaire: Questionnaire): Questionnaire =>
  asksAboutSafety(questionnaire.item)
    ? { ...questionnaire, item: without(questionnaire.item) }
    : questionnaire;

/**
 * The answers to one question that say somebody may not be safe, by their codes in one text, to know them again; empty
 * where there are none.
 */
export function signIn({ item, path }: EnabledItem, answers: Answers): string {
  const reading = readEntry(item, answers.entries.get(path));
  const codes = 'values' in reading ? reading.values.map(String) : [];
  return codes.filter((code) => item.safety?.includes(code)).join();
}
