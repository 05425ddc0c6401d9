import * as z from 'zod/mini';
import { finding } from '../scheduling/finding.js';
import { slot } from '../scheduling/sessions.js';
import { instant } from '../untrusted.js';

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
  /** With `kap:slot-taken`: what is still open around the time that was asked for. */
  slots: z.optional(z.array(slot).check(z.maxLength(500))),
  /** With `kap:slot-taken`: which of the sessions that were asked for somebody else has, counted from 0. */
  taken: z.optional(z.array(z.int()).check(z.maxLength(60))),
  /** With `kap:rule-broken`: the ids of the plan rules. */
  rules: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(40))),
  /** With `kap:rule-broken`: what breaks which rule; a session that was asked for is named by its place, from 0. */
  findings: z.optional(z.array(finding).check(z.maxLength(200))),
  /** With the rule `quiet-hours`: from when on it can be done. */
  until: z.optional(instant),
});

export type Problem = z.infer<typeof problem>;
export type ProblemType = z.infer<typeof problemType>;
