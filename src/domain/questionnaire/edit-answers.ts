import {
  innerScope,
  instanceKeys,
  isCodes,
  linkIdOf,
  OWN_WORDS,
  scopeOf,
  type Answers,
  type ItemPath,
} from './answers.js';
import type { Entry } from './entry.js';
import { allItems, isRepeated, type Item, type Questionnaire } from './questionnaire.js';

export function withEntry(answers: Answers, path: ItemPath, entry: Entry): Answers {
  return { ...answers, entries: new Map(answers.entries).set(path, entry) };
}

/** One more instance of a repeating item, at its end. */
export function withInstance(answers: Answers, item: Item, path: ItemPath): Answers {
  const keys = instanceKeys(answers, item, path);
  const next = Math.max(0, ...keys) + 1;
  return { ...answers, instances: new Map(answers.instances).set(path, [...keys, next]) };
}

/** Without one instance of a repeating item and what was filled into it; the others keep their keys. */
export function withoutInstance(answers: Answers, item: Item, path: ItemPath, key: number): Answers {
  const keys = instanceKeys(answers, item, path).filter((each) => each !== key);
  const scope = innerScope(scopeOf(path), key);
  const within = new Set([...allItems([item])].map(({ linkId }) => linkId));
  const belongs = (each: ItemPath) => {
    const at = scopeOf(each);
    return (at === scope || at.startsWith(`${scope}.`)) && within.has(linkIdOf(each));
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
  const place = (each: string) => (each.startsWith(OWN_WORDS) ? order.length : order.indexOf(each));
  return [...kept, code].sort((a, b) => place(a) - place(b));
}

/** The codes chosen after words of the client's own were written beside a list, or taken away. */
export function withOwnWords(item: Item, chosen: readonly string[], words: string): readonly string[] {
  const listed = chosen.filter((each) => !each.startsWith(OWN_WORDS));
  return words === '' ? listed : withChoice(item, listed, OWN_WORDS + words, true);
}

/** What stands in the fields before anybody has written anything. */
export function initialAnswers({ item: roots }: Questionnaire): Answers {
  const entries = new Map<ItemPath, Entry>();
  const instances = new Map<ItemPath, readonly number[]>();
  const place = (item: Item, scope: string): void => {
    const path = item.linkId + scope;
    const initial = item.initial ?? [];
    if (isRepeated(item) && initial.length > 1)
      instances.set(
        path,
        initial.map((_, index) => index + 1),
      );
    const scopes = isRepeated(item)
      ? instanceKeys({ entries, instances }, item, path).map((key) => innerScope(scope, key))
      : [scope];
    for (const [index, inner] of scopes.entries()) {
      const entry = initial[index];
      if (entry !== undefined) entries.set(item.linkId + inner, entry);
      for (const child of item.item ?? []) place(child, inner);
    }
  };
  for (const root of roots) place(root, '');
  return { entries, instances };
}

/** The codes of a choice's entry. */
export const codesIn = (entry: Entry | undefined): readonly string[] => (isCodes(entry) ? entry : []);
