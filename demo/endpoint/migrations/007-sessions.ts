import { sql, type Kysely, type Migration } from 'kysely';

/** Who works when, and what is agreed for a client: each change is a version of its own, and earlier ones stay. */
async function createVersions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('schedules')
    .addColumn('practitioner_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('practitioner', 'jsonb', (column) => column.notNull())
    .addColumn('set_by', 'text')
    .addColumn('set_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('schedules_pkey', ['practitioner_id', 'version'])
    .execute();
  await database.schema
    .createTable('plans')
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('plan', 'jsonb', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('plans_pkey', ['client_id', 'version'])
    .execute();
}

/** What a practitioner's own calendar says; of what is in it, only when they are busy is kept. */
async function createBusyTimes(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('busy_calendars')
    .addColumn('practitioner_id', 'text', (column) => column.primaryKey())
    .addColumn('address_hash', 'text', (column) => column.notNull())
    .addColumn('tried_at', 'timestamptz', (column) => column.notNull())
    .addColumn('read_at', 'timestamptz')
    .addColumn('fault', 'text')
    .execute();
  await database.schema
    .createTable('busy_times')
    .addColumn('practitioner_id', 'text', (column) => column.notNull())
    .addColumn('start_at', 'timestamptz', (column) => column.notNull())
    .addColumn('end_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('busy_times_by_time')
    .on('busy_times')
    .columns(['practitioner_id', 'end_at'])
    .execute();
}

async function createReadiness(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('readiness_forms')
    .addColumn('submission_id', 'uuid', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addColumn('missing', 'jsonb', (column) => column.notNull())
    .addColumn('reasons', 'jsonb', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('readiness_forms_by_client')
    .on('readiness_forms')
    .columns(['client_id', 'received_at'])
    .execute();
  await database.schema
    .createTable('readiness_releases')
    .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('booking_id', 'uuid', (column) => column.notNull().references('bookings.id'))
    .addColumn('form_id', 'uuid', (column) => column.references('readiness_forms.submission_id'))
    .addColumn('released_by', 'text', (column) => column.notNull())
    .addColumn('released_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('readiness_releases_by_booking')
    .on('readiness_releases')
    .column('booking_id')
    .execute();
}

/** Bookings hold more of a practitioner's time than the session itself, and can be made by the practice. */
async function extendBookings(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table bookings
      add column held_from timestamptz,
      add column held_until timestamptz,
      add column requested_at timestamptz,
      add column made_by text check (made_by in ('prescriber', 'therapist', 'office')),
      alter column submission_id drop not null
  `.execute(database);
  await sql`
    update bookings set held_from = start_at, held_until = end_at,
      requested_at = (select received_at from submissions where submissions.id = submission_id)
  `.execute(database);
  await sql`
    alter table bookings
      alter column held_from set not null,
      alter column held_until set not null,
      alter column requested_at set not null,
      add check (held_from <= start_at and held_until >= end_at),
      add check ((submission_id is null) <> (made_by is null))
  `.execute(database);
  await database.schema
    .createIndex('bookings_by_held_time')
    .on('bookings')
    .columns(['practitioner_id', 'held_until'])
    .where(sql<boolean>`status in ('requested', 'confirmed')`)
    .execute();
}

export const sessions: Migration = {
  async up(database: Kysely<unknown>) {
    await createVersions(database);
    await createBusyTimes(database);
    await createReadiness(database);
    await extendBookings(database);
    await database.schema.alterTable('clearance_decisions').addColumn('dosings', 'integer').execute();
  },
};
