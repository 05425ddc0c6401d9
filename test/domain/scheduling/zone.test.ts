import { describe, expect, it } from 'vitest';
import { dateIn } from '../../../src/domain/scheduling/zone.js';

describe('the date in a zone', () => {
  it.each([
    ['2026-11-22T05:00:00Z', 'America/Los_Angeles', '2026-11-21'],
    ['2026-11-22T05:00:00Z', 'America/New_York', '2026-11-22'],
    ['2026-11-22T05:00:00Z', 'UTC', '2026-11-22'],
    ['2026-11-22T14:00:00Z', 'Pacific/Auckland', '2026-11-23'],
    ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2027-01-01T02:00:00Z', 'America/New_York', '2026-12-31'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01'],
  ])('at %s in %s is %s', (instant, zone, date) => {
    expect(dateIn(zone, Date.parse(instant))).toBe(date);
  });

  it('is that of UTC in a zone that nobody knows', () => {
    expect(dateIn('Atlantis/Capital', Date.parse('2026-11-22T23:59:00Z'))).toBe('2026-11-22');
  });
});
