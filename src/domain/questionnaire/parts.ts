import type { Item, Part } from './questionnaire.js';

/** Whose something is that says nothing of it. */
const NOT_SAID: Part = 'medical';

/** Whom each item is for, by `linkId`: as it says itself, else as what it stands in says, else the prescriber. */
export function partsOf(items: readonly Item[], around: Part = NOT_SAID): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { linkId, part = around, item = [] } of items) {
    parts.set(linkId, part);
    for (const [inner, its] of partsOf(item, part)) parts.set(inner, its);
  }
  return parts;
}

/** Of a page that holds questions for several, the part that most people read. */
export function widestPart(page: Item): Part {
  const parts = [...partsOf([page]).values()];
  return (['logistics', 'therapy'] as const).find((part) => parts.includes(part)) ?? NOT_SAID;
}

/**
 * The items that are for somebody. A group of another part stays for what is theirs in it, and a question that is not
 * theirs becomes a group of what is theirs below it.
 */
export function itemsFor(
  items: readonly Item[],
  mayRead: (part: Part) => boolean,
  around: Part = NOT_SAID,
): readonly Item[] {
  return items.flatMap((each): readonly Item[] => {
    const { part = around } = each;
    const inner = itemsFor(each.item ?? [], mayRead, part);
    if (mayRead(part)) return [each.item ? { ...each, item: inner } : each];
    if (inner.length === 0) return [];
    const { linkId, text, enableWhen, enableBehavior, repeats } = each;
    if (each.type === 'group') return [{ ...each, item: inner }];
    return [{ linkId, type: 'group', text, enableWhen, enableBehavior, repeats, item: inner }];
  });
}
