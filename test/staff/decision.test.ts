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

  it('sends no day with any other decision, even when one was typed before', () => {
    const draft = { status: 'on-hold', validUntil: '2027-01-01', message: '' } as const;
    expect(decisionOf(draft, TODAY)).toEqual({ status: 'on-hold' });
  });

  it('sends a message without the blanks around it, and none when it is blank', () => {
    const draft = { status: 'talk-to-us', validUntil: '' } as const;
    expect(decisionOf({ ...draft, message: ' Please call us.\n' }, TODAY)).toEqual({
      status: 'talk-to-us',
      message: 'Please call us.',
    });
    expect(decisionOf({ ...draft, message: ' \n' }, TODAY)).toEqual({ status: 'talk-to-us' });
  });
});
