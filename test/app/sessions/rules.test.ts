import { describe, expect, it } from 'vitest';
import { bookedTogether, factsOf, movedTogether, slotChecker } from '../../../src/app/sessions/rules.js';
import { NOTHING_CHOSEN, type WishedSession } from '../../../src/app/sessions/state.js';
import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { clearedClient, coursePractice, openOn, standing } from '../../support/open-course.js';
import { NOW } from '../../support/ports.js';

const wished = (kind: WishedSession['kind']): WishedSession => ({
  key: `${kind}-1`,
  kind,
  number: 1,
  from: undefined,
  slot: undefined,
});

/** The rules that close a dosing session five days from now, for a client who has these and wishes for those beside. */
function closedBy(bookings: readonly Booking[], beside: readonly WishedSession[], from?: Booking) {
  const known = { practice: coursePractice, care: { ...clearedClient, bookings: [...bookings] } };
  const session = { ...wished('dosing'), from };
  const choice = { ...NOTHING_CHOSEN, sessions: [session, ...beside] };
  const [slot] = openOn('dosing', 5);
  const check = slotChecker(session, choice, factsOf(known, NOTHING_CHOSEN, NOW));
  return slot && check(slot).map(({ rule }) => rule);
}

const prepared = openOn('preparation', 2).map((slot) => standing(slot));
const [near] = openOn('dosing', 3).map((slot) => standing(slot));

describe('a time that can be chosen', () => {
  it('is closed by what stands already', () => {
    expect(closedBy([], [wished('integration')])).toEqual(['preparation-first']);
    expect(closedBy(prepared, [])).toEqual(['integration-after']);
  });

  it('is open where another session of the same wish will mend it', () => {
    expect(closedBy(prepared, [wished('integration')])).toEqual([]);
    expect(closedBy([], [wished('preparation'), wished('integration')])).toEqual([]);
  });

  it('is closed near another dosing session, and not near the one that moves', () => {
    const bookings = near ? [...prepared, near] : prepared;
    expect(closedBy(bookings, [wished('integration')])).toEqual(['dosing-gap']);
    expect(closedBy(bookings, [wished('integration')], near)).toEqual([]);
  });

  it('gives back the dose of the one that moves', () => {
    const care = { ...clearedClient, clearance: { status: 'cleared', dosingLeft: 0 } as const };
    const known = { practice: coursePractice, care: { ...care, bookings: near ? [...prepared, near] : [] } };
    const session = { ...wished('dosing'), from: near };
    const choice = { ...NOTHING_CHOSEN, sessions: [session, wished('integration')] };
    const check = slotChecker(session, choice, factsOf(known, NOTHING_CHOSEN, NOW));
    expect(openOn('dosing', 5).flatMap(check)).toEqual([]);
  });
});

describe('what belongs together', () => {
  const known = { practice: coursePractice, care: clearedClient };

  it('is a dosing session with its integration, where the practice’s rules bind them', () => {
    expect(bookedTogether('dosing', known)).toEqual(['dosing', 'integration']);
    expect(bookedTogether('preparation', known)).toEqual(['preparation']);
    expect(bookedTogether('dosing', { ...known, practice: { ...coursePractice, planRules: [] } })).toEqual([
      'dosing',
    ]);
  });

  it('is the integration after a dosing session and before the next', () => {
    const bookings = [...openOn('dosing', 3, 12), ...openOn('integration', 5, 14)].map((slot, index) =>
      standing(slot, { id: `booking ${index}` }),
    );
    const together = { practice: coursePractice, care: { ...clearedClient, bookings } };
    expect(bookings.map((booking) => movedTogether(booking, together).map(({ id }) => id))).toEqual([
      ['booking 0', 'booking 2'],
      ['booking 1', 'booking 3'],
      ['booking 2'],
      ['booking 3'],
    ]);
  });
});
