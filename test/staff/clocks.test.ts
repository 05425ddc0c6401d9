import { describe, expect, it } from 'vitest';
import { clocksInWords } from '../../demo/staff/reading/clocks.js';

const RECEIVED = '2026-11-22T20:00:00.000Z';
const signedAt = (instant: string) => clocksInWords(instant, RECEIVED);

describe('the device’s clock and the endpoint’s', () => {
  it.each(['2026-11-22T19:59:50.000Z', '2026-11-22T19:51:00.000Z', '2026-11-22T20:00:40.000Z'])(
    'agree when it was signed at %s and received at 20:00',
    (instant) => {
      expect(signedAt(instant)).toMatchObject({ isNotable: false, words: expect.stringContaining('agree') });
    },
  );

  it('say what was done: something was signed, or taken back', () => {
    const takenBackAt = (instant: string) => clocksInWords(instant, RECEIVED, 'taken back').words;
    expect(takenBackAt(RECEIVED)).toContain('right after it was taken back');
    expect(takenBackAt('2026-11-22T23:30:00.000Z')).toContain('it was taken back 3 hours after');
    expect(takenBackAt('2026-11-20T19:00:00.000Z')).toContain('time of taking it back');
  });

  it('are worth a thought when the device says later than the endpoint', () => {
    expect(signedAt('2026-11-22T23:30:00.000Z')).toEqual({
      isNotable: true,
      words: 'By the device’s clock it was signed 3 hours after it was received. That clock is ahead.',
    });
  });

  it('are worth a thought when much time lies between them', () => {
    expect(signedAt('2026-11-20T19:00:00.000Z')).toEqual({
      isNotable: true,
      words: expect.stringMatching(/^It was received 2 days after the device’s time of signing\./),
    });
  });
});
