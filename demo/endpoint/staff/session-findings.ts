import type { Finding } from '../../../src/domain/scheduling/plan-rules.js';
import { hasOpenAlert } from '../alerts.js';
import { ACTIVE } from '../scheduling/bookings.js';
import { findingsOfChange, type Change, type Checking } from '../scheduling/plan-check.js';
import type { Role } from '../tables.js';
import { mayOverride } from './overrides.js';

/** What keeps a change of a client's sessions from being made, or is good to know before. */
export type StaffFinding = Omit<Finding, 'rule'> & {
  /** A plan rule's id, or what is none: `own-session`, `safety`. */
  readonly rule: string;
  /** Whether whoever asks may let it pass, with a reason. */
  readonly mayOverride: boolean;
};

type Found = Omit<StaffFinding, 'mayOverride'>;

/** Nobody is in two sessions at one time, whatever is let pass. */
async function atOneTime(
  { given, slots }: Change,
  { transaction, clientId, now }: Checking,
): Promise<readonly Found[]> {
  const rows = await transaction
    .selectFrom('bookings')
    .select(['id', 'start_at', 'end_at'])
    .where('client_id', '=', clientId)
    .where('status', 'in', ACTIVE)
    .where('end_at', '>', now)
    .execute();
  const kept = rows.filter(({ id }) => !given.some((row) => row.id === id));
  return slots.flatMap(({ start, end }, index) =>
    kept
      .filter(({ start_at, end_at }) => start_at < new Date(end) && end_at > new Date(start))
      .map(({ id }) => ({ rule: 'own-session', level: 'block', sessions: [String(index), id] }) as const),
  );
}

/** No dosing session is booked while a safety alert is open. */
async function unsafe({ slots }: Change, { transaction, clientId }: Checking): Promise<readonly Found[]> {
  const dosings = slots.flatMap(({ kind }, index) => (kind === 'dosing' ? [String(index)] : []));
  if (dosings.length === 0 || !(await hasOpenAlert(transaction, clientId))) return [];
  return [{ rule: 'safety', level: 'block', sessions: dosings }];
}

/** What a change of a client's sessions breaks, stretches or would not do, for whoever at the practice asks. */
export async function findingsFor(
  change: Change,
  checking: Checking,
  role: Role,
): Promise<readonly StaffFinding[]> {
  const found = [
    ...(await unsafe(change, checking)),
    ...(await atOneTime(change, checking)),
    ...(await findingsOfChange(change, checking)),
  ];
  return found.map((each) => ({ ...each, mayOverride: mayOverride(each.rule, role) }));
}
