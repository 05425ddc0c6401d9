import type { ExpressionBuilder, SqlBool, Expression } from 'kysely';
import * as z from 'zod/mini';
import { unmetNeeds } from '../../../src/domain/scheduling/needs.js';
import type { Booking } from '../../../src/domain/scheduling/sessions.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { hasOpenAlert } from '../alerts.js';
import { standingOf } from '../care-state.js';
import { clearancesOf, NOTHING_DECIDED } from '../clearance.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notFound, Refusal } from '../problems.js';
import { bookingFrom, type BookingRow } from '../scheduling/bookings.js';
import { readRange } from '../scheduling/date-range.js';
import { kindOf } from '../scheduling/open-slots.js';
import { ruleBroken } from '../scheduling/rules.js';
import type { Role, Tables } from '../tables.js';
import { addToLog } from './log.js';
import { peopleOf, type Person } from './people.js';

/** A session as the staff see it. */
export type StaffBooking = Booking &
  Person & {
    readonly clientId: string;
    /** Of what asked for it; none where the practice made it. */
    readonly reference?: string;
    readonly requestedAt: string;
    /** Asked for and not decided yet, whatever holds it meanwhile. */
    readonly awaitsDecision: boolean;
  };

/** What the staff decide about a session: `decline` also cancels one that was confirmed. */
export const bookingDecision = z.object({ decision: z.enum(['confirm', 'decline']) });

type Which = (where: ExpressionBuilder<Tables, 'bookings' | 'submissions'>) => Expression<SqlBool>;

/** The bookings of one selection, soonest first. */
export async function staffBookings(
  options: EndpointOptions,
  database: Database,
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
  return rows.map((row) => ({
    ...bookingFrom(row, clearances.get(row.client_id) ?? NOTHING_DECIDED, options, now),
    clientId: row.client_id,
    ...people.get(row.client_id),
    ...(row.reference === null ? {} : { reference: row.reference }),
    requestedAt: row.requested_at.toISOString(),
    awaitsDecision: isUndecided(row, now),
  }));
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
): Promise<{ readonly timeZone: string; readonly bookings: readonly StaffBooking[] }> {
  const { database, practice, clock } = options;
  const { timeZone } = practice;
  const { from, to, start, end } = readRange(asked.from, asked.to, timeZone);
  await addToLog(database, { at: clock(), role, action: 'bookings-read', detail: `${from} to ${to}` });
  const bookings = await staffBookings(options, database, (where) =>
    where.and([where('bookings.start_at', '>', start), where('bookings.start_at', '<=', end)]),
  );
  return { timeZone, bookings };
}

type Standing = Pick<BookingRow, 'status' | 'end_at'>;

const isUndecided = ({ status, end_at }: Standing, now: Date): boolean =>
  status === 'requested' && end_at > now;

const isStanding = ({ status, end_at }: Standing, now: Date): boolean =>
  status !== 'cancelled' && end_at > now;

/** @throws Refusal 409 */
function requireOpen(row: Standing, decision: 'confirm' | 'decline', now: Date): void {
  if (decision === 'confirm' && !isUndecided(row, now))
    throw new Refusal(409, 'kap:not-allowed', 'This session does not wait for a decision any more.');
  if (!isStanding(row, now))
    throw new Refusal(409, 'kap:not-allowed', 'This session is cancelled or over already.');
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
    const isReady = !kind || unmetNeeds(kind, standing, options.practice.consents, start).length === 0;
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
    const [booking] = await staffBookings(options, transaction, (where) => where('bookings.id', '=', id));
    if (booking === undefined) throw notFound();
    const { reference, clientId } = booking;
    const done = decision === 'decline' && row.status === 'confirmed' ? 'cancel' : decision;
    const about = reference === undefined ? {} : { reference };
    const detail = `${done} ${row.kind} ${row.start_at.toISOString()}`;
    await addToLog(transaction, { at: now, role, action: 'booking-decided', ...about, clientId, detail });
    return booking;
  });
}
