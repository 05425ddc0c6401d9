import { walk, type EnabledItem } from './enabled-items.js';
import type { ItemType } from './questionnaire.js';

/** Seconds that one question of each kind takes somebody on a phone; our estimate, no measurement. */
const SECONDS: Readonly<Record<ItemType, number>> = {
  group: 3,
  display: 5,
  choice: 8,
  boolean: 6,
  date: 15,
  integer: 12,
  decimal: 12,
  string: 14,
  text: 35,
};

/** About how many minutes these items take, at least one. */
export function minutesFor(items: readonly EnabledItem[]): number {
  let seconds = 0;
  for (const { item } of walk(items)) seconds += item.required ? SECONDS[item.type] : SECONDS[item.type] / 2;
  return Math.max(1, Math.round(seconds / 60));
}
