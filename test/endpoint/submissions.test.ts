import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Acceptance } from '../../src/domain/submission/acceptance.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import { bytesOf, newCareToken, newIntake } from '../support/intake.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

onEachDatabase('Sending an intake', (database) => {
  test('is answered with the id, a reference, the time and the digest of the bytes', async () => {
    const endpoint = endpointOn(database());
    const intake = newIntake();
    const answer = await endpoint.post(newCareToken(), intake);
    expect(answer.status).toBe(201);
    const acceptance = (await answer.json()) as Acceptance;
    expect(acceptance).toEqual({
      id: intake.id,
      reference: expect.stringMatching(/^[34679CDFGHJKMNPQRTVWXY]{4}-[34679CDFGHJKMNPQRTVWXY]{4}$/),
      receivedAt: '2026-11-22T20:00:00.000Z',
      digest: sha256(bytesOf(intake)),
    });
  });

  test('stores the bytes as they came, the token as a hash, and one notice', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    const rows = await database().selectFrom('submissions').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body.equals(bytesOf(intake))).toBe(true);
    expect(rows[0]?.token_hash).toBe(sha256(Buffer.from(token)));
    expect(JSON.stringify(await everything(database()))).not.toContain(token);
    expect(await database().selectFrom('notices').selectAll().execute()).toHaveLength(1);
  });

  test('answers a retry after a lost reply byte for byte, however much later', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const intake = newIntake();
    const first = await (await endpoint.post(token, intake)).text();
    endpoint.clock.advance(29 * 24);
    const before = await everything(database());
    const again = await endpoint.post(token, intake);
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(first);
    expect(await everything(database())).toEqual(before);
  });

  test('answers a retry even when the form it names is no longer published', async () => {
    const { token, intake } = await endpointOn(database()).accepted();
    const later = endpointOn(database(), { forms: [] });
    expect((await later.post(token, intake)).status).toBe(201);
    expect((await later.post(token, newIntake())).status).toBe(422);
  });

  test('fifty times at once stores it once and answers alike', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const intake = newIntake();
    const answers = await Promise.all(Array.from({ length: 50 }, () => endpoint.post(token, intake)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    const { submissions, notices, clients, care_tokens } = (await everything(database())) as Record<
      string,
      unknown[]
    >;
    expect([submissions, notices, clients, care_tokens].map((rows) => rows?.length)).toEqual([1, 1, 1, 1]);
  });

  test('two first ones at once with one token make one client', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => endpoint.post(token, newIntake())));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(await database().selectFrom('clients').selectAll().execute()).toHaveLength(1);
    const owners = await database().selectFrom('submissions').select('client_id').distinct().execute();
    expect(owners).toHaveLength(1);
  });

  test('takes another reference when the first one stands already', async () => {
    const turns = [7, 7, 8];
    const random = (length: number) => {
      const byte = length === 8 ? (turns.shift() ?? 9) : undefined;
      return byte === undefined
        ? crypto.getRandomValues(new Uint8Array(length))
        : new Uint8Array(length).fill(byte);
    };
    const endpoint = endpointOn(database(), { random });
    const first = await endpoint.accepted();
    const second = await endpoint.accepted();
    expect(second.reference).not.toBe(first.reference);
    expect(await database().selectFrom('clients').selectAll().execute()).toHaveLength(2);
  });

  test('may relate to what the same client sent before', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    expect((await endpoint.post(token, newIntake({ relatesTo: [intake.id] }))).status).toBe(201);
  });
});
