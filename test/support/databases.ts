import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import {
  openEmbedded,
  openPostgres,
  type Database,
  type OpenDatabase,
} from '../../demo/endpoint/database.js';
import { findPostgres, startPostgres } from './postgres.js';

/** What clients and staff write. */
const TABLES = [
  'clients',
  'care_tokens',
  'submissions',
  'consents',
  'withdrawals',
  'signed_records',
  'calendars',
  'bookings',
  'plans',
  'busy_calendars',
  'busy_times',
  'readiness_forms',
  'readiness_releases',
  'rule_overrides',
  'alerts',
  'clearance_decisions',
  'review_settings',
  'links',
  'notices',
  'staff_sessions',
  'staff_log',
] as const;

/** Written at each start; emptied with the others, and no part of what a request changes. */
const KEPT_AT_START = ['published_documents', 'schedules'] as const;

const silence = () => undefined;

/** Opens something at its first use, once, and closes it when the file's tests are done. */
function shared<T>(open: () => Promise<T>, close: (opened: T) => Promise<void>): () => Promise<T> {
  let opening: Promise<T> | undefined;
  afterAll(async () => {
    if (opening !== undefined) await close(await opening);
  });
  return () => (opening ??= open());
}

const close = (opened: OpenDatabase) => opened.close();
const bin = findPostgres();

// Declared before its pool, and so stopped after it: the last hook of this kind runs first.
const server = shared(
  () => startPostgres(bin ?? ''),
  (started) => started.stop(),
);
const postgres = shared(async () => openPostgres((await server()).url, silence, 20), close);
const embedded = shared(() => openEmbedded(undefined, silence), close);

/** Past the guards that keep what was signed: only whoever owns the database can do this. */
async function empty(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    const tables = [...TABLES, ...KEPT_AT_START].map((table) => sql.table(table));
    await sql`truncate ${sql.join(tables)}`.execute(transaction);
  });
}

function useDatabase(open: () => Promise<OpenDatabase>): () => Database {
  let opened: OpenDatabase | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await empty(database());
  });
  const database = () => {
    if (opened === undefined) throw new Error('The database is there once the tests run.');
    return opened.database;
  };
  return database;
}

/** The embedded database, emptied before each test. */
export const useEmbedded = (): (() => Database) => useDatabase(embedded);

/** Runs tests on a real PostgreSQL, over 20 connections. */
export function onPostgres(title: string, tests: (database: () => Database) => void): void {
  const where = bin === undefined ? 'PostgreSQL is not installed here: skipped' : 'PostgreSQL';
  describe.skipIf(bin === undefined)(`${title} (${where})`, () => tests(useDatabase(postgres)));
}

/** Runs the same tests on the embedded database and, over 20 connections, on a real PostgreSQL. */
export function onEachDatabase(title: string, tests: (database: () => Database) => void): void {
  describe(`${title} (PGlite)`, () => tests(useEmbedded()));
  onPostgres(title, tests);
}

/** Every row there is, so that a test can say that nothing changed. */
export async function everything(database: Database): Promise<unknown> {
  const tables = TABLES.map(
    async (table) => [table, await database.selectFrom(table).selectAll().execute()] as const,
  );
  return Object.fromEntries(await Promise.all(tables));
}
