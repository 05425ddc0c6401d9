import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  Contact,
} from '../../../src/domain/submission/envelope.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import type { BookingRow } from '../scheduling/bookings.js';
import { isCancellable, ruleBroken } from '../scheduling/rules.js';
import { scheduleOf } from '../scheduling/schedules.js';
import type { Acting } from './acting.js';
import { exchange, isActive } from './exchange.js';
import { hasIntake, holdClient, ownSessions, replacedBy, requireRested } from './own-sessions.js';
import { wantedSlots } from './sessions.js';

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

/** @throws Refusal 409 for a session that is too near to be given up by the client. */
function requireCancellable(given: readonly BookingRow[], { options: { practice }, now }: Acting): void {
  if (given.every(({ start_at }) => isCancellable(start_at, practice, now))) return;
  const { cancelHours = 0 } = practice;
  throw ruleBroken(
    ['notice'],
    `A session can be cancelled here until ${cancelHours} hours before it starts. Please call the practice.`,
  );
}

/**
 * Books all the sessions that were asked for, or none. Those of an earlier wish that this one names are given up for
 * them.
 *
 * @throws Refusal 422 for what is no slot or without contact, 409 for a broken rule and in the quiet hours.
 * @throws SlotTaken where somebody else has one of them.
 */
export async function actOnBooking(
  submission: BookingSubmission,
  acting: Acting,
): Promise<readonly Booking[]> {
  const schedule = await scheduleOf(acting.transaction);
  const slots = wantedSlots(submission.act.sessions, schedule, acting.options.practice);
  await holdClient(acting);
  await requireRested(acting);
  await requireContact(submission.id, submission.content?.contact, acting);
  const own = await ownSessions(acting);
  const replaced = await replacedBy(submission, own, acting);
  // A time that is wanted again is not given up.
  const left = replaced.filter((row) => !slots.some(({ id }) => id === row.slot_id));
  requireCancellable(left, acting);
  const kept = own.filter((row) => !replaced.includes(row));
  const region = submission.content?.region;
  const change = { given: replaced, kept, slots, submissionId: submission.id, schedule, region };
  return (await exchange(change, acting)).taken;
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
 * In the quiet hours after a dosing session sessions can be given up, and none booked.
 *
 * @throws Refusal 404 for a booking that is not the client's, 409 for one that is too near; as `actOnBooking`.
 * @throws SlotTaken
 */
export async function actOnBookingChange(
  { id, act, content }: BookingChangeSubmission,
  acting: Acting,
): Promise<readonly Booking[]> {
  const schedule = await scheduleOf(acting.transaction);
  const slots = wantedSlots(act.sessions, schedule, acting.options.practice);
  await holdClient(acting);
  if (slots.length > 0) await requireRested(acting);
  const given = await ownBookings(act.cancel, acting);
  const active = given.filter(isActive);
  requireCancellable(active, acting);
  const own = await ownSessions(acting);
  const kept = own.filter(({ id }) => !active.some((row) => row.id === id));
  const change = { given, kept, slots, submissionId: id, schedule, region: content?.region };
  const done = await exchange(change, acting);
  return [...done.given, ...done.taken];
}
