import { describe, expect, it } from 'vitest';
import { helpByCountry } from '../../src/content/crisis-lines.js';
import { checkedLine } from '../../src/domain/practice/profile.js';
import { plainDate } from '../../src/domain/untrusted.js';

describe.each([...helpByCountry])('whom to call in %s', (country, { emergency, lines }) => {
  it('is a country by its two letters', () => {
    expect(country).toMatch(/^[A-Z]{2}$/);
  });

  it('is an emergency number and at least one line, each with a number', () => {
    expect(emergency).toMatch(/^\d{3}$/);
    expect(lines.length).toBeGreaterThan(0);
    for (const { phone } of lines) expect(phone).toMatch(/^[\d ]{3,}(, then press \d)?$/);
  });

  it('has a day for each line on which somebody has looked it up', () => {
    for (const { lastVerified } of lines) expect(plainDate.safeParse(lastVerified).success).toBe(true);
  });

  it('is as a practice would write it in its profile', () => {
    for (const line of lines) expect(checkedLine.safeParse(line)).toEqual({ success: true, data: line });
  });
});

describe('countries with help', () => {
  it('hold the United States', () => {
    expect(helpByCountry.get('US')).toMatchObject({
      emergency: '911',
      lines: [
        { phone: '988', text: '988' },
        { phone: '988, then press 1', text: '838255' },
      ],
    });
  });

  it('hold none whose lines nobody has looked up', () => {
    for (const country of ['GB', 'IE', 'FR', 'DE', 'NL', 'BR', 'IN'])
      expect(helpByCountry.has(country)).toBe(false);
  });
});
