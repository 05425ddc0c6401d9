import type { Period } from '../../../src/domain/scheduling/weekly-hours.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { scheduleOf } from '../scheduling/schedules.js';
import { busyTimes, CalendarFault } from './busy-times.js';
import { fetchCalendar } from './fetch.js';
import { addressHash, withCalendar } from './state.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A calendar is asked for again after this long, and not before, whether it could be read or not. */
const MINUTES_BETWEEN = 5;
/** How far ahead what stands in it counts: as far as times are given out, and a month more. */
const DAYS_AHEAD = 400;
/** Rows that are written at once. */
const ROWS_AT_ONCE = 1000;

interface Wanted {
  readonly id: string;
  readonly calendarUrl: string;
}

/** Before this a calendar must have been asked for last, to be asked for again. */
const lastTry = (now: Date): Date => new Date(now.getTime() - MINUTES_BETWEEN * MINUTE_MS);

/** Those that are due: asked for long enough ago, or never. */
async function dueOf(database: Database, wanted: readonly Wanted[], now: Date): Promise<readonly Wanted[]> {
  if (wanted.length === 0) return [];
  const recent = await database
    .selectFrom('busy_calendars')
    .select('practitioner_id')
    .where('tried_at', '>', lastTry(now))
    .execute();
  return wanted.filter(({ id }) => !recent.some(({ practitioner_id }) => practitioner_id === id));
}

/** Whether it is ours to read this calendar now; of several who ask at once only one is told so. */
async function claim(database: Database, { id, calendarUrl }: Wanted, now: Date): Promise<boolean> {
  const address_hash = addressHash(calendarUrl);
  const row = await database
    .insertInto('busy_calendars')
    .values({ practitioner_id: id, address_hash, tried_at: now, read_at: null, fault: null })
    .onConflict((conflict) =>
      conflict
        .column('practitioner_id')
        .doUpdateSet({ tried_at: now })
        .where('busy_calendars.tried_at', '<=', lastTry(now)),
    )
    .returning('practitioner_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts what was read in the place of what was read before. */
async function keep(
  database: Database,
  { id, calendarUrl }: Wanted,
  busy: readonly Period[],
  now: Date,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    // The address may have been changed while its calendar was read.
    const kept = await transaction
      .updateTable('busy_calendars')
      .set({ read_at: now, fault: null })
      .where('practitioner_id', '=', id)
      .where('address_hash', '=', addressHash(calendarUrl))
      .returning('practitioner_id')
      .executeTakeFirst();
    if (kept === undefined) return;
    await transaction.deleteFrom('busy_times').where('practitioner_id', '=', id).execute();
    const rows = busy.map(({ start, end }) => ({
      practitioner_id: id,
      start_at: new Date(start),
      end_at: new Date(end),
    }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await transaction
        .insertInto('busy_times')
        .values(rows.slice(from, from + ROWS_AT_ONCE))
        .execute();
  });
}

async function refresh(options: EndpointOptions, wanted: Wanted): Promise<void> {
  const { database, practice, clock, report } = options;
  const now = clock();
  if (!(await claim(database, wanted, now))) return;
  const window = { start: now.getTime() - DAY_MS, end: now.getTime() + DAYS_AHEAD * DAY_MS };
  try {
    const text = await fetchCalendar(wanted.calendarUrl);
    await keep(database, wanted, busyTimes(text, { ...window, timeZone: practice.timeZone }), now);
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error;
    // What was read last stays, with its age.
    await database
      .updateTable('busy_calendars')
      .set({ fault: error.message })
      .where('practitioner_id', '=', wanted.id)
      .where('address_hash', '=', addressHash(wanted.calendarUrl))
      .execute();
    report(`The calendar of ${wanted.id} could not be read. ${error.message}`);
  }
}

/**
 * Reads every practitioner's own calendar that was not read for a few minutes. Waits for them, so that what is said
 * next is said by what stands in them; never within a transaction.
 */
export async function refreshCalendars(options: EndpointOptions): Promise<void> {
  const { database, clock } = options;
  const due = await dueOf(database, withCalendar(await scheduleOf(database)), clock());
  await Promise.all(due.map((one) => refresh(options, one)));
}
