import type { SessionKind } from '../../../src/domain/practice/session-kind.js';
import { addDays } from '../../../src/domain/scheduling/calendar-days.js';
import { plainDate } from '../../../src/domain/untrusted.js';
import type { EndpointOptions } from '../endpoint.js';
import { unreadable } from '../problems.js';
import { readRange, type DateRange } from '../scheduling/date-range.js';
import { datesOf, heldBetween, isFree, kindOf } from '../scheduling/open-slots.js';
import type { Practitioner, Schedule } from '../scheduling/practitioner.js';
import { bySoonest, heldBy, slotsOn, type ScheduledSlot } from '../scheduling/schedule.js';
import { scheduleOf } from '../scheduling/schedules.js';

/** Times where the practice is. */
export interface OpenTimes {
  readonly timeZone: string;
  readonly slots: readonly ScheduledSlot[];
}

/** What is free of some kinds on some days and has not begun, whoever it would be for. */
async function freeSlots(
  { database, practice, clock }: EndpointOptions,
  range: DateRange,
  { kinds, schedule }: { readonly kinds: readonly SessionKind[]; readonly schedule: Schedule },
): Promise<readonly ScheduledSlot[]> {
  const now = clock().toISOString();
  const slots = datesOf(range)
    .flatMap((date) => kinds.flatMap(({ id }) => slotsOn(schedule, practice, id, date)))
    .filter(({ start }) => start > now);
  if (slots.length === 0) return [];
  const periods = slots.map((slot) => heldBy(slot, schedule));
  const held = await heldBetween(database, {
    start: Math.min(...periods.map(({ start }) => start)),
    end: Math.max(...periods.map(({ end }) => end)),
  });
  return slots.filter((slot) => isFree(slot, held, schedule)).sort(bySoonest);
}

/**
 * The open times of one kind as the staff see them: what a client still lacks is said when one is chosen.
 *
 * @throws Refusal 400
 */
export async function readOpenTimes(
  options: EndpointOptions,
  asked: {
    readonly kind: string | undefined;
    readonly from: string | undefined;
    readonly to: string | undefined;
  },
): Promise<OpenTimes> {
  const { practice, database } = options;
  const kind = kindOf(practice, asked.kind ?? '');
  if (kind === undefined) throw unreadable('This kind of session is not offered here.');
  const { from, to } = readRange(asked.from, asked.to, practice.timeZone);
  const schedule = await scheduleOf(database);
  return {
    timeZone: practice.timeZone,
    slots: await freeSlots(options, { from, to }, { kinds: [kind], schedule }),
  };
}

const DAYS_OF_A_WEEK = 7;

/** What one practitioner's hours would offer in the seven days from a date on. @throws Refusal 400 */
export async function previewWeek(
  options: EndpointOptions,
  practitioner: Practitioner,
  from: string,
): Promise<OpenTimes> {
  const { sessionKinds, timeZone } = options.practice;
  if (!plainDate.safeParse(from).success) throw unreadable('This needs a date, written like 2026-11-24.');
  const range = { from, to: addDays(from, DAYS_OF_A_WEEK - 1) };
  const schedule = [practitioner];
  return { timeZone, slots: await freeSlots(options, range, { kinds: sessionKinds, schedule }) };
}
