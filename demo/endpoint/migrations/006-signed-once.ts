import { sql, type Kysely, type Migration } from 'kysely';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { consentSubmission } from '../../../src/domain/submission/envelope.js';

/** Each record counts once, whoever sends it. */
async function createSignedRecords(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('signed_records')
    .addColumn('record_digest', 'text', (column) => column.primaryKey())
    .execute();
  await sql`
    insert into signed_records (record_digest) select distinct record_digest from consents
  `.execute(database);
  await sql`
    create trigger append_only before update or delete on signed_records
    for each row execute function kap_append_only()
  `.execute(database);
  await sql`
    create trigger never_emptied before truncate on signed_records
    for each statement execute function kap_append_only()
  `.execute(database);
}

/** The end of the time for which a consent was signed; nothing for those whose text names none. */
const addTerm = (database: Kysely<unknown>): Promise<void> =>
  database.schema.alterTable('consents').addColumn('holds_until', 'timestamptz').execute();

/**
 * A version that was signed in several texts, before texts were kept by themselves, has them all. What the practice
 * publishes is still one text a version.
 */
async function keepEveryText(database: Kysely<unknown>): Promise<void> {
  await sql`
    alter table published_documents
      drop constraint published_documents_pkey,
      add column is_from_record boolean not null default false,
      add constraint published_documents_pkey primary key (id, version, locale, text_digest)
  `.execute(database);
  await sql`
    create unique index published_once on published_documents (id, version, locale) where not is_from_record
  `.execute(database);
  const { rows } = await sql<{ body: Buffer; text_digest: string; received_at: Date }>`
    select distinct on (consents.document_id, consents.version, consents.locale, consents.text_digest)
      body, consents.text_digest, consents.received_at
    from consents
      join submissions on submissions.id = consents.submission_id
      left join published_documents as published on published.id = consents.document_id
        and published.version = consents.version and published.locale = consents.locale
        and published.text_digest = consents.text_digest
    where published.id is null and consents.erased_at is null
    order by consents.document_id, consents.version, consents.locale, consents.text_digest, consents.position
  `.execute(database);
  for (const { body, text_digest, received_at } of rows) {
    const { document } = consentSubmission.parse(JSON.parse(body.toString('utf8'))).content.record;
    const { id, version, locale } = document;
    await sql`
      insert into published_documents
        (id, version, locale, text_digest, document, first_published_at, is_from_record)
      values (${id}, ${version}, ${locale}, ${text_digest}, ${canonicalJson(document)}, ${received_at}, true)
    `.execute(database);
  }
}

/**
 * With a consent that is erased by law go the words of those who took it back, and what they took back. The one change
 * that gets through is to a withdrawal of an erased consent, with everything else in it as it was.
 */
async function letWithdrawalsGo(database: Kysely<unknown>): Promise<void> {
  await sql`
    create function kap_withdrawal_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('kap.erasing', true) = old.submission_id::text
        and new.scope = 'erased' and to_jsonb(new) - 'scope' = to_jsonb(old) - 'scope'
        and exists (
          select from consents where submission_id = old.consent_id and erased_at is not null
        )
      then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
    $$
  `.execute(database);
  await sql`
    create or replace function kap_signed_bytes_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('kap.erasing', true) = old.id::text
        and to_jsonb(new) - array['body', 'act'] = to_jsonb(old) - array['body', 'act']
        and (
          old.kind = 'consent' and new.act = old.act
          or old.kind = 'consent-withdrawal' and new.act = old.act || '{"scope": "erased"}'
            and exists (select from withdrawals where submission_id = old.id and scope = 'erased')
        )
      then
        if convert_from(new.body, 'UTF8')::jsonb ->> 'schema' = 'kap/tombstone/1' then
          return new;
        end if;
      end if;
      raise exception 'what was signed is append-only' using errcode = 'restrict_violation';
    end
    $$
  `.execute(database);
  await sql`drop trigger append_only on withdrawals`.execute(database);
  await sql`
    create trigger append_only before update or delete on withdrawals
    for each row execute function kap_withdrawal_kept()
  `.execute(database);
  await sql`
    create function kap_erase_withdrawal(withdrawal uuid, tombstone bytea) returns void language plpgsql as $$
    begin
      perform set_config('kap.erasing', withdrawal::text, true);
      update withdrawals set scope = 'erased' where submission_id = withdrawal;
      update submissions set body = tombstone, act = act || '{"scope": "erased"}' where id = withdrawal;
      perform set_config('kap.erasing', '', true);
    end
    $$
  `.execute(database);
}

interface ErasedBefore {
  readonly id: string;
  readonly reference: string;
  readonly record_digest: string;
  readonly document_id: string;
  readonly version: string;
  readonly received_at: Date;
  readonly erased_at: Date;
  readonly erased_by: string;
  readonly erased_reason: string;
}

/** What was taken back of consents that were erased before withdrawals went with them. */
async function eraseWhatWasLeft(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<ErasedBefore>`
    select withdrawals.submission_id as id, reference, withdrawals.record_digest, withdrawals.document_id,
      version, withdrawals.received_at, erased_at, erased_by, erased_reason
    from withdrawals
      join consents on consents.submission_id = withdrawals.consent_id
      join submissions on submissions.id = withdrawals.submission_id
    where erased_at is not null
  `.execute(database);
  for (const row of rows) {
    const left = {
      schema: 'kap/tombstone/1',
      kind: 'erased',
      of: 'withdrawal',
      reference: row.reference,
      recordDigest: row.record_digest,
      document: { id: row.document_id, version: row.version },
      receivedAt: row.received_at.toISOString(),
      erasedAt: row.erased_at.toISOString(),
      erasedBy: row.erased_by,
      reason: row.erased_reason,
    };
    const bytes = Buffer.from(canonicalJson(left));
    await sql`select kap_erase_withdrawal(${row.id}::uuid, ${bytes}::bytea)`.execute(database);
  }
}

export const signedOnce: Migration = {
  async up(database: Kysely<unknown>) {
    await createSignedRecords(database);
    await addTerm(database);
    await keepEveryText(database);
    await letWithdrawalsGo(database);
    await eraseWhatWasLeft(database);
  },
};
