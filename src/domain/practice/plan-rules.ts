import * as z from 'zod/mini';

/** `block` keeps from booking, `warn` lets go on. */
export const ruleLevel = z.enum(['block', 'warn']);

/** Hours or days; more than any practice means is a slip. */
const amount = z.number().check(z.minimum(0), z.maximum(10_000));
const count = z.int().check(z.minimum(0), z.maximum(100));
const some = z.optional(amount);

const rule = <Id extends string, Numbers extends z.core.$ZodShape>(id: Id, numbers: Numbers) =>
  z.object({ id: z.literal(id), level: ruleLevel, ...numbers });

/**
 * One plan rule of a practice (contract, "Plan rules"). The numbers are the practice's. The same rule may stand twice,
 * with one level for what is wished and one for what must be.
 */
export const planRule = z.discriminatedUnion('id', [
  rule('needs', {}),
  rule('preparation-first', { count, hoursBefore: amount }),
  rule('dosing-gap', { minDays: some, maxDays: some }),
  rule('dosing-quota', { count, days: amount }),
  rule('integration-after', { minHours: some, maxHours: some, maxDays: some }),
  rule('integration-before-next-dosing', {}),
  rule('follow-up-after', { dosings: count, days: amount }),
  rule('one-of-a-day', {}),
  rule('notice', { hours: amount, maxDays: some }),
  rule('readiness', { fromHours: amount, toHours: amount }),
  rule('region', {}),
]);

export type PlanRule = z.infer<typeof planRule>;
export type PlanRuleId = PlanRule['id'];
export type RuleLevel = z.infer<typeof ruleLevel>;

const nameOf = (raw: unknown, index: number): string => {
  const id: unknown = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id : `planRules[${index}]`;
};

/**
 * The plan rules of a profile, one by one: a slip in one keeps nobody from the rest.
 *
 * @returns `unreadable` names what is no rule, by its id or its place, for whoever wrote it.
 */
export function readPlanRules(raw: unknown): {
  readonly rules: readonly PlanRule[];
  readonly unreadable: readonly string[];
} {
  if (raw === undefined) return { rules: [], unreadable: [] };
  if (!Array.isArray(raw)) return { rules: [], unreadable: ['planRules'] };
  const rules: PlanRule[] = [];
  const unreadable: string[] = [];
  for (const [index, each] of raw.entries()) {
    const read = planRule.safeParse(each);
    if (read.success) rules.push(read.data);
    else unreadable.push(nameOf(each, index));
  }
  return { rules, unreadable };
}
