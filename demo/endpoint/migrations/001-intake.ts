import { sql, type Kysely, type Migration } from 'kysely';

async function createClients(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('clients')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('care_tokens')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('added_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('links')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('made_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('exchanges_left', 'integer', (column) => column.notNull().check(sql`exchanges_left >= 0`))
    .addColumn('voided_at', 'timestamptz')
    .execute();
  await database.schema.createIndex('links_by_client').on('links').column('client_id').execute();
}

async function createSubmissions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('submissions')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('act', 'jsonb', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('body', 'bytea', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('answer_status', 'integer', (column) => column.notNull())
    .addColumn('answer_body', 'text', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('submissions_by_client')
    .on('submissions')
    .columns(['client_id', 'received_at'])
    .execute();
  await database.schema
    .createIndex('submissions_by_time')
    .on('submissions')
    .columns(['received_at', 'id'])
    .execute();
  await database.schema
    .createTable('notices')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('submission_id', 'uuid', (column) => column.notNull().unique().references('submissions.id'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'timestamptz', (column) => column.notNull())
    .addColumn('sent_at', 'timestamptz')
    .execute();
}

async function createStaffSide(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('clearance_decisions')
    .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addColumn('message', 'text')
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('clearance_decisions_by_client')
    .on('clearance_decisions')
    .columns(['client_id', 'set_at', 'id'])
    .execute();
  await database.schema
    .createTable('staff_sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('signed_in_with', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('staff_log')
    .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('client_id', 'uuid')
    .addColumn('detail', 'text')
    .execute();
  await database.schema.createIndex('staff_log_by_time').on('staff_log').columns(['at', 'id']).execute();
  await database.schema
    .createIndex('staff_log_by_reference')
    .on('staff_log')
    .columns(['reference', 'action', 'role'])
    .execute();
}

export const intake: Migration = {
  async up(database: Kysely<unknown>) {
    await createClients(database);
    await createSubmissions(database);
    await createStaffSide(database);
  },
};
