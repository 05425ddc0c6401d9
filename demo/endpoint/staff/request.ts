import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { parseBody, readBody } from '../body.js';
import { fieldErrors, invalid } from '../problems.js';
import type { Role } from '../tables.js';

/** What is known of whoever asks. */
export interface StaffEnv {
  Variables: { role: Role };
}

const MOST_BYTES = 16_384;

/** What was asked for. @throws Refusal 400, 413, 422 */
export async function readRequest<T>(
  context: Context,
  schema: z.ZodMiniType<T>,
  mostBytes = MOST_BYTES,
): Promise<T> {
  const parsed = schema.safeParse(parseBody(await readBody(context.req.raw, mostBytes)));
  if (!parsed.success) throw invalid(fieldErrors(parsed.error));
  return parsed.data;
}
