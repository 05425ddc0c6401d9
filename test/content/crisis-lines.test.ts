import { describe, expect, it } from 'vitest';
import { helpByCountry } from '../../src/content/crisis-lines.js';
import { crisisLine } from '../../src/domain/practice/basics.js';

describe.each([...helpByCountry])('whom to call in %s', (country, { emergency, lines }) => {
  it('is a country by its two letters', () => {
    expect(country).toMatch(/^[A-Z]{2}$/);
  });

  it('is an emergency number and at least one line with a number', () => {
    expect(emergency).toMatch(/^\d{3}$/);
    expect(lines.length).toBeGreaterThan(0);
    for (const { phone } of lines) expect(phone).toMatch(/^[\d ]{3,}$/);
  });

  it('is as a practice would write it in its profile', () => {
    for (const line of lines) expect(crisisLine.safeParse(line)).toEqual({ success: true, data: line });
  });
});

describe('countries with help', () => {
  it('hold the United States', () => {
    expect(helpByCountry.get('US')).toMatchObject({
      emergency: '911',
      lines: [{ phone: '988', text: '988' }],
    });
  });
});
