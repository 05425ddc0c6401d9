import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import { summaryOf, wordsOf } from '../../../src/domain/questionnaire/summary.js';
import { answersOf } from '../../support/answers.js';
import { history, itemOf } from '../../support/history.js';

function linesOf(page: string, answers: Answers): readonly string[] {
  const enabled = enabledItems(history, answers).find(({ path }) => path === page);
  if (!enabled) throw new Error(`${page} is not asked`);
  return summaryOf(enabled, answers).map((line) =>
    line.kind === 'instance'
      ? `${line.item.text} ${line.position} (${line.path}, ${line.key})`
      : `${line.label} ${wordsOf(line.item, line.values).join(' + ')}`,
  );
}

describe('a page’s summary', () => {
  it('has every question, answered or not, by its short name where it has one', () => {
    expect(linesOf('body', answersOf({ conditions: ['lungs', 'liver'] }))).toEqual([
      'Heart trouble? ',
      'Conditions Lungs + Liver',
    ]);
  });

  it('numbers instances by their place, not by their key', () => {
    const answers = answersOf(
      { 'medicine-name#2': 'Naltrexone', 'medicine-name#7': 'Sage', 'milligrams#7.1': '2,5' },
      { medicine: [2, 7], allergy: [] },
    );
    expect(linesOf('medicines', answers)).toEqual([
      'Medicine 1 (medicine, 2)',
      'Name Naltrexone',
      'Dose 1 (dose#2, 1)',
      'How much? ',
      'Medicine 2 (medicine, 7)',
      'Name Sage',
      'Dose 1 (dose#7, 1)',
      'How much? 2.5 mg',
    ]);
  });

  it('shows nothing for an entry that can’t be read', () => {
    const answers = answersOf({ birth: { year: '1984', month: '', day: '' } });
    expect(linesOf('you', answers)).toEqual(['First name ', 'Date of birth ']);
  });
});

describe('the words of a value', () => {
  it('are those the client chose, or the value as it is', () => {
    expect(wordsOf(itemOf(history, 'heart'), ['yes'])).toEqual(['Yes']);
    expect(wordsOf(itemOf(history, 'birth'), ['1984-03-07'])).toEqual(['1984-03-07']);
    expect(wordsOf(itemOf(history, 'given'), ['Ana Maria Luz'])).toEqual(['Ana Maria Luz']);
  });

  it('are the client’s own, without what marks them', () => {
    expect(wordsOf({ linkId: 'own', type: 'open-choice', text: '' }, [' rice and beans'])).toEqual([
      'rice and beans',
    ]);
  });
});
