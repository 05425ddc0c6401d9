import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, Migrator, PostgresDialect, type Migration } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '../../demo/endpoint/database.js';
import { intake } from '../../demo/endpoint/migrations/001-intake.js';
import { consentsAndBookings } from '../../demo/endpoint/migrations/002-consents-and-bookings.js';
import { reviewSettings } from '../../demo/endpoint/migrations/003-review-settings.js';
import { alerts } from '../../demo/endpoint/migrations/004-alerts.js';
import { sha256 } from '../../demo/endpoint/ports.js';
import { stillwater } from '../support/short-consent-practice.js';
import { newBooking, tuesdayPreparation } from '../support/bookings.js';
import type { ConsentSubmission } from '../../src/domain/submission/envelope.js';
import { newConsent, newRecord, digestOf } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { endpointOn } from '../support/endpoint.js';
import { bytesOf, newCareToken, newIntake } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

interface FirstTables {
  clients: { id: string; opened_at: Date };
  care_tokens: { token_hash: string; client_id: string; added_at: Date };
  submissions: {
    id: string;
    client_id: string;
    token_hash: string;
    kind: string;
    act: string;
    reference: string;
    body: Buffer;
    digest: string;
    answer_status: number;
    answer_body: string;
    received_at: Date;
  };
}

interface ConsentTables extends FirstTables {
  consents: {
    submission_id: string;
    client_id: string;
    document_id: string;
    version: string;
    locale: string;
    record_digest: string;
    text_digest: string;
    received_at: Date;
  };
}

/** A new folder with a database that has been through these migrations. */
async function folderAfter<T>(migrations: Record<string, Migration>) {
  const folder = mkdtempSync(join(tmpdir(), 'kap-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const engine = await PGlite.create({ dataDir: folder });
  const pool = new pg.Pool(Object.assign(createPgConfig(engine), { max: 1 }));
  const database = new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  expect(error).toBeUndefined();
  const close = async () => {
    await database.destroy();
    await engine.close();
  };
  return { folder, database, close };
}

const BEFORE_HISTORY = {
  '001-intake': intake,
  '002-consents-and-bookings': consentsAndBookings,
  '003-review-settings': reviewSettings,
  '004-alerts': alerts,
};

interface Signed {
  readonly consent: ConsentSubmission;
  readonly at: Date;
  readonly reference: string;
}

/** A database as it was when consents were kept without the texts beside them: one client, and these, as they are written. */
async function folderWithConsents(token: string, all: readonly Signed[]): Promise<string> {
  const { folder, database, close } = await folderAfter<ConsentTables>(BEFORE_HISTORY);
  const [client_id, opened_at] = [randomUUID(), new Date('2026-11-21T20:00:00.000Z')];
  const owner = { token_hash: sha256(token), client_id };
  await database.insertInto('clients').values({ id: client_id, opened_at }).execute();
  await database
    .insertInto('care_tokens')
    .values({ ...owner, added_at: opened_at })
    .execute();
  for (const signed of all) await insertConsent(database, owner, signed);
  await close();
  return folder;
}

async function insertConsent(
  database: Kysely<ConsentTables>,
  { client_id, token_hash }: { readonly client_id: string; readonly token_hash: string },
  { consent, at, reference }: Signed,
): Promise<void> {
  await database
    .insertInto('submissions')
    .values({
      client_id,
      token_hash,
      id: consent.id,
      kind: 'consent',
      act: JSON.stringify(consent.act),
      reference,
      body: bytesOf(consent),
      digest: digestOf(consent),
      answer_status: 201,
      answer_body: '{}',
      received_at: at,
    })
    .execute();
  const { id: document_id, version, locale, textDigest: text_digest } = consent.act.document;
  const digests = { record_digest: consent.act.recordDigest, text_digest };
  await database
    .insertInto('consents')
    .values({
      submission_id: consent.id,
      client_id,
      document_id,
      version,
      locale,
      ...digests,
      received_at: at,
    })
    .execute();
}

/** A folder as the first version left it: one client, one health history. */
async function folderOfTheFirstVersion(token: string): Promise<string> {
  const { folder, database, close } = await folderAfter<FirstTables>({ '001-intake': intake });
  const [clientId, at, history] = [randomUUID(), new Date('2026-11-21T20:00:00.000Z'), newIntake()];
  const owner = { token_hash: sha256(token), client_id: clientId };
  await database.insertInto('clients').values({ id: clientId, opened_at: at }).execute();
  await database
    .insertInto('care_tokens')
    .values({ ...owner, added_at: at })
    .execute();
  await database
    .insertInto('submissions')
    .values({
      ...owner,
      id: history.id,
      kind: 'intake',
      act: JSON.stringify(history.act),
      reference: 'WWRR-3377',
      body: bytesOf(history),
      digest: digestOf(history),
      answer_status: 201,
      answer_body: '{}',
      received_at: at,
    })
    .execute();
  await close();
  return folder;
}

test('What the first version has received is still there, and its client can sign and book', async () => {
  const token = newCareToken();
  const folder = await folderOfTheFirstVersion(token);
  const { database, close } = await openEmbedded(folder, () => undefined);
  onTestFinished(close);
  const endpoint = endpointOn(database);
  expect((await endpoint.care(token)).intakes).toMatchObject([{ reference: 'WWRR-3377' }]);
  const { content: _, ...booking } = newBooking([tuesdayPreparation]);
  await endpoint.sent(token, booking);
  await endpoint.sent(token, newConsent());
  const { submissions } = await (
    await endpoint.signIn('office')
  ).read<{ submissions: { kind: string; client: { name: string } }[] }>('submissions');
  expect(submissions.map(({ kind }) => kind).sort()).toEqual(['booking', 'consent', 'intake']);
  expect(new Set(submissions.map(({ client }) => client.name))).toEqual(new Set(['Ana Okafor']));
});

test('A text that was signed before texts were kept is known for ever, though it is given no more', async () => {
  const token = newCareToken();
  const at = new Date('2026-11-21T20:00:00.000Z');
  const folder = await folderWithConsents(token, [{ consent: newConsent(), at, reference: 'WWRR-4488' }]);
  const { database, close } = await openEmbedded(folder, () => undefined);
  onTestFinished(close);
  const newer = { ...shortConsent, version: '2027-01' };
  const consents = stillwater.consents.map((consent) => ({ ...consent, version: '2027-01' }));
  const endpoint = endpointOn(database, { practice: { ...stillwater, consents }, consents: [newer] });
  expect((await endpoint.care(token)).consents).toMatchObject([
    { reference: 'WWRR-4488', title: shortConsent.title, status: 'outdated-material' },
  ]);
  const answer = await endpoint.ask('/api/consents/ketamine-therapy/2026-11');
  expect(await answer.json()).toEqual(shortConsent);
});

test('Consents that were kept without an order get that of their coming, and every text that was signed is known', async () => {
  const token = newCareToken();
  const reworded = { ...shortConsent, title: 'The same version in other words' };
  const [first, second] = [newConsent(newRecord(reworded)), newConsent()];
  // Written the other way round than they came.
  const folder = await folderWithConsents(token, [
    { consent: second, at: new Date('2026-11-21T21:00:00.000Z'), reference: 'WWRR-4499' },
    { consent: first, at: new Date('2026-11-21T20:00:00.000Z'), reference: 'WWRR-4488' },
  ]);
  const { database, close } = await openEmbedded(folder, () => undefined);
  onTestFinished(close);
  const published = await database.selectFrom('published_documents').select('text_digest').execute();
  expect(published.map(({ text_digest }) => text_digest).sort()).toEqual(
    [digestOf(reworded), digestOf(shortConsent)].sort(),
  );
  const endpoint = endpointOn(database, { consents: [reworded] });
  expect((await endpoint.care(token)).consents).toMatchObject([
    { reference: 'WWRR-4488', title: reworded.title },
    { reference: 'WWRR-4499', title: shortConsent.title },
  ]);
  await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(second.content.record)));
  expect((await endpoint.care(token)).consents.map(({ status }) => status)).toEqual([
    'withdrawn',
    'withdrawn',
  ]);
});
