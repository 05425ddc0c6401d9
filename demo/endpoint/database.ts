import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, Migrator, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { intake } from './migrations/001-intake.js';
import { consentsAndBookings } from './migrations/002-consents-and-bookings.js';
import { reviewSettings } from './migrations/003-review-settings.js';
import { alerts } from './migrations/004-alerts.js';
import { consentHistory } from './migrations/005-consent-history.js';
import { signedOnce } from './migrations/006-signed-once.js';
import { sessions } from './migrations/007-sessions.js';
import { ruleOverrides } from './migrations/009-rule-overrides.js';
import type { Report } from './ports.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

export interface OpenDatabase {
  readonly database: Database;
  /** Ends every connection, and the embedded database with them. */
  close(): Promise<void>;
}

const MIGRATIONS = {
  '001-intake': intake,
  '002-consents-and-bookings': consentsAndBookings,
  '003-review-settings': reviewSettings,
  '004-alerts': alerts,
  '005-consent-history': consentHistory,
  '006-signed-once': signedOnce,
  '007-sessions': sessions,
  '009-rule-overrides': ruleOverrides,
};

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
}

async function open(pool: pg.Pool, report: Report, closeEngine?: () => Promise<void>): Promise<OpenDatabase> {
  // An idle connection that the server ends would otherwise end the process; the next query takes a new one.
  pool.on('error', () => report('A database connection was lost; the next request opens a new one.'));
  // So would one that is in use and breaks off between two statements; the next statement fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database: Database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await database.destroy();
    await closeEngine?.();
  };
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, close };
}

/**
 * The embedded database (PGlite), kept in a folder, or in memory without one. A folder belongs to one process at a
 * time: hold its lock first (`lock.ts`). A transaction must never ask for a second connection, for there is one.
 */
export async function openEmbedded(folder: string | undefined, report: Report): Promise<OpenDatabase> {
  const engine = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  return open(new pg.Pool(Object.assign(createPgConfig(engine), { max: 1 })), report, () => engine.close());
}

/** A PostgreSQL server, or anything that speaks its protocol. */
export async function openPostgres(url: string, report: Report, connections = 10): Promise<OpenDatabase> {
  return open(new pg.Pool({ connectionString: url, max: connections }), report);
}

/** Two writers met, and the database asks one of them to try again: serialization failure, deadlock. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** All of it or nothing of it. `work` may run more than once. */
export async function inTransaction<T>(
  database: Database,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !TRY_AGAIN.has(String(codeOf(error)))) throw error;
    }
  }
}
