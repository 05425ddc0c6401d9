import type { Transaction } from 'kysely';
import { readPlanRules } from '../../../src/domain/practice/plan-rules.js';
import {
  findingsAfter,
  type Finding,
  type PlanFacts,
  type PlannedSession,
} from '../../../src/domain/scheduling/plan-rules.js';
import { hasOpenAlert } from '../alerts.js';
import { standingOf } from '../care-state.js';
import type { EndpointOptions } from '../endpoint.js';
import { ACTIVE, type BookingRow } from '../scheduling/bookings.js';
import type { ScheduledSlot } from '../scheduling/schedule.js';
import type { Role, Tables } from '../tables.js';
import { mayOverride } from './overrides.js';

/** What keeps a change of a client's sessions from being made, or is good to know before. */
export type StaffFinding = Omit<Finding, 'rule'> & {
  /** A plan rule's id, or what is none: `own-session`, `safety`. */
  readonly rule: string;
  /** Whether whoever asks may let it pass, with a reason. */
  readonly mayOverride: boolean;
};

/** Some of a client's sessions in place of others. */
export interface Exchange {
  readonly given: readonly BookingRow[];
  readonly slots: readonly ScheduledSlot[];
}

/** The sessions of a client that stand or took place. */
export const sessionsOf = (
  transaction: Transaction<Tables>,
  clientId: string,
  now: Date,
): Promise<readonly BookingRow[]> =>
  transaction
    .selectFrom('bookings')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('status', 'in', ACTIVE)
    // What nobody decided about in time did not take place.
    .where((where) => where.or([where('status', '=', 'confirmed'), where('end_at', '>', now)]))
    .orderBy('start_at')
    .orderBy('id')
    .execute();

const asPlanned = ({ id, kind, start_at, end_at, mode }: BookingRow): PlannedSession => ({
  key: id,
  kind,
  start: start_at.getTime(),
  end: end_at.getTime(),
  mode,
});

/** What is wished for is known by its place in the change. */
const asWished = ({ kind, start, end, mode }: ScheduledSlot, index: number): PlannedSession => ({
  key: String(index),
  kind,
  start: Date.parse(start),
  end: Date.parse(end),
  mode,
});

const overlap = (one: PlannedSession, other: PlannedSession): boolean =>
  one.start < other.end && other.start < one.end;

/** Nobody is in two sessions at one time, whatever is let pass. */
function ownSessions(
  wished: readonly PlannedSession[],
  kept: readonly PlannedSession[],
): readonly Omit<StaffFinding, 'mayOverride'>[] {
  return wished.flatMap((session) =>
    kept
      .filter((other) => overlap(session, other))
      .map(({ key }) => ({ rule: 'own-session', level: 'block', sessions: [session.key, key] }) as const),
  );
}

async function factsOf(
  options: EndpointOptions,
  transaction: Transaction<Tables>,
  clientId: string,
  standing: readonly PlannedSession[],
): Promise<PlanFacts> {
  const { practice, clock } = options;
  return {
    now: clock().getTime(),
    timeZone: practice.timeZone,
    rules: readPlanRules(practice.planRules).rules,
    kinds: practice.sessionKinds,
    care: await standingOf(options, transaction, clientId),
    currentConsents: practice.consents,
    standing,
    licensedIn: practice.regions,
  };
}

/** What a change of a client's sessions breaks, stretches or would not do, for whoever at the practice asks. */
export async function findingsFor(
  options: EndpointOptions,
  transaction: Transaction<Tables>,
  { clientId, role }: { readonly clientId: string; readonly role: Role },
  { given, slots }: Exchange,
): Promise<readonly StaffFinding[]> {
  const standing = (await sessionsOf(transaction, clientId, options.clock())).map(asPlanned);
  const wished = slots.map(asWished);
  const facts = await factsOf(options, transaction, clientId, standing);
  const givenKeys = given.map(({ id }) => id);
  const kept = standing.filter(({ key }) => !givenKeys.includes(key));
  const dosings = wished.filter(({ kind }) => kind === 'dosing').map(({ key }) => key);
  const isUnsafe = dosings.length > 0 && (await hasOpenAlert(transaction, clientId));
  const found = [
    ...(isUnsafe ? [{ rule: 'safety', level: 'block', sessions: dosings } as const] : []),
    ...ownSessions(wished, kept),
    ...findingsAfter({ given: givenKeys, wished }, facts),
  ];
  return found.map((each) => ({ ...each, mayOverride: mayOverride(each.rule, role) }));
}
