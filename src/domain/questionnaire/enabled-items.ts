import { innerScope, linkIdOf, readEntry, type Answers, type AnswerValue, type ItemPath } from './answers.js';
import { holds } from './conditions.js';
import { allItems, isRepeated, type Condition, type Item, type Questionnaire } from './questionnaire.js';
import { structureOf, type Structure } from './structure.js';

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

const FIRST_INSTANCE: readonly number[] = [1];

/** The keys of a repeating item's instances: as many as it needs at least, before the client has changed them. */
export const instanceKeys = (answers: Answers, { minOccurs = 1 }: Item, path: ItemPath): readonly number[] =>
  answers.instances.get(path) ??
  (minOccurs > 1 ? Array.from({ length: minOccurs }, (_, index) => index + 1) : FIRST_INSTANCE);

const asked = new WeakMap<Item, Item>();

/** A repeating question as it is asked in one of its instances. */
export function askedOnce(item: Item): Item {
  let once = asked.get(item);
  if (!once) {
    once = { ...item, repeats: false, required: false, minOccurs: undefined, maxOccurs: undefined };
    asked.set(item, once);
  }
  return once;
}

/** What holds for one set of answers. */
interface Evaluation {
  readonly questionnaire: Questionnaire;
  readonly structure: Structure;
  readonly answers: Answers;
  readonly items: readonly EnabledItem[];
  /** Whether an item's own conditions hold, by its path; only of items that have some. */
  readonly decisions: ReadonlyMap<ItemPath, boolean>;
}

/** Goes from what held before to what holds now; only what depends on answers that differ is looked at again. */
class Evaluator {
  readonly #answers: Answers;
  readonly #structure: Structure;
  readonly #decisions: Map<ItemPath, boolean>;
  /** What must be placed anew, and everything around it. */
  readonly #touched: ReadonlySet<string>;

  constructor(
    answers: Answers,
    structure: Structure,
    touched: ReadonlySet<string>,
    decisions: Map<ItemPath, boolean>,
  ) {
    this.#answers = answers;
    this.#structure = structure;
    this.#touched = touched;
    this.#decisions = decisions;
  }

  placeAll(items: readonly Item[], scope: string, before: readonly EnabledItem[]): readonly EnabledItem[] {
    const placed = new Map(before.map((each) => [each.path, each]));
    return items.flatMap((item) =>
      this.#decide(item, scope) ? [this.#place(item, scope, placed.get(item.linkId + scope))] : [],
    );
  }

  #place(item: Item, scope: string, before: EnabledItem | undefined): EnabledItem {
    if (before && !this.#touched.has(item.linkId)) return before;
    const path = item.linkId + scope;
    const children = item.item ?? [];
    if (!isRepeated(item))
      return { item, path, items: this.placeAll(children, scope, before?.items ?? []), instances: [] };
    const instances = instanceKeys(this.#answers, item, path).map((key) => {
      const inner = innerScope(scope, key);
      const was = before?.instances.find((instance) => instance.key === key)?.items ?? [];
      return {
        key,
        items: item.type === 'group' ? this.placeAll(children, inner, was) : [this.#once(item, inner, was)],
      };
    });
    return { item, path, items: [], instances };
  }

  #once(item: Item, scope: string, [before]: readonly EnabledItem[]): EnabledItem {
    const items = this.placeAll(item.item ?? [], scope, before?.items ?? []);
    return { item: askedOnce(item), path: item.linkId + scope, items, instances: [] };
  }

  /** Whether an item's own conditions hold. */
  #decide(item: Item, scope: string): boolean {
    const { enableWhen: conditions = [], enableBehavior } = item;
    if (conditions.length === 0) return true;
    const path = item.linkId + scope;
    const known = this.#decisions.get(path);
    if (known !== undefined) return known;
    // Items that wait for each other find each other unanswered.
    this.#decisions.set(path, false);
    const test = (condition: Condition): boolean => {
      const asks = this.#structure.items.get(condition.question);
      return asks !== undefined && holds(condition, this.#valuesOf(asks, item, scope), asks);
    };
    const isMet = enableBehavior === 'any' ? conditions.some(test) : conditions.every(test);
    this.#decisions.set(path, isMet);
    return isMet;
  }

  #around(linkId: string): readonly Item[] {
    return this.#structure.around.get(linkId) ?? [];
  }

  /**
   * The answers to a question as another item sees them: from its own instances where both stand in them, and
   * otherwise from the last instance that has some (FHIR R4, Questionnaire.item.enableWhen.question: the nearest before
   * it; in a response an instance without an answer is none).
   */
  #valuesOf(asks: Item, seenFrom: Item, scope: string): readonly AnswerValue[] {
    const around = this.#around(asks.linkId);
    const fellows = this.#around(seenFrom.linkId);
    const within = (depth: number, at: string): readonly AnswerValue[] => {
      const repeating = around[depth];
      if (!repeating)
        return this.#valuesAt(asks, at, fellows.includes(asks) ? keyAt(scope, depth) : undefined);
      const shared = fellows[depth] === repeating ? keyAt(scope, depth) : undefined;
      const keys =
        shared === undefined ? instanceKeys(this.#answers, repeating, repeating.linkId + at) : [shared];
      for (const key of [...keys].reverse()) {
        const values = within(depth + 1, innerScope(at, key));
        if (values.length > 0) return values;
      }
      return [];
    };
    return within(0, '');
  }

  /** The answers to a question in one place; of a repeating question those of all its instances, or of one. */
  #valuesAt(asks: Item, at: string, instance: number | undefined): readonly AnswerValue[] {
    if (!this.#isOpen(asks, at)) return [];
    const path = asks.linkId + at;
    if (!isRepeated(asks)) return this.#read(asks, path);
    const keys = instance === undefined ? instanceKeys(this.#answers, asks, path) : [instance];
    return keys.flatMap((key) => this.#read(askedOnce(asks), asks.linkId + innerScope(at, key)));
  }

  #read(item: Item, path: ItemPath): readonly AnswerValue[] {
    const reading = readEntry(item, this.#answers.entries.get(path));
    return 'values' in reading ? reading.values : [];
  }

  /** Whether an item is enabled with everything around it. */
  #isOpen(item: Item, scope: string): boolean {
    const { parents, items } = this.#structure;
    const outer = outerScope(scope, this.#around(item.linkId).length);
    if (!this.#decide(item, outer)) return false;
    const parent = items.get(parents.get(item.linkId) ?? '');
    return parent === undefined || this.#isOpen(parent, outer);
  }
}

const keysIn = (scope: string): readonly string[] => (scope === '' ? [] : scope.slice(1).split('.'));

const keyAt = (scope: string, depth: number): number | undefined => {
  const key = keysIn(scope)[depth];
  return key === undefined ? undefined : Number(key);
};

const outerScope = (scope: string, depth: number): string =>
  depth === 0 ? '' : `#${keysIn(scope).slice(0, depth).join('.')}`;

/** The paths whose answers differ. */
function differing<T>(one: ReadonlyMap<ItemPath, T>, other: ReadonlyMap<ItemPath, T>): readonly ItemPath[] {
  const paths = one === other ? [] : [...new Set([...one.keys(), ...other.keys()])];
  return paths.filter((path) => one.get(path) !== other.get(path));
}

/** The items whose conditions the answers to some questions reach, through other items too. */
function reachedFrom(changed: readonly string[], { dependents }: Structure): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (linkId: string): void => {
    for (const dependent of dependents.get(linkId) ?? []) {
      if (reached.has(dependent.linkId)) continue;
      reached.add(dependent.linkId);
      for (const each of allItems([dependent])) reach(each.linkId);
    }
  };
  changed.forEach(reach);
  return reached;
}

function evaluateFrom(before: Evaluation, answers: Answers): Evaluation {
  const { questionnaire, structure } = before;
  const answered = differing(before.answers.entries, answers.entries).map(linkIdOf);
  const counted = differing(before.answers.instances, answers.instances).map(linkIdOf);
  const within = counted.flatMap((linkId) => {
    const item = structure.items.get(linkId);
    return item ? [...allItems([item])].map((each) => each.linkId) : [];
  });
  const reached = reachedFrom([...answered, ...within], structure);
  const touched = new Set<string>();
  for (const linkId of [...reached, ...counted])
    for (
      let at: string | undefined = linkId;
      at !== undefined && !touched.has(at);
      at = structure.parents.get(at)
    )
      touched.add(at);
  if (touched.size === 0) return { ...before, answers };
  const undecided = new Set([...reached, ...within]);
  const decisions = new Map([...before.decisions].filter(([path]) => !undecided.has(linkIdOf(path))));
  const evaluator = new Evaluator(answers, structure, touched, decisions);
  const items = evaluator.placeAll(questionnaire.item, '', before.items);
  return { questionnaire, structure, answers, items, decisions };
}

function evaluateAnew(questionnaire: Questionnaire, answers: Answers): Evaluation {
  const structure = structureOf(questionnaire);
  const decisions = new Map<ItemPath, boolean>();
  const evaluator = new Evaluator(answers, structure, new Set(), decisions);
  const items = evaluator.placeAll(questionnaire.item, '', []);
  return { questionnaire, structure, answers, items, decisions };
}

const evaluations = new WeakMap<Answers, Evaluation>();
/** Held weakly, so that answers are gone from memory as soon as nobody else holds them. */
const latest = new WeakMap<Questionnaire, WeakRef<Evaluation>>();

/**
 * The items that apply to these answers, as FHIR R4's `enableWhen` and `enableBehavior` say. A question that is not
 * enabled counts as unanswered for the conditions that look at it.
 *
 * What the latest answers to the same questionnaire gave is taken up: only what depends on an answer that differs is
 * looked at again, and an item that nothing has happened to is the same object as before.
 */
export function enabledItems(questionnaire: Questionnaire, answers: Answers): readonly EnabledItem[] {
  const known = evaluations.get(answers);
  if (known?.questionnaire === questionnaire) return known.items;
  const before = latest.get(questionnaire)?.deref();
  const evaluation = before ? evaluateFrom(before, answers) : evaluateAnew(questionnaire, answers);
  evaluations.set(answers, evaluation);
  latest.set(questionnaire, new WeakRef(evaluation));
  return evaluation.items;
}

/** Each enabled item below these, parents before children, instances in order. */
export function* walk(items: readonly EnabledItem[]): Generator<EnabledItem> {
  for (const each of items) {
    yield each;
    yield* walk(each.items);
    for (const instance of each.instances) yield* walk(instance.items);
  }
}
