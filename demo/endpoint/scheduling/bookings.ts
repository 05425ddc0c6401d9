import type { Selectable } from 'kysely';
import type { CareState } from '../../../src/domain/practice/care-state.js';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import type { Booking, BookingStatus } from '../../../src/domain/scheduling/sessions.js';
import type { Tables } from '../tables.js';

export type BookingRow = Selectable<Tables['bookings']>;

/** What holds a time: nobody else can book over it. */
export const ACTIVE = ['requested', 'confirmed'] as const;

/**
 * What a stored booking is now. One that needs a clearance which does not stand is on hold, one that is over has
 * taken place; a request that nobody decided in time was not taken by the practice.
 */
function statusNow(
  { kind, status, start_at, end_at }: BookingRow,
  clearance: CareState['clearance'],
  { sessionKinds }: PracticeProfile,
  now: Date,
): BookingStatus {
  if (status === 'cancelled') return 'cancelled';
  if (end_at <= now) return status === 'confirmed' ? 'completed' : 'cancelled';
  const offered = sessionKinds.find(({ id }) => id === kind);
  const start = start_at.toISOString();
  const unmet = offered ? unmetNeeds(offered, { clearance, consents: [] }, [], start) : [];
  return unmet.includes('clearance') ? 'on-hold' : status;
}

/** A booking as its client and the staff see it, as of now. */
export function bookingFrom(
  row: BookingRow,
  clearance: CareState['clearance'],
  practice: PracticeProfile,
  now: Date,
): Booking {
  const status = statusNow(row, clearance, practice, now);
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
  };
}
