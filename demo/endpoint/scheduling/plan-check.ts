import type { Transaction } from 'kysely';
import {
  findingsAfter,
  type Finding,
  type PlanFacts,
  type PlannedSession,
} from '../../../src/domain/scheduling/plan-rules.js';
import type { PlanRule } from '../../../src/domain/practice/plan-rules.js';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { standingBy } from '../care-state.js';
import type { ClearanceRecord } from '../clearance.js';
import type { EndpointOptions } from '../endpoint.js';
import type { Tables } from '../tables.js';
import { bookingFrom, type BookingRow } from './bookings.js';
import { planRulesOf } from './rules.js';
import type { ScheduledSlot } from './schedule.js';

/** Whose sessions would change, and what is known of them. Their row is held. */
export interface Checking {
  readonly transaction: Transaction<Tables>;
  readonly clientId: string;
  readonly now: Date;
  readonly options: EndpointOptions;
  readonly record: ClearanceRecord;
  /** Where the client says they will be at a session by video or phone, ISO 3166-2. */
  readonly region?: string | undefined;
}

/** Sessions that are given up and slots that are taken, in one. */
export interface Change {
  readonly given: readonly BookingRow[];
  readonly slots: readonly ScheduledSlot[];
}

const planned = ({ kind, start, end, mode }: ScheduledSlot, index: number): PlannedSession => ({
  key: String(index),
  kind,
  start: Date.parse(start),
  end: Date.parse(end),
  mode,
});

/** The client's sessions that count: those to come, on hold or not, and those that have taken place. */
async function standingSessions({
  transaction,
  clientId,
  now,
  options,
  record,
}: Checking): Promise<readonly PlannedSession[]> {
  const rows = await transaction
    .selectFrom('bookings')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('status', '<>', 'cancelled')
    .execute();
  return rows
    .filter((row) => {
      const { status } = bookingFrom(row, record, options, now);
      return status !== 'cancelled' && !(status === 'on-hold' && row.end_at <= now);
    })
    .map(({ id, kind, start_at, end_at, mode }) => ({
      key: id,
      kind,
      start: start_at.getTime(),
      end: end_at.getTime(),
      mode,
    }));
}

/** What a kind of session needs is asked for whatever the practice's rules say (contract, `needs`). */
function rulesFor(practice: PracticeProfile): readonly PlanRule[] {
  const rules = planRulesOf(practice);
  const asksForNeeds = rules.some(({ id, level }) => id === 'needs' && level === 'block');
  return asksForNeeds ? rules : [{ id: 'needs', level: 'block' }, ...rules];
}

/**
 * What a change breaks of the practice's plan rules, and what they warn of. Sessions that are asked for are named by
 * their place among the slots, those that stand by their ids.
 *
 * Whoever only gives something up is told of what that breaks for sessions still to come; nothing that has been is held
 * against them.
 */
export async function findingsOfChange(
  { given, slots }: Change,
  checking: Checking,
): Promise<readonly Finding[]> {
  const { transaction, clientId, now, options, record, region } = checking;
  const { practice } = options;
  const standing = await standingSessions(checking);
  const facts: PlanFacts = {
    now: now.getTime(),
    timeZone: practice.timeZone,
    rules: rulesFor(practice),
    kinds: practice.sessionKinds,
    care: await standingBy(options, transaction, clientId, record),
    currentConsents: practice.consents,
    standing,
    region,
    licensedIn: practice.regions,
  };
  const wished = slots.map(planned);
  const findings = findingsAfter({ given: given.map(({ id }) => id), wished }, facts);
  if (wished.length > 0) return findings;
  const toCome = new Set(standing.filter(({ start }) => start > now.getTime()).map(({ key }) => key));
  return findings.filter(({ sessions }) => sessions.some((key) => toCome.has(key)));
}
