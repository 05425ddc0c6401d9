import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import { sessionKindId } from '../../../src/domain/practice/session-kind.js';
import { text, uuid } from '../../../src/domain/untrusted.js';
import { wantedSlots } from '../accept/sessions.js';
import { clearanceOf } from '../clearance.js';
import { inTransaction } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notFound, Refusal } from '../problems.js';
import { ACTIVE, type BookingRow } from '../scheduling/bookings.js';
import type { Change } from '../scheduling/plan-check.js';
import type { Schedule } from '../scheduling/practitioner.js';
import { scheduleOf } from '../scheduling/schedules.js';
import { giveUp, holdCalendars, SlotTaken, takeSlots } from '../scheduling/take-slots.js';
import type { Role, Tables } from '../tables.js';
import { staffBookings, type StaffBooking } from './bookings.js';
import { addToLog } from './log.js';
import { findingsFor, type StaffFinding } from './session-findings.js';

/** As many as a client can book at once. */
const MOST_SESSIONS = 60;

const change = {
  /** Bookings that are given up. */
  cancel: z.array(uuid).check(z.maxLength(MOST_SESSIONS)),
  /** What comes in their place, or besides. */
  sessions: z
    .array(z.object({ slotId: text(200), kind: sessionKindId }))
    .check(z.minLength(1), z.maxLength(MOST_SESSIONS)),
};

/** What is looked at before it is done. */
export const plannedChange = z.object(change);

/** Sessions that the practice adds or moves, all or none. */
export const sessionsChange = z.object({
  ...change,
  /** Why plan rules are let pass that speak against it. */
  reason: z.optional(z.string().check(z.maxLength(500))),
});

type PlannedChange = z.infer<typeof plannedChange>;

/** What is given up for what, among everybody's hours. */
type Exchange = Change & { readonly schedule: Schedule };

interface Deciding {
  readonly options: EndpointOptions;
  readonly transaction: Transaction<Tables>;
  readonly clientId: string;
  readonly role: Role;
  readonly now: Date;
}

/** Lets nothing else be booked or given up for this client meanwhile. @throws Refusal 404 */
async function holdClient({ transaction, clientId }: Deciding): Promise<void> {
  const known = uuid.safeParse(clientId).success
    ? await transaction
        .selectFrom('clients')
        .select('id')
        .where('id', '=', clientId)
        .forNoKeyUpdate()
        .executeTakeFirst()
    : undefined;
  if (known === undefined) throw notFound();
}

/** @throws Refusal 404 for what is no session of this client, 409 for one that does not stand any more. */
async function givenIn(
  ids: readonly string[],
  { transaction, clientId, now }: Deciding,
): Promise<BookingRow[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('bookings')
    .selectAll()
    .where('id', 'in', ids)
    .where('client_id', '=', clientId)
    .orderBy('start_at')
    .forUpdate()
    .execute();
  if (rows.length < new Set(ids).size) throw notFound();
  if (rows.some(({ status, start_at }) => !ACTIVE.some((one) => one === status) || start_at <= now))
    throw new Refusal(409, 'kap:not-allowed', 'This session is cancelled, or has begun already.');
  return rows;
}

async function exchangeOf({ cancel, sessions }: PlannedChange, deciding: Deciding): Promise<Exchange> {
  const { options, transaction } = deciding;
  await holdClient(deciding);
  const schedule = await scheduleOf(transaction);
  const slots = wantedSlots(sessions, schedule, options.practice, '/sessions');
  return { given: await givenIn(cancel, deciding), slots, schedule };
}

/**
 * What a change would break or stretch, and the client's sessions to come, so that one can be moved along. Nothing is
 * changed.
 *
 * @throws Refusal 404, 409, 422.
 */
export async function readFindings(
  options: EndpointOptions,
  clientId: string,
  role: Role,
  planned: PlannedChange,
): Promise<{ readonly findings: readonly StaffFinding[]; readonly standing: readonly StaffBooking[] }> {
  const now = options.clock();
  return inTransaction(options.database, async (transaction) => {
    const deciding = { options, transaction, clientId, role, now };
    const exchange = await exchangeOf(planned, deciding);
    const findings = await findingsOf(exchange, deciding);
    const standing = await staffBookings(options, transaction, role, (where) =>
      where.and([
        where('bookings.client_id', '=', clientId),
        where('bookings.status', 'in', ACTIVE),
        where('bookings.start_at', '>', now),
      ]),
    );
    return { findings, standing };
  });
}

async function findingsOf(exchange: Change, deciding: Deciding): Promise<readonly StaffFinding[]> {
  const { options, transaction, clientId, role, now } = deciding;
  const record = await clearanceOf(transaction, clientId, options.practice, now);
  return findingsFor(exchange, { options, transaction, clientId, now, record }, role);
}

const distinct = (findings: readonly StaffFinding[]): string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

/** What is let pass. @throws Refusal 409 for what this role can't let pass, or not without a reason. */
function requirePassable(findings: readonly StaffFinding[], reason: string): readonly StaffFinding[] {
  const blocking = findings.filter(({ level }) => level === 'block');
  const final = blocking.filter((each) => !each.mayOverride);
  const refuse = (rules: readonly string[], detail: string) =>
    new Refusal(409, 'kap:rule-broken', 'This can’t be booked like this.', { rules: [...rules], detail });
  if (final.length > 0)
    throw refuse(distinct(final), 'The practice’s rules do not allow it, and they can’t be let pass here.');
  if (blocking.length > 0 && reason === '')
    throw refuse(
      distinct(blocking),
      'The practice’s rules speak against it. Say why it is right all the same.',
    );
  return blocking;
}

/** The rules that are let pass for one of the sessions; for the first of them what is about none. */
function passedFor(index: number, passed: readonly StaffFinding[]): readonly string[] {
  const isAbout = ({ sessions }: StaffFinding): boolean =>
    sessions.includes(String(index)) || (index === 0 && !sessions.some((key) => /^\d+$/.test(key)));
  return distinct(passed.filter(isAbout));
}

/** What is moved is written down once, with both its times. */
async function logChange(
  { given, slots }: Change,
  passed: readonly StaffFinding[],
  { transaction, clientId, role, now }: Deciding,
): Promise<void> {
  const left = [...given];
  for (const [index, { kind, start }] of slots.entries()) {
    const rules = passedFor(index, passed);
    const against = rules.length === 0 ? '' : ` against ${rules.join(', ')}`;
    const at = left.findIndex((row) => row.kind === kind);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    const entry = { at: now, role, clientId };
    await addToLog(
      transaction,
      before === undefined
        ? { ...entry, action: 'booking-added', detail: `${kind} ${start}${against}` }
        : {
            ...entry,
            action: 'booking-moved',
            detail: `${kind} ${before.start_at.toISOString()} to ${start}${against}`,
          },
    );
  }
  for (const row of left) {
    const detail = `cancel ${row.kind} ${row.start_at.toISOString()}`;
    await addToLog(transaction, { at: now, role, action: 'booking-decided', clientId, detail });
  }
}

async function carryOut(
  exchange: Exchange,
  reason: string,
  deciding: Deciding,
): Promise<readonly StaffBooking[]> {
  const { options, transaction, clientId, role, now } = deciding;
  const { given, slots, schedule } = exchange;
  const passed = requirePassable(await findingsOf(exchange, deciding), reason);
  const practitioners = [
    ...slots.map(({ practitioner }) => practitioner.id),
    ...given.map(({ practitioner_id }) => practitioner_id),
  ];
  await holdCalendars(practitioners, transaction);
  await giveUp(given, 'practice', transaction, now);
  const taken = await takeSlots(slots, { transaction, clientId, now, options, schedule, by: { role } });
  const overrides = taken.flatMap(({ id }, index) => {
    const rules = passedFor(index, passed);
    if (rules.length === 0) return [];
    return [{ booking_id: id, rules: JSON.stringify(rules), reason, set_by: role, set_at: now }];
  });
  if (overrides.length > 0) await transaction.insertInto('rule_overrides').values(overrides).execute();
  await logChange(exchange, passed, deciding);
  const ids = [...given, ...taken].map(({ id }) => id);
  return staffBookings(options, transaction, role, (where) => where('bookings.id', 'in', ids));
}

/**
 * Adds sessions for a client or moves some, all of it or nothing. What the practice books itself is confirmed.
 *
 * @returns what was given up and what was added, as they stand now.
 * @throws Refusal 404; 409 where somebody else has a time, or for a rule that this role can't let pass; 422.
 */
export async function changeSessions(
  options: EndpointOptions,
  clientId: string,
  role: Role,
  { reason = '', ...planned }: z.infer<typeof sessionsChange>,
): Promise<{ readonly timeZone: string; readonly bookings: readonly StaffBooking[] }> {
  const now = options.clock();
  try {
    const bookings = await inTransaction(options.database, async (transaction) => {
      const deciding = { options, transaction, clientId, role, now };
      return carryOut(await exchangeOf(planned, deciding), reason.trim(), deciding);
    });
    return { timeZone: options.practice.timeZone, bookings };
  } catch (error) {
    if (!(error instanceof SlotTaken)) throw error;
    throw new Refusal(409, 'kap:slot-taken', 'This time is taken by now. Please choose another one.', {
      slots: [],
    });
  }
}
