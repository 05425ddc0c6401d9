import * as z from 'zod/mini';

/** The stable types of what can go wrong, by RFC 9457. */
export const problemType = z.enum([
  'kap:invalid',
  'kap:slot-taken',
  'kap:rule-broken',
  'kap:key-reused',
  'kap:in-progress',
  'kap:expired',
  'kap:too-many-requests',
  'kap:not-allowed',
  'kap:gone',
  'kap:too-large',
  'kap:not-found',
  'kap:unavailable',
]);

/**
 * A problem document (RFC 9457). `errors` point into the submitted body by JSON Pointer (RFC 6901); `detail` is
 * for people and is only ever shown as plain text.
 */
export const problem = z.object({
  type: z.string().check(z.maxLength(200)),
  title: z.optional(z.string().check(z.maxLength(500))),
  status: z.optional(z.number()),
  detail: z.optional(z.string().check(z.maxLength(2000))),
  retryAfter: z.optional(z.number()),
  errors: z.optional(
    z
      .array(
        z.object({
          pointer: z.string().check(z.maxLength(500)),
          code: z.string().check(z.maxLength(80)),
          detail: z.optional(z.string().check(z.maxLength(500))),
        }),
      )
      .check(z.maxLength(200)),
  ),
});

export type Problem = z.infer<typeof problem>;
export type ProblemType = z.infer<typeof problemType>;
