import * as z from 'zod/mini';
import { sessionKindId, sessionMode } from '../practice/session-kind.js';
import { instant, slug, text } from '../untrusted.js';

const session = {
  kind: sessionKindId,
  start: instant,
  end: instant,
  mode: sessionMode,
  place: z.optional(text(300)),
  practitioner: z.optional(z.object({ id: text(80), name: text(200) })),
};

/** A time that can be asked for. */
export const slot = z.object({ id: text(200), ...session });

/** One page of the endpoint's answer about open slots; `next` is the cursor of the page after it. */
export const slotPage = z.object({
  slots: z.array(slot).check(z.maxLength(500)),
  next: z.optional(text(400)),
});

export const bookingStatus = z.enum(['requested', 'confirmed', 'on-hold', 'cancelled', 'completed']);

/** What a session needs before it: a form that is due from and until an instant, and what of it all is missing still. */
export const readiness = z.object({
  form: z.object({ id: slug, version: text(40) }),
  from: instant,
  until: instant,
  missing: z.array(z.enum(['form', 'escort', 'transport', 'review'])).check(z.maxLength(4)),
});

/** A session that was asked for, and what came of it. */
export const booking = z.object({
  id: text(80),
  ...session,
  status: bookingStatus,
  /** Who called a cancelled one off. A request that the practice could not take is `practice`. */
  cancelledBy: z.optional(z.enum(['client', 'practice'])),
  /** Until then the client may cancel or move it. */
  changeUntil: z.optional(instant),
  readiness: z.optional(readiness),
});

export type Slot = z.infer<typeof slot>;
export type Booking = z.infer<typeof booking>;
export type Readiness = z.infer<typeof readiness>;
export type BookingStatus = z.infer<typeof bookingStatus>;
