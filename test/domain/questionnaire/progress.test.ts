import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import { minutesFor } from '../../../src/domain/questionnaire/progress.js';
import { answersOf } from '../../support/answers.js';

describe('about how many minutes', () => {
  const pages = enabledItems(healthHistory, NO_ANSWERS);

  it('is at least one', () => {
    expect(minutesFor([])).toBe(1);
  });

  it('grows with what is asked', () => {
    const [first, second] = [minutesFor(pages.slice(0, 1)), minutesFor(pages.slice(0, 2))];
    expect(second).toBeGreaterThan(first);
    expect(minutesFor(pages)).toBeGreaterThan(second);
  });

  it('counts what an answer brings along, in each instance', () => {
    const more = answersOf({ 'takes-medicine': ['yes'] }, { medicine: [1, 2, 3, 4, 5] });
    expect(minutesFor(enabledItems(healthHistory, more))).toBeGreaterThan(minutesFor(pages));
  });

  it('is no more for the whole health history than a client is told', () => {
    expect(minutesFor(pages)).toBeLessThanOrEqual(35);
  });
});
