import * as z from 'zod/mini';
import { sessionKindId, sessionMode } from '../../src/domain/practice/session-kind.js';
import { finding as domainFinding } from '../../src/domain/scheduling/finding.js';
import { slot } from '../../src/domain/scheduling/sessions.js';
import { instant, plainDate, slug, text, timeZone } from '../../src/domain/untrusted.js';

const stored = { version: z.int(), setBy: z.optional(z.nullable(text(80))), setAt: instant };

export const plannedSessions = z.array(z.object({ kind: sessionKindId, count: z.int() }));

/** What was agreed for a client; `version` grows with each change. The note is not for the office. */
export const storedPlan = z.object({
  ...stored,
  plan: z.object({
    sessions: plannedSessions,
    note: z.optional(z.string().check(z.maxLength(2000))),
  }),
});
export type StoredPlan = z.infer<typeof storedPlan>;
export type Plan = StoredPlan['plan'];

const bookable = {
  from: text(5),
  to: text(5),
  kinds: z.array(sessionKindId),
  modes: z.array(sessionMode),
};
const minutes = z.number();

/** When somebody works, and what goes with it. */
export const practitioner = z.object({
  id: slug,
  name: text(200),
  place: z.optional(text(300)),
  hours: z.array(z.object({ days: z.array(z.int()), ...bookable })),
  exceptions: z.optional(
    z.array(z.object({ from: plainDate, to: plainDate, hours: z.array(z.object(bookable)) })),
  ),
  lengths: z.optional(z.partialRecord(sessionKindId, minutes)),
  buffers: z.optional(z.partialRecord(sessionKindId, z.object({ before: minutes, after: minutes }))),
  confirmedAtOnce: z.optional(z.array(sessionKindId)),
  calendarUrl: z.optional(text(2000)),
});
export type Practitioner = z.infer<typeof practitioner>;
export type BookableHours = Practitioner['hours'][number];
export type HoursException = NonNullable<Practitioner['exceptions']>[number];

/** How the last reading of somebody's own calendar went. */
const calendarReading = z.object({
  triedAt: instant,
  readAt: z.optional(z.nullable(instant)),
  fault: z.optional(z.nullable(text(500))),
});

export const storedPractitioner = z.object({
  ...stored,
  practitioner,
  calendar: z.optional(z.nullable(calendarReading)),
});
export type StoredPractitioner = z.infer<typeof storedPractitioner>;

export const hoursList = z.object({ timeZone, practitioners: z.array(storedPractitioner) });
export type HoursList = z.infer<typeof hoursList>;

/** Times that are open now, of the practice's own view: whoever they are for may still lack something. */
export const openTimes = z.object({ timeZone, slots: z.array(slot) });
export type OpenTimes = z.infer<typeof openTimes>;

/**
 * A plan rule that the sessions of a change break or stretch. Its `sessions` are what is wished, by its place in the
 * change, and what stands, by its id.
 */
export const finding = z.extend(domainFinding, {
  /** Whether whoever asked may let it pass, with a reason. */
  mayOverride: z.boolean(),
});
export type Finding = z.infer<typeof finding>;

/** Sessions that are given up and others that come in their place, all or none. */
export interface SessionsChange {
  readonly cancel: readonly string[];
  readonly sessions: readonly { readonly slotId: string; readonly kind: z.infer<typeof sessionKindId> }[];
  /** Why rules are let pass that are there to keep this from being booked. */
  readonly reason?: string;
}
