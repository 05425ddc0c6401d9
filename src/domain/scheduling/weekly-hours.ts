import { dayOfWeek } from './calendar-days.js';
import { instantAt } from './zone.js';

/** By the clocks of the practice's zone. */
interface Hours {
  /** `09:00`. */
  readonly from: string;
  /** `17:30`; `24:00` is the midnight that ends the day. */
  readonly to: string;
}

/** Hours that come back every week. */
export interface WeeklyHours extends Hours {
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[];
}

/** Hours on one date, beside those of every week. */
export interface ExtraHours extends Hours {
  /** `YYYY-MM-DD` where the practice is. */
  readonly date: string;
}

/** Dates without the hours of every week, the last one included; `YYYY-MM-DD` where the practice is. */
export interface DatesOff {
  readonly from: string;
  readonly to: string;
}

/** What a session takes of its practitioner's time besides itself, in minutes: setting up, recovery, notes. */
export interface Buffers {
  readonly before: number;
  readonly after: number;
}

/** Instants, in milliseconds since the epoch. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const MINUTE_MS = 60_000;
const MINUTES_OF_A_DAY = 1440;

/** Minutes after midnight by the clock; `undefined` for what is no time of a day. */
export function minutesOf(time: string): number | undefined {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  if (match === null) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes > MINUTES_OF_A_DAY ? undefined : minutes;
}

/**
 * When the clocks first show this time or a later one: where they skip it, the moment they jump. That may be midnight,
 * or the whole of the day after.
 */
function firstInstantAt(date: string, minutes: number, timeZone: string): number | undefined {
  for (let shown = minutes; shown <= minutes + MINUTES_OF_A_DAY; shown++) {
    const instant = instantAt(date, shown, timeZone);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

/**
 * The hours of one date: those of its day of the week, unless it is off, and its extra hours, even if it is. A date off
 * with extra hours has other hours than every week.
 */
export function hoursOn<Weekly extends WeeklyHours, Extra extends ExtraHours>(
  date: string,
  weekly: readonly Weekly[],
  off: readonly DatesOff[],
  extra: readonly Extra[],
): readonly (Weekly | Extra)[] {
  const isOff = off.some(({ from, to }) => from <= date && date <= to);
  const everyWeek = isOff ? [] : weekly.filter(({ days }) => days.includes(dayOfWeek(date)));
  return [...everyWeek, ...extra.filter((hours) => hours.date === date)];
}

const NO_BUFFERS: Buffers = { before: 0, after: 0 };

/**
 * All that a session takes of its practitioner's time. Two sessions can be held by one practitioner where these periods
 * don't overlap.
 */
export const heldBy = ({ start, end }: Period, { before, after }: Buffers): Period => ({
  start: start - before * MINUTE_MS,
  end: end + after * MINUTE_MS,
});

/** Periods that only touch do not. */
export const overlap = (a: Period, b: Period): boolean => a.start < b.end && b.start < a.end;

/**
 * The sessions that fit into hours on one date, one after the other from the beginning of the hours. Starts are
 * by the clock, so that 9:00 stays 9:00 when the clocks change: a start that they skip gives nothing, one that they
 * show twice counts once, the first time. A session lasts its minutes, whatever the clocks do meanwhile; it ends within
 * the hours, and so do its buffers.
 *
 * @param date `YYYY-MM-DD` where the practice is.
 * @param minutes how long a session lasts; each kind has its own length, and its own buffers.
 */
export function sessionsOn(
  date: string,
  hours: WeeklyHours | ExtraHours,
  minutes: number,
  timeZone: string,
  buffers = NO_BUFFERS,
): readonly Period[] {
  const opening = minutesOf(hours.from);
  const closing = minutesOf(hours.to);
  const isOn = 'date' in hours ? hours.date === date : hours.days.includes(dayOfWeek(date));
  if (opening === undefined || closing === undefined || !isOn) return [];
  const opensAt = firstInstantAt(date, opening, timeZone);
  const closesAt = firstInstantAt(date, closing, timeZone);
  if (opensAt === undefined || closesAt === undefined) return [];
  const { before, after } = buffers;
  const sessions: Period[] = [];
  for (let shown = opening + before; shown + minutes + after <= closing; shown += minutes + before + after) {
    const start = instantAt(date, shown, timeZone);
    if (start === undefined) continue;
    const session = { start, end: start + minutes * MINUTE_MS };
    const held = heldBy(session, buffers);
    if (held.start >= opensAt && held.end <= closesAt) sessions.push(session);
  }
  return sessions;
}
