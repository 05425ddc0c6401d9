import { isRepeated, type Item, type Questionnaire } from './questionnaire.js';

/** An item in its questionnaire: what is the same for every set of answers. */
export interface Place {
  readonly item: Item;
  /** Its number among all items, parents before children. */
  readonly order: number;
  /** The item that it stands in. */
  readonly parent: Place | undefined;
  /** The repeating items around it, outermost first. */
  readonly around: readonly Item[];
  /** The items whose conditions look at it. */
  readonly dependents: Place[];
}

/** Every item's place by its `linkId`. */
export type Structure = ReadonlyMap<string, Place>;

export function structureOf({ item: roots }: Questionnaire): Structure {
  const places = new Map<string, Place>();
  const visit = (item: Item, parent: Place | undefined, around: readonly Item[]): void => {
    const place: Place = { item, order: places.size, parent, around, dependents: [] };
    places.set(item.linkId, place);
    for (const child of item.item ?? []) visit(child, place, instancesAround(place));
  };
  for (const root of roots) visit(root, undefined, []);
  for (const place of places.values())
    for (const { question } of place.item.enableWhen ?? []) places.get(question)?.dependents.push(place);
  return places;
}

/** The repeating items around whatever stands in an item. */
export const instancesAround = ({ item, around }: Place): readonly Item[] =>
  isRepeated(item) ? [...around, item] : around;
