import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '../../demo/endpoint/database.js';
import { intake } from '../../demo/endpoint/migrations/001-intake.js';
import { sha256 } from '../../demo/endpoint/ports.js';
import { newBooking, tuesdayPreparation } from '../support/bookings.js';
import { newConsent, digestOf } from '../support/consent.js';
import { endpointOn } from '../support/endpoint.js';
import { bytesOf, newCareToken, newIntake } from '../support/intake.js';

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

/** A folder as the first version left it: one client, one health history. */
async function folderOfTheFirstVersion(token: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kap-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const engine = await PGlite.create({ dataDir: folder });
  const pool = new pg.Pool(Object.assign(createPgConfig(engine), { max: 1 }));
  const database = new Kysely<FirstTables>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => ({ '001-intake': intake }) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  expect(error).toBeUndefined();
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
  await database.destroy();
  await engine.close();
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
