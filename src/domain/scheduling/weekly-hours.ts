import { dayOfWeek } from './calendar-days.js';
import { instantAt } from './zone.js';

/** Hours that come back every week, by the clocks of the practice's zone. */
export interface WeeklyHours {
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[];
  /** `09:00`. */
  readonly from: string;
  /** `17:30`; `24:00` is the midnight that ends the day. */
  readonly to: string;
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
 * The sessions that fit into weekly hours on one date, one after the other from the beginning of the hours. Starts are
 * by the clock, so that 9:00 stays 9:00 when the clocks change: a start that they skip gives nothing, one that they
 * show twice counts once, the first time. A session lasts its minutes, whatever the clocks do meanwhile, and ends
 * within the hours.
 *
 * @param date `YYYY-MM-DD` where the practice is.
 * @param minutes how long a session lasts.
 * @param apart minutes between the end of one and the start of the next.
 */
export function sessionsOn(
  date: string,
  { days, from, to }: WeeklyHours,
  minutes: number,
  timeZone: string,
  apart = 0,
): readonly Period[] {
  const opening = minutesOf(from);
  const closing = minutesOf(to);
  if (opening === undefined || closing === undefined || !days.includes(dayOfWeek(date))) return [];
  const closesAt = firstInstantAt(date, closing, timeZone);
  if (closesAt === undefined) return [];
  const sessions: Period[] = [];
  for (let shown = opening; shown + minutes <= closing; shown += minutes + apart) {
    const start = instantAt(date, shown, timeZone);
    if (start === undefined) continue;
    const end = start + minutes * MINUTE_MS;
    if (end <= closesAt) sessions.push({ start, end });
  }
  return sessions;
}
