import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  Contact,
} from '../../../src/domain/submission/envelope.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { standingOf } from '../care-state.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import { ACTIVE, bookingFrom, type BookingRow } from '../scheduling/bookings.js';
import { isCancellable, ruleBroken } from '../scheduling/rules.js';
import type { Acting } from './acting.js';
import { holdCalendars, sessionRules, takeSlots, wantedSlots } from './sessions.js';

/** As many as an acceptance can carry. */
const MOST_SESSIONS = 60;

const isThere = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

/** Somebody of whom nothing was received before must say how the practice reaches them. */
async function requireContact(
  submissionId: string,
  contact: Contact | undefined,
  { transaction, clientId }: Acting,
): Promise<void> {
  if (isThere(contact?.name) && (isThere(contact?.phone) || isThere(contact?.email))) return;
  const earlier = await transaction
    .selectFrom('submissions')
    .select('id')
    .where('client_id', '=', clientId)
    .where('id', '<>', submissionId)
    .limit(1)
    .executeTakeFirst();
  if (earlier !== undefined) return;
  const detail = 'Please give a name, and a phone number or an e-mail address.';
  throw invalid([{ pointer: '/content/contact', code: 'required', detail }]);
}

/** Rows as they are written, with the status that follows for the client now. */
async function asBookings(rows: readonly BookingRow[], acting: Acting): Promise<readonly Booking[]> {
  const { transaction, clientId, options, now } = acting;
  const { clearance } = await standingOf(options, transaction, clientId);
  return rows.map((row) => bookingFrom(row, clearance, options.practice, now));
}

/**
 * Books all the sessions that were asked for, or none.
 *
 * @throws Refusal 422 for what is no slot or without contact, 409 for a broken rule.
 * @throws SlotTaken where somebody else has one of them.
 */
export async function actOnBooking(
  submission: BookingSubmission,
  acting: Acting,
): Promise<readonly Booking[]> {
  const slots = wantedSlots(submission.act.sessions, acting.options);
  await requireContact(submission.id, submission.content?.contact, acting);
  await sessionRules(slots, acting);
  await holdCalendars(slots, acting);
  return asBookings(await takeSlots(slots, submission.id, acting), acting);
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
  const { transaction, options, now } = acting;
  const slots = wantedSlots(act.sessions, options);
  const given = await ownBookings(act.cancel, acting);
  const active = given.filter(({ status }) => ACTIVE.some((one) => one === status));
  const { cancelHours = 0 } = options.practice;
  if (!active.every(({ start_at }) => isCancellable(start_at, options.practice, now)))
    throw ruleBroken(
      ['notice'],
      `A session can be cancelled here until ${cancelHours} hours before it starts. Please call the practice.`,
    );
  await sessionRules(slots, acting);
  await holdCalendars(slots, acting);
  const cancelled = { status: 'cancelled', cancelled_by: 'client', changed_at: now } as const;
  if (active.length > 0) {
    await transaction
      .updateTable('bookings')
      .set(cancelled)
      .where(
        'id',
        'in',
        active.map((row) => row.id),
      )
      .execute();
  }
  const givenUp = given.map((row) => (active.includes(row) ? { ...row, ...cancelled } : row));
  return asBookings([...givenUp, ...(await takeSlots(slots, id, acting))], acting);
}
