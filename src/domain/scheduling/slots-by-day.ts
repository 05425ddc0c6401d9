import type { SessionMode } from '../practice/session-kind.js';
import type { Slot } from './sessions.js';
import { dateIn, minutesIn } from './zone.js';

/** What a client wants to see of the open times; what is not said may be any. */
export interface SlotFilter {
  readonly mode?: SessionMode | undefined;
  readonly practitionerId?: string | undefined;
  /** By the clocks of the zone shown; the morning ends at noon. */
  readonly dayPart?: 'morning' | 'afternoon' | undefined;
}

const NOON = 720;

/** Whether a slot is among those that are wanted, by the clocks of a zone. */
export function isWanted(
  { start, mode, practitioner }: Slot,
  { mode: wanted, practitionerId, dayPart }: SlotFilter,
  timeZone: string,
): boolean {
  if (wanted !== undefined && mode !== wanted) return false;
  if (practitionerId !== undefined && practitioner?.id !== practitionerId) return false;
  return (
    dayPart === undefined ||
    (minutesIn(timeZone, Date.parse(start)) < NOON ? 'morning' : 'afternoon') === dayPart
  );
}

/**
 * Open times by their date in a zone. It is built once for a list of slots, a zone and a filter; a day costs then what
 * it has, and a month its days, however many slots there are.
 */
export interface SlotsByDay {
  /** Of one date, `YYYY-MM-DD`, soonest first. */
  readonly on: (date: string) => readonly Slot[];
  readonly has: (date: string) => boolean;
  /** The first date with open times from a date on. */
  readonly firstFrom: (date: string) => string | undefined;
  /** The next few open times from an instant on, soonest first. */
  readonly next: (count: number, from?: number) => readonly Slot[];
}

const startOf = ({ start }: Slot): number => Date.parse(start);

/** The first index from which on everything is at least so. */
function firstIndex<T>(sorted: readonly T[], isSo: (value: T) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const value = sorted[middle];
    if (value !== undefined && isSo(value)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** @param slots in any order. */
export function slotsByDay(slots: readonly Slot[], timeZone: string, filter: SlotFilter = {}): SlotsByDay {
  const days = new Map<string, Slot[]>();
  const sorted = slots
    .filter((slot) => isWanted(slot, filter, timeZone))
    .map((slot) => [startOf(slot), slot] as const)
    .sort(([a], [b]) => a - b);
  for (const [start, slot] of sorted) {
    const date = dateIn(timeZone, start);
    const day = days.get(date);
    if (day) day.push(slot);
    else days.set(date, [slot]);
  }
  const dates = [...days.keys()].sort();
  return {
    on: (date) => days.get(date) ?? [],
    has: (date) => days.has(date),
    firstFrom: (date) => dates[firstIndex(dates, (each) => each >= date)],
    next: (count, from = -Infinity) => {
      const first = firstIndex(sorted, ([start]) => start >= from);
      return sorted.slice(first, first + count).map(([, slot]) => slot);
    },
  };
}

/** The open times nearest to one that was lost, itself not among them: of its mode where there are any; soonest first. */
export function nearestTo(
  lost: Pick<Slot, 'id' | 'start' | 'mode'>,
  slots: readonly Slot[],
  count: number,
): readonly Slot[] {
  const wanted = Date.parse(lost.start);
  const others = slots.filter(({ id }) => id !== lost.id);
  const alike = others.filter(({ mode }) => mode === lost.mode);
  const apart = (slot: Slot) => Math.abs(startOf(slot) - wanted);
  return [...(alike.length > 0 ? alike : others)]
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, count)
    .sort((a, b) => startOf(a) - startOf(b));
}
