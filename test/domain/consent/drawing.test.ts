import { describe, expect, it } from 'vitest';
import { atWidth, drawingOf } from '../../../src/domain/consent/drawing.js';
import { drawing } from '../../../src/domain/consent/record.js';

const line = (points: number) => Array.from({ length: points }, (_, index) => [index / 7, index / 13]);
const pad = { width: 400, height: 200 };

describe('a drawing for the record', () => {
  it('is to a tenth of a pixel', () => {
    expect(drawingOf({ width: 400.04, height: 200, strokes: [[[1.2345, 2.06]]] })).toEqual({
      width: 400,
      height: 200,
      strokes: [[[1.2, 2.1]]],
    });
  });

  it.each([[[]], [[[], []]]])('is none where nothing is drawn', (strokes) => {
    expect(drawingOf({ ...pad, strokes })).toBe(undefined);
  });

  it.each([
    ['one endless line', [line(50_000)]],
    ['lines without end', Array.from({ length: 500 }, () => line(100))],
    ['a line as long as may be', [line(4000)]],
    ['one point more', [line(4001)]],
  ])('fits a record, from beginning to end, where it is %s', (_, strokes) => {
    const made = drawingOf({ ...pad, strokes });
    expect(drawing.safeParse(made).success).toBe(true);
    const points = made?.strokes.flat() ?? [];
    expect(points.length).toBeLessThanOrEqual(9000);
    const first = strokes[0] ?? [];
    expect(made?.strokes[0]?.at(-1)).toEqual(first.at(-1)?.map((value) => Math.round(value * 10) / 10));
  });

  it('is as it was drawn where it is not too long', () => {
    expect(drawingOf({ ...pad, strokes: [line(300)] })?.strokes[0]).toHaveLength(300);
  });
});

describe('a drawing on another pad', () => {
  it('keeps its shape', () => {
    expect(atWidth({ ...pad, strokes: [[[40, 20]]] }, 200)).toEqual({
      width: 200,
      height: 100,
      strokes: [[[20, 10]]],
    });
  });
});
