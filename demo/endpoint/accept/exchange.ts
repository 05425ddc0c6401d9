import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { clearanceOf } from '../clearance.js';
import { ACTIVE, bookingFrom, type BookingRow } from '../scheduling/bookings.js';
import { findingsOfChange, type Change } from '../scheduling/plan-check.js';
import type { Schedule } from '../scheduling/practitioner.js';
import { requireUnbroken, ruleBroken } from '../scheduling/rules.js';
import { giveUp, holdCalendars, takeSlots } from '../scheduling/take-slots.js';
import type { Acting } from './acting.js';
import { ownRules } from './own-sessions.js';

/** Sessions given up and slots taken in their place, as a client's submission asks for it. */
export interface Exchange extends Change {
  /** The client's sessions to come that are not given up. */
  readonly kept: readonly BookingRow[];
  readonly submissionId: string;
  readonly schedule: Schedule;
  /** Where the client says they will be at a session by video or phone, ISO 3166-2. */
  readonly region?: string | undefined;
}

export const isActive = ({ status }: BookingRow): boolean => ACTIVE.some((one) => one === status);

/**
 * Makes a change as a whole or not at all, once it was held against every plan rule. What was cancelled already stays
 * so. The client's row is held.
 *
 * @returns what was given up and what was taken, as they stand for the client now.
 * @throws Refusal 409 for a broken rule.
 * @throws SlotTaken
 */
export async function exchange(
  { given, kept, slots, submissionId, schedule, region }: Exchange,
  acting: Acting,
): Promise<{ readonly given: readonly Booking[]; readonly taken: readonly Booking[] }> {
  const { transaction, clientId, options, now } = acting;
  const record = await clearanceOf(transaction, clientId, options.practice, now);
  const active = given.filter(isActive);
  if (slots.some(({ start }) => Date.parse(start) <= now.getTime()))
    throw ruleBroken(['notice'], 'This time has begun already.');
  requireUnbroken(await findingsOfChange({ given: active, slots }, { ...acting, record, region }));
  await ownRules(slots, kept, acting);
  const held = [
    ...slots.map(({ practitioner }) => practitioner.id),
    ...active.map(({ practitioner_id }) => practitioner_id),
  ];
  await holdCalendars(held, transaction);
  const cancelled = await giveUp(active, 'client', transaction, now);
  const taken = await takeSlots(slots, { ...acting, schedule, by: { submissionId } });
  const asBookings = (rows: readonly BookingRow[]) =>
    rows.map((row) => bookingFrom(row, record, options, now));
  return {
    given: asBookings(given.map((row) => cancelled.find(({ id }) => id === row.id) ?? row)),
    taken: asBookings(taken),
  };
}
