import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import {
  sessionKindId,
  type SessionKindId,
  type SessionMode,
} from '../../../src/domain/practice/session-kind.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import { minutesOf, sessionsOn, type WeeklyHours } from '../../../src/domain/scheduling/weekly-hours.js';
import { dateIn } from '../../../src/domain/scheduling/zone.js';
import { slug } from '../../../src/domain/untrusted.js';

/** Weekly hours, and what can be booked within them. */
export interface BookableHours extends WeeklyHours {
  readonly kinds: readonly SessionKindId[];
  readonly modes: readonly SessionMode[];
}

export interface Practitioner {
  /** A slug. It is part of slot ids and stands in bookings: it never changes. */
  readonly id: string;
  readonly name: string;
  /** Where sessions in person are. */
  readonly place?: string;
  readonly hours: readonly BookableHours[];
  /** Kinds that need nobody's decision; all others are `requested` until staff confirm. */
  readonly confirmedAtOnce: readonly SessionKindId[];
}

export type Schedule = readonly Practitioner[];

/** A slot of a schedule always says with whom. */
export type ScheduledSlot = Slot & { readonly practitioner: NonNullable<Slot['practitioner']> };

/** What makes a schedule unusable for a practice, in words for whoever wrote it. */
export function faultOfSchedule(schedule: Schedule, { sessionKinds }: PracticeProfile): string | undefined {
  const ids = schedule.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'two practitioners have the same id';
  for (const { id, hours, confirmedAtOnce } of schedule) {
    if (!slug.safeParse(id).success) return `${id} is no id: lower-case letters, digits, dots and hyphens`;
    const offered = [...confirmedAtOnce, ...hours.flatMap(({ kinds }) => kinds)];
    const unknown = offered.find((kind) => !sessionKinds.some((known) => known.id === kind));
    if (unknown !== undefined) return `${id} offers ${unknown}, which the practice profile does not have`;
    for (const { from, to } of hours) {
      const [opening, closing] = [minutesOf(from), minutesOf(to)];
      if (opening === undefined || closing === undefined || opening >= closing)
        return `the hours of ${id} from ${from} to ${to} are none`;
    }
  }
  return undefined;
}

const instantOf = (at: number): string => new Date(at).toISOString();

/** `mara-lindqvist_preparation_video_20261124T1700Z`: says all that it takes to find the slot again. */
const slotIdOf = (practitioner: string, kind: SessionKindId, mode: SessionMode, start: number): string =>
  [practitioner, kind, mode, `${instantOf(start).slice(0, 16).replace(/[-:]/g, '')}Z`].join('_');

const SLOT_ID = /^[a-z0-9.-]+_([a-z-]+)_[a-z-]+_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z$/;

function slotsOfPractitioner(
  { id, name, place, hours }: Practitioner,
  { sessionKinds, timeZone }: PracticeProfile,
  kind: SessionKindId,
  date: string,
): ScheduledSlot[] {
  const offered = sessionKinds.find((one) => one.id === kind);
  if (offered === undefined) return [];
  return hours
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((window) => {
      const modes = window.modes.filter((mode) => offered.modes.includes(mode));
      return sessionsOn(date, window, offered.minutes, timeZone).flatMap(({ start, end }) =>
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

/** Everything that the schedule has of one kind on one date where the practice is, booked or not; soonest first. */
export function slotsOn(
  schedule: Schedule,
  practice: PracticeProfile,
  kind: SessionKindId,
  date: string,
): readonly ScheduledSlot[] {
  const slots = schedule.flatMap((practitioner) => slotsOfPractitioner(practitioner, practice, kind, date));
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
