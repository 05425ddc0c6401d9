import { warn } from '../compose.js';

/** The short names by which an element can be placed: `data-kap="journey"`, `Kap.mount(node, { element: 'journey' })`. */
export const TAGS = {
  journey: 'kap-journey',
  'intake-form': 'kap-intake-form',
  consent: 'kap-consent',
  'session-picker': 'kap-session-picker',
} as const;

export type ShortName = keyof typeof TAGS;

/** Nothing else is taken from a node: cleaned content of strangers may hold any `data-*` attribute. */
const OPTIONS = [
  'endpoint',
  'action',
  'format',
  'config',
  'form',
  'src',
  'exit-url',
  'document',
  'kinds',
  'seal-thumbprints',
  'receipt-thumbprints',
  'theme',
] as const;

/** Which element to place, and its attributes by name. */
export type MountOptions = { readonly element?: ShortName } & {
  readonly [Name in (typeof OPTIONS)[number]]?: string;
};

const isShortName = (name: string): name is ShortName => Object.hasOwn(TAGS, name);

/**
 * Puts an element into a node that a site builder has left standing. What the node held becomes the fallback.
 *
 * @returns the element, or the one that stands there already; nothing where there is no element of that name.
 */
export function mount(node: Element, options: MountOptions = {}): HTMLElement | undefined {
  const element: string = options.element ?? 'journey';
  if (!isShortName(element)) {
    warn('data-kap', `There is no element of that name. It can be ${Object.keys(TAGS).join(' or ')}.`);
    return undefined;
  }
  const tag = TAGS[element];
  const standing = node.querySelector<HTMLElement>(`:scope > ${tag}`);
  if (standing) return standing;
  const mounted = document.createElement(tag);
  for (const name of OPTIONS) {
    const value = options[name];
    if (value !== undefined) mounted.setAttribute(name, value);
  }
  mounted.append(...node.childNodes);
  node.append(mounted);
  return mounted;
}

/** Mounts a `<div data-kap="…" data-kap-endpoint="…">`; site builders that strip unknown tags leave it alone. */
export function mountMarked(node: Element): void {
  const written = OPTIONS.flatMap((name) => {
    const value = node.getAttribute(`data-kap-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  // The name is checked where it is used, like one that comes from a script.
  const element = (node.getAttribute('data-kap') || 'journey') as ShortName;
  mount(node, { ...Object.fromEntries(written), element });
}
