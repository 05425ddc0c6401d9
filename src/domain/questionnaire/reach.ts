import { outerScope } from './answers.js';
import { allItems } from './questionnaire.js';
import { instancesAround, type Place, type Structure } from './structure.js';

/** Items by their `linkId`, each in one scope or several and in all that lie within these. */
export type Reach = Map<string, Set<string>>;

/** Whether a scope is another one or lies within it. */
const isWithin = (scope: string, outer: string): boolean =>
  outer === '' || scope === outer || scope.startsWith(`${outer}.`);

/** Whether an item is among them in a scope, or anywhere within that scope. */
export const reaches = (reach: Reach, linkId: string, scope: string): boolean =>
  [...(reach.get(linkId) ?? [])].some((each) => isWithin(scope, each) || isWithin(each, scope));

/** Whether it was new. */
function add(reach: Reach, linkId: string, scope: string): boolean {
  const scopes = reach.get(linkId) ?? new Set();
  if (scopes.has(scope)) return false;
  reach.set(linkId, scopes.add(scope));
  return true;
}

/** How many of the instances around an item are those that something else stands in too. */
function sharedDepth(asks: Place, dependent: Place): number {
  const instances = instancesAround(asks);
  const differs = instances.findIndex((each, depth) => each !== dependent.around[depth]);
  return differs < 0 ? instances.length : differs;
}

/** The items whose conditions look at these places, straight or through other items. */
export function reachedFrom(places: readonly (readonly [string, string])[], structure: Structure): Reach {
  const reached: Reach = new Map();
  const waiting = [...places];
  for (const [linkId, scope] of waiting) {
    const asks = structure.get(linkId);
    for (const dependent of asks?.dependents ?? []) {
      const { item } = dependent;
      const seenIn = outerScope(scope, asks ? sharedDepth(asks, dependent) : 0);
      if (!add(reached, item.linkId, seenIn)) continue;
      for (const each of allItems([item])) waiting.push([each.linkId, seenIn]);
    }
  }
  return reached;
}

/** These places and all that stands around them. */
export function withAround(
  places: Iterable<readonly [string, Iterable<string>]>,
  structure: Structure,
): Reach {
  const touched: Reach = new Map();
  for (const [linkId, scopes] of places)
    for (const scope of scopes)
      for (
        let at = structure.get(linkId);
        at && add(touched, at.item.linkId, outerScope(scope, at.around.length));
        at = at.parent
      );
  return touched;
}
