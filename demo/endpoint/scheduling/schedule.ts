import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import {
  sessionKindId,
  type SessionKindId,
  type SessionMode,
} from '../../../src/domain/practice/session-kind.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import {
  heldBy as heldPeriod,
  hoursOn,
  minutesOf,
  sessionsOn,
  type Buffers,
  type Period,
} from '../../../src/domain/scheduling/weekly-hours.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import { slug } from '../../../src/domain/untrusted.js';
import { calendarAddress } from '../calendar/address.js';
import { endOfDay } from '../zone.js';
import type { BookableHours, Practitioner, Schedule } from './practitioner.js';

/** A slot of a schedule always says with whom. */
export type ScheduledSlot = Slot & { readonly practitioner: NonNullable<Slot['practitioner']> };

/** What makes hours no hours, in words for whoever set them. */
function faultOfHours(
  { from, to }: Pick<BookableHours, 'from' | 'to'>,
  practitioner: string,
): string | undefined {
  const [opening, closing] = [minutesOf(from), minutesOf(to)];
  return opening === undefined || closing === undefined || opening >= closing
    ? `the hours of ${practitioner} from ${from} to ${to} are none`
    : undefined;
}

function faultOfPractitioner(
  { id, hours, exceptions = [], confirmedAtOnce = [], calendarUrl }: Practitioner,
  { sessionKinds, timeZone }: PracticeProfile,
): string | undefined {
  if (!slug.safeParse(id).success) return `${id} is no id: lower-case letters, digits, dots and hyphens`;
  const all = [...hours, ...exceptions.flatMap((exception) => exception.hours)];
  const offered = [...confirmedAtOnce, ...all.flatMap(({ kinds }) => kinds)];
  const unknown = offered.find((kind) => !sessionKinds.some((known) => known.id === kind));
  if (unknown !== undefined) return `${id} offers ${unknown}, which the practice profile does not have`;
  for (const { from, to } of exceptions)
    if (from > to || [from, to].some((date) => endOfDay(date, timeZone) === undefined))
      return `the dates of ${id} from ${from} to ${to} are none`;
  if (calendarUrl !== undefined && calendarAddress(calendarUrl) === undefined)
    return `the calendar of ${id} has no address that begins with https://`;
  return all.map((each) => faultOfHours(each, id)).find((fault) => fault !== undefined);
}

/** What makes a schedule unusable for a practice, in words for whoever wrote it. */
export function faultOfSchedule(schedule: Schedule, practice: PracticeProfile): string | undefined {
  const ids = schedule.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'two practitioners have the same id';
  return schedule.map((one) => faultOfPractitioner(one, practice)).find((fault) => fault !== undefined);
}

const instantOf = (at: number): string => new Date(at).toISOString();

/** `mara-lindqvist_preparation_video_20261124T1700Z`: says all that it takes to find the slot again. */
const slotIdOf = (practitioner: string, kind: SessionKindId, mode: SessionMode, start: number): string =>
  [practitioner, kind, mode, `${instantOf(start).slice(0, 16).replace(/[-:]/g, '')}Z`].join('_');

const SLOT_ID = /^[a-z0-9.-]+_([a-z-]+)_[a-z-]+_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z$/;

const NO_BUFFERS: Buffers = { before: 0, after: 0 };

const buffersOf = ({ buffers = {} }: Practitioner, kind: SessionKindId): Buffers =>
  buffers[kind] ?? NO_BUFFERS;

function slotsOfPractitioner(
  practitioner: Practitioner,
  { sessionKinds, timeZone }: PracticeProfile,
  kind: SessionKindId,
  date: string,
): ScheduledSlot[] {
  const offered = sessionKinds.find((one) => one.id === kind);
  if (offered === undefined) return [];
  const { id, name, place, hours, exceptions = [], lengths = {} } = practitioner;
  // Of exceptions for one date the one that was set last holds.
  const exception = exceptions.findLast(({ from, to }) => from <= date && date <= to);
  const instead = exception?.hours.map((each) => ({ ...each, date })) ?? [];
  const buffers = buffersOf(practitioner, kind);
  return hoursOn(date, hours, exceptions, instead)
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((window) => {
      const modes = window.modes.filter((mode) => offered.modes.includes(mode));
      const minutes = lengths[kind] ?? offered.minutes;
      return sessionsOn(date, window, minutes, timeZone, buffers).flatMap(({ start, end }) =>
        modes.map((mode) => ({
          id: slotIdOf(id, kind, mode, start),
          kind,
          start: instantOf(start),
          end: instantOf(end),
          practitioner: { id, name },
          mode,
          ...(mode === 'in-person' && place !== undefined ? { place } : {}),
        })),
      );
    });
}

/** All of a practitioner's time that a session in this slot would hold: itself, and what they need around it. */
export function heldBy({ start, end, kind, practitioner }: ScheduledSlot, schedule: Schedule): Period {
  const whose = schedule.find(({ id }) => id === practitioner.id);
  const buffers = whose === undefined ? NO_BUFFERS : buffersOf(whose, kind);
  return heldPeriod({ start: Date.parse(start), end: Date.parse(end) }, buffers);
}

/** More days than clients look at in a while. */
const MOST_DAYS_KEPT = 4000;
const daysKept = new WeakMap<PracticeProfile, Map<string, readonly ScheduledSlot[]>>();

/**
 * The same, kept: working out a day asks the platform about zones, and the same days are asked for all the time. A day
 * is worked out anew as soon as the practitioner's settings are others.
 */
function slotsKept(
  practitioner: Practitioner,
  practice: PracticeProfile,
  kind: SessionKindId,
  date: string,
): readonly ScheduledSlot[] {
  const days = daysKept.get(practice) ?? new Map<string, readonly ScheduledSlot[]>();
  daysKept.set(practice, days);
  const key = JSON.stringify([practitioner, kind, date]);
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  const slots = slotsOfPractitioner(practitioner, practice, kind, date);
  days.set(key, slots);
  return slots;
}

/** Everything that the schedule has of one kind on one date where the practice is, booked or not; soonest first. */
export function slotsOn(
  schedule: Schedule,
  practice: PracticeProfile,
  kind: SessionKindId,
  date: string,
): readonly ScheduledSlot[] {
  const slots = schedule.flatMap((practitioner) => slotsKept(practitioner, practice, kind, date));
  // Hours that overlap give the same slot twice.
  const distinct = [...new Map(slots.map((slot) => [slot.id, slot])).values()];
  return distinct.sort(bySoonest);
}

/** Where a slot stands in a list. */
export type SlotPlace = Pick<Slot, 'start' | 'id'>;

/** By start, then by id, so that the order is the same every time. */
export const bySoonest = (a: SlotPlace, b: SlotPlace): number =>
  a.start < b.start || (a.start === b.start && a.id < b.id) ? -1 : 1;

/** When the slot of this id starts, in milliseconds since the epoch; `undefined` for what is no slot's id. */
export function startOfSlot(id: string): number | undefined {
  const match = SLOT_ID.exec(id);
  if (match === null) return undefined;
  const [, , year, month, day, hour, minute] = match;
  const start = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(start) ? undefined : start;
}

/** The slot of this id, worked out anew; `undefined` where the schedule does not have it. */
export function slotOf(schedule: Schedule, practice: PracticeProfile, id: string): ScheduledSlot | undefined {
  const kind = sessionKindId.safeParse(SLOT_ID.exec(id)?.[1]);
  const start = startOfSlot(id);
  if (!kind.success || start === undefined) return undefined;
  const date = dateIn(practice.timeZone, start);
  return slotsOn(schedule, practice, kind.data, date).find((slot) => slot.id === id);
}
