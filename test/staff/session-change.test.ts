import { describe, expect, it } from 'vitest';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import {
  changeOf,
  integrationOf,
  missingIntegration,
  withBookings,
} from '../../demo/staff/reading/session-change.js';
import { byDay, practitionersIn, startsByKind } from '../../demo/staff/reading/times.js';
import { aBooking } from './bookings.js';

const slotAt = (id: string, start: string, kind: Slot['kind'] = 'dosing'): Slot => ({
  id,
  kind,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  mode: 'in-person',
  practitioner: { id: 'mara', name: 'Mara' },
});

const bookingAt = (id: string, kind: Slot['kind'], day: string) =>
  aBooking({ id, kind, status: 'confirmed', start: `${day}T17:00:00.000Z`, end: `${day}T18:00:00.000Z` });

const dosing = bookingAt('dosing', 'dosing', '2026-12-03');
const integration = bookingAt('integration', 'integration', '2026-12-04');
const nextDosing = bookingAt('next', 'dosing', '2026-12-10');
const late = bookingAt('late', 'integration', '2026-12-11');

describe('a change of sessions', () => {
  it('gives up what is moved, and says why only where something is said', () => {
    const wishes = [
      { kind: 'dosing' as const, slot: slotAt('s1', '2026-12-05T17:00:00.000Z'), instead: dosing },
      { kind: 'integration' as const, slot: slotAt('s2', '2026-12-06T17:00:00.000Z', 'integration') },
    ];
    expect(changeOf(wishes, ' ')).toEqual({
      cancel: ['dosing'],
      sessions: [
        { slotId: 's1', kind: 'dosing' },
        { slotId: 's2', kind: 'integration' },
      ],
    });
    expect(changeOf(wishes, ' They asked. ').reason).toBe('They asked.');
  });

  it('moves the integration that belongs to a dosing session along, and none that belongs to the next', () => {
    const standing = [late, nextDosing, integration, dosing];
    expect(integrationOf(dosing, standing)).toBe(integration);
    expect(integrationOf(dosing, [dosing, nextDosing, late])).toBeUndefined();
    const moved = {
      kind: 'dosing' as const,
      slot: slotAt('s1', '2026-12-05T17:00:00.000Z'),
      instead: dosing,
    };
    expect(missingIntegration([moved], standing)).toEqual({ kind: 'integration', instead: integration });
    expect(missingIntegration([{ kind: moved.kind, slot: moved.slot }], standing)).toEqual({
      kind: 'integration',
    });
    const along = { kind: 'integration' as const, slot: slotAt('s2', '2026-12-06T17:00:00.000Z') };
    expect(missingIntegration([moved, along], standing)).toBeUndefined();
  });

  it('is seen in the list: what was given up where it stood, what is new in its time', () => {
    const cancelled = { ...dosing, status: 'cancelled' as const };
    const fresh = bookingAt('fresh', 'dosing', '2026-12-01');
    expect(withBookings([dosing, integration], [cancelled, fresh])).toEqual([fresh, cancelled, integration]);
  });
});

describe('open times', () => {
  const slots = [
    slotAt('b', '2026-11-26T01:00:00.000Z', 'preparation'),
    slotAt('a', '2026-11-25T17:00:00.000Z'),
    slotAt('c', '2026-11-27T17:00:00.000Z'),
  ];

  it('stand by the days of the practice, soonest first', () => {
    const days = byDay(slots, 'America/Los_Angeles');
    expect(days.map(({ date, slots: ofDay }) => [date, ofDay.map(({ id }) => id)])).toEqual([
      ['2026-11-25', ['a', 'b']],
      ['2026-11-27', ['c']],
    ]);
  });

  it('name whom they are with once', () => {
    expect(practitionersIn(slots)).toEqual([{ id: 'mara', name: 'Mara' }]);
  });

  it('are drawn together by kind, whatever the way to meet', () => {
    const [first] = startsByKind(
      [...slots, { ...slotAt('d', '2026-11-25T17:00:00.000Z'), mode: 'video' }],
      'UTC',
    );
    expect(first?.date).toBe('2026-11-25');
    expect(first?.kinds.map(({ kind, starts }) => [kind, starts.length])).toEqual([['dosing', 1]]);
  });
});
