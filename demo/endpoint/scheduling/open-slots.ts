import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import type { SessionKind, SessionMode } from '../../../src/domain/practice/session-kind.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import { overlap, type Period } from '../../../src/domain/scheduling/weekly-hours.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import type { Standing } from '../care-state.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { ACTIVE } from './bookings.js';
import type { DateRange } from './date-range.js';
import type { Schedule } from './practitioner.js';
import { inTime } from './rules.js';
import { bySoonest, heldBy, slotsOn, type ScheduledSlot, type SlotPlace } from './schedule.js';

/** A practitioner's time that is held: by a booking with what it needs around it, or by their own calendar. */
export interface Held extends Period {
  readonly practitionerId: string;
}

/** What is held between two instants, of every practitioner or of these. */
export async function heldBetween(
  database: Database,
  { start, end, practitionerIds }: Period & { readonly practitionerIds?: readonly string[] },
): Promise<readonly Held[]> {
  const [from, to] = [new Date(start), new Date(end)];
  const rows = await database
    .selectFrom('bookings')
    .select(['practitioner_id', 'held_from as start_at', 'held_until as end_at'])
    .where('status', 'in', ACTIVE)
    .where('held_from', '<', to)
    .where('held_until', '>', from)
    .$if(practitionerIds !== undefined, (query) =>
      query.where('practitioner_id', 'in', practitionerIds ?? []),
    )
    .unionAll(
      database
        .selectFrom('busy_times')
        .select(['practitioner_id', 'start_at', 'end_at'])
        .where('start_at', '<', to)
        .where('end_at', '>', from)
        .$if(practitionerIds !== undefined, (query) =>
          query.where('practitioner_id', 'in', practitionerIds ?? []),
        ),
    )
    .execute();
  return rows.map((row) => ({
    practitionerId: row.practitioner_id,
    start: row.start_at.getTime(),
    end: row.end_at.getTime(),
  }));
}

/** Whether a slot's practitioner is free for it and for what they need around it, whatever else holds their time. */
export function isFree(slot: ScheduledSlot, held: readonly Held[], schedule: Schedule): boolean {
  const wanted = heldBy(slot, schedule);
  return !held.some((one) => one.practitionerId === slot.practitioner.id && overlap(one, wanted));
}

export function datesOf({ from, to }: DateRange): readonly string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

export const kindOf = ({ sessionKinds }: PracticeProfile, id: string): SessionKind | undefined =>
  sessionKinds.find((kind) => kind.id === id);

/** Which open times are asked for. */
export interface Asked {
  readonly kind: SessionKind;
  readonly standing: Standing;
  readonly schedule: Schedule;
  readonly practitionerId?: string | undefined;
  readonly mode?: SessionMode | undefined;
  /** Whether it is the practice that looks for a time: its notice is for clients. */
  readonly byPractice?: boolean | undefined;
}

/**
 * What is open of one kind on some days: free and far enough ahead, soonest first. A kind that needs clearance is open
 * to somebody who has all that it needs, for as long as their clearance lasts; the times of the others are anybody's to
 * see.
 */
export async function openSlots(
  { database, practice, clock }: EndpointOptions,
  range: DateRange,
  { kind, standing, schedule, practitionerId, mode, byPractice }: Asked,
): Promise<readonly ScheduledSlot[]> {
  const now = clock();
  const current = practice.consents;
  const isOnTime = byPractice ? () => true : inTime(practice, now);
  const slots = datesOf(range)
    .flatMap((date) => slotsOn(schedule, practice, kind.id, date))
    .filter((slot) => practitionerId === undefined || slot.practitioner.id === practitionerId)
    .filter((slot) => mode === undefined || slot.mode === mode)
    .filter(({ start }) => Date.parse(start) > now.getTime() && isOnTime(start))
    .filter(({ start }) => !kind.needs.clearance || unmetNeeds(kind, standing, current, start).length === 0);
  if (slots.length === 0) return [];
  const periods = slots.map((slot) => heldBy(slot, schedule));
  const held = await heldBetween(database, {
    start: Math.min(...periods.map(({ start }) => start)),
    end: Math.max(...periods.map(({ end }) => end)),
  });
  return slots.filter((slot) => isFree(slot, held, schedule));
}

/** Days that are worked out at once, and the most that one page looks through before it says where to go on. */
const DAYS_AT_ONCE = 7;
const DAYS_OF_A_PAGE = 63;

/** One page of open times, and the date or the slot that the next one begins after. */
export interface SlotPage {
  readonly slots: readonly ScheduledSlot[];
  readonly next?: string;
}

/** Where a page begins: on a date, and on that date after a slot. */
export interface PageStart {
  readonly date: string;
  readonly after?: SlotPlace;
}

/**
 * A page of open times. It works out no more days than it takes to fill it; where few are open it ends sooner, and may
 * be empty, with a `next` all the same.
 */
export async function pageOfSlots(
  options: EndpointOptions,
  range: DateRange,
  asked: Asked,
  start: PageStart,
  size: number,
): Promise<SlotPage> {
  const found: ScheduledSlot[] = [];
  const last = [range.to, addDays(start.date, DAYS_OF_A_PAGE - 1)].sort()[0] ?? range.to;
  for (let from = start.date; from <= last; from = addDays(from, DAYS_AT_ONCE)) {
    const to = [last, addDays(from, DAYS_AT_ONCE - 1)].sort()[0] ?? last;
    const open = await openSlots(options, { from, to }, asked);
    const { after } = start;
    found.push(...(after === undefined ? open : open.filter((slot) => bySoonest(after, slot) < 0)));
    const end = found[size - 1];
    if (found.length > size && end) return { slots: found.slice(0, size), next: end.id };
  }
  return last < range.to ? { slots: found, next: addDays(last, 1) } : { slots: found };
}

const NEAR = 20;
/** How far around a lost slot others are looked for: in the days around it, and further off only where those are full. */
const DAYS_AROUND = [7, 28] as const;

/**
 * What is open around a slot that somebody else has: the same kind, in the same mode where there is any, the nearest
 * few, soonest first.
 */
export async function slotsAround(
  options: EndpointOptions,
  lost: ScheduledSlot,
  standing: Standing,
  schedule: Schedule,
): Promise<readonly ScheduledSlot[]> {
  const { practice } = options;
  const kind = kindOf(practice, lost.kind);
  if (kind === undefined) return [];
  const wanted = Date.parse(lost.start);
  const date = dateIn(practice.timeZone, wanted);
  const around = async (days: number) => {
    const range = { from: addDays(date, -days), to: addDays(date, days) };
    const open = await openSlots(options, range, { kind, standing, schedule });
    const alike = open.filter(({ mode }) => mode === lost.mode);
    return alike.length > 0 ? alike : open;
  };
  const [near, far] = DAYS_AROUND;
  const close = await around(near);
  const open = close.length < NEAR ? await around(far) : close;
  const distance = ({ start }: ScheduledSlot) => Math.abs(Date.parse(start) - wanted);
  return [...open]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NEAR)
    .sort(bySoonest);
}
