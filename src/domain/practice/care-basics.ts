import * as z from 'zod/mini';
import { instant, slug, text } from '../untrusted.js';

export const clearanceStatus = z.enum([
  'not-started',
  'in-review',
  'cleared',
  'on-hold',
  'talk-to-us',
  'expired',
]);
export type ClearanceStatus = z.infer<typeof clearanceStatus>;

/** The fields of a care state that every reader needs. */
export const careFields = {
  schema: z.literal('kap/care/1'),
  /** What the endpoint has received from this client, so that a reload or another device can say so. */
  intakes: z.array(
    z.object({ questionnaire: slug, version: text(40), reference: text(40), receivedAt: instant }),
  ),
  clearance: z.object({
    status: clearanceStatus,
    validUntil: z.optional(instant),
    dosingLeft: z.optional(z.number()),
    message: z.optional(z.string().check(z.maxLength(2000))),
  }),
};

/** As much of a care state as the journey shows. */
export const careBasics = z.object({ ...careFields, plan: z.optional(z.unknown()) });

export type CareBasics = z.infer<typeof careBasics>;
