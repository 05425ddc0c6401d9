import { describe, expect, it } from 'vitest';
import { decisionOf, EMPTY_DRAFT } from '../../demo/staff/reading/decision.js';

const TODAY = '2026-11-22';
const cleared = { ...EMPTY_DRAFT, status: 'cleared' } as const;

describe('decisionOf', () => {
  it('asks for a choice', () => {
    expect(decisionOf(EMPTY_DRAFT, TODAY)).toBe('no-status');
  });

  it('asks for a day after today before anybody is cleared', () => {
    expect(decisionOf(cleared, TODAY)).toBe('no-date');
    expect(decisionOf({ ...cleared, validUntil: TODAY }, TODAY)).toBe('date-not-after-today');
    expect(decisionOf({ ...cleared, validUntil: '2026-11-23' }, TODAY)).toEqual({
      status: 'cleared',
      validUntil: '2026-11-23',
    });
  });

  it('says for how many dosing sessions, where a number is written', () => {
    const until = { ...cleared, validUntil: '2026-11-23' };
    expect(decisionOf({ ...until, dosings: ' 2 ' }, TODAY)).toMatchObject({ dosings: 2 });
    for (const dosings of ['0', '61', '1.5', 'two'])
      expect(decisionOf({ ...until, dosings }, TODAY)).toBe('no-count');
  });

  it('sends no day with any other decision, even when one was typed before', () => {
    const draft = { ...EMPTY_DRAFT, status: 'on-hold', validUntil: '2027-01-01', dosings: '3' } as const;
    expect(decisionOf(draft, TODAY)).toEqual({ status: 'on-hold' });
  });

  it('sends a message without the blanks around it, and none when it is blank', () => {
    const draft = { ...EMPTY_DRAFT, status: 'talk-to-us' } as const;
    expect(decisionOf({ ...draft, message: ' Please call us.\n' }, TODAY)).toEqual({
      status: 'talk-to-us',
      message: 'Please call us.',
    });
    expect(decisionOf({ ...draft, message: ' \n' }, TODAY)).toEqual({ status: 'talk-to-us' });
  });
});
