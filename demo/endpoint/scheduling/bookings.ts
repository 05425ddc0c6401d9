import type { Selectable } from 'kysely';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import type { Booking, BookingStatus } from '../../../src/domain/scheduling/sessions.js';
import { isHeldAt } from '../alerts.js';
import { clearanceAt, clearanceForClient, type Clearance, type ClearanceRecord } from '../clearance.js';
import type { EndpointOptions } from '../endpoint.js';
import { readinessForClient, readinessOf } from '../readiness/readiness.js';
import type { Tables } from '../tables.js';
import { changeUntil } from './rules.js';

export type BookingRow = Selectable<Tables['bookings']>;

/** What holds a time: nobody else can book over it. */
export const ACTIVE = ['requested', 'confirmed'] as const;

/** Whether a clearance lets a session take place, where its kind needs one. */
function isCleared(
  { kind, start_at }: BookingRow,
  clearance: Clearance,
  { sessionKinds, timeZone }: PracticeProfile,
): boolean {
  const offered = sessionKinds.find(({ id }) => id === kind);
  if (offered === undefined) return true;
  const standing = { clearance: clearanceForClient(clearance, timeZone), consents: [] };
  return !unmetNeeds(offered, standing, [], start_at.toISOString()).includes('clearance');
}

/**
 * What a stored booking is now. One that needs a clearance which does not stand is on hold, and so is a dosing session
 * while a safety alert of its client is open, a consent that it needs is taken back, or what has to come in before it is missing or to be looked at. One that is over has taken place, unless it was on hold when it should
 * have begun: what is decided later changes nothing about that. A request that nobody decided in time was not taken by
 * the practice.
 */
function statusNow(
  row: BookingRow,
  record: ClearanceRecord,
  practice: PracticeProfile,
  now: Date,
): BookingStatus {
  const { status, start_at, end_at } = row;
  if (status === 'cancelled') return 'cancelled';
  const isOver = end_at <= now;
  if (isOver && status === 'requested') return 'cancelled';
  const clearance = isOver ? clearanceAt(record, start_at, practice.timeZone) : record.clearance;
  const isHeld =
    (row.kind === 'dosing' && isHeldAt(record.holds, isOver ? start_at : now)) ||
    readinessOf(row, record.readiness, practice, now)?.isHeld === true;
  if (isHeld || !isCleared(row, clearance, practice)) return 'on-hold';
  return isOver ? 'completed' : status;
}

/** Whether nothing held a session when it began; what is decided later changes nothing about that. */
export const beganUnheld = (row: BookingRow, record: ClearanceRecord, practice: PracticeProfile): boolean =>
  !(row.kind === 'dosing' && isHeldAt(record.holds, row.start_at)) &&
  readinessOf(row, record.readiness, practice, row.start_at)?.isHeld !== true &&
  isCleared(row, clearanceAt(record, row.start_at, practice.timeZone), practice);

/** A booking as its client and the staff see it, as of now. */
export function bookingFrom(
  row: BookingRow,
  record: ClearanceRecord,
  { practice, forms }: Pick<EndpointOptions, 'practice' | 'forms'>,
  now: Date,
): Booking {
  const status = statusNow(row, record, practice, now);
  const isToCome = status !== 'cancelled' && row.start_at > now;
  const readiness = readinessOf(row, record.readiness, practice, now);
  return {
    id: row.id,
    kind: row.kind,
    start: row.start_at.toISOString(),
    end: row.end_at.toISOString(),
    mode: row.mode,
    ...(row.place === null ? {} : { place: row.place }),
    practitioner: { id: row.practitioner_id, name: row.practitioner_name },
    status,
    ...(status === 'cancelled' ? { cancelledBy: row.cancelled_by ?? 'practice' } : {}),
    ...(isToCome ? { changeUntil: changeUntil(row.start_at, practice).toISOString() } : {}),
    ...(isToCome && readiness ? { readiness: readinessForClient(readiness, forms) } : {}),
  };
}
