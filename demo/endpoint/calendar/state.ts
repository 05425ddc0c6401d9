import type { Transaction } from 'kysely';
import type { Database } from '../database.js';
import { sha256 } from '../ports.js';
import type { Practitioner, Schedule } from '../scheduling/practitioner.js';
import type { Tables } from '../tables.js';

/** Whether what is known of a practitioner's own calendar is good enough to promise a time by it. */
export type CalendarState = 'none' | 'fresh' | 'failing';

const MINUTE_MS = 60_000;
/** So old what was read may be. */
const FRESH_MINUTES = 15;

export const addressHash = (address: string): string => sha256(address);

/** How it stands with a practitioner's own calendar, for the staff. */
export interface CalendarReport {
  readonly practitionerId: string;
  readonly state: Exclude<CalendarState, 'none'>;
  /** When it was read last; what was read then counts until it can be read again. */
  readonly readAt?: string;
  readonly triedAt?: string;
  /** Why it could not be read at the last try, in a sentence. */
  readonly fault?: string;
}

/** Those who have a calendar of their own. */
export const withCalendar = (
  schedule: Schedule,
): readonly (Practitioner & { readonly calendarUrl: string })[] =>
  schedule.flatMap((one) =>
    one.calendarUrl === undefined ? [] : [{ ...one, calendarUrl: one.calendarUrl }],
  );

/** How it stands with each calendar that there is an address of. */
export async function calendarReports(
  database: Database,
  schedule: Schedule,
  now: Date,
): Promise<readonly CalendarReport[]> {
  const wanted = withCalendar(schedule);
  if (wanted.length === 0) return [];
  const rows = await database.selectFrom('busy_calendars').selectAll().execute();
  return wanted.map(({ id, calendarUrl }) => {
    const row = rows.find(
      (one) => one.practitioner_id === id && one.address_hash === addressHash(calendarUrl),
    );
    const isFresh =
      row !== undefined &&
      row.fault === null &&
      row.read_at !== null &&
      now.getTime() - row.read_at.getTime() <= FRESH_MINUTES * MINUTE_MS;
    return {
      practitionerId: id,
      state: isFresh ? 'fresh' : 'failing',
      ...(row?.read_at ? { readAt: row.read_at.toISOString() } : {}),
      ...(row === undefined ? {} : { triedAt: row.tried_at.toISOString() }),
      ...(row?.fault ? { fault: row.fault } : {}),
    };
  });
}

/** How far each calendar can be relied on; nobody is in it who has none. */
export async function calendarStates(
  database: Database,
  schedule: Schedule,
  now: Date,
): Promise<ReadonlyMap<string, CalendarState>> {
  const reports = await calendarReports(database, schedule, now);
  return new Map(reports.map(({ practitionerId, state }) => [practitionerId, state]));
}

/** Takes away what was read of a calendar whose address has changed. */
export async function forgetCalendar(
  practitionerId: string,
  transaction: Transaction<Tables>,
): Promise<void> {
  for (const table of ['busy_calendars', 'busy_times'] as const)
    await transaction.deleteFrom(table).where('practitioner_id', '=', practitionerId).execute();
}
