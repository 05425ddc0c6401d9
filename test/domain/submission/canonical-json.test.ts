import canonicalize from 'canonicalize';
import { afterEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { oneOf, seeded } from '../../support/seeded.js';

describe('canonical JSON', () => {
  it('writes the values of RFC 8785, 3.2.2', () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys as RFC 8785, 3.2.3, by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(value)).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-1.7976931348623157e308, '-1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [9.999999999999997e-7, '9.999999999999997e-7'],
  ])('writes the number %d as ECMAScript does', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it.each([
    ['NaN', Number.NaN],
    ['an infinity', [Number.POSITIVE_INFINITY]],
    ['undefined', undefined],
    ['a gap in a list', [1, undefined]],
    ['a function', { a: () => 1 }],
    ['a big integer', 1n],
    ['half of a character', 'cut \ud83d'],
    ['half of a character in a key', { '\ude00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  describe('on a page that has planted a toJSON', () => {
    const prototypes = [Object.prototype, Array.prototype, String.prototype, Number.prototype];

    afterEach(() => {
      for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON');
    });

    it('writes what is there', () => {
      const value = { list: ['a', 1], text: 'b' };
      const expected = canonicalJson(value);
      for (const prototype of prototypes)
        Object.defineProperty(prototype, 'toJSON', { value: () => 'planted', configurable: true });
      expect(JSON.stringify(value)).toBe('"planted"');
      expect(canonicalJson(value)).toBe(expected);
    });
  });
});

const TEXTS = [
  '',
  'a',
  'A',
  'aa',
  '10',
  '9',
  'é',
  'e\u0301',
  '\u2028',
  '\r\n\t',
  '"\\',
  '\u0000',
  '😀',
  '\ufb33',
];
const NUMBERS = [0, 1, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, -123.456];

function randomKeys(draw: () => number): readonly string[] {
  const count = Math.floor(draw() * 6);
  return [...new Set(Array.from({ length: count }, () => oneOf(TEXTS, draw) + oneOf(TEXTS, draw)))];
}

function randomValue(draw: () => number, depth = 0): unknown {
  const kind = draw();
  if (depth < 4 && kind < 0.25) return randomKeys(draw).map(() => randomValue(draw, depth + 1));
  if (depth < 4 && kind < 0.5)
    return Object.fromEntries(randomKeys(draw).map((key) => [key, randomValue(draw, depth + 1)]));
  return oneOf<unknown>([null, true, false, oneOf(TEXTS, draw), oneOf(NUMBERS, draw), draw() * 1e6], draw);
}

/** The same value with every object's members in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reordered(member)] as const);
  return Object.fromEntries(members.reverse());
}

describe('canonical JSON of 3,000 random values', () => {
  const draw = seeded(20261122);
  const values = Array.from({ length: 3000 }, () => randomValue(draw));

  it('parses to the same value', () => {
    for (const value of values) expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });

  it('is the same whatever order the members stand in', () => {
    for (const value of values) expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
  });

  it('has each object’s keys in order', () => {
    for (let round = 0; round < 3000; round++) {
      const keys = randomKeys(draw);
      const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
      const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([key]) => JSON.parse(key) as string);
      // Without a comparison, `sort` goes by UTF-16 code units.
      expect(written).toEqual([...keys].sort());
    }
  });
});

/** Any finite double there is, by its bits. */
function anyNumber(draw: () => number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(0, Math.floor(draw() * 2 ** 32));
  bits.setUint32(4, Math.floor(draw() * 2 ** 32));
  const number = bits.getFloat64(0);
  return Number.isFinite(number) ? number : 0;
}

/** Any text of whole characters, from all of Unicode. */
function anyText(draw: () => number): string {
  const points = Array.from({ length: Math.floor(draw() * 8) }, () =>
    Math.floor(draw() ** 4 * 0x110000),
  ).filter((point) => point < 0xd800 || point > 0xdfff);
  return String.fromCodePoint(...points);
}

function anyValue(draw: () => number, depth = 0): unknown {
  const kind = draw();
  const entries = () => Array.from({ length: Math.floor(draw() * 5) }, () => anyValue(draw, depth + 1));
  if (depth < 5 && kind < 0.25) return entries();
  if (depth < 5 && kind < 0.5) return Object.fromEntries(entries().map((entry) => [anyText(draw), entry]));
  return oneOf<unknown>([null, true, false, anyText(draw), anyNumber(draw), oneOf(NUMBERS, draw)], draw);
}

describe('canonical JSON beside another writer of RFC 8785, the package `canonicalize`', () => {
  it('is the same for 20,000 random values', () => {
    const draw = seeded(8785);
    for (let round = 0; round < 20_000; round++) {
      const value = anyValue(draw);
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }
  });
});
