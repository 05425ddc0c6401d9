import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import {
  initialAnswers,
  withChoice,
  withEntry,
  withInstance,
  withOwnWords,
  withoutInstance,
} from '../../../src/domain/questionnaire/edit-answers.js';
import { answersOf } from '../../support/answers.js';
import { history, itemOf } from '../../support/history.js';
import { form, item, options } from '../../support/small-forms.js';

const medicine = itemOf(history, 'medicine');
const dose = itemOf(history, 'dose');
const allergy = itemOf(history, 'allergy');

const full = answersOf(
  {
    given: 'Ana',
    'medicine-name#1': 'first',
    'medicine-name#2': 'second',
    'medicine-name#21': 'twenty-first',
    'milligrams#1.1': '10',
    'milligrams#2.1': '20',
    'milligrams#2.2': '25',
    'milligrams#21.1': '210',
    'allergic-to#1': 'nuts',
    'allergic-to#2': 'latex',
  },
  { medicine: [1, 2, 21], allergy: [1, 2], 'dose#2': [1, 2], 'dose#21': [1] },
);

describe('an entry', () => {
  it('takes the place of the one before and leaves the answers it came from alone', () => {
    const changed = withEntry(full, 'given', 'Anna');
    expect(changed.entries.get('given')).toBe('Anna');
    expect(changed.entries.get('medicine-name#2')).toBe('second');
    expect(full.entries.get('given')).toBe('Ana');
  });
});

describe('one more instance', () => {
  it('comes after the one that is there without being named', () => {
    expect(withInstance(NO_ANSWERS, medicine, 'medicine').instances.get('medicine')).toEqual([1, 2]);
  });

  it('gets a key that no instance has now', () => {
    expect(withInstance(full, medicine, 'medicine').instances.get('medicine')).toEqual([1, 2, 21, 22]);
    expect(
      withInstance(answersOf({}, { medicine: [] }), medicine, 'medicine').instances.get('medicine'),
    ).toEqual([1]);
  });

  it('of a group inside another belongs to that instance', () => {
    const changed = withInstance(full, dose, 'dose#21');
    expect(changed.instances.get('dose#21')).toEqual([1, 2]);
    expect(changed.instances.get('dose#2')).toEqual([1, 2]);
  });
});

describe('taking an instance away', () => {
  const without = withoutInstance(full, medicine, 'medicine', 2);

  it('takes what was filled into it, at every depth', () => {
    expect(
      [...without.entries.keys()].filter((path) => path.includes('#2.') || path.endsWith('e#2')),
    ).toEqual([]);
    expect(without.instances.get('medicine')).toEqual([1, 21]);
    expect(without.instances.has('dose#2')).toBe(false);
  });

  it('keeps its fellows as they were, also one whose key begins alike', () => {
    expect(without.entries.get('medicine-name#1')).toBe('first');
    expect(without.entries.get('medicine-name#21')).toBe('twenty-first');
    expect(without.entries.get('milligrams#21.1')).toBe('210');
    expect(without.instances.get('dose#21')).toEqual([1]);
  });

  it('keeps everything of another repeating group, also the instance with the same key', () => {
    expect(without.entries.get('allergic-to#2')).toBe('latex');
    expect(without.instances.get('allergy')).toEqual([1, 2]);
    const other = withoutInstance(full, allergy, 'allergy', 2);
    expect(other.entries.get('medicine-name#2')).toBe('second');
    expect(other.entries.get('milligrams#2.2')).toBe('25');
    expect(other.instances.get('dose#2')).toEqual([1, 2]);
  });

  it('inside another instance leaves that one’s fellows alone', () => {
    const changed = withoutInstance(full, dose, 'dose#2', 1);
    expect(changed.instances.get('dose#2')).toEqual([2]);
    expect(changed.entries.has('milligrams#2.1')).toBe(false);
    expect(changed.entries.get('milligrams#2.2')).toBe('25');
    expect(changed.entries.get('milligrams#1.1')).toBe('10');
    expect(changed.entries.get('medicine-name#2')).toBe('second');
  });

  it('can take the only one', () => {
    expect(withoutInstance(NO_ANSWERS, medicine, 'medicine', 1).instances.get('medicine')).toEqual([]);
  });
});

describe('a choice', () => {
  const heart = itemOf(history, 'heart');
  const conditions = itemOf(history, 'conditions');

  it('of one takes the other’s place', () => {
    expect(withChoice(heart, ['yes'], 'no', true)).toEqual(['no']);
  });

  it('of many stands in the order of the options', () => {
    expect(withChoice(conditions, ['liver'], 'lungs', true)).toEqual(['lungs', 'liver']);
  });

  it('that was made already is made once', () => {
    expect(withChoice(conditions, ['lungs'], 'lungs', true)).toEqual(['lungs']);
  });

  it('that is exclusive stands alone, and gives way to any other', () => {
    expect(withChoice(conditions, ['lungs', 'liver'], 'none', true)).toEqual(['none']);
    expect(withChoice(conditions, ['none'], 'liver', true)).toEqual(['liver']);
  });

  it('can be taken back', () => {
    expect(withChoice(conditions, ['lungs', 'liver'], 'lungs', false)).toEqual(['liver']);
    expect(withChoice(conditions, ['none'], 'none', false)).toEqual([]);
  });
});

describe('words of the client’s own', () => {
  const one = item('tea', 'open-choice', { answerOption: options });
  const many = { ...one, repeats: true };

  it('stand beside the list’s answers, after them', () => {
    expect(withOwnWords(many, ['a'], 'sage')).toEqual(['a', ' sage']);
    expect(withChoice(many, ['a', ' sage'], 'b', true)).toEqual(['a', 'b', ' sage']);
  });

  it('change as they are written, and go when they are taken away', () => {
    expect(withOwnWords(many, ['a', ' sag'], 'sage')).toEqual(['a', ' sage']);
    expect(withOwnWords(many, ['a', ' sage'], '')).toEqual(['a']);
  });

  it('take the place of the one answer, and give way to it', () => {
    expect(withOwnWords(one, ['a'], 'sage')).toEqual([' sage']);
    expect(withChoice(one, [' sage'], 'b', true)).toEqual(['b']);
  });
});

describe('initial answers', () => {
  const study = item('study', 'string', { hidden: true, initial: ['KAP-1'] });

  it('stand in their fields, at every depth, shown or not', () => {
    const asked = form(
      item('group', 'group', {
        item: [study, item('tea', 'choice', { answerOption: options, initial: [['a']] })],
      }),
      item('empty', 'string'),
    );
    expect(initialAnswers(asked)).toEqual(answersOf({ study: 'KAP-1', tea: ['a'] }));
  });

  it('of a repeating question have an instance each', () => {
    const asked = form(item('drug', 'string', { repeats: true, initial: ['mint', 'sage'] }));
    expect(initialAnswers(asked)).toEqual(
      answersOf({ 'drug#1': 'mint', 'drug#2': 'sage' }, { drug: [1, 2] }),
    );
  });

  it('leave as many instances as a question needs', () => {
    const asked = form(item('drug', 'string', { repeats: true, minOccurs: 3, initial: ['mint', 'sage'] }));
    expect(initialAnswers(asked)).toEqual(answersOf({ 'drug#1': 'mint', 'drug#2': 'sage' }));
  });

  const drug = item('drug', 'group', { repeats: true, minOccurs: 2, item: [study, item('name', 'string')] });

  it('stand in each instance of a group, and in one that is added', () => {
    const initial = initialAnswers(form(drug));
    expect(initial).toEqual(answersOf({ 'study#1': 'KAP-1', 'study#2': 'KAP-1' }));
    expect(withInstance(initial, drug, 'drug').entries.get('study#3')).toBe('KAP-1');
  });

  it('of a repeating question are not given again to an instance that is added', () => {
    const repeating = item('drug', 'string', { repeats: true, initial: ['mint'], item: [study] });
    const emptied = withoutInstance(initialAnswers(form(repeating)), repeating, 'drug', 1);
    expect(withInstance(emptied, repeating, 'drug')).toEqual(
      answersOf({ 'study#1': 'KAP-1' }, { drug: [1] }),
    );
  });

  it('stand back behind what was filled in before', () => {
    const asked = form(
      item('tea', 'string', { initial: ['mint'] }),
      item('cup', 'string', { initial: ['big'] }),
      drug,
    );
    const carried = answersOf({ tea: '', 'name#7': 'sage' }, { drug: [7] });
    expect(initialAnswers(asked, carried)).toEqual(
      answersOf({ tea: '', 'name#7': 'sage', cup: 'big', 'study#7': 'KAP-1' }, { drug: [7] }),
    );
  });
});
