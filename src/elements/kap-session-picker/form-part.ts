import type { Booking } from '../../domain/scheduling/sessions.js';
import type { SessionsMessages } from '../../locale/messages.js';
import type { FormPart } from '../form-element.js';

/**
 * How many sessions are to come, and whether the practice has confirmed them all; never which or when.
 *
 * @param bookings of the kinds that are offered here.
 * @param now in milliseconds since the epoch.
 */
export function formPart(
  bookings: readonly Booking[],
  now: number,
  isRequired: boolean,
  t: SessionsMessages,
): FormPart {
  const ahead = bookings.filter(
    ({ status, end }) => status !== 'cancelled' && status !== 'completed' && Date.parse(end) > now,
  );
  if (ahead.length === 0) return { entries: [], missing: isRequired ? t.toBeBooked : undefined };
  const isConfirmed = ahead.every(({ status }) => status === 'confirmed');
  return { entries: [String(ahead.length), isConfirmed ? 'confirmed' : 'requested'], missing: undefined };
}
