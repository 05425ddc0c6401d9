import { describe, expect, it } from 'vitest';
import { stillwater } from '../../../demo/endpoint/seed/practice.js';
import { readPlanRules } from '../../../src/domain/practice/plan-rules.js';
import { finding } from '../../../src/domain/scheduling/finding.js';
import {
  findingsOf,
  type PlanFacts,
  type PlannedSession,
} from '../../../src/domain/scheduling/plan-rules.js';

describe('the plan rules of a profile', () => {
  it('are read as they are written', () => {
    expect(readPlanRules(stillwater.planRules)).toEqual({ rules: stillwater.planRules, unreadable: [] });
    expect(readPlanRules(undefined)).toEqual({ rules: [], unreadable: [] });
  });

  it('are read one by one: a slip in one keeps nobody from the rest', () => {
    const good = { id: 'one-of-a-day', level: 'block' };
    const slips = [
      { id: 'notice', level: 'block', hours: 'a day' },
      { id: 'moon-phase', level: 'warn' },
      { id: 'dosing-gap', level: 'loud' },
      { id: 'dosing-quota', level: 'block', count: 1.5, days: 30 },
      null,
      7,
    ];
    expect(readPlanRules([...slips, good])).toEqual({
      rules: [good],
      unreadable: ['notice', 'moon-phase', 'dosing-gap', 'dosing-quota', 'planRules[4]', 'planRules[5]'],
    });
    expect(readPlanRules('none')).toEqual({ rules: [], unreadable: ['planRules'] });
  });

  it('are found broken in words that travel', () => {
    const start = Date.parse('2026-02-01T19:00:00Z');
    const dosing: PlannedSession = { key: 'one', kind: 'dosing', start, end: start + 1, mode: 'in-person' };
    const facts: PlanFacts = {
      now: start - 1,
      timeZone: stillwater.timeZone,
      rules: readPlanRules(stillwater.planRules).rules,
      kinds: stillwater.sessionKinds,
      care: undefined,
      currentConsents: [],
      standing: [],
    };
    const found = findingsOf([dosing], facts);
    expect(found.length).toBeGreaterThan(3);
    for (const each of found) expect(finding.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
  });
});
