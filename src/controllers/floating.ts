import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** Between what floats and the window's edge, and twice what is between it and its anchor, in pixels. */
const GAP = 8;

async function place(anchor: Element, floating: HTMLElement): Promise<void> {
  const { style } = floating;
  const { x, y } = await computePosition(anchor, floating, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP / 2),
      flip({ padding: GAP }),
      shift({ padding: GAP }),
      size({
        padding: GAP,
        apply({ rects, availableHeight }) {
          style.minInlineSize = `${rects.reference.width}px`;
          style.maxBlockSize = `min(45vh, ${availableHeight}px)`;
        },
      }),
    ],
  });
  style.inset = `${y}px auto auto ${x}px`;
  style.margin = '0';
  style.opacity = '1';
}

/**
 * Places `floating` below its anchor, or above it where there is no room, whatever scrolls or changes its size.
 *
 * @returns what ends it.
 */
export function keepPlaced(anchor: Element, floating: HTMLElement): () => void {
  const stop = autoUpdate(anchor, floating, () => {
    if (floating.isConnected) void place(anchor, floating);
    else stop();
  });
  return stop;
}
