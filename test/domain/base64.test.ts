import { describe, expect, it } from 'vitest';
import { base64, base64url, fromBase64url, hexBytes, utf8Bytes } from '../../src/domain/base64.js';
import { seeded } from '../support/seeded.js';

const draw = seeded(4648);
const byteLists = Array.from({ length: 500 }, (_, length) =>
  Array.from({ length: length % 70 }, () => Math.floor(draw() * 256)),
);

describe('base64', () => {
  it('is written as Node writes it, in both alphabets', () => {
    for (const bytes of byteLists) {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }
  });

  it('is read back as it was', () => {
    for (const bytes of byteLists) expect(fromBase64url(base64url(bytes))).toEqual(bytes);
  });

  it.each([
    ['a letter that is none', 'AA*A'],
    ['letters of the other alphabet', '+/+/'],
    ['padding', 'AA=='],
    ['a letter too few', 'AAAAA'],
    ['bits left over', 'AB'],
    ['a space', 'AAAA '],
  ])('with %s is none', (_, text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});

describe('bytes', () => {
  it.each(['', 'abc', '%41', 'é', '日本', '😀\u0000\n'])('of %j are those of UTF-8', (text) => {
    expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')]);
  });

  it('of a digest are what its digits say', () => {
    expect(hexBytes('00ff10')).toEqual([0, 255, 16]);
  });
});
