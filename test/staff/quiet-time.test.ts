import { describe, expect, it } from 'vitest';
import { quietTime } from '../../demo/staff/reading/quiet-time.js';

const LAST_USE = Date.parse('2026-11-22T20:00:00Z');
const after = (minutes: number, seconds = 0) =>
  quietTime(LAST_USE, LAST_USE + (minutes * 60 + seconds) * 1000);

describe('quietTime', () => {
  it('leaves somebody who reads alone for fourteen minutes', () => {
    expect(after(0)).toEqual({ status: 'in-use' });
    expect(after(13, 59)).toEqual({ status: 'in-use' });
  });

  it('counts the last minute down', () => {
    expect(after(14)).toEqual({ status: 'ending', secondsLeft: 60 });
    expect(after(14, 59)).toEqual({ status: 'ending', secondsLeft: 1 });
  });

  it('ends after fifteen minutes, also when a computer slept through them', () => {
    expect(after(15)).toEqual({ status: 'ended' });
    expect(after(600)).toEqual({ status: 'ended' });
  });
});
