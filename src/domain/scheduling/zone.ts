const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Zone {
  /** `UTC` where the platform doesn't know the zone. */
  readonly name: string;
  readonly formatter: Intl.DateTimeFormat;
  /** By how many milliseconds the clocks are ahead of UTC as a day of UTC begins, by the day's number. */
  readonly beginnings: Map<number, number>;
  /** When they change within a day, or as it ends. */
  readonly changes: Map<number, number>;
}

const zones = new Map<string, Zone>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric';
  const fields = { year: number, month: number, day: number, hour: number, minute: number } as const;
  return new Intl.DateTimeFormat('en-US', { ...fields, second: number, hourCycle: 'h23', timeZone });
}

/** Making a formatter is slow, and asking it is not quick either: what a zone has said is kept. */
function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  let [name, formatter]: [string, Intl.DateTimeFormat | undefined] = [timeZone, undefined];
  try {
    formatter = formatterFor(timeZone);
  } catch {
    name = 'UTC';
  }
  const kept = { beginnings: new Map<number, number>(), changes: new Map<number, number>() };
  const zone = { name, formatter: formatter ?? formatterFor(name), ...kept };
  zones.set(timeZone, zone);
  return zone;
}

/** The platform's own answer, in milliseconds; `instant` is a whole second. */
function ask({ formatter }: Zone, instant: number): number {
  const numbers = formatter.format(instant).match(/\d+/g) ?? [];
  const [month = NaN, day = NaN, year = NaN, hour = NaN, minute = NaN, second = NaN] = numbers.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

function beginningOf(zone: Zone, day: number): number {
  const known = zone.beginnings.get(day);
  if (known !== undefined) return known;
  const ahead = ask(zone, day * DAY_MS);
  zone.beginnings.set(day, ahead);
  return ahead;
}

/** On a day at whose end the clocks are not as at its beginning. No zone changes its clocks twice within a day. */
function changeOn(zone: Zone, day: number): number {
  const known = zone.changes.get(day);
  if (known !== undefined) return known;
  let [before, after] = [day * DAY_MS, (day + 1) * DAY_MS];
  while (after - before > SECOND_MS) {
    const middle = Math.floor((before + after) / 2 / SECOND_MS) * SECOND_MS;
    if (ask(zone, middle) === beginningOf(zone, day)) before = middle;
    else after = middle;
  }
  zone.changes.set(day, after);
  return after;
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
function aheadAt(timeZone: string, instant: number): number {
  const zone = zoneOf(timeZone);
  const day = Math.floor(instant / DAY_MS);
  const [before, after] = [beginningOf(zone, day), beginningOf(zone, day + 1)];
  return before === after || instant < changeOn(zone, day) ? before : after;
}

/** What the clocks of a zone show at an instant, as if it were UTC; both in milliseconds since the epoch. */
const wallClock = (timeZone: string, instant: number): number => instant + aheadAt(timeZone, instant);

/** The zone's name, or `UTC` where the platform does not know the zone and its clocks are those of UTC. */
export const knownZone = (timeZone: string): string => zoneOf(timeZone).name;

/** By how many minutes the clocks of a zone are ahead of UTC at an instant: -480 for a winter's day in Los Angeles. */
export const offsetAt = (timeZone: string, instant: number): number => aheadAt(timeZone, instant) / MINUTE_MS;

/** The calendar date at an instant in a zone, as a number of days since 1970-01-01. */
export const dayIn = (timeZone: string, instant: number): number =>
  Math.floor(wallClock(timeZone, instant) / DAY_MS);

/** Minutes after midnight that the clocks of a zone show at an instant. */
export const minutesIn = (timeZone: string, instant: number): number =>
  Math.floor((wallClock(timeZone, instant) - dayIn(timeZone, instant) * DAY_MS) / MINUTE_MS);

/** The calendar date at an instant in a zone, `YYYY-MM-DD`. */
export const dateIn = (timeZone: string, instant: number): string =>
  new Date(wallClock(timeZone, instant)).toISOString().slice(0, 10);

/** What the clocks of a zone show at an instant, `YYYY-MM-DD HH:MM`; those of UTC where the platform doesn't know it. */
export const clockIn = (timeZone: string, instant: number): string =>
  new Date(wallClock(timeZone, instant)).toISOString().slice(0, 16).replace('T', ' ');

/**
 * The instants at which the clocks of a zone show a time, in milliseconds since the epoch: two where they go back over
 * it, the earlier first, none where they skip it. The two are told apart by their offsets.
 *
 * @param date `YYYY-MM-DD`.
 * @param minutes after midnight by the clock; 1,440 is the midnight that ends the day.
 */
export function instantsAt(date: string, minutes: number, timeZone: string): readonly number[] {
  const shown = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS;
  // Clocks change by no more than a day: the offsets on the days around are all that there can be.
  const candidates = [shown - DAY_MS, shown + DAY_MS].map((nearby) => shown - aheadAt(timeZone, nearby));
  return [...new Set(candidates)]
    .filter((instant) => wallClock(timeZone, instant) === shown)
    .sort((a, b) => a - b);
}

/** The first of `instantsAt`, `undefined` where the clocks skip the time. */
export const instantAt = (date: string, minutes: number, timeZone: string): number | undefined =>
  instantsAt(date, minutes, timeZone)[0];

/** Whether the clocks of a zone show the time of this instant twice. */
export const comesTwice = (timeZone: string, instant: number): boolean =>
  instantsAt(dateIn(timeZone, instant), minutesIn(timeZone, instant), timeZone).length > 1;

/** A moment at which the clocks of a zone change; offsets in minutes ahead of UTC. */
export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Every change of a zone's clocks from one instant to another, in milliseconds since the epoch. */
export function clockChanges(timeZone: string, from: number, to: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const zone = zoneOf(timeZone);
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS <= to; day++) {
    const [before, after] = [beginningOf(zone, day) / MINUTE_MS, beginningOf(zone, day + 1) / MINUTE_MS];
    if (before !== after) changes.push({ at: changeOn(zone, day), before, after });
  }
  return changes.filter(({ at }) => at >= from && at <= to);
}
