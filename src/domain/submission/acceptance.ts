import * as z from 'zod/mini';
import { booking } from '../scheduling/sessions.js';
import { digest, instant, text, uuid } from '../untrusted.js';

const receipt = { id: uuid, reference: text(40), receivedAt: instant, digest };

/** The endpoint's word that it has a submission; `digest` is the lower-case hex SHA-256 of the bytes it got. */
export const receivedSubmission = z.object(receipt);

/** What came of the sessions that were asked for. */
export const acceptedBookings = z.array(booking).check(z.maxLength(60));

/** All of the endpoint's answer to a submission. */
export const acceptance = z.object({ ...receipt, bookings: z.optional(acceptedBookings) });

export type Acceptance = z.infer<typeof acceptance>;
