import * as z from 'zod/mini';
import { sessionKindId, sessionMode } from '../../../src/domain/practice/session-kind.js';
import { plainDate, slug, text } from '../../../src/domain/untrusted.js';

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/));
const minutes = z.int().check(z.minimum(0), z.maximum(720));

const bookable = {
  /** `09:00`, by the clocks of the practice's zone. */
  from: timeOfDay,
  /** `17:30`; `24:00` is the midnight that ends the day. */
  to: timeOfDay,
  kinds: z.array(sessionKindId).check(z.maxLength(5)),
  modes: z.array(sessionMode).check(z.maxLength(3)),
};

/** Hours that come back every week, and what can be booked within them. */
const bookableHours = z.object({
  /** 0 for Sunday to 6 for Saturday. */
  days: z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.maxLength(7)),
  ...bookable,
});

/** Dates on which other hours take the place of the weekly ones; none at all where somebody is away. */
const exception = z.object({
  /** Both included. */
  from: plainDate,
  to: plainDate,
  hours: z.array(z.object(bookable)).check(z.maxLength(20)),
});

/** What a practitioner needs around a session, in minutes. Nobody else is booked into it. */
const buffer = z.object({ before: minutes, after: minutes });

/** Who works when. */
export const practitioner = z.object({
  /** Part of slot ids, and stands in bookings: it never changes. */
  id: slug,
  name: text(200),
  /** Where sessions in person are. */
  place: z.optional(text(300)),
  hours: z.array(bookableHours).check(z.maxLength(60)),
  exceptions: z.optional(z.array(exception).check(z.maxLength(200))),
  /** How many minutes a session lasts here, where that is not what the practice profile says. */
  lengths: z.optional(z.partialRecord(sessionKindId, z.int().check(z.minimum(5), z.maximum(720)))),
  buffers: z.optional(z.partialRecord(sessionKindId, buffer)),
  /**
   * Kinds that nobody has to confirm. Where nothing is said it goes by the calendar: with one that can be read every
   * kind is confirmed at once, without one none is.
   */
  confirmedAtOnce: z.optional(z.array(sessionKindId).check(z.maxLength(5))),
  /** Where their own calendar (iCalendar, RFC 5545) is; whoever knows it can read it, so only the staff do. */
  calendarUrl: z.optional(text(2000)),
});

export type Practitioner = z.infer<typeof practitioner>;
export type BookableHours = z.infer<typeof bookableHours>;
export type Schedule = readonly Practitioner[];
