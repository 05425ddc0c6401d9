import type { Item, Questionnaire } from './questionnaire.js';

/** Whether anything is asked that somebody at the practice must be ready to answer to. */
export const asksAboutSafety = (items: readonly Item[]): boolean =>
  items.some(({ safety, item = [] }) => safety !== undefined || asksAboutSafety(item));

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
