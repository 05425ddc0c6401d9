import { sql, type Kysely, type Migration } from 'kysely';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { consentSubmission } from '../../../src/domain/submission/envelope.js';

/**
 * Consents and withdrawals are counted together, so that what came after what is known to the last one. Those that are
 * there are counted in the order in which they were received.
 */
async function extendConsents(database: Kysely<unknown>): Promise<void> {
  await sql`create sequence consent_positions`.execute(database);
  await sql`
    alter table consents
      add column position bigint,
      add column erased_at timestamptz,
      add column erased_by text check (erased_by in ('prescriber', 'therapist', 'office')),
      add column erased_reason text
  `.execute(database);
  const { rows } = await sql<{ submission_id: string }>`
    select submission_id from consents order by received_at, submission_id
  `.execute(database);
  for (const { submission_id } of rows)
    await sql`
      update consents set position = nextval('consent_positions') where submission_id = ${submission_id}
    `.execute(database);
  await sql`
    alter table consents
      alter column position set not null,
      alter column position set default nextval('consent_positions')
  `.execute(database);
}

async function createWithdrawals(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('withdrawals')
    .addColumn('submission_id', 'uuid', (column) => column.primaryKey().references('submissions.id'))
    .addColumn('client_id', 'uuid', (column) => column.notNull().references('clients.id'))
    .addColumn('consent_id', 'uuid', (column) => column.notNull().references('consents.submission_id'))
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('record_digest', 'text', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) =>
      column.notNull().defaultTo(sql`nextval('consent_positions')`),
    )
    .execute();
  await database.schema
    .createIndex('withdrawals_by_client')
    .on('withdrawals')
    .columns(['client_id', 'position'])
    .execute();
}

/** The document as canonical JSON, in text: what a digest was made of has to come back letter for letter. */
async function createPublishedDocuments(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('published_documents')
    .addColumn('position', 'bigint', (column) => column.generatedAlwaysAsIdentity().notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('text_digest', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('first_published_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('published_documents_pkey', ['id', 'version', 'locale'])
    .execute();
}

/** The texts that were signed before texts were kept by themselves: each stands in the records of it. */
async function keepSignedTexts(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ body: Buffer; text_digest: string; received_at: Date }>`
    select distinct on (document_id, version, locale) body, text_digest, consents.received_at
    from consents join submissions on submissions.id = consents.submission_id
    order by document_id, version, locale, consents.received_at
  `.execute(database);
  const oldestFirst = rows.sort((a, b) => a.received_at.getTime() - b.received_at.getTime());
  for (const { body, text_digest, received_at } of oldestFirst) {
    const { document } = consentSubmission.parse(JSON.parse(body.toString('utf8'))).content.record;
    const { id, version, locale } = document;
    await sql`
      insert into published_documents (id, version, locale, text_digest, document, first_published_at)
      values (${id}, ${version}, ${locale}, ${text_digest}, ${canonicalJson(document)}, ${received_at})
    `.execute(database);
  }
}

/**
 * What is there stays. The one change that gets through is to a tombstone, of the row that `kap.erasing` names, with
 * everything else in it as it was: whoever sets that by hand can make a tombstone and nothing else.
 */
async function createGuards(database: Kysely<unknown>): Promise<void> {
  await sql`
    create function kap_append_only() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
    $$
  `.execute(database);
  await sql`
    create function kap_consent_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('kap.erasing', true) = old.submission_id::text
        and old.erased_at is null
        and new.erased_at is not null and new.erased_by is not null and new.erased_reason is not null
        and to_jsonb(new) - array['erased_at', 'erased_by', 'erased_reason']
          = to_jsonb(old) - array['erased_at', 'erased_by', 'erased_reason']
      then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
    $$
  `.execute(database);
  await sql`
    create function kap_signed_bytes_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('kap.erasing', true) = old.id::text
        and old.kind = 'consent'
        and to_jsonb(new) - 'body' = to_jsonb(old) - 'body'
      then
        if convert_from(new.body, 'UTF8')::jsonb ->> 'schema' = 'kap/tombstone/1' then
          return new;
        end if;
      end if;
      raise exception 'what was signed is append-only' using errcode = 'restrict_violation';
    end
    $$
  `.execute(database);
}

async function placeGuards(database: Kysely<unknown>): Promise<void> {
  for (const table of ['withdrawals', 'published_documents'])
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function kap_append_only()
    `.execute(database);
  await sql`
    create trigger append_only before update or delete on consents
    for each row execute function kap_consent_kept()
  `.execute(database);
  await sql`
    create trigger append_only before update or delete on submissions
    for each row when (old.kind in ('consent', 'consent-withdrawal'))
    execute function kap_signed_bytes_kept()
  `.execute(database);
  for (const table of ['consents', 'withdrawals', 'published_documents', 'submissions'])
    await sql`
      create trigger never_emptied before truncate on ${sql.table(table)}
      for each statement execute function kap_append_only()
    `.execute(database);
}

/** Erasure by law: the record's bytes give way to a tombstone. The endpoint calls it from the staff's act alone. */
async function createErasure(database: Kysely<unknown>): Promise<void> {
  await sql`
    create function kap_erase_consent(
      consent uuid, erased timestamptz, eraser text, why text, tombstone bytea
    ) returns void language plpgsql as $$
    begin
      perform set_config('kap.erasing', consent::text, true);
      update consents set erased_at = erased, erased_by = eraser, erased_reason = why
        where submission_id = consent;
      update submissions set body = tombstone where id = consent;
      perform set_config('kap.erasing', '', true);
    end
    $$
  `.execute(database);
}

export const consentHistory: Migration = {
  async up(database: Kysely<unknown>) {
    await extendConsents(database);
    await createWithdrawals(database);
    await createPublishedDocuments(database);
    await keepSignedTexts(database);
    await createGuards(database);
    await placeGuards(database);
    await createErasure(database);
  },
};
