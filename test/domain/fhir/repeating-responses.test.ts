import { describe, expect, it } from 'vitest';
import { enabledItems } from '../../../src/domain/questionnaire/enabled-items.js';
import type { Item, Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import { questionnaireResponse } from '../../../src/domain/fhir/questionnaire-response.js';
import { readResponse } from '../../../src/domain/fhir/read-response.js';
import { originOf, writeResponse } from '../../../src/domain/fhir/write-response.js';
import { answersOf } from '../../support/answers.js';
import { history } from '../../support/history.js';

const AUTHORED = '2026-11-22T20:10:00.000Z';

describe('A condition on a question that stands in every instance of a repeating group', () => {
  const dose: Item = { linkId: 'dose', type: 'integer', text: 'How much?' };
  const name: Item = { linkId: 'name', type: 'string', text: 'What is it called?' };
  const form: Questionnaire = {
    ...history,
    item: [
      { linkId: 'medicine', type: 'group', text: 'Medicine', repeats: true, item: [name, dose] },
      {
        linkId: 'who',
        type: 'string',
        text: 'Who prescribes it?',
        enableWhen: [{ question: 'dose', operator: '>', answer: '5' }],
      },
    ],
  };
  const asked = (answers: ReturnType<typeof answersOf>) =>
    enabledItems(form, answers).map(({ item }) => item.linkId);

  it('looks at the last instance that answers it: a response holds no others', () => {
    const answers = answersOf(
      { 'dose#1': '2', 'dose#2': '10', 'name#3': 'Sertraline' },
      { medicine: [1, 2, 3, 4] },
    );
    expect(asked(answers)).toEqual(['medicine', 'who']);
    const { response } = writeResponse(form, answers, AUTHORED);
    expect(asked(readResponse(form, response).answers)).toEqual(['medicine', 'who']);
  });

  it('is not met where no instance answers it', () => {
    expect(asked(answersOf({}, { medicine: [1, 2] }))).toEqual(['medicine']);
    expect(asked(answersOf({}, { medicine: [] }))).toEqual(['medicine']);
  });
});

describe('What stands under a repeating question', () => {
  const form: Questionnaire = {
    ...history,
    item: [
      {
        linkId: 'child',
        type: 'string',
        text: 'What is your child called?',
        repeats: true,
        item: [{ linkId: 'age', type: 'integer', text: 'How old?' }],
      },
    ],
  };

  it('is kept where the question itself has no answer', () => {
    const answers = answersOf({ 'child#1': 'Ana', 'age#1': '7', 'age#3': '4' }, { child: [1, 2, 3] });
    const { response, origins } = writeResponse(form, answers, AUTHORED);
    const age = (years: number) => ({ linkId: 'age', text: 'How old?', answer: [{ valueInteger: years }] });
    expect(response.item).toEqual([
      {
        linkId: 'child',
        text: 'What is your child called?',
        answer: [{ valueString: 'Ana', item: [age(7)] }, { item: [age(4)] }],
      },
    ]);
    expect(originOf(origins, '/item/0/answer/1/item/0')).toBe('age#3');
    expect(questionnaireResponse.safeParse(response).success).toBe(true);

    const { answers: back, problems } = readResponse(form, response);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(back.entries)).toEqual({ 'child#1': 'Ana', 'age#1': '7', 'age#2': '4' });
    expect(writeResponse(form, back, AUTHORED).response).toEqual(response);
  });
});
