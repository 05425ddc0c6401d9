import { describe, expect, it } from 'vitest';
import { isAnswered, readAnswer } from '../../demo/staff/reading/answers.js';
import { checklist, chosen, screening, written } from './example.js';

const stroke = screening('stroke', 'Stroke');

describe('readAnswer', () => {
  it('keeps the question and the answer in the words that the client read', () => {
    const answered = readAnswer(chosen('stroke', 'yes'), stroke);
    expect(answered.question).toBe('stroke as the client read it');
    expect(answered.words).toEqual(['Yes']);
    expect(answered.label).toBe('Stroke');
  });

  it.each([
    [{ valueQuantity: { value: 168, unit: 'cm', code: 'cm' } }, '168 cm'],
    [{ valueQuantity: { value: 66, code: '[in_i]' } }, '66 [in_i]'],
    [{ valueDateTime: '2026-11-22T14:30:00-08:00' }, 'November 22, 2026, 14:30'],
    [{ valueTime: '14:30:00' }, '14:30'],
    [{ valueUri: 'https://example.org/' }, 'https://example.org/'],
  ])('says %j as people do', (answer, words) => {
    const item = { linkId: 'measured', answer: [answer] };
    expect(readAnswer(item, undefined).words).toEqual([words]);
    expect(isAnswered(item)).toBe(true);
  });

  it('does without the questionnaire', () => {
    const answered = readAnswer(chosen('stroke', 'no'), undefined);
    expect(answered).toMatchObject({ label: 'stroke as the client read it', tone: 'no', isScreening: false });
  });

  it.each(['yes', 'no', 'not-sure', 'rather-talk'])('hears the tone of "%s"', (code) => {
    expect(readAnswer(chosen('stroke', code), stroke).tone).toBe(code);
  });

  it('reads "None of these" as a no and anything else on the list as a yes', () => {
    expect(readAnswer(chosen('conditions', 'none'), checklist).tone).toBe('no');
    expect(readAnswer(chosen('conditions', 'rhythm'), checklist).tone).toBe('yes');
    expect(readAnswer(chosen('conditions', 'rhythm', 'valve'), checklist).tone).toBe('yes');
  });

  it('lets an open answer weigh more than what was ticked beside it', () => {
    expect(readAnswer(chosen('conditions', 'rhythm', 'rather-talk'), checklist).tone).toBe('rather-talk');
  });

  it('does not make a yes of what could not be answered with no', () => {
    const attest = { ...stroke, answerOption: [{ code: 'yes', display: 'Yes, they are' }] };
    expect(readAnswer(chosen('stroke', 'yes'), attest).tone).toBe('plain');
  });

  it('says numbers with their unit, dates in words, and truth as yes or no', () => {
    const weight = { linkId: 'weight', type: 'decimal', text: 'Weight', unit: 'kg' } as const;
    expect(readAnswer({ linkId: 'weight', answer: [{ valueDecimal: 64.5 }] }, weight).words).toEqual([
      '64.5 kg',
    ]);
    expect(readAnswer({ linkId: 'day', answer: [{ valueDate: '2026-01-02' }] }, undefined).words).toEqual([
      'January 2, 2026',
    ]);
    expect(readAnswer({ linkId: 'ok', answer: [{ valueBoolean: false }] }, undefined)).toMatchObject({
      words: ['No'],
      tone: 'no',
    });
  });

  it('knows a question that was asked because of another', () => {
    const whenYes = { ...stroke, enableWhen: [{ question: 'x', operator: '=', answer: 'yes' } as const] };
    expect(readAnswer(chosen('stroke', 'no'), whenYes)).toMatchObject({
      isFollowUp: true,
      isScreening: false,
    });
  });
});

describe('isAnswered', () => {
  it('takes an empty text for no answer', () => {
    expect(isAnswered(written('name', '  '))).toBe(false);
    expect(isAnswered(written('name', 'Roz'))).toBe(true);
    expect(isAnswered({ linkId: 'name' })).toBe(false);
  });
});
