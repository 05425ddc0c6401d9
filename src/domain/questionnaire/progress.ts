import { walk, type EnabledItem } from './enabled-items.js';
import type { Item, ItemType } from './questionnaire.js';

/** Seconds that it takes somebody on a phone to read and answer one item; our estimate, no measurement. */
const SECONDS: Readonly<Record<ItemType, number>> = {
  group: 5,
  display: 8,
  choice: 12,
  boolean: 10,
  date: 20,
  integer: 15,
  decimal: 15,
  string: 25,
  text: 75,
  url: 25,
  time: 15,
  dateTime: 25,
  quantity: 20,
  'open-choice': 15,
};

/** Each answer offered takes reading too. */
const SECONDS_AN_OPTION = 2;

function secondsFor({ type, answerOption = [], required = false }: Item): number {
  const seconds = SECONDS[type] + answerOption.length * SECONDS_AN_OPTION;
  return required || type === 'group' ? seconds : seconds / 2;
}

/** About how many minutes these items take, at least one. */
export function minutesFor(items: readonly EnabledItem[]): number {
  let seconds = 0;
  for (const { item } of walk(items)) seconds += secondsFor(item);
  return Math.max(1, Math.round(seconds / 60));
}
