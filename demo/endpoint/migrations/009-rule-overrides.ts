import { sql, type Kysely, type Migration } from 'kysely';

/** Why a session was booked that a plan rule speaks against, and who let it pass. Append-only. */
export const ruleOverrides: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('rule_overrides')
      .addColumn('booking_id', 'uuid', (column) => column.primaryKey().references('bookings.id'))
      .addColumn('rules', 'jsonb', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('set_by', 'text', (column) =>
        column.notNull().check(sql`set_by in ('prescriber', 'therapist', 'office')`),
      )
      .addColumn('set_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};
