import { sql, type Kysely, type Migration } from 'kysely';

async function createConsents(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('consents')
    .addColumn('submission_id', 'uuid', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('record_digest', 'text', (column) => column.notNull())
    .addColumn('text_digest', 'text', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('consents_by_client')
    .on('consents')
    .columns(['client_id', 'received_at'])
    .execute();
}

async function createBookings(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('calendars')
    .addColumn('practitioner_id', 'text', (column) => column.primaryKey())
    .execute();
  await database.schema
    .createTable('bookings')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('submission_id', 'uuid', (column) => column.notNull().references('submissions.id'))
    .addColumn('slot_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('practitioner_id', 'text', (column) =>
      column.notNull().references('calendars.practitioner_id'),
    )
    .addColumn('practitioner_name', 'text', (column) => column.notNull())
    .addColumn('start_at', 'timestamptz', (column) => column.notNull())
    .addColumn('end_at', 'timestamptz', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('place', 'text')
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('requested', 'confirmed', 'cancelled')`),
    )
    .addColumn('cancelled_by', 'text', (column) => column.check(sql`cancelled_by in ('client', 'practice')`))
    .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
    .execute();
  // Overlaps are found under the lock of the practitioner's calendar; this holds should anybody write without it.
  await database.schema
    .createIndex('bookings_one_at_a_time')
    .unique()
    .on('bookings')
    .columns(['practitioner_id', 'start_at'])
    .where(sql<boolean>`status in ('requested', 'confirmed')`)
    .execute();
  await database.schema
    .createIndex('bookings_by_client')
    .on('bookings')
    .columns(['client_id', 'start_at'])
    .execute();
  await database.schema.createIndex('bookings_by_time').on('bookings').columns(['start_at', 'id']).execute();
}

export const consentsAndBookings: Migration = {
  async up(database: Kysely<unknown>) {
    await createConsents(database);
    await database.schema.alterTable('submissions').addColumn('contact', 'jsonb').execute();
    await createBookings(database);
  },
};
