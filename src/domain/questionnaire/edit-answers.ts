import {
  innerScope,
  instanceKeys,
  isCodes,
  linkIdOf,
  NO_ANSWERS,
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

/** Answers on their way to being so. */
interface Filling {
  readonly entries: Map<ItemPath, Entry>;
  readonly instances: Map<ItemPath, readonly number[]>;
}

const copyOf = ({ entries, instances }: Answers): Filling => ({
  entries: new Map(entries),
  instances: new Map(instances),
});

/** Puts the initial entries of these items, and of all below them, where nobody has written anything. */
function placeInitial(filling: Filling, items: readonly Item[], scope: string): void {
  for (const item of items) {
    const { linkId, initial = [], minOccurs = 0 } = item;
    const path = linkId + scope;
    const place = (inner: string, entry: Entry | undefined) => {
      if (entry !== undefined && !filling.entries.has(linkId + inner))
        filling.entries.set(linkId + inner, entry);
      placeInitial(filling, item.item ?? [], inner);
    };
    if (!isRepeated(item)) {
      place(scope, initial[0]);
      continue;
    }
    if (initial.length > Math.max(1, minOccurs) && !filling.instances.has(path))
      filling.instances.set(
        path,
        initial.map((_, index) => index + 1),
      );
    for (const key of instanceKeys(filling, item, path)) place(innerScope(scope, key), initial[key - 1]);
  }
}

/** What stands in the fields before anybody has written anything, beside what was carried over from before. */
export function initialAnswers({ item }: Questionnaire, carried: Answers = NO_ANSWERS): Answers {
  const filling = copyOf(carried);
  placeInitial(filling, item, '');
  return filling;
}

/** One more instance of a repeating item, at its end; what stands below it has its initial entries. */
export function withInstance(answers: Answers, item: Item, path: ItemPath): Answers {
  const keys = instanceKeys(answers, item, path);
  const next = Math.max(0, ...keys) + 1;
  const filling = copyOf(answers);
  filling.instances.set(path, [...keys, next]);
  placeInitial(filling, item.item ?? [], innerScope(scopeOf(path), next));
  return filling;
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

/** The codes of a choice's entry. */
export const codesIn = (entry: Entry | undefined): readonly string[] => (isCodes(entry) ? entry : []);
