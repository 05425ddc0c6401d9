import type { Drawing } from './record.js';

type Stroke = Drawing['strokes'][number];

/** As much as a record holds; more than anybody draws who signs. */
const MOST_STROKES = 200;
/** Of all strokes together: enough for a fine line, and about a hundred kilobytes. */
const MOST_POINTS = 8000;
/** In one stroke. */
const MOST_IN_STROKE = 4000;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Every so many points of a stroke, and always its first and last. */
function thinned(stroke: Stroke, step: number): Stroke {
  return stroke.filter((_, index) => index % step === 0 || index === stroke.length - 1);
}

/**
 * What was drawn as a record can hold it: to a tenth of a pixel, with fewer points on very long lines.
 *
 * @returns nothing where nothing is drawn.
 */
export function drawingOf({ width, height, strokes }: Drawing): Drawing | undefined {
  const drawn = strokes.filter(({ length }) => length > 0).slice(0, MOST_STROKES);
  if (drawn.length === 0) return undefined;
  const all = drawn.reduce((sum, { length }) => sum + length, 0);
  const longest = Math.max(...drawn.map(({ length }) => length));
  const step = Math.max(1, Math.ceil(all / MOST_POINTS), Math.ceil(longest / (MOST_IN_STROKE - 1)));
  return {
    width: rounded(width),
    height: rounded(height),
    strokes: drawn.map((stroke) => thinned(stroke, step).map((point) => point.map(rounded))),
  };
}

/** The same lines on a pad of another width. */
export function atWidth({ width, height, strokes }: Drawing, newWidth: number): Drawing {
  const scale = newWidth / width;
  return {
    width: newWidth,
    height: height * scale,
    strokes: strokes.map((stroke) => stroke.map((point) => point.map((value) => value * scale))),
  };
}
