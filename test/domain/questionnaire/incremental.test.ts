import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '../../../src/domain/questionnaire/answers.js';
import { withEntry, withInstance, withoutInstance } from '../../../src/domain/questionnaire/edit-answers.js';
import { enabledItems, walk } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Condition, Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { randomEdit, randomForm } from '../../support/random-forms.js';
import { seeded } from '../../support/seeded.js';
import { enabledAt, form, item, when } from '../../support/small-forms.js';

/** What these answers give when nobody has looked at the form before. */
const fresh = (questionnaire: Questionnaire, answers: Answers) =>
  enabledItems({ ...questionnaire }, { ...answers });

describe('answers that follow on others', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'give what they give on their own, whatever was done before (seed %i)',
    (seed) => {
      const questionnaire = randomForm(seed, 5 + seed * 2);
      const draw = seeded(seed);
      let answers = NO_ANSWERS;
      for (let step = 0; step < 60; step += 1) {
        let next = randomEdit(questionnaire, answers, draw);
        // Now and then several things happen at once, or an earlier state comes back.
        if (draw() < 0.2) next = randomEdit({ ...questionnaire }, next, draw);
        if (draw() < 0.05) next = { ...NO_ANSWERS };
        answers = next;
        expect(enabledItems(questionnaire, answers), `step ${step}`).toEqual(fresh(questionnaire, answers));
      }
    },
  );
});
