import { computePosition, type Platform, type Rect } from '@floating-ui/core';

/** Where an element stands on the page, in CSS pixels from the page's own corner. */
function rectOf(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + scrollX, y: top + scrollY, width, height };
}

/**
 * The top layer as floating-ui sees it. A popover there is placed from the page's corner, with no scroll container,
 * transform or offset parent between: all that the platform for whole documents weighs more for.
 */
const topLayer: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: rectOf(reference as Element),
    floating: rectOf(floating as Element),
  }),
  getDimensions: (element) => rectOf(element as Element),
  getClippingRect: () => rectOf(document.documentElement),
  isRTL: (element) => getComputedStyle(element as Element).direction === 'rtl',
};

/**
 * For the `toggle` event of a popover that follows its button: places it below the button, where it scrolls along
 * with the button by itself.
 */
export async function placePopover(event: Event): Promise<void> {
  const popover = event.currentTarget;
  const isOpen = event instanceof ToggleEvent && event.newState === 'open';
  if (!isOpen || !(popover instanceof HTMLElement) || !popover.previousElementSibling) return;
  const { x, y } = await computePosition(popover.previousElementSibling, popover, {
    placement: 'bottom-start',
    platform: topLayer,
  });
  popover.style.setProperty('left', `${x}px`);
  popover.style.setProperty('top', `${y}px`);
}
