import type { BookingSubmission } from '../../../src/domain/submission/envelope.js';
import { asksWho } from '../check-intake.js';
import { ACTIVE, type BookingRow } from '../scheduling/bookings.js';
import { quietUntil, tooSoon } from '../scheduling/quiet.js';
import { ruleBroken } from '../scheduling/rules.js';
import type { ScheduledSlot } from '../scheduling/schedule.js';
import type { Acting } from './acting.js';

/** So many sessions to come anybody can have, and so many somebody of whom the practice has no health history. */
const MOST_TO_COME = 60;
const MOST_WITHOUT_INTAKE = 3;

/**
 * Lets nothing else be booked or given up by this client until the transaction ends. Always taken before calendars, so
 * that no two wait for each other.
 */
export async function holdClient({ transaction, clientId }: Acting): Promise<void> {
  await transaction
    .selectFrom('clients')
    .select('id')
    .where('id', '=', clientId)
    // The weaker lock: the submission that was just written refers to this row, as does another that comes at once.
    .forNoKeyUpdate()
    .execute();
}

/**
 * Nothing is booked or moved while the medicine of a session may still work.
 *
 * @throws Refusal 409
 */
export async function requireRested({ transaction, clientId, now, options }: Acting): Promise<void> {
  const until = await quietUntil(options, transaction, clientId, now);
  if (until !== undefined) throw tooSoon(until, 'planning');
}

/** The client's own sessions that stand and are not over, soonest first. Their row is held. */
export const ownSessions = ({ transaction, clientId, now }: Acting): Promise<readonly BookingRow[]> =>
  transaction
    .selectFrom('bookings')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('status', 'in', ACTIVE)
    .where('end_at', '>', now)
    .orderBy('start_at')
    .orderBy('id')
    .forUpdate()
    .execute();

/**
 * Those of the client's sessions that a new wish is in place of: still to come, and booked by a submission that it
 * names, after whose answer was lost. One that comes in after what replaces it is not found here.
 */
export async function replacedBy(
  { relatesTo }: BookingSubmission,
  own: readonly BookingRow[],
  { transaction, clientId, now }: Acting,
): Promise<readonly BookingRow[]> {
  if (relatesTo.length === 0) return [];
  const named = await transaction
    .selectFrom('submissions')
    .select('id')
    .where('id', 'in', relatesTo)
    .where('client_id', '=', clientId)
    .where('kind', '=', 'booking')
    .execute();
  return own.filter((row) => row.start_at > now && named.some(({ id }) => id === row.submission_id));
}

/** Whether the practice has a form from them that says who they are. */
export async function hasIntake({ transaction, clientId, options }: Acting): Promise<boolean> {
  const intakes = await transaction
    .selectFrom('submissions')
    .select('act')
    .where('client_id', '=', clientId)
    .where('kind', '=', 'intake')
    .execute();
  return intakes.some(({ act }) => 'questionnaire' in act && asksWho(options.forms, act.questionnaire));
}

/**
 * Holds what a client wants against the sessions that they keep. Their row is held.
 *
 * @throws Refusal 409 with the rules by id.
 */
export async function ownRules(
  slots: readonly ScheduledSlot[],
  kept: readonly BookingRow[],
  acting: Acting,
): Promise<void> {
  if (slots.length === 0) return;
  const isAtThatTime = slots.some(({ start, end }) =>
    kept.some((row) => row.start_at < new Date(end) && row.end_at > new Date(start)),
  );
  if (isAtThatTime) throw ruleBroken(['own-session'], 'You already have a session at that time.');
  const count = kept.filter(({ start_at }) => start_at > acting.now).length + slots.length;
  if (count > MOST_TO_COME)
    throw ruleBroken(
      ['too-many'],
      `You can have at most ${MOST_TO_COME} sessions to come. Please call the practice.`,
    );
  if (count > MOST_WITHOUT_INTAKE && !(await hasIntake(acting)))
    throw ruleBroken(
      ['too-many'],
      `You can have at most ${MOST_WITHOUT_INTAKE} sessions to come until the practice has your health history. Please call the practice.`,
    );
}
