import type { RequestDetail, StaffBooking } from '../api-answers.js';

/** What a request was about, of all the sessions of its client. */
export interface RequestBookings {
  readonly askedFor: readonly StaffBooking[];
  readonly cancelled: readonly StaffBooking[];
}

/** Sessions belong to the request that asked for them, by its reference; those it gave up, it names. */
export function bookingsOf(
  { reference, act }: Pick<RequestDetail, 'reference' | 'act'>,
  bookings: readonly StaffBooking[],
): RequestBookings {
  const given: readonly string[] = 'cancel' in act ? act.cancel : [];
  return {
    askedFor: bookings.filter((booking) => booking.reference === reference),
    cancelled: bookings.filter(({ id }) => given.includes(id)),
  };
}
