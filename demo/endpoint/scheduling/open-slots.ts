import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import type { SessionKind } from '../../../src/domain/practice/session-kind.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import type { Standing } from '../care-state.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { ACTIVE } from './bookings.js';
import type { DateRange } from './date-range.js';
import { isInTime } from './rules.js';
import { bySoonest, slotsOn, type ScheduledSlot } from './schedule.js';

/** A practitioner's time that is held by a booking. */
export interface Held {
  readonly practitionerId: string;
  readonly start: Date;
  readonly end: Date;
}

/** What is held between two instants, of every practitioner. */
export async function heldBetween(database: Database, from: Date, to: Date): Promise<readonly Held[]> {
  const rows = await database
    .selectFrom('bookings')
    .select(['practitioner_id', 'start_at', 'end_at'])
    .where('status', 'in', ACTIVE)
    .where('start_at', '<', to)
    .where('end_at', '>', from)
    .execute();
  return rows.map((row) => ({ practitionerId: row.practitioner_id, start: row.start_at, end: row.end_at }));
}

/** Whether a slot's practitioner is free, whatever kind of session holds their time. */
export function isFree(slot: ScheduledSlot, held: readonly Held[]): boolean {
  const [start, end] = [new Date(slot.start), new Date(slot.end)];
  return !held.some(
    (one) => one.practitionerId === slot.practitioner.id && one.start < end && one.end > start,
  );
}

export function datesOf({ from, to }: DateRange): readonly string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

export const kindOf = ({ sessionKinds }: PracticeProfile, id: string): SessionKind | undefined =>
  sessionKinds.find((kind) => kind.id === id);

/**
 * What is open of one kind: free and far enough ahead, soonest first. A kind that needs clearance is open to somebody
 * who has all that it needs, for as long as their clearance lasts; the times of the others are anybody's to see.
 */
export async function openSlots(
  options: EndpointOptions,
  kind: SessionKind,
  range: DateRange,
  standing: Standing,
): Promise<readonly ScheduledSlot[]> {
  const { database, schedule, practice, clock } = options;
  const now = clock();
  const consents = options.practice.consents;
  const slots = datesOf(range)
    .flatMap((date) => slotsOn(schedule, practice, kind.id, date))
    .filter(({ start }) => isInTime(start, practice, now))
    .filter(({ start }) => !kind.needs.clearance || unmetNeeds(kind, standing, consents, start).length === 0);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return [];
  const latestEnd = Math.max(...slots.map(({ end }) => Date.parse(end)));
  const held = await heldBetween(database, new Date(first.start), new Date(latestEnd));
  return slots.filter((slot) => isFree(slot, held));
}

const NEAR = 20;
/** How far around a lost slot others are looked for. */
const DAYS_AROUND = 28;

/**
 * What is open around a slot that somebody else has: the same kind, in the same mode where there is any, the nearest
 * few, soonest first.
 */
export async function slotsAround(
  options: EndpointOptions,
  lost: ScheduledSlot,
  standing: Standing,
): Promise<readonly ScheduledSlot[]> {
  const { practice } = options;
  const kind = kindOf(practice, lost.kind);
  if (kind === undefined) return [];
  const wanted = Date.parse(lost.start);
  const date = dateIn(practice.timeZone, wanted);
  const range = { from: addDays(date, -DAYS_AROUND), to: addDays(date, DAYS_AROUND) };
  const open = await openSlots(options, kind, range, standing);
  const alike = open.filter(({ mode }) => mode === lost.mode);
  const distance = ({ start }: ScheduledSlot) => Math.abs(Date.parse(start) - wanted);
  return [...(alike.length > 0 ? alike : open)]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NEAR)
    .sort(bySoonest);
}
