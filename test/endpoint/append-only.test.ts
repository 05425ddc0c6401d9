import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { digestOf, newConsent, newRecord } from '../support/consent.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

interface Page {
  readonly entries: readonly {
    readonly action: string;
    readonly reference?: string;
    readonly detail?: string;
  }[];
}

onEachDatabase('What was signed', (database) => {
  async function signedAndTakenBack() {
    const [endpoint, token] = [endpointOn(database()), newCareToken()];
    const consent = newConsent();
    const { reference, receivedAt } = await endpoint.sent(token, consent);
    const withdrawal = newWithdrawal(newWithdrawalRecord(newRecord(), { what: 'electronic-records' }));
    await endpoint.sent(token, withdrawal);
    return { endpoint, token, consent, withdrawal, reference, receivedAt };
  }

  test.each([
    "update consents set version = '2027-01'",
    'update consents set erased_at = now()',
    'delete from consents',
    'truncate consents cascade',
    "update withdrawals set scope = 'everything'",
    'delete from withdrawals',
    'delete from signed_records',
    'truncate signed_records',
    "update withdrawals set scope = 'erased'",
    'truncate withdrawals',
    "update published_documents set document = '{}'",
    'delete from published_documents',
    'truncate published_documents',
    "update submissions set body = ''",
    "update submissions set answer_body = '{}' where kind = 'consent-withdrawal'",
    "delete from submissions where kind = 'consent'",
    'truncate submissions cascade',
    'truncate clients cascade',
  ])('is kept by the database itself against: %s', async (statement) => {
    await signedAndTakenBack();
    const before = await everything(database());
    await expect(sql.raw(statement).execute(database())).rejects.toThrow(/append-only/);
    expect(await everything(database())).toEqual(before);
  });

  test('is kept also from whoever sets by hand what the erasure sets', async () => {
    const { consent, withdrawal } = await signedAndTakenBack();
    const before = await everything(database());
    for (const [id, statement] of [
      [consent.id, "update consents set version = '2027-01'"],
      [
        consent.id,
        "update consents set erased_at = now(), erased_by = 'office', erased_reason = 'x', version = 'y'",
      ],
      [consent.id, `update submissions set body = convert_to('{"a":1}', 'UTF8') where kind = 'consent'`],
      [consent.id, 'delete from consents'],
      [
        withdrawal.id,
        `update submissions set body = convert_to('{"schema":"kap/tombstone/1"}', 'UTF8') where kind = 'consent-withdrawal'`,
      ],
    ] as const) {
      const work = database()
        .transaction()
        .execute(async (transaction) => {
          await sql`select set_config('kap.erasing', ${id}, true)`.execute(transaction);
          await sql.raw(statement).execute(transaction);
        });
      await expect(work, statement).rejects.toThrow(/append-only/);
    }
    expect(await everything(database())).toEqual(before);
  });

  test('does not keep other submissions from being answered', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    await sql`update submissions set answer_body = answer_body where id = ${intake.id}`.execute(database());
  });
});

onEachDatabase('Erasing a consent by law', (database) => {
  const reason = 'Asked for under Washington’s My Health My Data Act';

  async function signed() {
    const [endpoint, token] = [endpointOn(database()), newCareToken()];
    const consent = newConsent();
    const { reference, receivedAt } = await endpoint.sent(token, consent);
    const prescriber = await endpoint.signIn('prescriber');
    const erase = (why = reason) =>
      prescriber.send('POST', `submissions/${consent.id}/erasure`, { reason: why });
    return { endpoint, token, consent, reference, receivedAt, prescriber, erase };
  }

  test('leaves a tombstone in the place of the record', async () => {
    const { endpoint, consent, reference, receivedAt, erase } = await signed();
    endpoint.clock.advance(1);
    const answer = await erase();
    const tombstone = {
      schema: 'kap/tombstone/1',
      kind: 'erased',
      reference,
      recordDigest: consent.act.recordDigest,
      document: { id: 'ketamine-therapy', version: '2026-11' },
      receivedAt,
      erasedAt: '2026-11-22T21:00:00.000Z',
      erasedBy: 'prescriber',
      reason,
    };
    expect([answer.status, await answer.json()]).toEqual([200, tombstone]);
    const { body } = await database().selectFrom('submissions').select('body').executeTakeFirstOrThrow();
    expect(JSON.parse(body.toString('utf8'))).toEqual(tombstone);
    expect(await database().selectFrom('consents').selectAll().execute()).toMatchObject([
      { record_digest: consent.act.recordDigest, erased_by: 'prescriber', erased_reason: reason },
    ]);
  });

  test('leaves nothing that the client wrote, anywhere', async () => {
    const { erase } = await signed();
    expect(
      (await database().selectFrom('submissions').select('body').executeTakeFirstOrThrow()).body.toString(),
    ).toContain('Ana Okafor');
    await erase();
    const rows = (await everything(database())) as { submissions: { body: Buffer }[] };
    const bodies = rows.submissions.map(({ body }) => body.toString('utf8')).join();
    expect(JSON.stringify(rows) + bodies).not.toContain('Okafor');
  });

  test('takes with it what took the consent back, and that it is taken back stays', async () => {
    const { endpoint, token, consent, prescriber, erase } = await signed();
    const earlier = newConsent({ ...newRecord(), shownAt: '2026-11-22T19:51:00.000Z' });
    const { record } = consent.content;
    await endpoint.sent(token, earlier);
    const withdrawal = newWithdrawal(newWithdrawalRecord(record, { what: 'block', block: 'going-home' }));
    const { reference, receivedAt } = await endpoint.sent(token, withdrawal);
    await erase();
    const rows = (await everything(database())) as { submissions: { id: string; body: Buffer }[] };
    const body = rows.submissions.find(({ id }) => id === withdrawal.id)?.body.toString('utf8') ?? '';
    expect(JSON.parse(body)).toEqual({
      schema: 'kap/tombstone/1',
      kind: 'erased',
      of: 'withdrawal',
      reference,
      recordDigest: digestOf(withdrawal.content.record),
      document: { id: 'ketamine-therapy', version: '2026-11' },
      receivedAt,
      erasedAt: '2026-11-22T20:00:00.000Z',
      erasedBy: 'prescriber',
      reason,
    });
    expect(JSON.stringify(rows)).not.toContain('going-home');
    const { consents } = await endpoint.care(token);
    expect(consents.map(({ status }) => status)).toEqual(['withdrawn']);
    expect(await prescriber.read(`submissions/${withdrawal.id}`)).toMatchObject({ kind: 'consent-erased' });
  });

  test('done again takes what has taken it back since', async () => {
    const { endpoint, token, consent, erase } = await signed();
    await erase();
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(consent.content.record)));
    await erase();
    expect(await database().selectFrom('withdrawals').select('scope').execute()).toEqual([
      { scope: 'erased' },
    ]);
  });

  test('is in the log, with who did it and about which text', async () => {
    const { prescriber, reference, erase } = await signed();
    await erase();
    const { entries } = await prescriber.read<Page>('log');
    expect(entries.find(({ action }) => action === 'consent-erased')).toMatchObject({
      role: 'prescriber',
      reference,
      detail: 'ketamine-therapy 2026-11',
    });
  });

  test('takes its force, and the client can sign again', async () => {
    const { endpoint, token, erase } = await signed();
    await erase();
    expect((await endpoint.care(token)).consents).toEqual([]);
    await endpoint.sent(token, newConsent({ ...newRecord(), shownAt: '2026-11-22T19:57:00.000Z' }));
    expect((await endpoint.care(token)).consents).toMatchObject([{ status: 'signed' }]);
  });

  test('is still a submission that was received: the same bytes get the same answer', async () => {
    const { endpoint, token, consent, erase } = await signed();
    const before = await (await endpoint.post(token, consent)).text();
    await erase();
    const after = await endpoint.post(token, consent);
    expect([after.status, await after.text()]).toEqual([201, before]);
    expect(await database().selectFrom('consents').selectAll().execute()).toHaveLength(1);
  });

  test('a second time keeps the first reason', async () => {
    const { endpoint, erase } = await signed();
    const first: unknown = await (await erase()).json();
    endpoint.clock.advance(5);
    const second = await erase('Something else');
    expect([second.status, await second.json()]).toEqual([200, first]);
  });

  test('shows the staff that there was one, in the list, by itself and at the client’s', async () => {
    const { consent, reference, prescriber, erase } = await signed();
    const { client } = await prescriber.read<{ client: { id: string } }>(`submissions/${consent.id}`);
    await erase();
    const { submissions } = await prescriber.read<{ submissions: unknown[] }>('submissions');
    expect(submissions).toMatchObject([{ id: consent.id, kind: 'consent', client: { id: client.id } }]);
    expect(await prescriber.read(`submissions/${consent.id}`)).toMatchObject({
      kind: 'consent-erased',
      reference,
      erased: { reason, erasedBy: 'prescriber' },
    });
    expect(await prescriber.read(`clients/${client.id}`)).toMatchObject({ consents: [{ status: 'erased' }] });
  });

  test.each(['therapist', 'office'] as const)('is not the %s’s to do', async (role) => {
    const { endpoint, consent } = await signed();
    const before = await database().selectFrom('submissions').selectAll().execute();
    const member = await endpoint.signIn(role);
    const answer = await member.send('POST', `submissions/${consent.id}/erasure`, { reason });
    expect(answer.status).toBe(403);
    expect(await database().selectFrom('submissions').selectAll().execute()).toEqual(before);
  });

  test.each(['', '   ', 'x'.repeat(501)])('needs a reason that can be kept, unlike %j', async (why) => {
    const { erase } = await signed();
    const answer = await erase(why);
    expect((await problemIn(answer)).errors).toMatchObject([{ pointer: '/reason' }]);
  });

  test('finds nothing to erase in what is no consent', async () => {
    const { endpoint, token, prescriber } = await signed();
    const { intake } = await endpoint.accepted(token);
    for (const id of [intake.id, '00000000-0000-4000-8000-000000000000', 'x']) {
      const answer = await prescriber.send('POST', `submissions/${id}/erasure`, { reason });
      expect(answer.status).toBe(404);
    }
  });
});
