import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { Slot } from '../../../src/domain/scheduling/sessions.js';
import type { StaffBooking } from '../api-answers.js';
import type { SessionsChange } from '../session-answers.js';

/** A session that somebody wishes for on the screen. */
export interface Wish {
  readonly kind: SessionKindId;
  /** The time that is chosen for it. */
  readonly slot?: Slot;
  /** The session that it comes in the place of. */
  readonly instead?: StaffBooking;
}

/** A wish that has its time. */
export type TimedWish = Wish & { readonly slot: Slot };

export const isTimed = (wish: Wish): wish is TimedWish => wish.slot !== undefined;

/** What all these wishes come to, once each has its time. */
export function changeOf(wishes: readonly TimedWish[], reason = ''): SessionsChange {
  const said = reason.trim();
  return {
    cancel: wishes.flatMap(({ instead }) => (instead ? [instead.id] : [])),
    sessions: wishes.map(({ kind, slot }) => ({ slotId: slot.id, kind })),
    ...(said !== '' && { reason: said }),
  };
}

/**
 * The integration session that belongs to a dosing session: the first that comes after it and before the next dosing
 * session.
 */
export function integrationOf(
  dosing: StaffBooking,
  standing: readonly StaffBooking[],
): StaffBooking | undefined {
  const after = standing
    .filter(({ start, status }) => status !== 'cancelled' && Date.parse(start) >= Date.parse(dosing.end))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const next = after.find(({ kind }) => kind === 'dosing' || kind === 'integration');
  return next?.kind === 'integration' ? next : undefined;
}

/**
 * What could mend it where a dosing session would stand without its integration: the one that it had, to be moved along,
 * or another one.
 */
export function missingIntegration(
  wishes: readonly TimedWish[],
  standing: readonly StaffBooking[],
): Wish | undefined {
  if (wishes.some(({ kind }) => kind === 'integration')) return undefined;
  const moved = wishes.find(({ kind, instead }) => kind === 'dosing' && instead !== undefined)?.instead;
  const instead = moved === undefined ? undefined : integrationOf(moved, standing);
  return instead === undefined ? { kind: 'integration' } : { kind: 'integration', instead };
}

/** The same bookings as they stand now, with those that are new in their place. */
export function withBookings(
  bookings: readonly StaffBooking[],
  changed: readonly StaffBooking[],
): StaffBooking[] {
  const kept = bookings.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  const added = changed.filter(({ id }) => !bookings.some((each) => each.id === id));
  return [...kept, ...added].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}
