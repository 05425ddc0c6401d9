/** The short names by which an element can be placed: `data-kap="journey"`, `Kap.mount(node, { element: 'journey' })`. */
export const TAGS = { journey: 'kap-journey', 'intake-form': 'kap-intake-form' } as const;

export type ShortName = keyof typeof TAGS;

/** Which element to place, and its attributes by name. */
export type MountOptions = { readonly element?: ShortName } & Readonly<Record<string, string>>;

const ATTRIBUTE_PREFIX = 'data-kap-';

const isShortName = (name: string): name is ShortName => Object.hasOwn(TAGS, name);

/**
 * Puts an element into a node that a site builder has left standing. What the node held becomes the fallback.
 *
 * @returns the element, or the one that stands there already.
 */
export function mount(node: Element, options: MountOptions = {}): HTMLElement {
  const { element = 'journey', ...attributes } = options;
  const tag = TAGS[element];
  const standing = node.querySelector<HTMLElement>(`:scope > ${tag}`);
  if (standing) return standing;
  const mounted = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) mounted.setAttribute(name, value);
  mounted.append(...node.childNodes);
  node.append(mounted);
  return mounted;
}

/** Mounts a `<div data-kap="…" data-kap-endpoint="…">`; site builders that strip unknown tags leave it alone. */
export function mountMarked(node: Element, warn: (setting: string, sentence: string) => void): void {
  const name = node.getAttribute('data-kap') || 'journey';
  if (!isShortName(name)) {
    warn('data-kap', `There is no element of that name. It can be ${Object.keys(TAGS).join(' or ')}.`);
    return;
  }
  const attributes = Object.fromEntries(
    [...node.attributes]
      .filter((attribute) => attribute.name.startsWith(ATTRIBUTE_PREFIX))
      .map((attribute) => [attribute.name.slice(ATTRIBUTE_PREFIX.length), attribute.value]),
  );
  mount(node, { ...attributes, element: name });
}
