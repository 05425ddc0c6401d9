import type * as z from 'zod/mini';
import { canonicalJson } from '../submission/canonical-json.js';

/**
 * A JSON value as a schema reads it; nothing where it does not fit, or holds more than the schema knows. What is signed
 * must not have room for what nobody looks at.
 */
export function readWhole<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  const { success, data } = schema.safeParse(value);
  try {
    return success && canonicalJson(data) === canonicalJson(value) ? data : undefined;
  } catch {
    // Half of a character, which no digest can be made of.
    return undefined;
  }
}
