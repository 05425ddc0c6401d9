import { isRepeated, type Item, type Questionnaire } from './questionnaire.js';

/** What is the same for every set of answers: what stands in what, and who depends on whom. */
export interface Structure {
  readonly items: ReadonlyMap<string, Item>;
  /** The repeating items around each item, outermost first. */
  readonly around: ReadonlyMap<string, readonly Item[]>;
  /** The items whose conditions look at a question. */
  readonly dependents: ReadonlyMap<string, readonly Item[]>;
  /** The item that each stands in. */
  readonly parents: ReadonlyMap<string, string>;
}

export function structureOf({ item: roots }: Questionnaire): Structure {
  const items = new Map<string, Item>();
  const around = new Map<string, readonly Item[]>();
  const dependents = new Map<string, Item[]>();
  const parents = new Map<string, string>();
  const visit = (item: Item, repeating: readonly Item[]): void => {
    items.set(item.linkId, item);
    around.set(item.linkId, repeating);
    for (const { question } of item.enableWhen ?? []) {
      const others = dependents.get(question);
      if (others) others.push(item);
      else dependents.set(question, [item]);
    }
    for (const child of item.item ?? []) {
      parents.set(child.linkId, item.linkId);
      visit(child, isRepeated(item) ? [...repeating, item] : repeating);
    }
  };
  for (const root of roots) visit(root, []);
  return { items, around, dependents, parents };
}
