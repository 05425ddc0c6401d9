import type { SessionKind, SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { BookingDecision, StaffBooking } from '../api-answers.js';
import { KIND, MODE } from '../words.js';

/** A kind of session with the practice's own name for it, where it has one. */
export type NamedKind = Pick<SessionKind, 'id' | 'title'>;

/** What a kind of session is called: the practice's own name for it, or ours. */
export const kindInWords = (kind: SessionKindId, offered: readonly NamedKind[]): string =>
  offered.find(({ id }) => id === kind)?.title ?? KIND[kind];

/** Several sessions by their kinds, in the order of asking: "Preparation (2), Dosing". */
export function kindsInWords(kinds: readonly SessionKindId[], offered: readonly NamedKind[]): string {
  return [...new Set(kinds)]
    .map((kind) => {
      const count = kinds.filter((each) => each === kind).length;
      const words = kindInWords(kind, offered);
      return count === 1 ? words : `${words} (${count})`;
    })
    .join(', ');
}

export const sessionCount = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`);

/** Where and how: "In person, ground floor". */
export const modeInWords = ({ mode, place }: Pick<StaffBooking, 'mode' | 'place'>): string =>
  place === undefined ? MODE[mode] : `${MODE[mode]}, ${place}`;

export const isOver = ({ end }: Pick<StaffBooking, 'end'>, now: number): boolean => Date.parse(end) <= now;

/**
 * How a session stands. What was declined, what was cancelled later and what nobody decided about in time all come back
 * as cancelled by the practice.
 */
export function statusInWords(
  booking: Pick<StaffBooking, 'status' | 'cancelledBy' | 'end'>,
  now: number,
): string {
  switch (booking.status) {
    case 'requested':
      return 'Requested';
    case 'confirmed':
      return 'Confirmed';
    case 'on-hold':
      return isOver(booking, now) ? 'Was on hold' : 'On hold';
    case 'completed':
      return 'Took place';
    case 'cancelled':
      if (booking.cancelledBy === 'client') return 'Cancelled by the client';
      return isOver(booking, now) ? 'Did not take place' : 'Cancelled by the practice';
  }
}

/** What the staff can do about a session: decide about a request, or cancel what was confirmed. */
export type BookingStep = BookingDecision | 'cancel';

/** What the staff can do about a session now. */
export function openDecisions(
  { status, end, awaitsDecision }: Pick<StaffBooking, 'status' | 'end' | 'awaitsDecision'>,
  now: number,
): readonly BookingStep[] {
  if (isOver({ end }, now)) return [];
  if (!awaitsDecision) return status === 'confirmed' || status === 'on-hold' ? ['cancel'] : [];
  return status === 'on-hold' ? ['decline'] : ['confirm', 'decline'];
}

/** Whether a session can be moved: it stands, and has not begun. */
export const isMovable = ({ status, start }: Pick<StaffBooking, 'status' | 'start'>, now: number): boolean =>
  status !== 'cancelled' && status !== 'completed' && Date.parse(start) > now;

/**
 * A client's sessions: those still to come, soonest first, and those that are over, latest first. By time alone: what is
 * declined or cancelled stays where it is, so that nobody loses it from sight.
 */
export function sortedOut(
  bookings: readonly StaffBooking[],
  now: number,
): { readonly ahead: readonly StaffBooking[]; readonly behind: readonly StaffBooking[] } {
  const soonest = [...bookings].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return {
    ahead: soonest.filter((booking) => !isOver(booking, now)),
    behind: soonest.filter((booking) => isOver(booking, now)).reverse(),
  };
}

/** The same bookings with one of them as it stands now. */
export const withBooking = (bookings: readonly StaffBooking[], changed: StaffBooking): StaffBooking[] =>
  bookings.map((each) => (each.id === changed.id ? changed : each));
