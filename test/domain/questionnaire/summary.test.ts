import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/questionnaire/answers.js';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import { pagesOf } from '../../../src/domain/questionnaire/pages.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { summaryOf, wordsOf } from '../../../src/domain/questionnaire/summary.js';
import { answersOf } from '../../support/answers.js';
import { history, itemOf } from '../../support/history.js';
import { form, item, options } from '../../support/small-forms.js';

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

describe('the summary of a form from elsewhere', () => {
  const rows = (questionnaire: Questionnaire, answers: Answers) =>
    pagesOf(questionnaire, enabledItems(questionnaire, answers)).flatMap((page) =>
      summaryOf(page, answers).map((line) =>
        line.kind === 'answer'
          ? `${line.path} ${wordsOf(line.item, line.values).join(' + ')}`
          : `${line.path} ${line.key}`,
      ),
    );

  it('has a line for each answer of a repeating question, with what stands under it', () => {
    const asked = form(item('drug', 'string', { repeats: true, item: [item('dose', 'integer')] }));
    const answers = answersOf({ 'drug#1': 'sage', 'dose#1': '3', 'drug#4': 'mint' }, { drug: [1, 4] });
    expect(rows(asked, answers)).toEqual(['drug#1 sage', 'dose#1 3', 'drug#4 mint', 'dose#4 ']);
  });

  it('has nothing of what is never shown', () => {
    const hidden = item('g', 'group', { hidden: true, item: [item('in', 'string')] });
    const asked = form(
      item('page', 'group', {
        item: [hidden, item('study', 'string', { hidden: true }), item('q', 'string')],
      }),
    );
    expect(rows(asked, answersOf({ study: 'KAP-1', in: 'x', q: 'y' }))).toEqual(['q y']);
  });

  it('has neither texts nor groups as lines', () => {
    const asked = form(
      item('page', 'group', {
        item: [item('t', 'display'), item('g', 'group', { item: [item('q', 'time')] })],
      }),
    );
    expect(rows(asked, answersOf({ q: '09:30' }))).toEqual(['q 09:30:00']);
  });
});

describe('the words of a value', () => {
  it('hold an amount with its unit', () => {
    expect(wordsOf(item('w', 'quantity', { unit: 'kg' }), [{ value: 70.5, unit: 'kg' }])).toEqual([
      '70.5 kg',
    ]);
    expect(wordsOf(item('w', 'quantity'), [{ value: 70.5 }])).toEqual(['70.5']);
    expect(wordsOf(item('w', 'integer', { unit: 'years' }), [3])).toEqual(['3 years']);
  });

  it('are those the client chose, or the value as it is', () => {
    expect(wordsOf(itemOf(history, 'heart'), ['yes'])).toEqual(['Yes']);
    expect(wordsOf(itemOf(history, 'birth'), ['1984-03-07'])).toEqual(['1984-03-07']);
    expect(wordsOf(item('tea', 'open-choice', { answerOption: options }), ['a', ' sage tea'])).toEqual([
      'a',
      'sage tea',
    ]);
    expect(wordsOf(itemOf(history, 'given'), ['Ana María José'])).toEqual(['Ana María José']);
  });
});
