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

/** No page is longer than this many items in no group; what a group holds stays together. */
const LONGEST_RUN = 20;

const wrappers = new WeakMap<Item, Item>();

/** Stands around items that are in no group of their own, so that they make a page; named after the first of them. */
function wrapperOf(first: Item, title: string, run: readonly Item[]): Item {
  let wrapper = wrappers.get(first);
  if (!wrapper) {
    const text = first.type === 'group' ? first.text : title;
    wrapper = { linkId: `${first.linkId}/page`, type: 'group', text, part: first.part, item: run };
    wrappers.set(first, wrapper);
  }
  return wrapper;
}

const isShown = ({ item, items }: EnabledItem): boolean =>
  !item.hidden && (item.type !== 'group' || isRepeated(item) || items.some(isShown));

/**
 * The pages that apply, in order, each as a group: one for every top-level group with something in it, one for every
 * run of items between them. Which items share a page is the same for all answers, so that no answer takes the page
 * away that it was given on.
 */
export function pagesOf(
  questionnaire: Questionnaire,
  enabled: readonly EnabledItem[],
): readonly EnabledItem[] {
  const top = topItems(questionnaire);
  let open = enabled;
  while (open.length === 1 && open[0] && !top.includes(open[0].item)) open = open[0].items;
  const shown = new Map(open.filter(isShown).map((each) => [each.item, each]));
  const pages: EnabledItem[] = [];
  let run: Item[] = [];
  const endRun = () => {
    const all = run;
    const [first] = all;
    const items = all.flatMap((item) => shown.get(item) ?? []);
    run = [];
    if (!first || items.length === 0) return;
    const item = wrapperOf(first, questionnaire.title, all);
    pages.push({ item, path: item.linkId, items, instances: [] });
  };
  for (const item of top) {
    const isGroup = item.type === 'group';
    if (isGroup || run.length === LONGEST_RUN) endRun();
    const page = shown.get(item);
    if (isGroup && !isRepeated(item)) {
      if (page) pages.push(page);
      continue;
    }
    run.push(item);
    if (isGroup) endRun();
  }
  endRun();
  return pages;
}
