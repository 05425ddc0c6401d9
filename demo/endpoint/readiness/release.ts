import { uuid } from '../../../src/domain/untrusted.js';
import { clearanceOf } from '../clearance.js';
import { inTransaction } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound, Refusal } from '../problems.js';
import { addToLog } from '../staff/log.js';
import type { Role } from '../tables.js';
import { readinessForStaff, readinessOf, type StaffReadiness } from './readiness.js';

const nothingToRelease = (): Refusal =>
  new Refusal(409, 'kap:not-allowed', 'Nothing keeps this session back that could be released.');

/**
 * Lets a session go ahead with what is missing before it, or with what came in: the prescriber has looked at it, or the
 * therapist has what was missing in another way. A form that comes in afterwards is judged by itself.
 *
 * @throws Refusal 403 for the office, and for the therapist where a prescriber has to look; 404; 409 where there is
 *   nothing to release.
 */
export async function releaseReadiness(
  options: Pick<EndpointOptions, 'database' | 'practice' | 'forms' | 'clock'>,
  bookingId: string,
  role: Role,
): Promise<StaffReadiness> {
  if (role === 'office') throw notAllowed('What comes in before a session is for the clinicians.');
  if (!uuid.safeParse(bookingId).success) throw notFound();
  const { database, practice, forms, clock } = options;
  const now = clock();
  return inTransaction(database, async (transaction) => {
    const row = await transaction
      .selectFrom('bookings')
      .selectAll()
      .where('id', '=', bookingId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.status === 'cancelled' || row.start_at <= now) throw nothingToRelease();
    const current = async () => {
      const { readiness } = await clearanceOf(transaction, row.client_id, practice, now);
      const found = readinessOf(row, readiness, practice, now);
      if (found === undefined) throw nothingToRelease();
      return found;
    };
    const { missing, form } = await current();
    if (missing.length === 0) throw nothingToRelease();
    if (missing.includes('review') && role !== 'prescriber')
      throw notAllowed('What came in before this session is the prescriber’s to look at.');
    await transaction
      .insertInto('readiness_releases')
      .values({
        booking_id: row.id,
        form_id: form?.submission_id ?? null,
        released_by: role,
        released_at: now,
      })
      .execute();
    const detail = `${row.kind} ${row.start_at.toISOString()} without ${missing.join(', ')}`;
    await addToLog(transaction, {
      at: now,
      role,
      action: 'booking-released',
      clientId: row.client_id,
      detail,
    });
    return readinessForStaff(await current(), forms, role);
  });
}
