import { clearanceOf } from '../clearance.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { Refusal } from '../problems.js';
import { beganUnheld } from './bookings.js';

const HOUR_MS = 3_600_000;

/**
 * Until when a client is left in peace after their last dosing session, or the one that they are in: nobody should sign
 * or plan while the medicine may still work.
 *
 * @param at the instant that is asked about; what stands now decides where the session took place.
 * @returns `undefined` outside such a window, and where the practice keeps none.
 */
export async function quietUntil(
  { practice, clock }: Pick<EndpointOptions, 'practice' | 'clock'>,
  database: Database,
  clientId: string,
  at: Date = clock(),
): Promise<Date | undefined> {
  if (practice.quietHoursAfterDosing === undefined) return undefined;
  const quietMs = practice.quietHoursAfterDosing * HOUR_MS;
  const rows = await database
    .selectFrom('bookings')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('kind', '=', 'dosing')
    .where('status', '=', 'confirmed')
    .where('start_at', '<=', at)
    .where('end_at', '>', new Date(at.getTime() - quietMs))
    .orderBy('end_at', 'desc')
    .execute();
  if (rows.length === 0) return undefined;
  const record = await clearanceOf(database, clientId, practice, clock());
  const last = rows.find((row) => beganUnheld(row, record, practice));
  return last && new Date(last.end_at.getTime() + quietMs);
}

const WAITS = {
  signing:
    'After a dosing session we don’t take new signatures for a while. Nothing is signed yet. You can ask us to call you at any time.',
  planning:
    'After a dosing session we don’t book or move sessions for a while. Everything stays as it was. You can still cancel, and you can ask us to call you at any time.',
} as const;

/** The answer to a consent, or to a change of plan, in such a window. */
export const tooSoon = (until: Date, what: keyof typeof WAITS): Refusal =>
  new Refusal(409, 'kap:rule-broken', 'This can wait until you have rested.', {
    rules: ['quiet-hours'],
    until: until.toISOString(),
    detail: WAITS[what],
  });
