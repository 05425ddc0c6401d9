import { describe, expect, it, vi } from 'vitest';
import { isWanted, nearestTo, slotsByDay } from '../../../src/domain/scheduling/slots-by-day.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';

const LOS_ANGELES = 'America/Los_Angeles';
const HOUR_MS = 3_600_000;

const slot = (start: string, more: Partial<Slot> = {}): Slot => ({
  id: start,
  kind: 'preparation',
  start: `${start}:00.000Z`,
  end: new Date(Date.parse(`${start}:00Z`) + HOUR_MS).toISOString(),
  mode: 'video',
  ...more,
});

const idsOf = (slots: readonly Slot[]) => slots.map(({ id }) => id);

describe('open times', () => {
  const mara = { id: 'mara', name: 'Mara' };
  const times = [
    slot('2026-12-02T19:59'),
    slot('2026-12-02T17:00', { mode: 'in-person', practitioner: mara }),
    slot('2026-12-02T20:00', { practitioner: mara }),
    slot('2026-12-03T07:59'),
    slot('2026-12-03T08:00'),
    slot('2026-12-08T18:00'),
  ];

  it('are by the date of the zone shown, soonest first', () => {
    const here = slotsByDay(times, LOS_ANGELES);
    expect(idsOf(here.on('2026-12-02'))).toEqual([
      '2026-12-02T17:00',
      '2026-12-02T19:59',
      '2026-12-02T20:00',
      '2026-12-03T07:59',
    ]);
    expect(idsOf(here.on('2026-12-03'))).toEqual(['2026-12-03T08:00']);
    expect(here.on('2026-12-04')).toEqual([]);
    expect([here.has('2026-12-03'), here.has('2026-12-04')]).toEqual([true, false]);
    expect(idsOf(slotsByDay(times, 'UTC').on('2026-12-03'))).toEqual([
      '2026-12-03T07:59',
      '2026-12-03T08:00',
    ]);
  });

  it('have a first free day, and next ones', () => {
    const here = slotsByDay(times, LOS_ANGELES);
    expect(here.firstFrom('2026-11-24')).toBe('2026-12-02');
    expect(here.firstFrom('2026-12-02')).toBe('2026-12-02');
    expect(here.firstFrom('2026-12-04')).toBe('2026-12-08');
    expect(here.firstFrom('2026-12-09')).toBeUndefined();
    expect(idsOf(here.next(2))).toEqual(['2026-12-02T17:00', '2026-12-02T19:59']);
    expect(idsOf(here.next(5, Date.parse('2026-12-03T08:00:00Z')))).toEqual([
      '2026-12-03T08:00',
      '2026-12-08T18:00',
    ]);
  });

  it('are filtered by mode, practitioner and part of the day where they are shown', () => {
    const wanted = (filter: Parameters<typeof isWanted>[1], zone = LOS_ANGELES) =>
      idsOf(times.slice(0, 3).filter((each) => isWanted(each, filter, zone)));
    expect(wanted({})).toHaveLength(3);
    expect(wanted({ mode: 'in-person' })).toEqual(['2026-12-02T17:00']);
    expect(wanted({ practitionerId: 'mara' })).toEqual(['2026-12-02T17:00', '2026-12-02T20:00']);
    expect(wanted({ dayPart: 'morning' })).toEqual(['2026-12-02T19:59', '2026-12-02T17:00']);
    expect(wanted({ dayPart: 'afternoon' })).toEqual(['2026-12-02T20:00']);
    expect(wanted({ dayPart: 'morning' }, 'UTC')).toEqual([]);
    expect(wanted({ dayPart: 'morning', practitionerId: 'mara' })).toEqual(['2026-12-02T17:00']);
    expect(idsOf(slotsByDay(times, LOS_ANGELES, { mode: 'in-person' }).next(5))).toEqual([
      '2026-12-02T17:00',
    ]);
  });

  it('near one that was lost are of its mode where there are any', () => {
    const lost = slot('2026-12-02T20:30');
    expect(idsOf(nearestTo(lost, times, 2))).toEqual(['2026-12-02T19:59', '2026-12-02T20:00']);
    expect(idsOf(nearestTo({ ...lost, mode: 'in-person' }, times, 2))).toEqual(['2026-12-02T17:00']);
    expect(idsOf(nearestTo({ ...lost, mode: 'phone' }, times, 2))).toEqual([
      '2026-12-02T19:59',
      '2026-12-02T20:00',
    ]);
    expect(idsOf(nearestTo(times[2] ?? lost, times, 1))).toEqual(['2026-12-02T19:59']);
  });
});

/** What every question to the platform about a zone goes through. */
const platform: { readonly format: unknown } = Intl.DateTimeFormat.prototype;

describe('a change of day among 50,000 open times', () => {
  const first = Date.parse('2027-01-04T14:00:00Z');
  let asked = 0;
  /** Open times that count how often somebody looks at when they are. */
  const times = Array.from({ length: 50_000 }, (_, index) => {
    const start = new Date(first + index * (HOUR_MS / 6)).toISOString();
    const one = slot(start.slice(0, 16));
    return Object.defineProperty({ ...one }, 'start', {
      get: () => {
        asked++;
        return start;
      },
    });
  });

  it('looks at the day and not at the year, and asks the platform for no time', () => {
    const format = vi.spyOn(platform, 'format', 'get');
    const byDay = slotsByDay(times, LOS_ANGELES);
    const askedToBuild = format.mock.calls.length;
    // A call or two for each of the 348 days, and none for each of the times.
    expect(askedToBuild).toBeLessThan(1000);
    asked = 0;
    const day = byDay.on('2027-06-15');
    expect(day).toHaveLength(144);
    expect(byDay.has('2027-06-16')).toBe(true);
    expect(byDay.firstFrom('2027-06-17')).toBe('2027-06-17');
    expect(byDay.next(5, Date.parse('2027-06-15T12:00:00Z'))).toHaveLength(5);
    expect(asked).toBe(0);
    expect(format.mock.calls.length).toBe(askedToBuild);
  });

  it('asks the platform once or twice for all the times of a day', () => {
    const format = vi.spyOn(platform, 'format', 'get');
    for (let index = 0; index < 144; index++) dateIn('Europe/Berlin', first + index * (HOUR_MS / 6));
    expect(format.mock.calls.length).toBeGreaterThan(0);
    expect(format.mock.calls.length).toBeLessThan(4);
  });
});
