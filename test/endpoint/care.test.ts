import { expect, test } from 'vitest';
import { careState } from '../../src/domain/practice/care-state.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken, newIntake } from '../support/intake.js';

onEachDatabase('What a client may know', (database) => {
  test('is nothing for a token that nobody has used, and asking leaves no trace', async () => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    expect(await endpoint.care(newCareToken())).toEqual({
      schema: 'kap/care/1',
      intakes: [],
      clearance: { status: 'not-started' },
      consents: [],
      bookings: [],
    });
    expect(await everything(database())).toEqual(before);
  });

  test('is asked for with a token only, and never kept by a cache', async () => {
    const endpoint = endpointOn(database());
    const without = await endpoint.ask('/api/care');
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemIn(without)).toMatchObject({ type: 'kap:not-allowed' });
    const headers = { authorization: `Bearer ${newCareToken()}` };
    expect((await endpoint.ask('/api/care', { headers })).headers.get('cache-control')).toBe('no-store');
  });

  test('is what was received and that it is in review', async () => {
    const endpoint = endpointOn(database());
    const { token, reference } = await endpoint.accepted();
    const care = await endpoint.care(token);
    expect(careState.safeParse(care).success).toBe(true);
    expect(care.clearance).toEqual({ status: 'in-review' });
    expect(care.intakes).toEqual([
      {
        questionnaire: 'health-history',
        version: '1.0.0',
        reference,
        receivedAt: '2026-11-22T20:00:00.000Z',
      },
    ]);
  });

  test('is what the prescriber decided, to the end of the last day where the practice is', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    const prescriber = await endpoint.signIn('prescriber');
    const { client } = await prescriber.read<{ client: { id: string } }>(`submissions/${intake.id}`);
    const decision = { status: 'cleared', validUntil: '2026-11-24', message: 'Welcome.' };
    await prescriber.send('PUT', `clients/${client.id}/clearance`, decision);
    const cleared = { status: 'cleared', validUntil: '2026-11-25T07:59:59.999Z', message: 'Welcome.' };
    expect((await endpoint.care(token)).clearance).toEqual(cleared);
    endpoint.clock.advance(59.9);
    expect((await endpoint.care(token)).clearance.status).toBe('cleared');
    endpoint.clock.advance(0.2);
    expect((await endpoint.care(token)).clearance).toEqual({ ...cleared, status: 'expired' });
  });
});

onEachDatabase('A personal link', (database) => {
  async function linked() {
    const endpoint = endpointOn(database());
    const { token, intake, reference } = await endpoint.accepted();
    const office = await endpoint.signIn('office');
    const code = await office.linkFor(intake.id);
    return { endpoint, token, intake, reference, office, code };
  }

  async function expectGone(answer: Response) {
    expect(answer.status).toBe(410);
    const { type, title, detail } = await problemIn(answer);
    expect({ type, title, detail }).toEqual({
      type: 'kap:gone',
      title: 'This link can’t be used any more. The practice can make a new one.',
      detail: undefined,
    });
  }

  test('lets another browser speak for the same client from then on', async () => {
    const { endpoint, code, reference } = await linked();
    const elsewhere = newCareToken();
    const answer = await endpoint.exchange(code, elsewhere);
    expect(answer.status).toBe(200);
    expect(careState.parse(await answer.json()).intakes[0]?.reference).toBe(reference);
    await endpoint.accepted(elsewhere);
    expect((await endpoint.care(elsewhere)).intakes).toHaveLength(2);
    expect(await database().selectFrom('clients').selectAll().execute()).toHaveLength(1);
  });

  test('lets that browser send again what the first one sent', async () => {
    const { endpoint, code, intake } = await linked();
    const elsewhere = newCareToken();
    await endpoint.exchange(code, elsewhere);
    expect((await endpoint.post(elsewhere, intake)).status).toBe(201);
  });

  test('is good for three browsers, and a retry of one of them uses nothing up', async () => {
    const { endpoint, code } = await linked();
    const first = newCareToken();
    for (const token of [first, first, newCareToken(), newCareToken()]) {
      expect((await endpoint.exchange(code, token)).status).toBe(200);
    }
    await expectGone(await endpoint.exchange(code));
  });

  test('is good for three browsers when ten come at once', async () => {
    const { endpoint, code } = await linked();
    const answers = await Promise.all(Array.from({ length: 10 }, () => endpoint.exchange(code)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(3);
  });

  test('ends after 72 hours', async () => {
    const { endpoint, code } = await linked();
    endpoint.clock.advance(71.9);
    expect((await endpoint.exchange(code)).status).toBe(200);
    endpoint.clock.advance(0.1);
    await expectGone(await endpoint.exchange(code));
  });

  test('is void when a new one is made', async () => {
    const { endpoint, code, office, intake } = await linked();
    const newer = await office.linkFor(intake.id);
    await expectGone(await endpoint.exchange(code));
    expect((await endpoint.exchange(newer)).status).toBe(200);
  });

  test('does not move a token that speaks for somebody else, and is not used up by it', async () => {
    const { endpoint, code } = await linked();
    const other = await endpoint.accepted();
    const before = await everything(database());
    await expectGone(await endpoint.exchange(code, other.token));
    expect(await everything(database())).toEqual(before);
  });

  test('that was never made gets the same answer', async () => {
    await expectGone(await endpointOn(database()).exchange('A'.repeat(27)));
  });

  test('is kept as a hash only', async () => {
    const { code } = await linked();
    expect(JSON.stringify(await everything(database()))).not.toContain(code);
  });

  test('leaves a client’s own first write where it belongs when both come at once', async () => {
    const { endpoint, code } = await linked();
    const token = newCareToken();
    const [exchange, write] = await Promise.all([
      endpoint.exchange(code, token),
      endpoint.post(token, newIntake()),
    ]);
    expect(write.status).toBe(201);
    expect([200, 410]).toContain(exchange.status);
    const { intakes } = await endpoint.care(token);
    expect(intakes).toHaveLength(exchange.status === 200 ? 2 : 1);
  });
});
