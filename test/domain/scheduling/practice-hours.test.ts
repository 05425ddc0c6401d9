import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import {
  heldBy,
  hoursOn,
  overlap,
  sessionsOn,
  type Buffers,
  type ExtraHours,
  type WeeklyHours,
} from '../../../src/domain/scheduling/weekly-hours.js';
import { clockIn } from '../../../src/domain/scheduling/zone.js';

const LOS_ANGELES = 'America/Los_Angeles';
const MINUTE_MS = 60_000;

const mondays: WeeklyHours = { days: [1], from: '09:00', to: '12:00' };
const weekdays: WeeklyHours = { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' };
const saturday: ExtraHours = { date: '2026-12-05', from: '10:00', to: '12:00' };

describe('the hours of a date', () => {
  it('are those of its day of the week', () => {
    expect(hoursOn('2026-11-23', [mondays, weekdays], [], [])).toEqual([mondays, weekdays]);
    expect(hoursOn('2026-11-24', [mondays, weekdays], [], [])).toEqual([weekdays]);
    expect(hoursOn('2026-11-28', [mondays, weekdays], [], [])).toEqual([]);
  });

  it('are none from the first of the dates off to the last', () => {
    const off = [{ from: '2026-12-24', to: '2027-01-01' }];
    const open = Array.from({ length: 14 }, (_, day) => addDays('2026-12-21', day)).filter(
      (date) => hoursOn(date, [weekdays], off, []).length > 0,
    );
    expect(open).toEqual(['2026-12-21', '2026-12-22', '2026-12-23']);
    expect(hoursOn('2027-01-04', [weekdays], off, [])).toEqual([weekdays]);
  });

  it('are the extra ones too, on their date alone', () => {
    expect(hoursOn('2026-12-05', [weekdays], [], [saturday])).toEqual([saturday]);
    expect(hoursOn('2026-12-12', [weekdays], [], [saturday])).toEqual([]);
    const evening: ExtraHours = { date: '2026-11-24', from: '18:00', to: '20:00' };
    expect(hoursOn('2026-11-24', [weekdays], [], [evening])).toEqual([weekdays, evening]);
  });

  it('are the extra ones instead where the date is off', () => {
    const instead: ExtraHours = { date: '2026-12-24', from: '09:00', to: '11:00' };
    const off = [{ from: '2026-12-24', to: '2026-12-24' }];
    expect(hoursOn('2026-12-24', [weekdays], off, [instead])).toEqual([instead]);
  });

  it('keep what is said with them', () => {
    const withKinds = { ...saturday, kinds: ['preparation'] };
    expect(hoursOn('2026-12-05', [{ ...mondays, kinds: ['dosing'] }], [], [withKinds])).toEqual([withKinds]);
  });
});

const startsOn = (date: string, hours: WeeklyHours | ExtraHours, minutes: number, buffers?: Buffers) =>
  sessionsOn(date, hours, minutes, LOS_ANGELES, buffers).map(({ start }) =>
    clockIn(LOS_ANGELES, start).slice(11),
  );

describe('extra hours', () => {
  it('hold sessions on their date', () => {
    expect(startsOn('2026-12-05', saturday, 60)).toEqual(['10:00', '11:00']);
    expect(startsOn('2026-12-06', saturday, 60)).toEqual([]);
  });
});

describe('buffers', () => {
  const day: WeeklyHours = { days: [2], from: '09:00', to: '17:00' };

  it('lie within the hours, and apart from each other', () => {
    expect(startsOn('2026-11-24', day, 180, { before: 15, after: 30 })).toEqual(['09:15', '13:00']);
    expect(startsOn('2026-11-24', day, 180, { before: 0, after: 60 })).toEqual(['09:00', '13:00']);
    expect(startsOn('2026-11-24', day, 180, { before: 0, after: 61 })).toEqual(['09:00']);
    expect(startsOn('2026-11-24', day, 180, { before: 60, after: 0 })).toEqual(['10:00', '14:00']);
  });

  it('are none where nothing is said', () => {
    expect(startsOn('2026-11-24', day, 240)).toEqual(
      startsOn('2026-11-24', day, 240, { before: 0, after: 0 }),
    );
  });

  it('hold their practitioner, before and after', () => {
    const [session] = sessionsOn('2026-11-24', day, 60, LOS_ANGELES);
    if (!session) throw new Error('There is a session.');
    const held = heldBy(session, { before: 15, after: 30 });
    expect(held).toEqual({ start: session.start - 15 * MINUTE_MS, end: session.end + 30 * MINUTE_MS });
  });

  it.each(['2026-03-08', '2026-11-01'])('do not leave the hours on %s, when the clocks change', (date) => {
    const allDay: WeeklyHours = { days: [0], from: '00:00', to: '24:00' };
    const buffers = { before: 20, after: 25 };
    const held = sessionsOn(date, allDay, 45, LOS_ANGELES, buffers).map((each) => heldBy(each, buffers));
    expect(held.length).toBeGreaterThan(10);
    for (const { start, end } of held) {
      expect(clockIn(LOS_ANGELES, start).slice(0, 10)).toBe(date);
      expect(clockIn(LOS_ANGELES, end - 1).slice(0, 10)).toBe(date);
    }
  });
});

describe('two periods', () => {
  const period = (start: number, end: number) => ({ start, end });

  it('overlap where they share a moment, and not where they touch', () => {
    expect(overlap(period(0, 10), period(9, 20))).toBe(true);
    expect(overlap(period(0, 10), period(10, 20))).toBe(false);
    expect(overlap(period(10, 20), period(0, 10))).toBe(false);
    expect(overlap(period(0, 30), period(10, 20))).toBe(true);
    expect(overlap(period(10, 20), period(0, 30))).toBe(true);
  });
});
