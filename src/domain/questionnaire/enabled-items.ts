import { innerScope, instanceKeys, linkIdOf, scopeOf, type Answers, type ItemPath } from './answers.js';
import { Evaluator, type Decisions, type EnabledItem, type GroupInstance } from './evaluator.js';
import { allItems, type Item, type Questionnaire } from './questionnaire.js';
import { reachedFrom, reaches, withAround } from './reach.js';
import { structureOf, type Structure } from './structure.js';

export type { EnabledItem, GroupInstance };

/** What holds for one set of answers. */
interface Evaluation {
  readonly questionnaire: Questionnaire;
  readonly structure: Structure;
  readonly answers: Answers;
  readonly items: readonly EnabledItem[];
  /** Handed on from one evaluation to the next, so true only of the latest. */
  readonly decisions: Decisions;
}

/** The paths at which two maps differ. */
const differing = <T>(one: ReadonlyMap<ItemPath, T>, other: ReadonlyMap<ItemPath, T>): readonly ItemPath[] =>
  one === other
    ? []
    : [
        ...[...one.keys()].filter((path) => !other.has(path)),
        ...[...other.keys()].filter((path) => one.get(path) !== other.get(path)),
      ];

/** The scopes of instances that have come, gone or moved up. */
function movedInstances(item: Item, path: ItemPath, before: Answers, answers: Answers): readonly string[] {
  const was = instanceKeys(before, item, path);
  const now = instanceKeys(answers, item, path);
  return [...new Set([...was, ...now])]
    .filter((key) => was.indexOf(key) !== now.indexOf(key))
    .map((key) => innerScope(scopeOf(path), key));
}

function evaluateFrom(before: Evaluation, answers: Answers): Evaluation {
  const { structure, decisions } = before;
  const places: (readonly [string, string])[] = differing(before.answers.entries, answers.entries).map(
    (path) => [linkIdOf(path), scopeOf(path)],
  );
  const counted: [string, readonly string[]][] = [];
  for (const path of differing(before.answers.instances, answers.instances)) {
    const linkId = linkIdOf(path);
    const item = structure.get(linkId)?.item;
    if (!item) continue;
    counted.push([linkId, [scopeOf(path)]]);
    for (const scope of movedInstances(item, path, before.answers, answers))
      for (const each of allItems([item])) places.push([each.linkId, scope]);
  }
  const reached = reachedFrom(places, structure);
  for (const linkId of reached.keys())
    for (const scope of decisions.get(linkId)?.keys() ?? [])
      if (reaches(reached, linkId, scope)) decisions.get(linkId)?.delete(scope);
  const touched = withAround([...reached, ...counted], structure);
  const items = new Evaluator(answers, structure, decisions, touched).placeAll(
    before.questionnaire.item,
    '',
    before.items,
  );
  return { ...before, answers, items };
}

function evaluateAnew(questionnaire: Questionnaire, answers: Answers): Evaluation {
  const structure = structureOf(questionnaire);
  const decisions: Decisions = new Map();
  const items = new Evaluator(answers, structure, decisions, new Map()).placeAll(questionnaire.item, '');
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
  // Should an evaluation fail half-way, the next one starts anew.
  latest.delete(questionnaire);
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
