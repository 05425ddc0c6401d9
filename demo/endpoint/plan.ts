import * as z from 'zod/mini';
import { sessionKindId } from '../../src/domain/practice/session-kind.js';

/** The sessions that a therapist and a client have agreed on. */
export const plan = z.object({
  sessions: z
    .array(z.object({ kind: sessionKindId, count: z.int().check(z.minimum(1), z.maximum(60)) }))
    .check(z.maxLength(5)),
  /** Words to the client. */
  note: z.optional(z.string().check(z.maxLength(2000))),
});
export type Plan = z.infer<typeof plan>;
