import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers, type ItemPath } from '../../../src/domain/questionnaire/answers.js';
import { withEntry, withInstance, withoutInstance } from '../../../src/domain/questionnaire/edit-answers.js';
import { enabledItems, walk } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Condition, Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { randomEdit, randomForm } from '../../support/random-forms.js';
import { oneOf, seeded } from '../../support/seeded.js';
import { enabledAt, form, item, options, paths, when } from '../../support/small-forms.js';

/** What these answers give when nobody has looked at the form before. */
const fresh = (questionnaire: Questionnaire, answers: Answers) =>
  enabledItems({ ...questionnaire }, { ...answers });

/** The conditions that were looked at, by the item they stand on. */
class Looks {
  #seen: string[] = [];

  at(by: string, { operator, ...condition }: Condition): Condition {
    const note = () => this.#seen.push(by);
    return {
      ...condition,
      get operator() {
        note();
        return operator;
      },
    };
  }

  during(work: () => void): readonly string[] {
    this.#seen = [];
    work();
    return this.#seen;
  }
}

/**
 * Pages of ten questions. On each page the second depends on the first, the third on the second, the fourth on the
 * first page's first; the others on something on their own page that no test answers.
 */
function longForm(questions: number, looks: Looks): Questionnaire {
  const pages = Array.from({ length: questions / 10 }, (_, page) => {
    const named = (index: number) => `q${page}-${index}`;
    const waitsFor = (index: number): Condition | undefined => {
      if (index === 0) return undefined;
      if (index === 1 || index === 2) return when(named(index - 1), 'exists', 'true');
      return index === 3 && page === 1 ? when('q0-0', '=', 'yes') : when(named(0), '=', 'never');
    };
    const children = Array.from({ length: 10 }, (__, index) => {
      const condition = index > 3 ? when(named(9), 'exists', 'false') : waitsFor(index);
      const isFree = index === 0 || index === 9 || !condition;
      return item(named(index), 'string', isFree ? {} : { enableWhen: [looks.at(named(index), condition)] });
    });
    return item(`p${page}`, 'group', { item: children });
  });
  return form(...pages);
}

describe.each([60, 3000])('one answer in a form of %i questions', (questions) => {
  const opened = () => {
    const looks = new Looks();
    const questionnaire = longForm(questions, looks);
    const before = enabledItems(questionnaire, NO_ANSWERS);
    return { looks, questionnaire, before };
  };

  it('has only those conditions looked at that depend on it, straight or through others', () => {
    const { looks, questionnaire } = opened();
    const answers = withEntry(NO_ANSWERS, 'q0-0', 'yes');
    const seen = looks.during(() => enabledItems(questionnaire, answers));
    expect([...seen].sort()).toEqual(['q0-1', 'q0-2', 'q0-3', 'q1-3']);
    const more = looks.during(() => enabledItems(questionnaire, withEntry(answers, 'q0-1', 'yes')));
    expect(more).toEqual(['q0-2']);
  });

  it('has none looked at where nothing depends on it', () => {
    const { looks, questionnaire, before } = opened();
    const seen = looks.during(() => {
      expect(enabledItems(questionnaire, withEntry(NO_ANSWERS, 'q0-8', 'here'))).toBe(before);
    });
    expect(seen).toEqual([]);
  });

  it('leaves every other page the object that it was', () => {
    const { questionnaire, before } = opened();
    const after = enabledItems(questionnaire, withEntry(NO_ANSWERS, 'q0-0', 'yes'));
    expect(
      after.flatMap(({ item: { linkId } }, index) => (after[index] === before[index] ? [] : [linkId])),
    ).toEqual(['p0', 'p1']);
    for (const path of ['q0-0', 'q0-4', 'q0-9', 'q1-0'])
      expect(enabledAt(after, path)).toBe(enabledAt(before, path));
    expect(paths(questionnaire, withEntry(NO_ANSWERS, 'q0-0', 'yes'))).toContain('q1-3');
  });

  it('that changes nothing about what is asked leaves all of it the same', () => {
    const { questionnaire } = opened();
    const answers = withEntry(NO_ANSWERS, 'q0-0', 'yes');
    const before = enabledItems(questionnaire, answers);
    expect(enabledItems(questionnaire, withEntry(answers, 'q0-0', 'yes'))).toBe(before);
    expect(enabledItems(questionnaire, answers)).toBe(before);
  });
});

describe.each([6, 300])('one answer in one of %i instances of a group', (count) => {
  const looks = new Looks();
  const questionnaire = form(
    item('drug', 'group', {
      repeats: true,
      item: [
        item('name', 'string'),
        item('dose', 'integer', { enableWhen: [looks.at('dose', when('name', 'exists', 'true'))] }),
      ],
    }),
    item('last', 'string', { enableWhen: [looks.at('last', when('name', 'exists', 'true'))] }),
  );
  const many = answersOf({}, { drug: Array.from({ length: count }, (_, index) => index + 1) });

  it('is looked at by its own instance and by those outside', () => {
    const before = enabledItems(questionnaire, many);
    const answers = withEntry(many, 'name#2', 'sage');
    expect(looks.during(() => enabledItems(questionnaire, answers))).toEqual(['dose', 'last']);
    const [drug] = enabledItems(questionnaire, answers);
    const changed = drug?.instances.filter((instance, index) => instance !== before[0]?.instances[index]);
    expect(changed?.map(({ key }) => key)).toEqual([2]);
  });

  it('leaves the conditions in others alone when one is added', () => {
    const drug = questionnaire.item[0] as Item;
    const before = { ...many };
    enabledItems(questionnaire, before);
    const more = withInstance(before, drug, 'drug');
    expect(looks.during(() => enabledItems(questionnaire, more))).toEqual(['dose', 'last']);
  });
});

describe('an instance that is taken away and added again', () => {
  const drug = item('drug', 'group', {
    repeats: true,
    item: [
      item('kind', 'choice', { answerOption: options }),
      item('dose', 'integer', { enableWhen: [when('kind', '=', 'a')] }),
      item('side', 'group', {
        repeats: true,
        item: [
          item('effect', 'string'),
          item('since', 'date', { enableWhen: [when('effect', 'exists', 'true')] }),
        ],
      }),
    ],
  });
  const questionnaire = form(drug);
  const filled = answersOf(
    { 'kind#2': ['a'], 'dose#2': '3', 'effect#2.1': 'sleepy' },
    { drug: [1, 2], 'side#2': [1, 2] },
  );
  const again = (answers: Answers) => withInstance(withoutInstance(answers, drug, 'drug', 2), drug, 'drug');

  it('is as new, though it has the same key', () => {
    const before = paths(questionnaire, filled);
    expect(before).toEqual(
      expect.arrayContaining(['dose#2', 'since#2.1', 'effect#2.2'] satisfies ItemPath[]),
    );
    const emptied = ['drug', 'kind#1', 'side#1', 'effect#1.1', 'kind#2', 'side#2', 'effect#2.1'];
    expect(paths(questionnaire, again(filled))).toEqual(emptied);
  });

  it('is as new after a look in between, too', () => {
    paths(questionnaire, filled);
    paths(questionnaire, withoutInstance(filled, drug, 'drug', 2));
    expect(paths(questionnaire, again(filled))).not.toContain('dose#2');
    expect([...walk(enabledItems(questionnaire, again(filled)))]).toEqual([
      ...walk(fresh(questionnaire, again(filled))),
    ]);
  });
});

describe('answers that follow on others', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'give what they give on their own, whatever was done before (seed %i)',
    (seed) => {
      const draw = seeded(seed);
      const questionnaire = randomForm(seed, 5 + seed * 2, oneOf(['back', 'ahead', 'anywhere'], draw));
      let answers = NO_ANSWERS;
      for (let step = 0; step < 60; step += 1) {
        answers = randomEdit(questionnaire, answers, draw);
        // Now and then several things happen at once, or everything is gone.
        if (draw() < 0.2) answers = randomEdit({ ...questionnaire }, answers, draw);
        if (draw() < 0.05) answers = { ...NO_ANSWERS };
        expect(enabledItems(questionnaire, answers), `step ${step}`).toEqual(fresh(questionnaire, answers));
      }
    },
  );

  it('of two people at the same form are each their own', () => {
    const questionnaire = form(
      item('one', 'string'),
      item('two', 'string', { enableWhen: [when('one', 'exists', 'true')] }),
    );
    const [ana, eva] = [answersOf({ one: 'a' }), answersOf({})];
    expect(paths(questionnaire, ana)).toEqual(['one', 'two']);
    expect(paths(questionnaire, eva)).toEqual(['one']);
    expect(paths(questionnaire, ana)).toEqual(['one', 'two']);
    expect(paths({ ...questionnaire, item: questionnaire.item.slice(1) }, ana)).toEqual([]);
  });
});
