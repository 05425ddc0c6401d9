import * as z from 'zod/mini';
import { slug, text } from '../untrusted.js';

/** The kinds of session in a course of ketamine-assisted psychotherapy. */
export const sessionKindId = z.enum(['consultation', 'preparation', 'dosing', 'integration', 'follow-up']);

export const sessionMode = z.enum(['in-person', 'video', 'phone']);

/** A kind of session as one practice offers it, and what it takes before one can be booked. */
export const sessionKind = z.object({
  id: sessionKindId,
  title: z.optional(text(120)),
  minutes: z.number().check(z.minimum(5), z.maximum(720)),
  modes: z.array(sessionMode),
  needs: z.object({
    clearance: z.optional(z.boolean()),
    consents: z.optional(z.array(slug)),
    readinessForm: z.optional(slug),
  }),
});

export type SessionKindId = z.infer<typeof sessionKindId>;
export type SessionMode = z.infer<typeof sessionMode>;
export type SessionKind = z.infer<typeof sessionKind>;
