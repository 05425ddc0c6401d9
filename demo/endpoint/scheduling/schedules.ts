import { sql } from 'kysely';
import * as z from 'zod/mini';
import { forgetCalendar } from '../calendar/state.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid, notFound, Refusal } from '../problems.js';
import { addToLog } from '../staff/log.js';
import type { Role } from '../tables.js';
import { practitioner, type Practitioner, type Schedule } from './practitioner.js';
import { faultOfSchedule } from './schedule.js';

export interface StoredPractitioner {
  /** Grows by one with each change; 1 is how the endpoint was first started. */
  readonly version: number;
  readonly practitioner: Practitioner;
  readonly setBy?: Role;
  readonly setAt: string;
}

/** A practitioner's hours and all that goes with them, in place of the version that was looked at; 0 adds one. */
export const practitionerRequest = z.object({ replaces: z.int().check(z.minimum(0)), practitioner });

/** Everybody who works at the practice, as it stands, in the order of their ids. */
export async function practitionersOf(database: Database): Promise<readonly StoredPractitioner[]> {
  const rows = await database
    .selectFrom('schedules')
    .selectAll()
    .distinctOn('practitioner_id')
    .orderBy('practitioner_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    practitioner: row.practitioner,
    ...(row.set_by === null ? {} : { setBy: row.set_by }),
    setAt: row.set_at.toISOString(),
  }));
}

/** Who works when, now. */
export const scheduleOf = async (database: Database): Promise<Schedule> =>
  (await practitionersOf(database)).map(({ practitioner: one }) => one);

/** Keeps the schedule that the endpoint is started with, where none is kept yet; from then on the kept one holds. */
export async function seedSchedule({
  database,
  schedule,
  clock,
}: Pick<EndpointOptions, 'database' | 'schedule' | 'clock'>): Promise<void> {
  const known = await database.selectFrom('schedules').select('practitioner_id').limit(1).executeTakeFirst();
  if (known !== undefined || schedule.length === 0) return;
  const now = clock();
  const rows = schedule.map((one) => ({
    practitioner_id: one.id,
    version: 1,
    practitioner: JSON.stringify(one),
    set_by: null,
    set_at: now,
  }));
  await database
    .insertInto('schedules')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const changedMeanwhile = (): Refusal =>
  new Refusal(
    409,
    'kap:invalid',
    'Somebody has changed these hours meanwhile. Open this page anew to see how they stand.',
  );

const PARTS = ['name', 'place', 'hours', 'exceptions', 'lengths', 'buffers', 'confirmedAtOnce'] as const;

/** What of it is different. Of a calendar's address the log never says more than that it is another one. */
function changesInWords(before: Practitioner | undefined, after: Practitioner): string {
  if (before === undefined) return `${after.id}: new`;
  const changed: string[] = PARTS.filter(
    (part) => JSON.stringify(before[part] ?? null) !== JSON.stringify(after[part] ?? null),
  );
  if (before.calendarUrl !== after.calendarUrl) changed.push('calendar');
  return `${after.id}: ${changed.join(', ') || 'nothing is different'}`;
}

/**
 * Sets when a practitioner works, from now on. What is booked stays as it is.
 *
 * @throws Refusal 404 for somebody who does not work here; 409 where another version was looked at; 422.
 */
export async function setPractitioner(
  { database, practice, clock }: Pick<EndpointOptions, 'database' | 'practice' | 'clock'>,
  id: string,
  role: Role,
  { replaces, practitioner: asked }: z.infer<typeof practitionerRequest>,
): Promise<StoredPractitioner> {
  const pointer = '/practitioner';
  if (asked.id !== id)
    throw invalid([{ pointer: `${pointer}/id`, code: 'id-differs', detail: 'The id never changes.' }]);
  const fault = faultOfSchedule([asked], practice);
  if (fault !== undefined)
    throw invalid([{ pointer, code: 'unusable', detail: `This can’t be used: ${fault}.` }]);
  const now = clock();
  return inTransaction(database, async (transaction) => {
    const before = (await practitionersOf(transaction)).find((one) => one.practitioner.id === id);
    if (before === undefined && replaces > 0) throw notFound();
    if ((before?.version ?? 0) !== replaces) throw changedMeanwhile();
    const row = await transaction
      .insertInto('schedules')
      .values({
        practitioner_id: id,
        version: replaces + 1,
        practitioner: JSON.stringify(asked),
        set_by: role,
        set_at: now,
      })
      .onConflict((conflict) => conflict.columns(['practitioner_id', 'version']).doNothing())
      .returning(sql<number>`1`.as('written'))
      .executeTakeFirst();
    if (row === undefined) throw changedMeanwhile();
    if (before?.practitioner.calendarUrl !== asked.calendarUrl) await forgetCalendar(id, transaction);
    const detail = changesInWords(before?.practitioner, asked);
    await addToLog(transaction, { at: now, role, action: 'hours-set', detail });
    return { version: replaces + 1, practitioner: asked, setBy: role, setAt: now.toISOString() };
  });
}
