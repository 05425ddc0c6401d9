import { describe, expect, it } from 'vitest';
import {
  draftOf,
  linesOf,
  planInWords,
  planOf,
  problemsOf,
  withCourse,
} from '../../demo/staff/reading/plan.js';
import { aBooking } from './bookings.js';

const offered = [{ id: 'preparation' }, { id: 'dosing', title: 'Medicine session' }] as const;

describe('a plan that is being written', () => {
  it('comes back in the practice’s order, without kinds that have no number', () => {
    const draft = { counts: { dosing: '3', preparation: ' 2 ', integration: '' }, note: ' Slowly. ' };
    expect(planOf(draft, offered)).toEqual({
      sessions: [
        { kind: 'preparation', count: 2 },
        { kind: 'dosing', count: 3 },
      ],
      note: 'Slowly.',
    });
    expect(planOf(draftOf({ sessions: [] }), offered)).toEqual({ sessions: [] });
  });

  it('begins with the practice’s usual course, and keeps its note', () => {
    const draft = withCourse({ counts: { 'follow-up': '9' }, note: 'Slowly.' }, [
      { kind: 'dosing', count: 3 },
    ]);
    expect(draft).toEqual({ counts: { dosing: '3' }, note: 'Slowly.' });
  });

  it.each(['-1', '1.5', '61', 'two'])('does not take %s', (typed) => {
    expect([...problemsOf({ counts: { dosing: typed, preparation: '1' }, note: '' })]).toEqual(['dosing']);
  });
});

describe('a plan that stands', () => {
  const plan = {
    sessions: [
      { kind: 'preparation' as const, count: 1 },
      { kind: 'dosing' as const, count: 3 },
    ],
  };

  it('counts what is booked, and not what was cancelled', () => {
    const bookings = [
      aBooking({ kind: 'dosing' }),
      aBooking({ kind: 'dosing', status: 'cancelled', cancelledBy: 'client' }),
      aBooking({ kind: 'integration' }),
    ];
    expect(linesOf(plan, bookings)).toEqual([
      { kind: 'preparation', count: 1, booked: 0 },
      { kind: 'dosing', count: 3, booked: 1 },
    ]);
  });

  it('is said in a line', () => {
    expect(planInWords(plan, offered)).toBe('Preparation, Medicine session (3)');
    expect(planInWords({ sessions: [] }, offered)).toBe('No sessions');
  });
});
