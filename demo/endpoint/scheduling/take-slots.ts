import { sql, type Transaction } from 'kysely';
import { calendarStates, type CalendarState } from '../calendar/state.js';
import { hasOpenAlert } from '../alerts.js';
import type { EndpointOptions } from '../endpoint.js';
import { newId } from '../ports.js';
import type { Role, Tables } from '../tables.js';
import type { BookingRow } from './bookings.js';
import { heldBetween, isFree } from './open-slots.js';
import type { Practitioner, Schedule } from './practitioner.js';
import { heldBy, type ScheduledSlot } from './schedule.js';

/** Thrown to undo a transaction that somebody else was faster than. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken';
  readonly slots: readonly ScheduledSlot[];

  constructor(slots: readonly ScheduledSlot[]) {
    super('Somebody else has the slot.');
    this.slots = slots;
  }
}

/** Who books, and for whom; what booked is a submission of the client's, or somebody at the practice. */
export interface Taking {
  readonly transaction: Transaction<Tables>;
  readonly clientId: string;
  readonly now: Date;
  readonly options: EndpointOptions;
  readonly schedule: Schedule;
  readonly by: { readonly submissionId: string } | { readonly role: Role };
}

/**
 * Lets nobody else book with these practitioners until the transaction ends. Always in the same order, so that no two
 * wait for each other.
 */
export async function holdCalendars(
  practitionerIds: readonly string[],
  transaction: Transaction<Tables>,
): Promise<void> {
  const ids = [...new Set(practitionerIds)].sort();
  if (ids.length === 0) return;
  const held = () =>
    transaction
      .selectFrom('calendars')
      .select('practitioner_id')
      .where('practitioner_id', 'in', ids)
      .orderBy('practitioner_id')
      .forUpdate()
      .execute();
  if ((await held()).length === ids.length) return;
  await transaction
    .insertInto('calendars')
    .values(ids.map((practitioner_id) => ({ practitioner_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await held();
}

/** Which of these slots somebody else has, or the practitioner's own calendar does. Their calendars are held. */
async function takenOf(
  slots: readonly ScheduledSlot[],
  { transaction, schedule }: Taking,
): Promise<readonly ScheduledSlot[]> {
  const periods = slots.map((slot) => heldBy(slot, schedule));
  const held = await heldBetween(transaction, {
    start: Math.min(...periods.map(({ start }) => start)),
    end: Math.max(...periods.map(({ end }) => end)),
    practitionerIds: slots.map(({ practitioner }) => practitioner.id),
  });
  return slots.filter((slot) => !isFree(slot, held, schedule));
}

/** Whether a kind is confirmed without anybody's decision: never while a calendar that is there can't be read. */
function isConfirmedAtOnce(
  { confirmedAtOnce }: Practitioner,
  kind: ScheduledSlot['kind'],
  calendar: CalendarState,
): boolean {
  if (calendar === 'failing') return false;
  return confirmedAtOnce === undefined ? calendar === 'fresh' : confirmedAtOnce.includes(kind);
}

/** How a new booking begins: nothing confirms a dosing session by itself while an alert is open. */
async function firstStatuses(
  slots: readonly ScheduledSlot[],
  { transaction, clientId, now, schedule, by }: Taking,
): Promise<readonly BookingRow['status'][]> {
  if ('role' in by) return slots.map(() => 'confirmed');
  const isHeld = await hasOpenAlert(transaction, clientId);
  const calendars = await calendarStates(transaction, schedule, now);
  return slots.map(({ kind, practitioner }) => {
    const whose = schedule.find(({ id }) => id === practitioner.id);
    if (whose === undefined || (isHeld && kind === 'dosing')) return 'requested';
    return isConfirmedAtOnce(whose, kind, calendars.get(whose.id) ?? 'none') ? 'confirmed' : 'requested';
  });
}

function rowFor(
  slot: ScheduledSlot,
  status: BookingRow['status'],
  { clientId, options, now, schedule, by }: Taking,
): BookingRow {
  const { id, name } = slot.practitioner;
  const held = heldBy(slot, schedule);
  return {
    id: newId(options.random),
    client_id: clientId,
    submission_id: 'submissionId' in by ? by.submissionId : null,
    made_by: 'role' in by ? by.role : null,
    requested_at: now,
    slot_id: slot.id,
    kind: slot.kind,
    practitioner_id: id,
    practitioner_name: name,
    start_at: new Date(slot.start),
    end_at: new Date(slot.end),
    held_from: new Date(held.start),
    held_until: new Date(held.end),
    mode: slot.mode,
    place: slot.place ?? null,
    status,
    cancelled_by: null,
    changed_at: now,
  };
}

/**
 * Writes a booking for each slot; what the practice books itself is confirmed. Their practitioners' calendars are held.
 *
 * @throws SlotTaken
 */
export async function takeSlots(
  slots: readonly ScheduledSlot[],
  taking: Taking,
): Promise<readonly BookingRow[]> {
  if (slots.length === 0) return [];
  const taken = await takenOf(slots, taking);
  if (taken.length > 0) throw new SlotTaken(taken);
  const statuses = await firstStatuses(slots, taking);
  const rows = slots.map((slot, index) => rowFor(slot, statuses[index] ?? 'requested', taking));
  const written = await taking.transaction
    .insertInto('bookings')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const lost = rows.filter(({ id }) => !written.some((one) => one.id === id));
  if (lost.length > 0)
    throw new SlotTaken(slots.filter((slot) => lost.some(({ slot_id }) => slot_id === slot.id)));
  return rows;
}

/** Cancels bookings, and gives them as they stand then: their time is free once the transaction ends. */
export async function giveUp(
  given: readonly BookingRow[],
  by: 'client' | 'practice',
  transaction: Transaction<Tables>,
  now: Date,
): Promise<readonly BookingRow[]> {
  if (given.length === 0) return [];
  const cancelled = { status: 'cancelled', cancelled_by: by, changed_at: now } as const;
  const ids = given.map(({ id }) => id);
  await transaction
    .updateTable('bookings')
    .set(cancelled)
    .where('id', 'in', ids)
    .where('status', '<>', sql.lit('cancelled'))
    .execute();
  return given.map((row) => ({ ...row, ...cancelled }));
}
