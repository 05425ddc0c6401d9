import { unmetNeeds, type UnmetNeed } from '../../../src/domain/scheduling/needs.js';
import type { BookingSubmission } from '../../../src/domain/submission/envelope.js';
import { hasOpenAlert } from '../alerts.js';
import { standingOf } from '../care-state.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { newId } from '../ports.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import type { BookingRow } from '../scheduling/bookings.js';
import { heldBetween, isFree, kindOf, slotsAround } from '../scheduling/open-slots.js';
import { isInTime, noticeHours, ruleBroken } from '../scheduling/rules.js';
import { slotOf, type ScheduledSlot } from '../scheduling/schedule.js';
import type { Acting } from './acting.js';

type WantedSessions = BookingSubmission['act']['sessions'];

/** Thrown to undo a transaction that somebody else was faster than. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken';
  readonly slots: readonly ScheduledSlot[];

  constructor(slots: readonly ScheduledSlot[]) {
    super('Somebody else has the slot.');
    this.slots = slots;
  }
}

const overlap = (a: ScheduledSlot, b: ScheduledSlot): boolean => a.start < b.end && b.start < a.end;

/**
 * The slots that were asked for, worked out anew from the schedule.
 *
 * @throws Refusal 422 for one that the schedule does not have, or that is of another kind; and for two at one time.
 */
export function wantedSlots(
  sessions: WantedSessions,
  { schedule, practice }: EndpointOptions,
): readonly ScheduledSlot[] {
  const slots: ScheduledSlot[] = [];
  const errors: FieldError[] = [];
  for (const [index, { slotId, kind }] of sessions.entries()) {
    const pointer = `/act/sessions/${index}`;
    const slot = slotOf(schedule, practice, slotId);
    if (slot === undefined) {
      const detail = 'The practice does not have this time. Please choose another one.';
      errors.push({ pointer: `${pointer}/slotId`, code: 'unknown-slot', detail });
    } else if (slot.kind !== kind) {
      const detail = 'This time is for another kind of session.';
      errors.push({ pointer: `${pointer}/kind`, code: 'kind-differs', detail });
    } else if (slots.some((other) => overlap(other, slot))) {
      const detail = 'Two of these sessions are at the same time.';
      errors.push({ pointer, code: 'overlaps', detail });
    } else slots.push(slot);
  }
  if (errors.length > 0) throw invalid(errors);
  return slots;
}

const NEED_WORDS: Readonly<Record<UnmetNeed, string>> = {
  clearance: 'The prescriber’s clearance does not cover this session.',
  consents: 'The consent for this kind of session is not signed yet.',
};

/**
 * Holds the sessions against what the practice asks for before them.
 *
 * @throws Refusal 409 with the rules by id.
 */
export async function sessionRules(
  slots: readonly ScheduledSlot[],
  { transaction, clientId, options, now }: Acting,
): Promise<void> {
  const { practice } = options;
  const standing = await standingOf(options, transaction, clientId);
  const consents = options.practice.consents;
  const unmet = new Set(
    slots.flatMap(({ kind, start }) => {
      const offered = kindOf(practice, kind);
      return offered ? unmetNeeds(offered, standing, consents, start) : [];
    }),
  );
  const isTooSoon = slots.some(({ start }) => !isInTime(start, practice, now));
  const rules = [...(unmet.size > 0 ? ['needs'] : []), ...(isTooSoon ? ['notice'] : [])];
  if (rules.length === 0) return;
  const hours = noticeHours(practice);
  const words = [...unmet].map((need) => NEED_WORDS[need]);
  if (isTooSoon) words.push(`Sessions are booked here at least ${hours} hours ahead.`);
  throw ruleBroken(rules, words.join(' '));
}

/**
 * Lets nobody else book with the practitioners of these slots, and of what is given up for them, until the transaction
 * ends. Always in the same order, so that no two wait for each other.
 */
export async function holdCalendars(
  slots: readonly ScheduledSlot[],
  given: readonly BookingRow[],
  { transaction }: Acting,
): Promise<void> {
  const ids = [
    ...slots.map(({ practitioner }) => practitioner.id),
    ...given.map(({ practitioner_id }) => practitioner_id),
  ];
  for (const id of [...new Set(ids)].sort()) {
    await transaction
      .insertInto('calendars')
      .values({ practitioner_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .selectFrom('calendars')
      .select('practitioner_id')
      .where('practitioner_id', '=', id)
      .forUpdate()
      .execute();
  }
}

async function takenOf(
  slots: readonly ScheduledSlot[],
  database: Database,
): Promise<readonly ScheduledSlot[]> {
  const taken: ScheduledSlot[] = [];
  for (const slot of slots) {
    const held = await heldBetween(database, new Date(slot.start), new Date(slot.end));
    if (!isFree(slot, held)) taken.push(slot);
  }
  return taken;
}

/** How a new booking begins: nothing confirms a dosing session by itself while an alert is open. */
function firstStatus(
  { kind, practitioner }: ScheduledSlot,
  { schedule }: EndpointOptions,
  isHeld: boolean,
): BookingRow['status'] {
  if (isHeld && kind === 'dosing') return 'requested';
  const isConfirmed = schedule.some(
    (one) => one.id === practitioner.id && one.confirmedAtOnce.includes(kind),
  );
  return isConfirmed ? 'confirmed' : 'requested';
}

function rowFor(
  slot: ScheduledSlot,
  submissionId: string,
  { clientId, options, now }: Acting,
  isHeld: boolean,
): BookingRow {
  const { id, name } = slot.practitioner;
  return {
    id: newId(options.random),
    client_id: clientId,
    submission_id: submissionId,
    slot_id: slot.id,
    kind: slot.kind,
    practitioner_id: id,
    practitioner_name: name,
    start_at: new Date(slot.start),
    end_at: new Date(slot.end),
    mode: slot.mode,
    place: slot.place ?? null,
    status: firstStatus(slot, options, isHeld),
    cancelled_by: null,
    changed_at: now,
  };
}

/**
 * Writes a booking for each slot. Their practitioners' calendars are held.
 *
 * @throws SlotTaken
 */
export async function takeSlots(
  slots: readonly ScheduledSlot[],
  submissionId: string,
  acting: Acting,
): Promise<readonly BookingRow[]> {
  const { transaction, clientId } = acting;
  const taken = await takenOf(slots, transaction);
  if (taken.length > 0) throw new SlotTaken(taken);
  const isHeld = await hasOpenAlert(transaction, clientId);
  const rows = slots.map((slot) => rowFor(slot, submissionId, acting, isHeld));
  for (const [index, row] of rows.entries()) {
    const written = await transaction
      .insertInto('bookings')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (written === undefined) throw new SlotTaken(slots.slice(index, index + 1));
  }
  return rows;
}

/** The answer to whoever was slower: what is still open around the times that they wanted. */
export async function slotTaken(
  { slots: lost }: SlotTaken,
  options: EndpointOptions,
  clientId: string | undefined,
): Promise<Refusal> {
  const standing = await standingOf(options, options.database, clientId);
  const fresh = new Map<string, ScheduledSlot>();
  const firstOfKind = lost.filter(({ kind }, index) => lost.findIndex((one) => one.kind === kind) === index);
  for (const slot of firstOfKind) {
    for (const near of await slotsAround(options, slot, standing)) fresh.set(near.id, near);
  }
  return new Refusal(409, 'kap:slot-taken', 'Somebody else has just taken this time.', {
    slots: [...fresh.values()],
  });
}
