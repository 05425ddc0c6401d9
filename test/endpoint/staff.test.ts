import { expect, test } from 'vitest';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type StaffMember } from '../support/endpoint.js';
import { newCareToken, newIntake } from '../support/intake.js';

interface Detail {
  readonly response: { readonly item: readonly { readonly linkId: string }[] };
  readonly hiddenParts: readonly string[];
  readonly relatesTo: readonly string[];
  readonly client: {
    readonly id: string;
    readonly clearance: Record<string, unknown>;
    readonly clearanceHistory: readonly Record<string, unknown>[];
    readonly link?: { readonly expiresAt: string; readonly exchangesLeft: number };
  };
}

interface Page {
  readonly submissions: readonly Record<string, unknown>[];
  readonly next?: string;
}

interface Log {
  readonly entries: readonly Record<string, unknown>[];
  readonly next?: string;
}

const detailOf = (staff: StaffMember, id: string) => staff.read<Detail>(`submissions/${id}`);

onEachDatabase('The staff’s list', (database) => {
  test('shows what was received, newest first, with the name for everybody', async () => {
    const endpoint = endpointOn(database());
    const first = await endpoint.accepted();
    endpoint.clock.advance(1);
    const second = await endpoint.accepted();
    const { submissions } = await (await endpoint.signIn('office')).read<Page>('submissions');
    expect(submissions.map((each) => each['reference'])).toEqual([second.reference, first.reference]);
    expect(submissions[0]).toEqual({
      id: second.intake.id,
      kind: 'intake',
      reference: second.reference,
      receivedAt: '2026-11-22T21:00:00.000Z',
      title: 'Health history',
      client: { id: expect.any(String), name: 'Ana Okafor' },
      clearance: { status: 'in-review' },
    });
  });

  test('comes in pages of fifty, without a gap or a repetition when all came at once', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    for (let sent = 0; sent < 53; sent++) await endpoint.accepted(token);
    const office = await endpoint.signIn('office');
    const first = await office.read<Page>('submissions');
    const second = await office.read<Page>(`submissions?cursor=${first.next}`);
    expect([first.submissions.length, second.submissions.length, second.next]).toEqual([50, 3, undefined]);
    expect(new Set([...first.submissions, ...second.submissions].map((each) => each['id'])).size).toBe(53);
    expect((await office.get('submissions?cursor=nonsense')).status).toBe(400);
  });

  test('tells since when the prescriber has read one; another’s reading does not count', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const therapist = await endpoint.signIn('therapist');
    const prescriber = await endpoint.signIn('prescriber');
    await detailOf(therapist, intake.id);
    const before = await therapist.read<Page>('submissions');
    expect(before.submissions[0]).not.toHaveProperty('readByPrescriberAt');
    await detailOf(prescriber, intake.id);
    endpoint.clock.advance(1);
    await detailOf(prescriber, intake.id);
    const after = await therapist.read<Page>('submissions');
    expect(after.submissions[0]).toMatchObject({ readByPrescriberAt: '2026-11-22T20:00:00.000Z' });
  });
});

onEachDatabase('Reading one submission', (database) => {
  test.each([
    ['prescriber', ['about-you', 'heart', 'reasons'], []],
    ['therapist', ['about-you', 'reasons'], ['medical']],
    ['office', ['about-you'], ['medical', 'therapy']],
  ] as const)('shows the %s their parts and names the others', async (role, topics, hidden) => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const detail = await detailOf(await endpoint.signIn(role), intake.id);
    expect(detail.response.item.map((topic) => topic.linkId)).toEqual(topics);
    expect(detail.hiddenParts).toEqual(hidden);
    expect(detail).toMatchObject({
      id: intake.id,
      kind: 'intake',
      createdAt: intake.createdAt,
      receivedAt: '2026-11-22T20:00:00.000Z',
      timeZone: 'America/Los_Angeles',
      locale: 'en-US',
      questionnaire: { id: 'health-history', version: '1.0.0' },
      client: { clearance: { status: 'in-review' }, clearanceHistory: [] },
    });
  });

  test('is for the prescriber alone when the form is not known any more', async () => {
    const { intake } = await endpointOn(database()).accepted();
    const later = endpointOn(database(), { forms: [] });
    expect((await detailOf(await later.signIn('office'), intake.id)).response.item).toEqual([]);
    expect((await detailOf(await later.signIn('prescriber'), intake.id)).response.item).toHaveLength(3);
  });

  test('leaves out a relation to what somebody else sent later', async () => {
    const endpoint = endpointOn(database());
    const stranger = newIntake();
    const own = await endpoint.accepted();
    const relating = newIntake({ relatesTo: [stranger.id, own.intake.id] });
    await endpoint.accepted(own.token, relating);
    await endpoint.accepted(newCareToken(), stranger);
    const detail = await detailOf(await endpoint.signIn('prescriber'), relating.id);
    expect(detail.relatesTo).toEqual([own.intake.id]);
  });

  test('of what does not exist is a 404 and leaves nothing in the log', async () => {
    const prescriber = await endpointOn(database()).signIn('prescriber');
    expect((await prescriber.get(`submissions/${newIntake().id}`)).status).toBe(404);
    expect((await prescriber.get('submissions/nonsense')).status).toBe(404);
    expect((await prescriber.read<Log>('log')).entries.map((entry) => entry['action'])).toEqual([
      'signed-in',
    ]);
  });
});

onEachDatabase('Clearance', (database) => {
  async function reviewed() {
    const endpoint = endpointOn(database());
    const { intake, token } = await endpoint.accepted();
    const prescriber = await endpoint.signIn('prescriber');
    const { client } = await detailOf(prescriber, intake.id);
    const path = `clients/${client.id}/clearance`;
    return { endpoint, intake, token, prescriber, path, client };
  }

  test('is the prescriber’s alone', async () => {
    const { endpoint, path, intake } = await reviewed();
    for (const role of ['therapist', 'office'] as const) {
      const member = await endpoint.signIn(role);
      const before = await everything(database());
      const answer = await member.send('PUT', path, { status: 'cleared', validUntil: '2027-01-31' });
      expect(answer.status).toBe(403);
      expect(await everything(database())).toEqual(before);
      expect((await detailOf(member, intake.id)).client.clearance).toEqual({ status: 'in-review' });
    }
  });

  test('keeps every decision, the newest first', async () => {
    const { endpoint, prescriber, path, intake } = await reviewed();
    await prescriber.send('PUT', path, { status: 'on-hold', message: ' We wait for your blood test. ' });
    endpoint.clock.advance(1);
    const answer = await prescriber.send('PUT', path, { status: 'cleared', validUntil: '2027-01-31' });
    const cleared = {
      status: 'cleared',
      validUntil: '2027-01-31',
      setBy: 'prescriber',
      setAt: '2026-11-22T21:00:00.000Z',
    };
    expect(await answer.json()).toEqual(cleared);
    const { client } = await detailOf(prescriber, intake.id);
    expect(client.clearance).toEqual(cleared);
    expect(client.clearanceHistory).toEqual([
      cleared,
      {
        status: 'on-hold',
        message: 'We wait for your blood test.',
        setBy: 'prescriber',
        setAt: '2026-11-22T20:00:00.000Z',
      },
    ]);
  });

  test('is told to the office without what was decided before or written to the client', async () => {
    const { endpoint, prescriber, path, intake } = await reviewed();
    await prescriber.send('PUT', path, { status: 'on-hold', message: 'We wait for your blood test.' });
    const { client } = await detailOf(await endpoint.signIn('office'), intake.id);
    expect(client.clearance).toEqual({
      status: 'on-hold',
      setBy: 'prescriber',
      setAt: '2026-11-22T20:00:00.000Z',
    });
    expect(client.clearanceHistory).toEqual([]);
    const therapist = await detailOf(await endpoint.signIn('therapist'), intake.id);
    expect(therapist.client.clearanceHistory).toHaveLength(1);
  });

  test('that has run out is called expired in the list and in the detail', async () => {
    const { endpoint, prescriber, path, intake } = await reviewed();
    await prescriber.send('PUT', path, { status: 'cleared', validUntil: '2026-11-22' });
    endpoint.clock.advance(12);
    const member = await endpoint.signIn('therapist');
    expect((await detailOf(member, intake.id)).client.clearance['status']).toBe('expired');
    expect((await member.read<Page>('submissions')).submissions[0]).toMatchObject({
      clearance: { status: 'expired' },
    });
  });

  test.each([
    ['without a day', { status: 'cleared' }, 'required'],
    ['for a day that has passed', { status: 'cleared', validUntil: '2026-11-21' }, 'date-in-past'],
    ['for a day that does not exist', { status: 'cleared', validUntil: '2027-02-30' }, 'no-such-date'],
    ['of no known kind', { status: 'expired' }, 'invalid-value'],
  ])('%s is refused', async (_, decision, code) => {
    const { prescriber, path } = await reviewed();
    const before = await everything(database());
    const answer = await prescriber.send('PUT', path, decision);
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toEqual([expect.objectContaining({ code })]);
    expect(await everything(database())).toEqual(before);
  });

  test('of nobody we know is a 404', async () => {
    const { prescriber } = await reviewed();
    const path = `clients/${newIntake().id}/clearance`;
    expect((await prescriber.send('PUT', path, { status: 'on-hold' })).status).toBe(404);
  });
});

onEachDatabase('The client’s personal link', (database) => {
  test('can be made by every role, leads to the practice’s page, and shows until when it is good', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    for (const role of ['prescriber', 'therapist', 'office'] as const) {
      const member = await endpoint.signIn(role);
      const { client } = await detailOf(member, intake.id);
      const answer = await member.send('POST', `clients/${client.id}/links`);
      expect(answer.status).toBe(201);
      expect(await answer.json()).toEqual({
        url: expect.stringMatching(/^https:\/\/stillwater\.example\/begin\/#kap=[\w-]{27}$/),
        expiresAt: '2026-11-25T20:00:00.000Z',
      });
      const { link } = (await detailOf(member, intake.id)).client;
      expect(link).toEqual({ expiresAt: '2026-11-25T20:00:00.000Z', exchangesLeft: 3 });
    }
    endpoint.clock.advance(72);
    expect((await detailOf(await endpoint.signIn('office'), intake.id)).client).not.toHaveProperty('link');
  });
});

onEachDatabase('The log', (database) => {
  test('tells who signed in, read, decided and made a link, and nothing that anybody wrote', async () => {
    const endpoint = endpointOn(database());
    const { intake, reference } = await endpoint.accepted();
    const prescriber = await endpoint.signIn('prescriber');
    await prescriber.read('submissions');
    const { client } = await detailOf(prescriber, intake.id);
    const decision = { status: 'on-hold', message: 'We wait for your blood test.' };
    await prescriber.send('PUT', `clients/${client.id}/clearance`, decision);
    await prescriber.send('POST', `clients/${client.id}/links`);
    const { entries } = await (await endpoint.signIn('office')).read<Log>('log');
    const at = '2026-11-22T20:00:00.000Z';
    expect(entries).toEqual([
      { at, role: 'office', action: 'signed-in' },
      { at, role: 'prescriber', action: 'link-made', clientId: client.id },
      { at, role: 'prescriber', action: 'clearance-set', clientId: client.id, detail: 'on-hold' },
      { at, role: 'prescriber', action: 'history-read', reference, clientId: client.id },
      { at, role: 'prescriber', action: 'list-read' },
      { at, role: 'prescriber', action: 'signed-in' },
    ]);
  });

  test('comes in pages', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const office = await endpoint.signIn('office');
    for (let time = 0; time < 51; time++) await detailOf(office, intake.id);
    const first = await office.read<Log>('log');
    const second = await office.read<Log>(`log?cursor=${first.next}`);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 2, undefined]);
  });
});
