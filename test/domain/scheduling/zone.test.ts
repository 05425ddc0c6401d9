import { describe, expect, it } from 'vitest';
import { dateIn, instantAt } from '../../../src/domain/scheduling/zone.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('the date in a zone', () => {
  it.each([
    ['2026-11-22T05:00:00Z', 'America/Los_Angeles', '2026-11-21'],
    ['2026-11-22T05:00:00Z', 'America/New_York', '2026-11-22'],
    ['2026-11-22T05:00:00Z', 'UTC', '2026-11-22'],
    ['2026-11-22T14:00:00Z', 'Pacific/Auckland', '2026-11-23'],
    ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2027-01-01T02:00:00Z', 'America/New_York', '2026-12-31'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01'],
    ['2026-11-22T18:29:59Z', 'Asia/Kolkata', '2026-11-22'],
    ['2026-11-22T18:30:00Z', 'Asia/Kolkata', '2026-11-23'],
    ['2026-11-22T18:14:59Z', 'Asia/Kathmandu', '2026-11-22'],
    ['2026-11-22T18:15:00Z', 'Asia/Kathmandu', '2026-11-23'],
    // The last place to begin a day, and the first.
    ['2026-11-22T11:59:59Z', 'Etc/GMT+12', '2026-11-21'],
    ['2026-11-22T12:00:00Z', 'Etc/GMT+12', '2026-11-22'],
    ['2026-11-22T09:59:59Z', 'Pacific/Kiritimati', '2026-11-22'],
    ['2026-11-22T10:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    // Samoa had no 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s in %s is %s', (instant, zone, date) => {
    expect(dateIn(zone, Date.parse(instant))).toBe(date);
  });

  it('is that of UTC in a zone that nobody knows', () => {
    expect(dateIn('Atlantis/Capital', Date.parse('2026-11-22T23:59:00Z'))).toBe('2026-11-22');
  });
});

const written = (date: string, time: string, zone: string): string | undefined => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const instant = instantAt(date, hours * 60 + minutes, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('the instant of a time by the clocks of a zone', () => {
  it.each([
    ['2026-11-22', '09:00', 'America/New_York', '2026-11-22T14:00:00.000Z'],
    ['2026-07-22', '09:00', 'America/New_York', '2026-07-22T13:00:00.000Z'],
    ['2026-11-22', '09:00', 'Asia/Kolkata', '2026-11-22T03:30:00.000Z'],
    ['2026-11-22', '09:00', 'Asia/Kathmandu', '2026-11-22T03:15:00.000Z'],
    ['2026-11-22', '09:00', 'Australia/Eucla', '2026-11-22T00:15:00.000Z'],
    ['2026-11-22', '09:00', 'America/St_Johns', '2026-11-22T12:30:00.000Z'],
    ['2026-11-22', '09:00', 'Pacific/Chatham', '2026-11-21T19:15:00.000Z'],
    ['2026-11-22', '00:00', 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z'],
    ['2026-11-22', '23:59', 'Etc/GMT+12', '2026-11-23T11:59:00.000Z'],
    ['2026-11-22', '24:00', 'America/New_York', '2026-11-23T05:00:00.000Z'],
    ['2026-11-22', '12:00', 'Atlantis/Capital', '2026-11-22T12:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(written(date, time, zone)).toBe(instant);
  });

  it.each([
    ['2027-03-14', '01:59', 'America/New_York', '2027-03-14T06:59:00.000Z'],
    ['2027-03-14', '02:00', 'America/New_York', undefined],
    ['2027-03-14', '02:59', 'America/New_York', undefined],
    ['2027-03-14', '03:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['2027-10-03', '02:00', 'Australia/Lord_Howe', undefined],
    ['2027-10-03', '02:29', 'Australia/Lord_Howe', undefined],
    ['2027-10-03', '02:30', 'Australia/Lord_Howe', '2027-10-02T15:30:00.000Z'],
    // Clocks that skip midnight itself: the day begins at one.
    ['2027-04-30', '00:00', 'Africa/Cairo', undefined],
    ['2027-04-29', '24:00', 'Africa/Cairo', undefined],
    ['2027-04-30', '01:00', 'Africa/Cairo', '2027-04-29T22:00:00.000Z'],
  ])('%s %s in %s, on a day when hours are skipped, is %s', (date, time, zone, instant) => {
    expect(written(date, time, zone)).toBe(instant);
  });

  it.each([
    ['2027-11-07', '00:59', 'America/New_York', '2027-11-07T04:59:00.000Z'],
    ['2027-11-07', '01:00', 'America/New_York', '2027-11-07T05:00:00.000Z'],
    ['2027-11-07', '01:59', 'America/New_York', '2027-11-07T05:59:00.000Z'],
    ['2027-11-07', '02:00', 'America/New_York', '2027-11-07T07:00:00.000Z'],
    ['2027-04-04', '01:30', 'Australia/Lord_Howe', '2027-04-03T14:30:00.000Z'],
    ['2027-04-04', '01:59', 'Australia/Lord_Howe', '2027-04-03T14:59:00.000Z'],
    ['2027-04-04', '02:00', 'Australia/Lord_Howe', '2027-04-03T15:30:00.000Z'],
  ])('%s %s in %s, on a day when hours come twice, is the first: %s', (date, time, zone, instant) => {
    expect(written(date, time, zone)).toBe(instant);
  });

  it('is nowhere on a day that a zone has skipped, and close on the days around', () => {
    for (let minutes = 0; minutes < 1440; minutes += 15)
      expect(instantAt('2011-12-30', minutes, 'Pacific/Apia')).toBeUndefined();
    expect(written('2011-12-29', '23:59', 'Pacific/Apia')).toBe('2011-12-30T09:59:00.000Z');
    expect(written('2011-12-31', '00:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe.each([
  ['America/New_York', '2027-03-12'],
  ['America/New_York', '2027-11-05'],
  ['America/St_Johns', '2027-03-12'],
  ['Australia/Lord_Howe', '2027-10-01'],
  ['Australia/Lord_Howe', '2027-04-02'],
  ['Pacific/Chatham', '2027-09-24'],
  ['Pacific/Chatham', '2027-04-02'],
  ['Africa/Cairo', '2027-04-28'],
  ['Africa/Cairo', '2027-10-27'],
  ['America/Sao_Paulo', '2018-11-02'],
  ['Antarctica/Troll', '2027-03-26'],
  ['Antarctica/Troll', '2027-10-29'],
  ['Africa/Casablanca', '2026-02-13'],
  ['Europe/Dublin', '2027-10-29'],
  ['Pacific/Apia', '2011-12-28'],
  ['Pacific/Kwajalein', '1993-08-19'],
  ['America/Caracas', '2016-04-29'],
  ['Asia/Pyongyang', '2018-05-03'],
  ['Asia/Kathmandu', '2026-11-20'],
  ['Pacific/Kiritimati', '2026-11-20'],
  ['Etc/GMT+12', '2026-11-20'],
])('in %s, over the five days from %s', (timeZone, firstDate) => {
  const QUARTER_MS = 15 * MINUTE_MS;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

  /** What the clocks show, quarter of an hour by quarter, each with the first instant at which they show it. */
  const shown = new Map<string, number>();
  const first = Date.parse(`${firstDate}T00:00:00Z`);
  for (let at = first - 2 * DAY_MS; at < first + 7 * DAY_MS; at += QUARTER_MS) {
    const time = clock.format(at);
    if (!shown.has(time)) shown.set(time, at);
  }

  it('is each time where the clocks first show it, and nowhere where they don’t', () => {
    for (let day = 0; day < 5; day++) {
      const date = addDays(firstDate, day);
      for (let minutes = 0; minutes < 1440; minutes += 15) {
        const time = new Date(minutes * MINUTE_MS).toISOString().slice(11, 16);
        expect(instantAt(date, minutes, timeZone), `${date} ${time}`).toBe(shown.get(`${date} ${time}`));
      }
    }
  });
});
