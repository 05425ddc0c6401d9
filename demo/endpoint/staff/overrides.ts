import type { PlanRuleId } from '../../../src/domain/practice/plan-rules.js';
import type { Database } from '../database.js';
import type { Role } from '../tables.js';

/**
 * Who may let a plan rule pass that keeps a session from being booked (domain, section 3.2: "who can override"). What
 * is the prescriber's decision, the client's signature or the law is nobody's: clearance, consent, where a clinician is
 * licensed. How close dosing sessions follow each other is medicine; what stands around them is therapy as well; how
 * long before is the practice's own habit.
 */
const MAY_OVERRIDE: Readonly<Record<PlanRuleId, readonly Role[]>> = {
  needs: [],
  region: [],
  readiness: [],
  'dosing-gap': ['prescriber'],
  'dosing-quota': ['prescriber'],
  'follow-up-after': ['prescriber'],
  'one-of-a-day': ['prescriber'],
  'preparation-first': ['prescriber', 'therapist'],
  'integration-after': ['prescriber', 'therapist'],
  'integration-before-next-dosing': ['prescriber', 'therapist'],
  notice: ['prescriber', 'therapist', 'office'],
};

const ROLES_BY_RULE: Readonly<Record<string, readonly Role[]>> = MAY_OVERRIDE;

/** What is no plan rule, as an open safety alert, nobody lets pass. */
export const mayOverride = (rule: string, role: Role): boolean =>
  ROLES_BY_RULE[rule]?.includes(role) ?? false;

/** Rules that were let pass for a session. */
export interface Override {
  readonly rules: readonly string[];
  /** In a clinician's words, and for clinicians; the office reads its own. */
  readonly reason?: string;
  readonly setBy: Role;
  readonly setAt: string;
}

/** What was let pass for these bookings, as one role may read it. */
export async function overridesOf(
  database: Database,
  bookingIds: readonly string[],
  role: Role,
): Promise<ReadonlyMap<string, Override>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('rule_overrides')
    .selectAll()
    .where('booking_id', 'in', bookingIds)
    .execute();
  return new Map(
    rows.map(({ booking_id, rules, reason, set_by, set_at }) => [
      booking_id,
      {
        rules,
        ...(role !== 'office' || set_by === 'office' ? { reason } : {}),
        setBy: set_by,
        setAt: set_at.toISOString(),
      },
    ]),
  );
}
