import SignaturePad from 'signature_pad';
import { atWidth, drawingOf } from '../domain/consent/drawing.js';
import type { Drawing } from '../domain/consent/record.js';

/** Thickness of a line, in pixels: the same all along, so that it looks the same when it is drawn again. */
const LINE = 2;

export interface DrawingPad {
  /** Draws these lines in the place of what is there. */
  show(drawing: Drawing | undefined): void;
  end(): void;
}

/** Calls back whenever a pixel of the page becomes as many on the screen as before, or more, or fewer. */
function watchPixels(onChange: () => void): () => void {
  let query: MediaQueryList | undefined;
  const follow = () => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const changed = () => {
    follow();
    onChange();
  };
  follow();
  return () => query?.removeEventListener('change', changed);
}

/**
 * Lets somebody draw on a canvas. What was drawn is drawn again whenever the canvas changes its size, its sharpness or
 * its colour, from the lines themselves.
 *
 * @param onDrawn gets all lines after each one.
 */
export function keepDrawn(canvas: HTMLCanvasElement, onDrawn: (drawing: Drawing) => void): DrawingPad {
  let shown: Drawing | undefined;
  let size = '';
  let isDrawing = false;
  const pad = new SignaturePad(canvas, { minWidth: LINE, maxWidth: LINE, dotSize: LINE });

  const taken = (): Drawing | undefined => {
    const { width, height } = canvas.getBoundingClientRect();
    return drawingOf({
      width,
      height,
      strokes: pad.toData().map(({ points }) => points.map(({ x, y }) => [x, y])),
    });
  };

  const redraw = (drawing: Drawing | undefined) => {
    const { width, height } = canvas.getBoundingClientRect();
    // Under somebody's hand nothing is drawn anew; it is as soon as the hand is lifted.
    if (isDrawing || width === 0 || height === 0) return;
    size = `${width} ${height} ${devicePixelRatio}`;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    canvas.getContext('2d')?.scale(canvas.width / width, canvas.height / height);
    const penColor = getComputedStyle(canvas).color;
    pad.penColor = penColor;
    const strokes = drawing ? atWidth(drawing, width).strokes : [];
    const { dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = pad;
    pad.fromData(
      strokes.map((stroke) => ({
        ...{ penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation },
        points: stroke.map(([x = 0, y = 0]) => ({ x, y, pressure: 0.5, time: 0 })),
      })),
    );
  };

  const onResize = () => {
    const { width, height } = canvas.getBoundingClientRect();
    if (size !== `${width} ${height} ${devicePixelRatio}`) redraw(shown);
  };
  const onColor = () => redraw(shown);
  const onBegin = () => {
    isDrawing = true;
  };
  const onStroke = () => {
    isDrawing = false;
    shown = taken();
    // What is to be seen is what is kept, to the last point.
    redraw(shown);
    if (shown) onDrawn(shown);
  };

  const resizes = new ResizeObserver(onResize);
  resizes.observe(canvas);
  const stopPixels = watchPixels(onResize);
  pad.addEventListener('beginStroke', onBegin);
  pad.addEventListener('endStroke', onStroke);
  // Whatever turns light into dark, the style sheet lets the colour pass over, if only for a moment.
  canvas.addEventListener('transitionend', onColor);
  redraw(undefined);

  return {
    show(drawing) {
      if (drawing === shown) return;
      shown = drawing;
      redraw(drawing);
    },
    end() {
      pad.off();
      resizes.disconnect();
      stopPixels();
      canvas.removeEventListener('transitionend', onColor);
    },
  };
}
