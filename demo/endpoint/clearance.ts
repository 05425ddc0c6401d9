import type { ClearanceStatus } from '../../src/domain/practice/care-basics.js';
import type { Database } from './database.js';
import type { DecidedStatus, Role } from './tables.js';
import { endOfDay } from './zone.js';

/** One decision of a prescriber. */
export interface Decision {
  readonly status: DecidedStatus;
  /** `YYYY-MM-DD` where the practice is, to the end of that day. */
  readonly validUntil?: string;
  /** Words to the client. */
  readonly message?: string;
  readonly setBy: Role;
  readonly setAt: string;
}

/** Where a client's clearance stands now. */
export interface Clearance extends Partial<Omit<Decision, 'status'>> {
  readonly status: ClearanceStatus;
}

/** The decisions about these clients, each client's newest first. */
export async function decisionsOf(
  database: Database,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Decision[]>> {
  if (clientIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('clearance_decisions')
    .selectAll()
    .where('client_id', 'in', clientIds)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const decisions = new Map<string, Decision[]>();
  for (const row of rows) {
    const decision: Decision = {
      status: row.status,
      ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
      ...(row.message === null ? {} : { message: row.message }),
      setBy: row.set_by,
      setAt: row.set_at.toISOString(),
    };
    decisions.set(row.client_id, [...(decisions.get(row.client_id) ?? []), decision]);
  }
  return decisions;
}

/** Whether a date, to its end where the practice is, lies behind us. */
export const hasPassed = (date: string, timeZone: string, now: Date): boolean =>
  (endOfDay(date, timeZone) ?? now) < now;

/**
 * The state that follows from the newest decision, from what was received and from the calendar: nothing sent yet is
 * `not-started`, something sent and nothing decided `in-review`, and a clearance ends with its last day.
 */
export function clearanceNow(
  newest: Decision | undefined,
  facts: { readonly hasIntake: boolean; readonly timeZone: string; readonly now: Date },
): Clearance {
  if (newest === undefined) return { status: facts.hasIntake ? 'in-review' : 'not-started' };
  const isOver =
    newest.status === 'cleared' &&
    newest.validUntil !== undefined &&
    hasPassed(newest.validUntil, facts.timeZone, facts.now);
  return isOver ? { ...newest, status: 'expired' } : newest;
}
