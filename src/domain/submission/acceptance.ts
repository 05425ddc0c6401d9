import * as z from 'zod/mini';
import { instant, text, uuid } from '../untrusted.js';

/** The endpoint's word that it has a submission; `digest` is the lower-case hex SHA-256 of the bytes it got. */
export const acceptance = z.object({
  id: uuid,
  reference: text(40),
  receivedAt: instant,
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export type Acceptance = z.infer<typeof acceptance>;
