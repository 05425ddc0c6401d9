import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../src/domain/questionnaire/answers.js';
import {
  withChoice,
  withEntry,
  withInstance,
  withoutInstance,
} from '../../../src/domain/questionnaire/edit-answers.js';
import { answersOf } from '../../support/answers.js';
import { history, itemOf } from '../../support/history.js';

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
