import type { EnabledItem } from './enabled-items.js';
import { isRepeated, type Item, type Questionnaire } from './questionnaire.js';

/** The items whose groups are the pages: the questionnaire's own, or those of the one group that holds all others. */
function topItems({ item: roots }: Questionnaire): readonly Item[] {
  let items = roots;
  for (
    let [only] = items;
    items.length === 1 && only?.type === 'group' && !isRepeated(only);
    [only] = items
  ) {
    const inner = only.item ?? [];
    if (inner.length < 2 || !inner.every(({ type }) => type === 'group')) break;
    items = inner;
  }
  return items;
}

const wrappers = new WeakMap<Item, Item>();

/** Stands around questions that are in no group of their own, so that they make a page: some of the top items. */
function wrapperOf(first: Item, title: string, top: readonly Item[]): Item {
  let wrapper = wrappers.get(first);
  if (!wrapper) {
    const text = first.type === 'group' ? first.text : title;
    wrapper = { linkId: `${first.linkId}/page`, type: 'group', text, part: first.part, item: top };
    wrappers.set(first, wrapper);
  }
  return wrapper;
}

const isShown = ({ item, items, instances }: EnabledItem): boolean =>
  !item.hidden && (item.type !== 'group' || instances.length > 0 || isRepeated(item) || items.some(isShown));

/**
 * The pages that apply, in order, each as a group: one for every top-level group with something in it, one for every
 * run of questions between them.
 */
export function pagesOf(
  questionnaire: Questionnaire,
  enabled: readonly EnabledItem[],
): readonly EnabledItem[] {
  const top = topItems(questionnaire);
  let shown = enabled;
  while (shown.length === 1 && shown[0] && !top.includes(shown[0].item)) shown = shown[0].items;
  const pages: EnabledItem[] = [];
  let run: EnabledItem[] = [];
  const endRun = () => {
    const [first] = run;
    if (first) {
      const item = wrapperOf(first.item, questionnaire.title, top);
      pages.push({ item, path: item.linkId, items: run, instances: [] });
    }
    run = [];
  };
  for (const each of shown.filter(isShown)) {
    if (each.item.type !== 'group') run.push(each);
    else {
      endRun();
      if (!isRepeated(each.item)) pages.push(each);
      else {
        run.push(each);
        endRun();
      }
    }
  }
  endRun();
  return pages;
}
