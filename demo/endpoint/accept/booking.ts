import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  Contact,
} from '../../../src/domain/submission/envelope.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { clearanceOf } from '../clearance.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import { ACTIVE, bookingFrom, type BookingRow } from '../scheduling/bookings.js';
import { isCancellable, ruleBroken } from '../scheduling/rules.js';
import type { Schedule } from '../scheduling/practitioner.js';
import type { ScheduledSlot } from '../scheduling/schedule.js';
import { scheduleOf } from '../scheduling/schedules.js';
import { giveUp, holdCalendars, takeSlots } from '../scheduling/take-slots.js';
import type { Acting } from './acting.js';
import { hasIntake, holdClient, ownRules, ownSessions, replacedBy } from './own-sessions.js';
import { sessionRules, wantedSlots } from './sessions.js';

/** As many as an acceptance can carry. */
const MOST_SESSIONS = 60;

const isThere = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

/** Whom the practice can't reach yet must say how: without a health history, and without a contact given before. */
async function requireContact(
  submissionId: string,
  contact: Contact | undefined,
  acting: Acting,
): Promise<void> {
  if (isThere(contact?.name) && (isThere(contact?.phone) || isThere(contact?.email))) return;
  if (await hasIntake(acting)) return;
  const earlier = await acting.transaction
    .selectFrom('submissions')
    .select('id')
    .where('client_id', '=', acting.clientId)
    .where('id', '<>', submissionId)
    .where('contact', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (earlier !== undefined) return;
  const detail = 'Please give a name, and a phone number or an e-mail address.';
  throw invalid([{ pointer: '/content/contact', code: 'required', detail }]);
}

/** Rows as they are written, with the status that follows for the client now. */
async function asBookings(rows: readonly BookingRow[], acting: Acting): Promise<readonly Booking[]> {
  const { transaction, clientId, options, now } = acting;
  const record = await clearanceOf(transaction, clientId, options.practice, now);
  return rows.map((row) => bookingFrom(row, record, options, now));
}

/** @throws Refusal 409 for a session that is too near to be given up by the client. */
function requireCancellable(given: readonly BookingRow[], { options: { practice }, now }: Acting): void {
  if (given.every(({ start_at }) => isCancellable(start_at, practice, now))) return;
  const { cancelHours = 0 } = practice;
  throw ruleBroken(
    ['notice'],
    `A session can be cancelled here until ${cancelHours} hours before it starts. Please call the practice.`,
  );
}

/** Gives up some of the client's bookings and takes these slots in their place, all of it or nothing. */
async function exchange(
  given: readonly BookingRow[],
  slots: readonly ScheduledSlot[],
  submissionId: string,
  { acting, schedule }: { readonly acting: Acting; readonly schedule: Schedule },
): Promise<{ readonly cancelled: readonly BookingRow[]; readonly taken: readonly BookingRow[] }> {
  const { transaction, now } = acting;
  const held = [
    ...slots.map(({ practitioner }) => practitioner.id),
    ...given.map(({ practitioner_id }) => practitioner_id),
  ];
  await holdCalendars(held, transaction);
  const cancelled = await giveUp(given, 'client', transaction, now);
  return { cancelled, taken: await takeSlots(slots, { ...acting, schedule, by: { submissionId } }) };
}

/**
 * Books all the sessions that were asked for, or none. Those of an earlier wish that this one names are given up for
 * them.
 *
 * @throws Refusal 422 for what is no slot or without contact, 409 for a broken rule.
 * @throws SlotTaken where somebody else has one of them.
 */
export async function actOnBooking(
  submission: BookingSubmission,
  acting: Acting,
): Promise<readonly Booking[]> {
  const schedule = await scheduleOf(acting.transaction);
  const slots = wantedSlots(submission.act.sessions, schedule, acting.options.practice);
  await holdClient(acting);
  await requireContact(submission.id, submission.content?.contact, acting);
  const own = await ownSessions(acting);
  const replaced = await replacedBy(submission, own, acting);
  // A time that is wanted again is not given up.
  const left = replaced.filter((row) => !slots.some(({ id }) => id === row.slot_id));
  requireCancellable(left, acting);
  await sessionRules(slots, acting);
  const kept = own.filter((row) => !replaced.includes(row));
  await ownRules(slots, kept, acting);
  const { taken } = await exchange(replaced, slots, submission.id, { acting, schedule });
  return asBookings(taken, acting);
}

/** @throws Refusal 422 */
export function checkBookingChange({ act }: BookingChangeSubmission): void {
  const errors: FieldError[] = [];
  if (act.cancel.length === 0) {
    const detail = 'A change names at least one session that is given up.';
    errors.push({ pointer: '/act/cancel', code: 'required', detail });
  }
  if (act.cancel.length + act.sessions.length > MOST_SESSIONS) {
    const detail = `One change takes at most ${MOST_SESSIONS} sessions.`;
    errors.push({ pointer: '/act', code: 'too-many', detail });
  }
  if (errors.length > 0) throw invalid(errors);
}

const noSuchSession = () => new Refusal(404, 'kap:not-found', 'There is no session like this to change.');

/** The client's own bookings of these ids. One answer for others' and for none, so that it tells nothing. */
async function ownBookings(
  ids: readonly string[],
  { transaction, clientId }: Acting,
): Promise<readonly BookingRow[]> {
  const distinct = [...new Set(ids)];
  if (!distinct.every((id) => uuid.safeParse(id).success)) throw noSuchSession();
  const rows = await transaction
    .selectFrom('bookings')
    .selectAll()
    .where('id', 'in', distinct)
    .where('client_id', '=', clientId)
    .orderBy('start_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  if (rows.length < distinct.length) throw noSuchSession();
  return rows;
}

/**
 * Gives up sessions and books others in their place, all of it or nothing. What was cancelled already stays so.
 *
 * @throws Refusal 404 for a booking that is not the client's, 409 for one that is too near; as `actOnBooking`.
 * @throws SlotTaken
 */
export async function actOnBookingChange(
  { id, act }: BookingChangeSubmission,
  acting: Acting,
): Promise<readonly Booking[]> {
  const schedule = await scheduleOf(acting.transaction);
  const slots = wantedSlots(act.sessions, schedule, acting.options.practice);
  await holdClient(acting);
  const given = await ownBookings(act.cancel, acting);
  const active = given.filter(({ status }) => ACTIVE.some((one) => one === status));
  requireCancellable(active, acting);
  await sessionRules(slots, acting);
  const own = await ownSessions(acting);
  const kept = own.filter(({ id }) => !active.some((row) => row.id === id));
  await ownRules(slots, kept, acting);
  const { cancelled, taken } = await exchange(active, slots, id, { acting, schedule });
  const givenUp = given.map((row) => cancelled.find((one) => one.id === row.id) ?? row);
  return asBookings([...givenUp, ...taken], acting);
}
