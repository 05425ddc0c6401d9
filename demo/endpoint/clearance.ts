import type { CareState, ClearanceStatus } from '../../src/domain/practice/care-state.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import { holdsOf, type Hold } from './alerts.js';
import { historiesOf, holdsByConsents } from './consent-history.js';
import type { Database } from './database.js';
import { NOTHING_SENT, readinessRecords, type ReadinessRecord } from './readiness/readiness.js';
import type { DecidedStatus, Role } from './tables.js';
import { endOfDay } from './zone.js';

/** One decision of a prescriber. */
export interface Decision {
  readonly status: DecidedStatus;
  /** `YYYY-MM-DD` where the practice is, to the end of that day. */
  readonly validUntil?: string;
  /** Words to the client. */
  readonly message?: string;
  /** How many dosing sessions it is good for, from when it was set. */
  readonly dosings?: number;
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
      ...(row.dosings === null ? {} : { dosings: row.dosings }),
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

/** A client's clearance now, the decisions that led to it, newest first, and what holds dosing sessions beside it. */
export interface ClearanceRecord {
  readonly clearance: Clearance;
  readonly history: readonly Decision[];
  readonly holds: readonly Hold[];
  readonly readiness: ReadinessRecord;
}

/** How it is with somebody of whom nothing was received. */
export const NOTHING_DECIDED: ClearanceRecord = {
  clearance: { status: 'not-started' },
  history: [],
  holds: [],
  readiness: NOTHING_SENT,
};

/** What a client's clearance was at an instant: by the decisions made until then, and by the calendar of then. */
export function clearanceAt({ history }: ClearanceRecord, at: Date, timeZone: string): Clearance {
  const newest = history.find(({ setAt }) => Date.parse(setAt) <= at.getTime());
  // Whether a history was there by then makes no difference to what was allowed.
  return clearanceNow(newest, { hasIntake: false, timeZone, now: at });
}

/** Where each of these clients stands. */
export async function clearancesOf(
  database: Database,
  clientIds: readonly string[],
  practice: PracticeProfile,
  now: Date,
): Promise<ReadonlyMap<string, ClearanceRecord>> {
  if (clientIds.length === 0) return new Map();
  const { timeZone, sessionKinds } = practice;
  const decisions = await decisionsOf(database, clientIds);
  const alerts = await holdsOf(database, clientIds);
  const histories = await historiesOf(database, clientIds);
  const ready = await readinessRecords(database, clientIds, practice);
  const needed = sessionKinds.find(({ id }) => id === 'dosing')?.needs.consents ?? [];
  const intakes = await database
    .selectFrom('submissions')
    .select('client_id')
    .distinct()
    .where('client_id', 'in', clientIds)
    .where('kind', '=', 'intake')
    .execute();
  const withIntake = new Set(intakes.map((row) => row.client_id));
  return new Map(
    clientIds.map((id) => {
      const history = decisions.get(id) ?? [];
      const facts = { hasIntake: withIntake.has(id), timeZone, now };
      const signed = histories.get(id);
      const holds = [...(alerts.get(id) ?? []), ...(signed ? holdsByConsents(signed, needed) : [])];
      const readiness = ready.get(id) ?? NOTHING_SENT;
      return [id, { clearance: clearanceNow(history[0], facts), history, holds, readiness }];
    }),
  );
}

/** Where one client stands. */
export async function clearanceOf(
  database: Database,
  clientId: string,
  practice: PracticeProfile,
  now: Date,
): Promise<ClearanceRecord> {
  return (await clearancesOf(database, [clientId], practice, now)).get(clientId) ?? NOTHING_DECIDED;
}

/**
 * How many dosing sessions are left of what a client is cleared for: those that stand count, and those that have been,
 * since it was set. `undefined` where the prescriber gave no number.
 */
export async function dosingLeft(
  database: Database,
  clientId: string,
  { status, dosings, setAt }: Clearance,
  now: Date,
): Promise<number | undefined> {
  if (status !== 'cleared' || dosings === undefined || setAt === undefined) return undefined;
  const { used } = await database
    .selectFrom('bookings')
    .select((select) => select.fn.countAll<string>().as('used'))
    .where('client_id', '=', clientId)
    .where('kind', '=', 'dosing')
    .where('start_at', '>', new Date(setAt))
    // A request that nobody decided in time did not take place.
    .where((where) =>
      where.or([
        where('status', '=', 'confirmed'),
        where.and([where('status', '=', 'requested'), where('end_at', '>', now)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Math.max(0, dosings - Number(used));
}

/** What the client may know of it: until when to the instant, and not who decided. */
export function clearanceForClient(
  { status, validUntil, message }: Clearance,
  timeZone: string,
): CareState['clearance'] {
  const until = validUntil === undefined ? undefined : endOfDay(validUntil, timeZone);
  return {
    status,
    ...(until === undefined ? {} : { validUntil: until.toISOString() }),
    ...(message === undefined ? {} : { message }),
  };
}
