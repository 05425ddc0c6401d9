import { innerScope, readEntry, type Answers, type AnswerValue, type ItemPath } from './answers.js';
import type { Condition, Item, Questionnaire } from './questionnaire.js';

/** One instance of a repeating group; `key` stays the same while others come and go. */
export interface GroupInstance {
  readonly key: number;
  readonly items: readonly EnabledItem[];
}

/** An item whose conditions hold, at the place where it stands now. */
export interface EnabledItem {
  readonly item: Item;
  readonly path: ItemPath;
  /** The children of a plain group, or those under a question. */
  readonly items: readonly EnabledItem[];
  /** The instances of a repeating group, at least one. */
  readonly instances: readonly GroupInstance[];
}

const FIRST_INSTANCE = [1] as const;

/** From the scope itself outward to the whole questionnaire: `#2.1`, `#2`, ``. */
function* scopesOutward(scope: string): Generator<string> {
  for (let at = scope; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') yield at;
  yield '';
}

/** Below zero, zero or above, as the value stands to an answer given as text; numbers count as numbers. */
function compare(value: AnswerValue, answer: string): number {
  if (typeof value === 'number') return value - Number(answer);
  const text = String(value);
  return text < answer ? -1 : text > answer ? 1 : 0;
}

function holds({ operator, answer }: Condition, values: readonly AnswerValue[]): boolean {
  const some = (test: (order: number) => boolean) => values.some((value) => test(compare(value, answer)));
  switch (operator) {
    case 'exists':
      return values.length > 0 === (answer === 'true');
    case '=':
      return some((order) => order === 0);
    case '!=':
      return values.length > 0 && !some((order) => order === 0);
    case '>':
      return some((order) => order > 0);
    case '<':
      return some((order) => order < 0);
    case '>=':
      return some((order) => order >= 0);
    case '<=':
      return some((order) => order <= 0);
  }
}

/**
 * The items that apply to these answers, as FHIR R4's `enableWhen` and `enableBehavior` say. A question that is not
 * enabled counts as unanswered for the conditions that look at it. A condition on a question further down the
 * questionnaire finds it unanswered.
 */
export function enabledItems(questionnaire: Questionnaire, answers: Answers): readonly EnabledItem[] {
  const values = new Map<ItemPath, readonly AnswerValue[]>();

  const valuesSeenFrom = (linkId: string, scope: string): readonly AnswerValue[] => {
    for (const outward of scopesOutward(scope)) {
      const found = values.get(linkId + outward);
      if (found) return found;
    }
    return [];
  };

  const isEnabled = (item: Item, scope: string): boolean => {
    const conditions = item.enableWhen ?? [];
    if (conditions.length === 0) return true;
    const test = (condition: Condition) => holds(condition, valuesSeenFrom(condition.question, scope));
    return item.enableBehavior === 'any' ? conditions.some(test) : conditions.every(test);
  };

  const place = (item: Item, scope: string): EnabledItem => {
    const path = item.linkId + scope;
    const children = item.item ?? [];
    if (item.type === 'group' && item.repeats) {
      const keys = answers.instances.get(path) ?? FIRST_INSTANCE;
      const instances = keys.map((key) => ({ key, items: placeAll(children, innerScope(scope, key)) }));
      return { item, path, items: [], instances };
    }
    const reading = readEntry(item, answers.entries.get(path));
    if ('values' in reading) values.set(path, reading.values);
    return { item, path, items: placeAll(children, scope), instances: [] };
  };

  const placeAll = (items: readonly Item[], scope: string): readonly EnabledItem[] =>
    // One after the other: a question is enabled by the answers before it.
    items.flatMap((item) => (isEnabled(item, scope) ? [place(item, scope)] : []));

  return placeAll(questionnaire.item, '');
}

/** Each enabled item below these, parents before children, instances in order. */
export function* walk(items: readonly EnabledItem[]): Generator<EnabledItem> {
  for (const each of items) {
    yield each;
    yield* walk(each.items);
    for (const instance of each.instances) yield* walk(instance.items);
  }
}
