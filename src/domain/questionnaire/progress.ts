import type { EnabledItem } from './enabled-items.js';
import { isRepeated, type Item, type ItemType } from './questionnaire.js';

/** Seconds that it takes somebody on a phone to read and answer one item; our estimate, no measurement. */
const SECONDS: Readonly<Record<ItemType, number>> = {
  group: 5,
  display: 8,
  boolean: 10,
  choice: 12,
  'open-choice': 15,
  integer: 15,
  decimal: 15,
  time: 15,
  date: 20,
  quantity: 20,
  dateTime: 25,
  string: 25,
  url: 25,
  text: 75,
};

/** Each answer offered takes reading too; a list longer than that is searched rather than read. */
const SECONDS_AN_OPTION = 2;
const OPTIONS_READ = 12;

function secondsFor(item: Item): number {
  const { type, answerOption = [], required = false, readOnly } = item;
  if (readOnly) return SECONDS.display;
  const seconds = SECONDS[type] + Math.min(answerOption.length, OPTIONS_READ) * SECONDS_AN_OPTION;
  if (type === 'group' || type === 'display') return seconds;
  // Its instances count as optional, each for itself; that one of them is needed counts here.
  if (isRepeated(item)) return required ? seconds / 2 : 0;
  return required ? seconds : seconds / 2;
}

const secondsForAll = (items: readonly EnabledItem[]): number =>
  items.reduce((sum, { item, items: children, instances }) => {
    if (item.hidden) return sum;
    const below = [children, ...instances.map((instance) => instance.items)].map(secondsForAll);
    return below.reduce((one, other) => one + other, sum + secondsFor(item));
  }, 0);

/**
 * About how many minutes these items take, at least one: the seconds of each item's type and two for each answer it
 * offers (up to twelve of them), the half of both where the question is optional, since about every other such
 * question is passed over. Instances of a repeating item count each for itself, what is hidden not at all.
 */
export const minutesFor = (items: readonly EnabledItem[]): number =>
  Math.max(1, Math.round(secondsForAll(items) / 60));
