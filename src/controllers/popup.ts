import { computePosition } from '@floating-ui/dom';

/**
 * For the `toggle` event of a popover that follows its button: places it below the button. In
 * the top layer `absolute` is measured from the page, so it scrolls along with the button by itself.
 */
export async function placePopover(event: Event): Promise<void> {
  const popover = event.currentTarget;
  const isOpen = event instanceof ToggleEvent && event.newState === 'open';
  if (!isOpen || !(popover instanceof HTMLElement) || !popover.previousElementSibling) return;
  const { x, y } = await computePosition(popover.previousElementSibling, popover, {
    placement: 'bottom-start',
  });
  popover.style.setProperty('left', `${x}px`);
  popover.style.setProperty('top', `${y}px`);
}
