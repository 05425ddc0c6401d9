import { describe, expect, test } from 'vitest';
import { judge } from '../../demo/endpoint/readiness/judge.js';
import { readiness } from '../../src/content/en/questionnaires/index.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import { readinessResponse, type Given } from '../support/readiness.js';

const ruleSet = reviewRuleSets.find(({ questionnaire }) => questionnaire === readiness.id);
const settings = { severities: {}, thresholds: {} };
const judged = (given: Given, rules: Parameters<typeof judge>[2] = { ruleSet, settings }) =>
  judge(readiness, readinessResponse(given), rules, '2026-11-23');

describe('The form before a dosing session', () => {
  test('needs nobody to look at it where nothing has changed and the way home is settled', () => {
    expect(judged({})).toEqual({ missing: [], reasons: [] });
  });

  test('has to be looked at for every flag, and says which rule it was', () => {
    const { reasons } = judged({ 'unusual-experiences': 'yes', 'used-week': 'alcohol' });
    expect(reasons).toContainEqual({
      why: 'flag',
      ruleId: 'new-psychosis',
      severity: 'stop',
      words: 'Has heard or seen what others did not since they were last asked.',
    });
    expect(reasons.map(({ ruleId }) => ruleId)).toContain('used-this-week');
  });

  test('has to be looked at where an answer is not known, or not given, that a rule looks at', () => {
    expect(judged({ pregnant: 'not-sure' }).reasons).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(/unsure|flag/) }),
    );
    expect(judged({ breastfeeding: undefined }).reasons).toContainEqual(
      expect.objectContaining({ why: 'unanswered' }),
    );
    expect(judged({ 'before-session': undefined }).reasons).toEqual([]);
  });

  test.each<[string, Given, readonly string[]]>([
    ['who takes them home has not agreed', { 'escort-agreed': 'no' }, ['escort']],
    ['nothing is said of whether they agreed', { 'escort-agreed': undefined }, ['escort']],
    ['the way home is not known yet', { transport: 'not-yet' }, ['transport']],
    ['nothing is said of the way home', { transport: undefined }, ['transport']],
    ['both are open', { 'escort-agreed': 'no', transport: 'not-yet' }, ['escort', 'transport']],
  ])('misses something where %s', (_, given, missing) => {
    expect(judged(given).missing).toEqual(missing);
  });

  test('weighs what the practice has set, and without rules is all for somebody to look at', () => {
    const off = { severities: { 'used-this-week': 'off' as const }, thresholds: {} };
    expect(judged({ 'used-week': 'alcohol' }, { ruleSet, settings: off }).reasons).toEqual([]);
    expect(judged({}, { ruleSet: undefined, settings }).reasons).toEqual([
      { why: 'no-rules', words: readiness.title },
    ]);
  });

  test('never repeats what the client wrote', () => {
    const said = JSON.stringify(judged({ 'escort-name': 'Grandmother Ines', 'used-week': 'ketamine' }));
    expect(said).not.toContain('Ines');
  });
});
