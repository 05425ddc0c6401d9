import {
  innerScope,
  instanceKeys,
  outerScope,
  readEntry,
  type Answers,
  type AnswerValue,
  type ItemPath,
} from './answers.js';
import { holds } from './conditions.js';
import type { EnabledItem } from './enabled-items.js';
import { askedOnce, isRepeated, type Condition, type Item } from './questionnaire.js';
import { reaches, type Reach } from './reach.js';
import type { Place, Structure } from './structure.js';

/** Whether an item's own conditions hold, by its `linkId` and the scope it stands in; only of items that have some. */
export type Decisions = Map<string, Map<string, boolean>>;

/** The list of before where nothing in it has changed. */
const kept = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before?.length === now.length && before.every((each, index) => each === now[index]) ? before : now;

/** Places the items that apply to one set of answers, and takes from what was placed before all that still stands. */
export class Evaluator {
  readonly #answers: Answers;
  readonly #structure: Structure;
  readonly #decisions: Decisions;
  /** What is to be placed anew, and all that stands around it. */
  readonly #touched: Reach;

  constructor(answers: Answers, structure: Structure, decisions: Decisions, touched: Reach) {
    this.#answers = answers;
    this.#structure = structure;
    this.#decisions = decisions;
    this.#touched = touched;
  }

  placeAll(
    items: readonly Item[],
    scope: string,
    before: readonly EnabledItem[] = [],
  ): readonly EnabledItem[] {
    const placed = new Map(before.map((each) => [each.path, each]));
    const now = items.flatMap((item) =>
      this.#decide(item, scope) ? [this.#place(item, scope, placed.get(item.linkId + scope))] : [],
    );
    return kept(before, now);
  }

  #place(item: Item, scope: string, before: EnabledItem | undefined): EnabledItem {
    if (before && !reaches(this.#touched, item.linkId, scope)) return before;
    const path = item.linkId + scope;
    if (!isRepeated(item)) return this.#withChildren(item, scope, before);
    const instances = instanceKeys(this.#answers, item, path).map((key) => {
      const inner = innerScope(scope, key);
      const was = before?.instances.find((instance) => instance.key === key);
      const items =
        item.type === 'group'
          ? this.placeAll(item.item ?? [], inner, was?.items)
          : kept(was?.items, [this.#withChildren(askedOnce(item), inner, was?.items[0])]);
      return was?.items === items ? was : { key, items };
    });
    const now = kept(before?.instances, instances);
    return before?.instances === now ? before : { item, path, items: [], instances: now };
  }

  #withChildren(item: Item, scope: string, before: EnabledItem | undefined): EnabledItem {
    const items = this.placeAll(item.item ?? [], scope, before?.items);
    return before?.items === items ? before : { item, path: item.linkId + scope, items, instances: [] };
  }

  /** Whether an item's own conditions hold. */
  #decide(item: Item, scope: string): boolean {
    const { linkId, enableWhen: conditions = [], enableBehavior } = item;
    const seenFrom = this.#structure.get(linkId);
    if (conditions.length === 0 || !seenFrom) return true;
    let decided = this.#decisions.get(linkId);
    if (!decided) this.#decisions.set(linkId, (decided = new Map<string, boolean>()));
    const known = decided.get(scope);
    if (known !== undefined) return known;
    // Items that wait for each other find each other unanswered.
    decided.set(scope, false);
    const test = (condition: Condition): boolean => {
      const asks = this.#structure.get(condition.question);
      return holds(condition, asks ? this.#valuesOf(asks, seenFrom, scope) : [], asks?.item ?? item);
    };
    const isMet = enableBehavior === 'any' ? conditions.some(test) : conditions.every(test);
    decided.set(scope, isMet);
    return isMet;
  }

  /**
   * The answers to a question as another item sees them: from its own instances where both stand in them, otherwise
   * from the nearest instance that has some: the last of those that come before, the first of those that come after
   * (FHIR R4, Questionnaire.item.enableWhen.question; in a response an instance without an answer is none).
   */
  #valuesOf(asks: Place, seenFrom: Place, scope: string): readonly AnswerValue[] {
    const { item, around, order } = asks;
    const within = (depth: number, at: string): readonly AnswerValue[] => {
      const repeating = around[depth];
      if (!repeating)
        return this.#valuesAt(asks, at, seenFrom.around.includes(item) ? keyAt(scope, depth) : undefined);
      const shared = seenFrom.around[depth] === repeating ? keyAt(scope, depth) : undefined;
      if (shared !== undefined) return within(depth + 1, innerScope(at, shared));
      const keys = instanceKeys(this.#answers, repeating, repeating.linkId + at);
      for (const key of order < seenFrom.order ? [...keys].reverse() : keys) {
        const values = within(depth + 1, innerScope(at, key));
        if (values.length > 0) return values;
      }
      return [];
    };
    return within(0, '');
  }

  /** The answers to a question in one place; of a repeating question those of all its instances, or of one. */
  #valuesAt(asks: Place, at: string, instance: number | undefined): readonly AnswerValue[] {
    const { item } = asks;
    if (!this.#isOpen(asks, at)) return [];
    if (!isRepeated(item)) return this.#read(item, item.linkId + at);
    const keys = instance === undefined ? instanceKeys(this.#answers, item, item.linkId + at) : [instance];
    return keys.flatMap((key) => this.#read(askedOnce(item), item.linkId + innerScope(at, key)));
  }

  #read(item: Item, path: ItemPath): readonly AnswerValue[] {
    const reading = readEntry(item, this.#answers.entries.get(path));
    return 'values' in reading ? reading.values : [];
  }

  /** Whether an item is enabled with everything around it. */
  #isOpen({ item, around, parent }: Place, scope: string): boolean {
    const outer = outerScope(scope, around.length);
    return this.#decide(item, outer) && (!parent || this.#isOpen(parent, outer));
  }
}

const keyAt = (scope: string, depth: number): number | undefined => {
  const key = scope.slice(1).split('.')[depth];
  return key ? Number(key) : undefined;
};
