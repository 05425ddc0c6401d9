import { warn } from '../compose.js';

/** Loads the class of an element. */
export type Loader = () => Promise<CustomElementConstructor>;

let loaders: Readonly<Record<string, Loader>> = {};

/** Says which elements come later, by their tags, and where from. Without it a page defines all of them itself. */
export function comeLater(later: Readonly<Record<string, Loader>>): void {
  loaders = later;
}

/** Whether an element of this name comes to life when it stands on a page. */
export const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

/** Defines the element, unless the page has it already. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!isDefined(tag)) customElements.define(tag, element);
}

/**
 * Loads and defines the element, unless the page has it already.
 *
 * @returns whether it is there. Where it is not, whoever runs the page is told why, and the next call tries again.
 */
export async function defineLater(tag: string): Promise<boolean> {
  if (isDefined(tag)) return true;
  try {
    const load = loaders[tag];
    if (load) defineOnce(tag, await load());
    else warn(tag, 'Nothing on this page defines it.');
  } catch (error) {
    warn('script', (error as Error).message);
  }
  return isDefined(tag);
}
