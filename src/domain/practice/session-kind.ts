import * as z from 'zod/mini';

/** The kinds of session in a course of ketamine-assisted psychotherapy. */
export const sessionKindId = z.enum(['consultation', 'preparation', 'dosing', 'integration', 'follow-up']);
