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
import { askedOnce, isRepeated, type Condition, type Item } from './questionnaire.js';
import { reaches, type Reach } from './reach.js';
import type { Place, Structure } from './structure.js';

/** One instance of a repeating item; `key` stays the same while others come and go. */
export interface GroupInstance {
  readonly key: number;
  /** The items of a repeating group; of a repeating question the question itself, asked once. */
  readonly items: readonly EnabledItem[];
}

/** An item whose conditions hold, at the place where it stands now. */
export interface EnabledItem {
  readonly item: Item;
  readonly path: ItemPath;
  /** The children of a plain group, or those under a question. */
  readonly items: readonly EnabledItem[];
  /** The instances of a repeating item. */
  readonly instances: readonly GroupInstance[];
}

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
   * from the nearest instance that has any, those before it first (FHIR R4, Questionnaire.item.enableWhen.question). Of
   * a repeating question all answers, except from below one of them.
   */
  #valuesOf(asks: Place, seenFrom: Place, scope: string, at = '', depth = 0): readonly AnswerValue[] {
    const repeating = asks.around[depth];
    if (!repeating) return this.#isOpen(asks, at) ? this.#valuesAt(asks, seenFrom, scope, at) : [];
    const isShared = seenFrom.around[depth] === repeating;
    const keys = isShared
      ? [keyAt(scope, depth)]
      : [...instanceKeys(this.#answers, repeating, repeating.linkId + at)];
    if (asks.order < seenFrom.order) keys.reverse();
    for (const key of keys) {
      const values = this.#valuesOf(asks, seenFrom, scope, innerScope(at, key), depth + 1);
      if (values.length > 0) return values;
    }
    return [];
  }

  #valuesAt({ item, around }: Place, seenFrom: Place, scope: string, at: string): readonly AnswerValue[] {
    if (!isRepeated(item)) return this.#read(item, item.linkId + at);
    const keys = seenFrom.around.includes(item)
      ? [keyAt(scope, around.length)]
      : instanceKeys(this.#answers, item, item.linkId + at);
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

const keyAt = (scope: string, depth: number): number => Number(scope.slice(1).split('.')[depth]);
