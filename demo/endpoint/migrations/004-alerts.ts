import { sql, type Kysely, type Migration } from 'kysely';

const byARole = sql`taken_by in ('prescriber', 'therapist', 'office')`;
const doneByARole = sql`done_by in ('prescriber', 'therapist', 'office')`;

export const alerts: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('alerts')
      .addColumn('submission_id', 'uuid', (column) => column.primaryKey().references('submissions.id'))
      .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('safety-alert', 'call-request')`),
      )
      .addColumn('received_at', 'timestamptz', (column) => column.notNull())
      .addColumn('taken_by', 'text', (column) => column.check(byARole))
      .addColumn('taken_at', 'timestamptz')
      .addColumn('done_by', 'text', (column) => column.check(doneByARole))
      .addColumn('done_at', 'timestamptz')
      .execute();
    await database.schema
      .createIndex('alerts_by_client')
      .on('alerts')
      .columns(['client_id', 'received_at'])
      .execute();
    await database.schema
      .createIndex('alerts_open')
      .on('alerts')
      .columns(['received_at', 'submission_id'])
      .where(sql<boolean>`done_at is null`)
      .execute();
  },
};
