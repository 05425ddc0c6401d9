import * as z from 'zod/mini';
import { booking } from '../scheduling/sessions.js';
import { digest, instant, text, uuid } from '../untrusted.js';

/** The endpoint's word that it has a submission; `digest` is the lower-case hex SHA-256 of the bytes it got. */
export const acceptance = z.object({
  id: uuid,
  reference: text(40),
  receivedAt: instant,
  digest,
  /** What came of the sessions that were asked for. */
  bookings: z.optional(z.array(booking).check(z.maxLength(60))),
});

export type Acceptance = z.infer<typeof acceptance>;
