import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../../src/content/en/health-history.js';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import { minutesFor } from '../../../src/domain/questionnaire/progress.js';
import { answersOf } from '../../support/answers.js';
import type { AnswerOption, Item } from '../../../src/domain/questionnaire/questionnaire.js';
import { form, item } from '../../support/small-forms.js';

const some = (count: number): readonly AnswerOption[] =>
  Array.from({ length: count }, (_, index) => ({ code: `c${index}`, display: `Answer ${index}` }));

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

  const about = (...items: readonly Item[]) => minutesFor(enabledItems(form(...items), NO_ANSWERS));
  const twelve = (make: (linkId: string) => Item) =>
    Array.from({ length: 12 }, (_, index) => make(`q${index}`));

  it.each<[string, number, (linkId: string) => Item]>([
    ['required texts of 75 seconds', 15, (id) => item(id, 'text', { required: true })],
    ['optional ones, every other of which is passed over', 8, (id) => item(id, 'text')],
    ['dates of 20 seconds', 4, (id) => item(id, 'date', { required: true })],
    [
      'choices of 12 seconds and 2 for each of 4 answers',
      4,
      (id) => item(id, 'choice', { required: true, answerOption: some(4) }),
    ],
    [
      'choices from lists too long to read',
      7,
      (id) => item(id, 'choice', { required: true, answerOption: some(900) }),
    ],
    ['texts to read, of 8 seconds', 2, (id) => item(id, 'display')],
    [
      'answers to read that can’t be changed',
      2,
      (id) => item(id, 'text', { required: true, readOnly: true }),
    ],
    ['questions that nobody sees', 1, (id) => item(id, 'text', { required: true, hidden: true })],
    [
      'groups that nobody sees, with all in them',
      1,
      (id) => item(id, 'group', { hidden: true, item: [item(`in-${id}`, 'text')] }),
    ],
    ['repeating questions', 8, (id) => item(id, 'text', { repeats: true })],
    [
      'repeating questions of which one answer is needed',
      15,
      (id) => item(id, 'text', { repeats: true, required: true }),
    ],
  ])('for twelve %s is %i', (_, minutes, make) => {
    expect(about(...twelve(make))).toBe(minutes);
  });

  it('is no more for the whole health history than a client is told', () => {
    expect(minutesFor(pages)).toBeLessThanOrEqual(35);
  });
});
