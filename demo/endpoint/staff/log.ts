import { sql } from 'kysely';
import type { Database } from '../database.js';
import type { LogAction, Role } from '../tables.js';
import { PAGE_SIZE, readCursor, writeCursor } from './cursor.js';

export interface LogEntry {
  readonly at: string;
  readonly role: Role;
  readonly action: LogAction;
  readonly reference?: string;
  readonly clientId?: string;
  readonly detail?: string;
}

/** Writes down what somebody did. `detail` never holds anything that a client or a clinician wrote. */
export async function addToLog(
  database: Database,
  entry: Omit<LogEntry, 'at'> & { readonly at: Date },
): Promise<void> {
  await database
    .insertInto('staff_log')
    .values({
      at: entry.at,
      role: entry.role,
      action: entry.action,
      reference: entry.reference ?? null,
      client_id: entry.clientId ?? null,
      detail: entry.detail ?? null,
    })
    .execute();
}

/** Which rules a prescriber watches, and from which numbers on, is the prescriber's alone. */
const isFor = (role: Role, action: LogAction): boolean =>
  role === 'prescriber' || action !== 'review-settings-set';

/** One page of the log, newest first, as one role may read it. */
export async function readLog(
  database: Database,
  role: Role,
  cursor: string | undefined,
): Promise<{ readonly entries: readonly LogEntry[]; readonly next?: string }> {
  const from = readCursor(cursor, /^\d{1,18}$/);
  const rows = await database
    .selectFrom('staff_log')
    .selectAll()
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${from?.at}, ${from?.id}::bigint)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const page = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    entries: page.map((row) => ({
      at: row.at.toISOString(),
      role: row.role,
      action: row.action,
      ...(row.reference === null ? {} : { reference: row.reference }),
      ...(row.client_id === null ? {} : { clientId: row.client_id }),
      ...(row.detail === null || !isFor(role, row.action) ? {} : { detail: row.detail }),
    })),
    ...(last === undefined ? {} : { next: writeCursor(last) }),
  };
}
