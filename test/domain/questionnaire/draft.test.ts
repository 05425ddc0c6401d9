import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '../../../src/domain/questionnaire/answers.js';
import { draftOf, readDraft } from '../../../src/domain/questionnaire/draft.js';
import type { Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { answersOf } from '../../support/answers.js';
import { born, history } from '../../support/history.js';

/** What comes back for `form` of answers that were kept for `history`. */
function backFor(form: Questionnaire, answers: Answers, initial = NO_ANSWERS) {
  const kept: unknown = JSON.parse(JSON.stringify(draftOf(history, answers, 'body')));
  const found = readDraft(kept, form, initial);
  if (!found) throw new Error('It is no draft.');
  return { ...found, entries: Object.fromEntries(found.answers.entries) };
}

/** `history` with one item of it made anew, or taken out. */
function changing(linkId: string, change: (item: Item) => Item | undefined): Questionnaire {
  const changed = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => {
      if (item.linkId === linkId) return change(item) ?? [];
      return item.item ? [{ ...item, item: changed(item.item) }] : [item];
    });
  return { ...history, version: '2.0.0', item: changed(history.item) };
}

describe('a draft', () => {
  it('brings back every answer, what is hidden now and what can’t be read among them', () => {
    const answers = answersOf(
      {
        given: ' Ana ',
        birth: { ...born, day: '' },
        heart: ['no'],
        conditions: ['lungs', 'liver'],
        'heart-more': 'Hidden while the answer is no',
        'medicine-name#3': 'Sertraline',
        'milligrams#3.1': 'about 50',
      },
      { medicine: [3], 'dose#3': [1] },
    );
    expect(backFor(history, answers)).toMatchObject({
      answers,
      place: 'body',
      isAnswered: true,
      unfit: [],
    });
  });

  it('keeps a field that was emptied empty, whatever stands in it at first', () => {
    const initial = answersOf({ given: 'Preset', 'heart-more': 'Preset' });
    const { entries, unfit } = backFor(history, answersOf({ given: '' }), initial);
    expect(entries).toEqual({ given: '', 'heart-more': 'Preset' });
    expect(unfit).toEqual([]);
  });

  it('has nothing answered in it where only empty fields were touched', () => {
    const { isAnswered } = backFor(
      history,
      answersOf({ given: '', conditions: [], birth: { year: '', month: '', day: '' } }),
    );
    expect(isAnswered).toBe(false);
  });

  it('leaves what is never shown, or only shown, to the questionnaire', () => {
    const form = changing('given', (item) => ({ ...item, hidden: true }));
    const { entries } = backFor(form, answersOf({ given: 'Of before' }), answersOf({ given: 'Of now' }));
    expect(entries).toEqual({ given: 'Of now' });
  });
});

describe('a questionnaire’s new version', () => {
  const answers = answersOf(
    { given: 'Ana', conditions: ['lungs', 'liver'], heart: ['no'], 'medicine-name#1': 'Sertraline' },
    { medicine: [1] },
  );

  it.each<[string, Questionnaire, string, string]>([
    ['a question that is gone', changing('given', () => undefined), 'given', 'First name'],
    [
      'a question of another kind',
      changing('given', (item) => ({ ...item, type: 'date' })),
      'given',
      'First name',
    ],
    [
      'a question of another type that could take its answer',
      changing('given', (item) => ({ ...item, type: 'text' })),
      'given',
      'First name',
    ],
    [
      'an option that is gone',
      changing('conditions', (item) => ({ ...item, answerOption: item.answerOption?.slice(0, 1) })),
      'conditions',
      'Conditions',
    ],
    [
      'a group that is there once',
      changing('medicine', (item) => ({ ...item, repeats: false })),
      'medicine-name#1',
      'Name',
    ],
  ])('takes all the answers but that to %s, and names it', (_, form, path, label) => {
    const back = backFor(form, answers);
    const { [path]: lost, ...others } = Object.fromEntries(answers.entries);
    expect(lost).toBeDefined();
    expect(back.entries).toEqual(others);
    expect(back.unfit).toEqual([label]);
  });

  it('keeps an answer that only breaks a rule of its own, to be seen and mended', () => {
    const form = changing('given', (item) => ({ ...item, maxLength: 2 }));
    expect(backFor(form, answers)).toMatchObject({ entries: { given: 'Ana' }, unfit: [] });
  });
});

describe('what is no draft', () => {
  const whole = draftOf(history, answersOf({ given: 'Ana' }), 'you');

  it.each([undefined, null, 'kap/draft/1', [], {}, { ...whole, schema: 'kap/draft/2' }])(
    'is not taken for one: %j',
    (written) => {
      expect(readDraft(whole, history, NO_ANSWERS)).toBeDefined();
      expect(readDraft(written, history, NO_ANSWERS)).toBeUndefined();
    },
  );
});
