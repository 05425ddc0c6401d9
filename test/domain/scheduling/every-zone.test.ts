import { describe, expect, it } from 'vitest';
import {
  clockChanges,
  clockIn,
  comesTwice,
  dateIn,
  dayIn,
  instantsAt,
  minutesIn,
  offsetAt,
} from '../../../src/domain/scheduling/zone.js';
import { seeded } from '../../support/seeded.js';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FROM = Date.parse('2026-01-01T00:00:00Z');
const TO = Date.parse('2031-01-01T00:00:00Z');

/** A zone as the platform writes its clocks out, worked out for each instant anew: `2026-11-24 09:30:00`. */
function writtenBy(timeZone: string): (at: number) => string {
  const two = '2-digit';
  const date = { year: 'numeric', month: two, day: two } as const;
  const time = { hour: two, minute: two, second: two } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  return (at) => format.format(at);
}

const asUtc = (written: string): number => Date.parse(`${written.replace(' ', 'T')}Z`);

/** Each moment of the five years at which the clocks change, to the second. */
function changesOf(written: (at: number) => string): number[] {
  const ahead = (at: number) => asUtc(written(at)) - at;
  const changes: number[] = [];
  // No zone has had two changes within so few days for a long time; `clockChanges`, held against these, would find them.
  for (let day = FROM; day < TO; day += 3 * DAY_MS) {
    let [before, after] = [day, day + 3 * DAY_MS];
    if (ahead(before) === ahead(after)) continue;
    while (after - before > 1000) {
      const middle = Math.round((before + after) / 2000) * 1000;
      if (ahead(middle) === ahead(day)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** Every quarter of an hour around a change, with what the clocks show then. */
function shownAround(change: number, written: (at: number) => string): ReadonlyMap<string, number[]> {
  const shown = new Map<string, number[]>();
  for (let at = change - 6 * HOUR_MS; at <= change + 6 * HOUR_MS; at += QUARTER_MS) {
    const time = written(at).slice(0, 16);
    shown.set(time, [...(shown.get(time) ?? []), at]);
  }
  return shown;
}

const minutesOf = (time: string): number => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

/** What of an instant is not as the platform writes it. */
function wrongAt(timeZone: string, at: number, written: string): string[] {
  const time = written.slice(0, 16);
  const said = [
    clockIn(timeZone, at) === time,
    dateIn(timeZone, at) === time.slice(0, 10),
    minutesIn(timeZone, at) === minutesOf(time),
    dayIn(timeZone, at) === Math.floor(asUtc(written) / DAY_MS),
    offsetAt(timeZone, at) * MINUTE_MS === asUtc(written) - at,
  ];
  return said.every(Boolean) ? [] : [`${timeZone} at ${new Date(at).toISOString()}`];
}

/** What of the times around a change is not found at the instants at which the clocks show them. */
function wrongTimes(timeZone: string, change: number, written: (at: number) => string): string[] {
  const shown = shownAround(change, written);
  const wrong: string[] = [];
  const [first, last] = [asUtc(written(change - 3 * HOUR_MS)), asUtc(written(change + 3 * HOUR_MS))];
  for (let clock = first; clock <= last; clock += QUARTER_MS) {
    const time = new Date(clock).toISOString().slice(0, 16).replace('T', ' ');
    const instants = shown.get(time) ?? [];
    const found = instantsAt(time.slice(0, 10), minutesOf(time), timeZone);
    if (found.join() !== instants.join()) wrong.push(`${timeZone} ${time}: ${found.join()}`);
    if (instants.some((at) => comesTwice(timeZone, at) !== instants.length > 1))
      wrong.push(`${timeZone} ${time}: once or twice`);
    if (instants.length > 1 && new Set(found.map((at) => offsetAt(timeZone, at))).size < instants.length)
      wrong.push(`${timeZone} ${time}: not told apart`);
  }
  return wrong;
}

describe('every zone that the platform knows, over 2026 to 2030', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const changes = new Map(zones.map((timeZone) => [timeZone, changesOf(writtenBy(timeZone))]));

  it('has all its changes of the clock, to the second', () => {
    for (const [timeZone, expected] of changes) {
      const found = clockChanges(timeZone, FROM + 1, TO).map(({ at }) => at);
      expect([timeZone, ...found]).toEqual([timeZone, ...expected]);
    }
    expect(zones.length).toBeGreaterThan(400);
    expect([...changes.values()].flat().length).toBeGreaterThan(1000);
  }, 20_000);

  it('shows the right time, date and offset around each, and finds each time where it is shown', () => {
    const wrong: string[] = [];
    for (const [timeZone, each] of changes) {
      const written = writtenBy(timeZone);
      for (const change of each) {
        for (const off of [-HOUR_MS, -1000, 0, 1000, HOUR_MS])
          wrong.push(...wrongAt(timeZone, change + off, written(change + off)));
        wrong.push(...wrongTimes(timeZone, change, written));
      }
    }
    expect(wrong).toEqual([]);
  }, 20_000);

  it('shows the right time on days when nothing changes', () => {
    const draw = seeded(2026);
    const wrong: string[] = [];
    for (const timeZone of zones) {
      const written = writtenBy(timeZone);
      for (let round = 0; round < 25; round++) {
        const at = FROM + Math.floor((draw() * (TO - FROM)) / 1000) * 1000;
        wrong.push(...wrongAt(timeZone, at, written(at)));
      }
    }
    expect(wrong).toEqual([]);
  }, 20_000);
});
