import { describe, expect, it } from 'vitest';
import {
  instant,
  locale,
  parseUntrusted,
  plainDate,
  safeUrl,
  slug,
  uuid,
} from '../../src/domain/untrusted.js';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('somebody else’s JSON', () => {
  it('is read as it stands', () => {
    expect(parseUntrusted('{"a":[1,"two",null,true]}', 100)).toEqual({ a: [1, 'two', null, true] });
    expect(parseUntrusted('null', 100)).toBeNull();
  });

  it.each(['', '<!doctype html><p>Please accept our terms.', '{"a":', 'undefined'])(
    'is nothing where it is no JSON: %j',
    (text) => {
      expect(parseUntrusted(text, 100)).toBeUndefined();
    },
  );

  it.each([
    '{"__proto__":{"cleared":true}}',
    '{"a":[{"constructor":1}]}',
    '{"a":{"b":{"prototype":null}}}',
    '{"\\u005f_proto__":1}',
  ])('is refused with a key that could reach a prototype: %s', (text) => {
    expect(parseUntrusted(text, 100)).toBeUndefined();
  });

  it.each(['"\\u0000"', '{"a":["b\\u0000c"]}', '{"a\\u0000":1}'])(
    'is refused with the character that no database keeps: %s',
    (text) => {
      expect(parseUntrusted(text, 100)).toBeUndefined();
    },
  );

  it('may say such a word as a value', () => {
    expect(parseUntrusted('["__proto__"]', 100)).toEqual(['__proto__']);
  });

  it('may be 64 levels deep and no deeper', () => {
    expect(parseUntrusted(nested(64), 1000)).toBeDefined();
    expect(parseUntrusted(nested(66), 1000)).toBeUndefined();
    expect(parseUntrusted(nested(200_000), 1_000_000)).toBeUndefined();
  });

  it('may be as long as it is allowed to be and no longer', () => {
    expect(parseUntrusted('"four"', 6)).toBe('four');
    expect(parseUntrusted('"four"', 5)).toBeUndefined();
  });
});

describe('a link that a client may follow', () => {
  it.each(['https://practice.example/fees', 'tel:+15035550182', 'mailto:hello@practice.example', 'TEL:988'])(
    'can be %s',
    (url) => {
      expect(safeUrl.safeParse(url).success).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://practice.example',
    '//practice.example',
    'https://practice.example/"onclick=',
    'https://practice.example/a b',
    `https://practice.example/${'x'.repeat(2000)}`,
    '',
  ])('cannot be %s', (url) => {
    expect(safeUrl.safeParse(url).success).toBe(false);
  });
});

describe('names and times', () => {
  it.each([
    ['health-history', slug, true],
    ['../care', slug, false],
    ['Health', slug, false],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', uuid, true],
    ['0F8FAD5B-D9CB-469F-A165-70867728950E', uuid, false],
    ['0f8fad5bd9cb469fa16570867728950e', uuid, false],
    ['2026-11-22T20:10:00.000Z', instant, true],
    ['2026-11-22T20:10:00+02:00', instant, true],
    ['2026-11-22 20:10', instant, false],
    ['2026-13-22T20:10:00Z', instant, false],
    ['2026-11-22T24:10:00Z', instant, false],
    ['2026-11-32T20:10:00Z', instant, false],
    ['2026-02-31T20:10:00Z', instant, false],
    ['2027-02-29T20:10:00Z', instant, false],
    ['2028-02-29T20:10:00Z', instant, true],
    ['2000-02-29T20:10:00Z', instant, true],
    ['2100-02-29T20:10:00Z', instant, false],
    ['2026-11-31T20:10:00Z', instant, false],
    ['2026-12-31T20:10:00Z', instant, true],
    ['2026-11-22T20:60:00Z', instant, false],
    ['2026-11-22T20:10:61Z', instant, false],
    ['2026-11-22T20:10:00+25:00', instant, false],
    ['2026-11-22', plainDate, true],
    ['2026-11-32', plainDate, false],
    ['2026-00-10', plainDate, false],
    ['22.11.2026', plainDate, false],
    ['en', locale, true],
    ['zh-Hant-TW', locale, true],
    ['English', locale, false],
  ] as const)('%#: “%s” is judged', (value, schema, isTaken) => {
    expect(schema.safeParse(value).success).toBe(isTaken);
  });
});
