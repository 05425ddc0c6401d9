import { describe, expect, it } from 'vitest';
import { aboutInWords, findingInWords, rulesInWords, sorted } from '../../demo/staff/reading/findings.js';
import type { Finding } from '../../demo/staff/session-answers.js';
import { aBooking } from './bookings.js';

const found = (replacing: Partial<Finding>): Finding => ({
  rule: 'needs',
  level: 'block',
  sessions: ['0'],
  mayOverride: false,
  ...replacing,
});

describe('a rule that speaks against a change', () => {
  it.each([
    [found({ need: 'clearance' }), 'The prescriber’s clearance does not cover it.'],
    [
      found({ rule: 'preparation-first', count: 1, hours: 24 }),
      'Before the first dosing session one preparation session must have taken place, at least 24 hours earlier.',
    ],
    [
      found({ rule: 'dosing-gap', bound: 'min', days: 7 }),
      'At least 7 days lie between two dosing sessions.',
    ],
    [
      found({ rule: 'integration-after', hours: 0, days: 7 }),
      'A dosing session needs an integration session at most 7 days after it.',
    ],
    [
      found({ rule: 'integration-after', level: 'warn', hours: 24, maxHours: 72 }),
      'A dosing session is best followed by an integration session 24 hours or more and at most 72 hours after it.',
    ],
    [found({ rule: 'notice', bound: 'min', hours: 24 }), 'Sessions are booked at least 24 hours ahead here.'],
    [found({ rule: 'notice', bound: 'max', days: 90 }), 'Sessions are booked at most 90 days ahead here.'],
    [found({ rule: 'own-session' }), 'The client has another session at that time.'],
    [found({ rule: 'of-their-own' }), 'The practice’s rule “of-their-own” does not allow it.'],
  ])('is said in a sentence: %j', (finding, words) => {
    expect(findingInWords(finding)).toBe(words);
  });

  it('says which sessions it is about: those that are wished for, and those that stand', () => {
    const standing = aBooking({ kind: 'integration' });
    const finding = found({ sessions: ['0', standing.id, 'gone'] });
    expect(aboutInWords(finding, [{ kind: 'dosing' }], [standing], [])).toBe('Dosing, Integration');
  });

  it('is final, or passes with a reason, or is good to know', () => {
    const [final, passable, warning] = [
      found({}),
      found({ rule: 'notice', mayOverride: true }),
      found({ rule: 'dosing-gap', level: 'warn' }),
    ];
    expect(sorted([warning, passable, final])).toEqual({
      final: [final],
      passable: [passable],
      warnings: [warning],
    });
  });

  it('has a name once it was let pass', () => {
    expect(rulesInWords(['notice'])).toBe('the rule on the time ahead');
    expect(rulesInWords(['notice', 'follow-up-after'])).toBe('the rules on the time ahead and the follow-up');
  });
});
