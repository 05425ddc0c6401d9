import { describe, expect, it } from 'vitest';
import { practiceBasics } from '../../../src/domain/practice/basics.js';
import { checkedLine } from '../../../src/domain/practice/profile.js';
import { stillwater } from '../../support/practice-samples.js';

const isTaken = (replacing: Readonly<Record<string, unknown>>): boolean =>
  practiceBasics.safeParse({ ...stillwater, ...replacing }).success;

describe('what a practice says about itself', () => {
  it('is taken as it is', () => {
    expect(practiceBasics.safeParse(stillwater)).toEqual({ success: true, data: stillwater });
  });

  it.each([0, 16, 18, 21, 100])('may name %d as the youngest age', (minimumAge) => {
    expect(isTaken({ minimumAge })).toBe(true);
  });

  // A number out of these would tell every client that they are too young, or let a child pass.
  it.each([-1, 101, 2008, '18', null])('may not name %j as the youngest age', (minimumAge) => {
    expect(isTaken({ minimumAge })).toBe(false);
  });

  it('says on which day a line was checked, and there must be such a day', () => {
    const line = { name: 'Night line', phone: '988' };
    expect(checkedLine.safeParse({ ...line, lastVerified: '2026-11-01' }).success).toBe(true);
    expect(checkedLine.safeParse({ ...line, lastVerified: '2026-13-45' }).success).toBe(false);
  });
});
