import type { Kysely, Migration } from 'kysely';

export const reviewSettings: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('review_settings')
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('settings', 'jsonb', (column) => column.notNull())
      .addColumn('set_by', 'text', (column) => column.notNull())
      .addColumn('set_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
};
