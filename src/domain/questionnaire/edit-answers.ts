import { innerScope, scopeOf, type Answers, type Entry, type ItemPath } from './answers.js';
import { allItems, type Item } from './questionnaire.js';

const FIRST_INSTANCE = [1] as const;

export function withEntry(answers: Answers, path: ItemPath, entry: Entry): Answers {
  return { ...answers, entries: new Map(answers.entries).set(path, entry) };
}

/** One more instance of a repeating group, at its end. */
export function withInstance(answers: Answers, path: ItemPath): Answers {
  const keys = answers.instances.get(path) ?? FIRST_INSTANCE;
  const next = Math.max(0, ...keys) + 1;
  return { ...answers, instances: new Map(answers.instances).set(path, [...keys, next]) };
}

/** Without one instance of a repeating group and what was filled into it; the others keep their keys. */
export function withoutInstance(answers: Answers, group: Item, path: ItemPath, key: number): Answers {
  const keys = (answers.instances.get(path) ?? FIRST_INSTANCE).filter((each) => each !== key);
  const scope = innerScope(scopeOf(path), key);
  const within = new Set([...allItems(group.item ?? [])].map(({ linkId }) => linkId));
  const belongs = (each: ItemPath) => {
    const at = scopeOf(each);
    return (at === scope || at.startsWith(`${scope}.`)) && within.has(each.slice(0, each.length - at.length));
  };
  const without = <T>(map: ReadonlyMap<ItemPath, T>) => new Map([...map].filter(([each]) => !belongs(each)));
  return {
    entries: without(answers.entries),
    instances: without(answers.instances).set(path, keys),
  };
}

/** The codes chosen after one option of a choice was ticked or unticked; an exclusive answer stands alone. */
export function withChoice(
  item: Item,
  chosen: readonly string[],
  code: string,
  ticked: boolean,
): readonly string[] {
  if (!ticked) return chosen.filter((each) => each !== code);
  const isExclusive = (each: string) =>
    item.answerOption?.some((option) => option.code === each && option.exclusive);
  if (!item.repeats || isExclusive(code)) return [code];
  const kept = chosen.filter((each) => each !== code && !isExclusive(each));
  const order = (item.answerOption ?? []).map((option) => option.code);
  return [...kept, code].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
