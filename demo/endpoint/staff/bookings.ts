import type { ExpressionBuilder, SqlBool, Expression } from 'kysely';
import * as z from 'zod/mini';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { hasOpenAlert } from '../alerts.js';
import { standingOf, type Standing } from '../care-state.js';
import { clearancesOf, NOTHING_DECIDED, type ClearanceRecord } from '../clearance.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notFound, Refusal } from '../problems.js';
import { readinessForStaff, readinessOf, type StaffReadiness } from '../readiness/readiness.js';
import { bookingFrom, type BookingRow } from '../scheduling/bookings.js';
import { readRange } from '../scheduling/date-range.js';
import { kindOf } from '../scheduling/open-slots.js';
import { ruleBroken } from '../scheduling/rules.js';
import type { Role, Tables } from '../tables.js';
import { addToLog } from './log.js';
import { overridesOf, type Override } from './overrides.js';
import { peopleOf, type Person } from './people.js';

/** A session as the staff see it. */
export type StaffBooking = Omit<Booking, 'readiness'> &
  Person & {
    readonly clientId: string;
    /** Of what asked for it; none where the practice made it. */
    readonly reference?: string;
    readonly requestedAt: string;
    /** Asked for and not decided yet, whatever holds it meanwhile. */
    readonly awaitsDecision: boolean;
    /** What has to be in before it, where its kind asks for something. */
    readonly readiness: StaffReadiness | undefined;
    /** Plan rules that were let pass for it. */
    readonly override?: Override;
  };

/** What the staff decide about a session: `decline` also cancels one that was confirmed. */
export const bookingDecision = z.object({ decision: z.enum(['confirm', 'decline']) });

type Which = (where: ExpressionBuilder<Tables, 'bookings' | 'submissions'>) => Expression<SqlBool>;

/** How ready the client is for a session, as one role may see it. */
function readinessFor(
  row: BookingRow,
  record: ClearanceRecord,
  { practice, forms, clock }: EndpointOptions,
  role: Role,
): StaffReadiness | undefined {
  if (row.status === 'cancelled') return undefined;
  const found = readinessOf(row, record.readiness, practice, clock());
  return found && readinessForStaff(found, forms, role);
}

/** The bookings of one selection, soonest first, as one role may see them. */
export async function staffBookings(
  options: EndpointOptions,
  database: Database,
  role: Role,
  which: Which,
): Promise<readonly StaffBooking[]> {
  const { practice, clock } = options;
  const now = clock();
  const rows = await database
    .selectFrom('bookings')
    .leftJoin('submissions', 'submissions.id', 'bookings.submission_id')
    .selectAll('bookings')
    .select('submissions.reference')
    .where(which)
    .orderBy('bookings.start_at')
    .orderBy('bookings.id')
    .execute();
  const clientIds = [...new Set(rows.map((row) => row.client_id))];
  const clearances = await clearancesOf(database, clientIds, practice, now);
  const people = await peopleOf(options, database, clientIds);
  const ids = rows.map(({ id }) => id);
  const overrides = await overridesOf(database, ids, role);
  return rows.map((row) => {
    const record = clearances.get(row.client_id) ?? NOTHING_DECIDED;
    const override = overrides.get(row.id);
    return {
      ...bookingFrom(row, record, options, now),
      clientId: row.client_id,
      ...people.get(row.client_id),
      ...(row.reference === null ? {} : { reference: row.reference }),
      requestedAt: row.requested_at.toISOString(),
      awaitsDecision: isUndecided(row, now),
      readiness: readinessFor(row, record, options, role),
      ...(override === undefined ? {} : { override }),
    };
  });
}

/** What the practice has on some days, and what waits for an answer on any day to come, longest waiting first. */
export interface BookingList {
  readonly timeZone: string;
  readonly bookings: readonly StaffBooking[];
  readonly waiting: readonly StaffBooking[];
}

async function waitingFor(options: EndpointOptions, role: Role): Promise<readonly StaffBooking[]> {
  const bookings = await staffBookings(options, options.database, role, (where) =>
    where.and([where('bookings.status', '=', 'requested'), where('bookings.end_at', '>', options.clock())]),
  );
  return [...bookings].sort((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
}

/**
 * The practice's sessions of some days.
 *
 * @throws Refusal 400
 */
export async function listBookings(
  options: EndpointOptions,
  asked: { readonly from: string | undefined; readonly to: string | undefined },
  role: Role,
): Promise<BookingList> {
  const { database, practice, clock } = options;
  const { timeZone } = practice;
  const { from, to, start, end } = readRange(asked.from, asked.to, timeZone);
  await addToLog(database, { at: clock(), role, action: 'bookings-read', detail: `${from} to ${to}` });
  const bookings = await staffBookings(options, database, role, (where) =>
    where.and([where('bookings.start_at', '>', start), where('bookings.start_at', '<=', end)]),
  );
  return { timeZone, bookings, waiting: await waitingFor(options, role) };
}

/** One session as it stands. @throws Refusal 404 */
export async function readBooking(options: EndpointOptions, id: string, role: Role): Promise<StaffBooking> {
  const [booking] = await staffBookings(options, options.database, role, (where) =>
    where('bookings.id', '=', id),
  );
  if (booking === undefined) throw notFound();
  return booking;
}

type Undecided = Pick<BookingRow, 'status' | 'end_at'>;

const isUndecided = ({ status, end_at }: Undecided, now: Date): boolean =>
  status === 'requested' && end_at > now;

const isStanding = ({ status, end_at }: Undecided, now: Date): boolean =>
  status !== 'cancelled' && end_at > now;

/** @throws Refusal 409 */
function requireOpen(row: Undecided, decision: 'confirm' | 'decline', now: Date): void {
  if (decision === 'confirm' && !isUndecided(row, now))
    throw new Refusal(409, 'kap:not-allowed', 'This session does not wait for a decision any more.');
  if (!isStanding(row, now))
    throw new Refusal(409, 'kap:not-allowed', 'This session is cancelled or over already.');
}

/** A dosing session that was asked for is counted among those that use up the clearance: it takes none but its own. */
function withItself({ clearance, consents }: Standing, { kind }: BookingRow): Standing {
  const { dosingLeft } = clearance;
  if (kind !== 'dosing' || dosingLeft === undefined) return { clearance, consents };
  return { clearance: { ...clearance, dosingLeft: dosingLeft + 1 }, consents };
}

/**
 * Confirms a session that was asked for, or declines it, or cancels one that was confirmed: its time is free again
 * then.
 *
 * @throws Refusal 404; 409 where that can't be decided any more, or it is on hold and can't be confirmed.
 */
export async function decideBooking(
  options: EndpointOptions,
  id: string,
  role: Role,
  { decision }: z.infer<typeof bookingDecision>,
): Promise<StaffBooking> {
  if (!uuid.safeParse(id).success) throw notFound();
  const { practice, clock } = options;
  const now = clock();
  return inTransaction(options.database, async (transaction) => {
    const row = await transaction
      .selectFrom('bookings')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    requireOpen(row, decision, now);
    const kind = kindOf(practice, row.kind);
    const standing = await standingOf(options, transaction, row.client_id);
    const start = row.start_at.toISOString();
    const isReady =
      !kind || unmetNeeds(kind, withItself(standing, row), options.practice.consents, start).length === 0;
    if (decision === 'confirm' && !isReady)
      throw ruleBroken(['needs'], 'The client’s clearance or consent does not cover this session now.');
    if (decision === 'confirm' && row.kind === 'dosing' && (await hasOpenAlert(transaction, row.client_id)))
      throw ruleBroken(['safety'], 'A safety alert of this client is open. It has to be marked done first.');
    await transaction
      .updateTable('bookings')
      .set(
        decision === 'confirm'
          ? { status: 'confirmed', changed_at: now }
          : { status: 'cancelled', cancelled_by: 'practice', changed_at: now },
      )
      .where('id', '=', id)
      .execute();
    const [booking] = await staffBookings(options, transaction, role, (where) =>
      where('bookings.id', '=', id),
    );
    if (booking === undefined) throw notFound();
    const { reference, clientId } = booking;
    const done = decision === 'decline' && row.status === 'confirmed' ? 'cancel' : decision;
    const about = reference === undefined ? {} : { reference };
    const detail = `${done} ${row.kind} ${row.start_at.toISOString()}`;
    await addToLog(transaction, { at: now, role, action: 'booking-decided', ...about, clientId, detail });
    return booking;
  });
}
