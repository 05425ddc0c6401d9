import { loadFloating } from './later-code.js';

const stops = new WeakMap<Element, () => void>();

/** The button that opens a popover, wherever it stands; where there is none, the element before the popover. */
function anchorOf(floating: HTMLElement): Element | null {
  const root = floating.getRootNode() as ShadowRoot;
  return root.querySelector(`[popovertarget="${floating.id}"]`) ?? floating.previousElementSibling;
}

/**
 * For the `toggle` of a popover: keeps it beside what opened it for as long as it is open. Where the code for it can't
 * be loaded, it stands in the middle of the window, as browsers have it.
 */
export function stayBeside({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): void {
  const { style } = currentTarget;
  const anchor = anchorOf(currentTarget);
  const isOpen = () => currentTarget.matches(':popover-open');
  stops.get(currentTarget)?.();
  stops.delete(currentTarget);
  style.opacity = '';
  if (!anchor || !isOpen()) return;
  loadFloating().then(
    ({ keepPlaced }) => {
      if (isOpen()) stops.set(currentTarget, keepPlaced(anchor, currentTarget));
    },
    () => {
      style.opacity = '1';
    },
  );
}
