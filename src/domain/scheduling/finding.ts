import * as z from 'zod/mini';
import { ruleLevel } from '../practice/plan-rules.js';
import { slug, text } from '../untrusted.js';

const number = z.optional(z.number());

/**
 * A plan rule that sessions break (`block`) or that warns of them (`warn`), with the numbers that a sentence about it
 * takes; which ones is said at each rule in `plan-rules.ts`.
 */
export const finding = z.object({
  /** A `PlanRuleId`; an endpoint of its own may have more. */
  rule: slug,
  level: ruleLevel,
  /** The sessions that the rule is about, by their keys, soonest first. */
  sessions: z.array(text(200)).check(z.maxLength(100)),
  /** Of `needs`: what is missing. */
  need: z.optional(z.enum(['clearance', 'consents'])),
  /** Of a rule with a least and a most: which of them it is. */
  bound: z.optional(z.enum(['min', 'max'])),
  hours: number,
  maxHours: number,
  days: number,
  count: number,
});
