import { warn } from '../compose.js';

/**
 * The elements that a client meets after the first questions. In the script for pages each is a file of its own, so
 * that the first question need not wait for it.
 */
const LATER = {
  'kap-consent': async () => (await import('./kap-consent/kap-consent.js')).KapConsent,
  'kap-session-picker': async () =>
    (await import('./kap-session-picker/kap-session-picker.js')).KapSessionPicker,
} as const;

type LaterTag = keyof typeof LATER;

export const LATER_TAGS = Object.keys(LATER) as readonly LaterTag[];

const isLater = (tag: string): tag is LaterTag => Object.hasOwn(LATER, tag);

/** Whether an element of this name comes to life when it stands on a page. */
export const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

/** Defines the element, unless the page has it already. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!isDefined(tag)) customElements.define(tag, element);
}

/** What is being loaded: two that want the same element at once wait for the same file. */
const underWay = new Map<string, Promise<boolean>>();

async function load(tag: LaterTag): Promise<boolean> {
  try {
    defineOnce(tag, await LATER[tag]());
    return true;
  } catch (error) {
    warn('script', (error as Error).message);
    return false;
  } finally {
    underWay.delete(tag);
  }
}

/**
 * Loads and defines the element, where it is one that comes later and the page does not have it yet.
 *
 * @returns whether it is there. Where its file could not be loaded, whoever runs the page is told, and the next call
 * tries again.
 */
export async function defineLater(tag: string): Promise<boolean> {
  if (isDefined(tag) || !isLater(tag)) return true;
  const loading = underWay.get(tag) ?? load(tag);
  underWay.set(tag, loading);
  return loading;
}
