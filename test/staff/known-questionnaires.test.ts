import { describe, expect, it } from 'vitest';
import { otherForm, ourForm } from '../../demo/staff/known-questionnaires.js';
import { healthHistory } from '../../src/content/en/health-history.js';
import { canonicalOf, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';

const older = 'urn:kap:questionnaire:health-history|1.0.0';

const practices: Questionnaire = {
  schema: 'kap/questionnaire/1',
  id: 'health-history',
  version: '9',
  title: 'Our own history',
  locale: 'en',
  item: [],
};

describe('the form that a response is read by', () => {
  it('is ours with its rules where it answers exactly that version', () => {
    const found = ourForm(canonicalOf(healthHistory));
    expect(found?.questionnaire).toBe(healthHistory);
    expect(found?.ruleSet?.questionnaire).toBe('health-history');
    expect(ourForm(older)).toBeUndefined();
  });

  it('is ours where it answers another version and the practice publishes ours or nothing', () => {
    for (const published of [undefined, healthHistory])
      expect(otherForm(older, published)?.ruleSet?.questionnaire).toBe('health-history');
  });

  it('is the practice’s own without our rules where that has the name of ours', () => {
    for (const canonical of [canonicalOf(practices), older])
      expect(otherForm(canonical, practices)).toEqual({ questionnaire: practices, ruleSet: undefined });
  });

  it('is none of ours where only the id is the same', () => {
    expect(otherForm('https://practice.example/health-history|2.0.0', undefined)).toBeUndefined();
  });
});
