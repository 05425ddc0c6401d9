import { describe, expect, it } from 'vitest';
import { dateInWords, instantInWords } from '../../src/locale/format.js';

describe('a date in words', () => {
  it('is the day that was written, wherever it is read', () => {
    expect(dateInWords('1984-03-27', 'en')).toBe('March 27, 1984');
  });

  it('is what came where it is no day', () => {
    expect(dateInWords('2026-13-45', 'en')).toBe('2026-13-45');
    expect(dateInWords('', 'en')).toBe('');
  });
});

describe('an instant in words', () => {
  it('says the day and the time', () => {
    expect(instantInWords('2026-11-22T20:10:00.000Z', 'en')).toMatch(/^November 2[23], 2026 at \d+:\d\d/);
  });

  it('is what came where there is no such time', () => {
    expect(instantInWords('2026-13-45T25:61:61Z', 'en')).toBe('2026-13-45T25:61:61Z');
    expect(instantInWords('soon', 'en')).toBe('soon');
  });
});
