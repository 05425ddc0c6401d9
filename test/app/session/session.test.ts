import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/app/destination.js';
import { createSession, type SessionState } from '../../../src/app/session/session.js';
import type { CareState } from '../../../src/domain/practice/care-state.js';
import { fakePorts, noReply, reply, reaches, type World } from '../../support/ports.js';
import { afterIntake, endpoint, newClient, stillwater, webhook } from '../../support/practice-samples.js';

const TOKEN = 'T'.repeat(43);
const profile = { 'GET practice': [reply(200, stillwater)] };

const afterIntakeAt = (receivedAt: string) => ({
  ...afterIntake,
  intakes: afterIntake.intakes.map((intake) => ({ ...intake, receivedAt })),
});

const hasStarted = (state: SessionState): state is Exclude<SessionState, { status: 'starting' }> =>
  state.status !== 'starting';

const hasIntake = (state: SessionState): state is Extract<SessionState, { status: 'ready' }> =>
  state.status === 'ready' && state.care?.intakes.length === 1;

async function startWith(world: World, destination: Destination = endpoint) {
  const ports = fakePorts(world);
  const session = createSession(destination, ports);
  const first = session.state;
  return { ports, session, first, state: await reaches(session, hasStarted) };
}

describe('the start of a session', () => {
  it('reads who the practice is', async () => {
    const { ports, first, state } = await startWith({ script: profile });
    expect(first).toEqual({ status: 'starting' });
    expect(state).toEqual({ status: 'ready', practice: stillwater, care: undefined, link: 'none' });
    expect(ports.network.requests).toEqual([
      { method: 'GET', url: 'https://practice.example/kap/practice', headers: {}, mayCache: true },
    ]);
    expect(ports.warnings).toEqual([]);
  });

  it('reads what the practice knows of a client who has been here', async () => {
    const script = { ...profile, 'GET care': [reply(200, afterIntake)] };
    const { ports, state } = await startWith({ script, token: TOKEN });
    expect(state).toMatchObject({ care: afterIntake });
    expect(ports.network.sent('GET care')).toEqual([
      {
        method: 'GET',
        url: 'https://practice.example/kap/care',
        headers: { Authorization: `Bearer ${TOKEN}` },
        mayCache: false,
      },
    ]);
  });

  it('goes on where the endpoint knows no such client', async () => {
    const { state } = await startWith({ script: { ...profile, 'GET care': [reply(401)] }, token: TOKEN });
    expect(state).toMatchObject({ status: 'ready', care: undefined });
  });

  it.each([
    ['HTML', reply(200, '<!doctype html>'), 'not-understood'],
    ['a time that there isn’t', reply(200, afterIntakeAt('2026-13-45T25:61:61Z')), 'not-understood'],
    ['503', reply(503), 'unreachable'],
    ['nothing', noReply(), 'unreachable'],
  ])('asks nobody everything again because care was answered with %s', async (_, answer, reason) => {
    const { ports, state } = await startWith({ script: { ...profile, 'GET care': [answer] }, token: TOKEN });
    expect(state).toEqual({ status: 'failed', reason });
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['endpoint']);
  });

  it('is not stopped by a slip in what it doesn’t use', async () => {
    const script = { 'GET practice': [reply(200, { ...stillwater, planRules: 'none', values: 7 })] };
    expect((await startWith({ script })).state).toMatchObject({ status: 'ready', practice: stillwater });
  });

  it.each([
    ['HTML', reply(200, '<!doctype html><p>Please accept our terms.'), 'not-understood'],
    ['garbage', reply(200, '{"schema":"kap/practice/1"}'), 'not-understood'],
    ['a key that could reach a prototype', reply(200, '{"__proto__":{}}'), 'not-understood'],
    ['404', reply(404), 'not-understood'],
    ['nothing', noReply(), 'unreachable'],
  ])(
    'fails with one warning that names the setting where the endpoint answers %s',
    async (_, answer, reason) => {
      const { ports, state } = await startWith({ script: { 'GET practice': [answer] } });
      expect(state).toEqual({ status: 'failed', reason });
      expect(ports.warnings.map(({ setting }) => setting)).toEqual(['endpoint']);
    },
  );

  it('gets over an endpoint that answers late', async () => {
    const { state } = await startWith({
      script: { 'GET practice': [noReply(), reply(503), reply(200, stillwater)] },
    });
    expect(state).toMatchObject({ status: 'ready', practice: stillwater });
  });

  it('can be tried again after a failure', async () => {
    const { ports, session } = await startWith({ script: { 'GET practice': [noReply()] } });
    ports.network.answer('GET practice', reply(200, stillwater));
    session.send({ type: 'start' });
    expect(session.state).toEqual({ status: 'starting' });
    expect(await reaches(session, hasStarted)).toMatchObject({ status: 'ready', practice: stillwater });
  });

  it('sends nothing to a practice that asks for sealing', async () => {
    const sealing = { keysUrl: 'https://practice.example/keys', parts: {} };
    const script = { 'GET practice': [reply(200, { ...stillwater, sealing })] };
    const { ports, state } = await startWith({ script, token: TOKEN });
    expect(state).toEqual({ status: 'failed', reason: 'sealing' });
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['sealing']);
    expect(ports.network.requests).toHaveLength(1);
  });
});

describe('the start of a session with a webhook', () => {
  it('asks nobody anything', async () => {
    const { ports, state } = await startWith({ token: TOKEN }, webhook);
    expect(state).toEqual({ status: 'ready', practice: undefined, care: undefined, link: 'none' });
    expect(ports.network.requests).toEqual([]);
  });

  it('reads the profile from the address it is given', async () => {
    const configUrl = 'https://site.example/kap.json';
    const script = { 'GET kap.json': [reply(200, stillwater)] };
    const { state } = await startWith({ script }, { ...webhook, configUrl });
    expect(state).toMatchObject({ status: 'ready', practice: stillwater });
  });

  it('names that setting where the profile can’t be read', async () => {
    const configUrl = 'https://site.example/kap.json';
    const script = { 'GET kap.json': [reply(200, '[]')] };
    const { ports, state } = await startWith({ script }, { ...webhook, configUrl });
    expect(state).toEqual({ status: 'failed', reason: 'not-understood' });
    expect(ports.warnings.map(({ setting }) => setting)).toEqual(['config']);
  });
});

describe('the care token', () => {
  it('is not made before somebody needs it', async () => {
    expect((await startWith({ script: profile })).ports.tokens.token).toBeUndefined();
  });

  it('is made once, of 256 random bits, and kept for the tab', async () => {
    const { ports, session } = await startWith({ script: profile });
    const token = session.careToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(session.careToken()).toBe(token);
    expect(ports.tokens.token).toBe(token);
  });

  it('is the one that this tab has already', async () => {
    const script = { ...profile, 'GET care': [reply(200, newClient)] };
    expect((await startWith({ script, token: TOKEN })).session.careToken()).toBe(TOKEN);
  });
});

describe('a personal link', () => {
  const code = 'one-time-code-0123456789';
  const opened = { ...profile, 'POST session': [reply(204)], 'GET care': [reply(200, afterIntake)] };

  it('is opened with a fresh token, whoever used this tab before', async () => {
    const { ports, session, state } = await startWith({ script: opened, code, token: TOKEN });
    const [exchange] = ports.network.sent('POST session');
    expect(exchange).toMatchObject({
      method: 'POST',
      url: 'https://practice.example/kap/care/session',
      body: JSON.stringify({ code }),
      mayCache: false,
    });
    const fresh = session.careToken();
    expect(fresh).not.toBe(TOKEN);
    expect(exchange?.headers['Authorization']).toBe(`Bearer ${fresh}`);
    expect(ports.tokens.token).toBe(fresh);
    expect(ports.network.sent('GET care')[0]?.headers['Authorization']).toBe(`Bearer ${fresh}`);
    expect(state).toMatchObject({ link: 'opened', care: afterIntake });
  });

  it('that is refused leaves the token of this tab as it is', async () => {
    const script = { ...profile, 'POST session': [reply(410)], 'GET care': [reply(200, newClient)] };
    const { ports, session, state } = await startWith({ script, code, token: TOKEN });
    expect(state).toMatchObject({ status: 'ready', link: 'refused', care: newClient });
    expect(session.careToken()).toBe(TOKEN);
    expect(ports.tokens.token).toBe(TOKEN);
  });

  it('that is refused makes nobody a client', async () => {
    const { ports, state } = await startWith({ script: { ...profile, 'POST session': [reply(403)] }, code });
    expect(state).toMatchObject({ link: 'refused', care: undefined });
    expect(ports.tokens.token).toBeUndefined();
    expect(ports.network.sent('GET care')).toEqual([]);
  });

  it.each([
    ['nothing', noReply()],
    ['503', reply(503)],
  ])('that was answered with %s is not lost: it is tried again, with the same token', async (_, answer) => {
    const { ports, session, state } = await startWith({
      script: { ...opened, 'POST session': [answer] },
      code,
      token: TOKEN,
    });
    expect(state).toEqual({ status: 'failed', reason: 'unreachable' });
    expect(ports.tokens.token).toBe(TOKEN);
    ports.network.answer('POST session', reply(204));
    session.send({ type: 'start' });
    expect(await reaches(session, hasStarted)).toMatchObject({ link: 'opened', care: afterIntake });
    const tokens = ports.network.sent('POST session').map(({ headers }) => headers['Authorization']);
    expect(new Set(tokens)).toEqual(new Set([`Bearer ${session.careToken()}`]));
  });

  it('waits for a practice that can’t be reached yet, and is opened then', async () => {
    const { ports, session, state } = await startWith({
      script: { ...opened, 'GET practice': [noReply()] },
      code,
    });
    expect(state).toEqual({ status: 'failed', reason: 'unreachable' });
    expect(ports.network.sent('POST session')).toEqual([]);
    ports.network.answer('GET practice', reply(200, stillwater));
    session.send({ type: 'start' });
    expect(await reaches(session, hasStarted)).toMatchObject({ link: 'opened', care: afterIntake });
    const [exchange, ...more] = ports.network.sent('POST session');
    expect(more).toEqual([]);
    expect(exchange?.body).toBe(JSON.stringify({ code }));
    expect(exchange?.headers['Authorization']).toBe(`Bearer ${session.careToken()}`);
  });

  it('whose answer was lost is opened by the next try, with the same token', async () => {
    const { ports, session, state } = await startWith({
      script: { ...opened, 'POST session': [noReply('time-out'), reply(204)] },
      code,
    });
    expect(state).toMatchObject({ status: 'ready', link: 'opened' });
    const [first, second] = ports.network.sent('POST session');
    expect(second).toEqual(first);
    expect(ports.tokens.token).toBe(session.careToken());
  });

  it('never shows its code in an address', async () => {
    const { ports } = await startWith({ script: opened, code });
    expect(ports.network.requests.filter(({ url }) => url.includes(code))).toEqual([]);
  });

  it('opens nothing where there is no endpoint', async () => {
    expect((await startWith({ code }, webhook)).state).toMatchObject({ link: 'refused' });
  });
});

describe('after a submission was received', () => {
  it('care is read anew', async () => {
    const script = { ...profile, 'GET care': [reply(200, newClient), reply(200, afterIntake)] };
    const { session } = await startWith({ script, token: TOKEN });
    expect(session.state).toMatchObject({ care: newClient });
    session.send({ type: 'read-care' });
    expect(await reaches(session, hasIntake)).toMatchObject({ care: afterIntake, practice: stillwater });
  });
});

describe('when the client comes back to a page that was left open', () => {
  it('what was decided meanwhile is read', async () => {
    const script = { ...profile, 'GET care': [reply(200, newClient), reply(200, afterIntake)] };
    const { ports, session } = await startWith({ script, token: TOKEN });
    ports.connection.comeBack();
    expect(await reaches(session, hasIntake)).toMatchObject({ care: afterIntake });
  });

  it('nothing is asked about somebody of whom nothing is known', async () => {
    const { ports, session } = await startWith({ script: profile });
    ports.connection.comeBack();
    await Promise.resolve();
    expect(ports.network.sent('GET care')).toEqual([]);
    expect(session.state).toMatchObject({ status: 'ready', care: undefined });
  });
});

describe('what an acceptance says of sessions', () => {
  const booking = {
    id: 'b1',
    kind: 'preparation',
    start: '2026-11-24T17:00:00.000Z',
    end: '2026-11-24T18:00:00.000Z',
    mode: 'video',
    status: 'requested',
  } as const;

  it('stands at once, in the place of what was known before', async () => {
    const known = { ...afterIntake, bookings: [booking, { ...booking, id: 'b2' }] };
    const script = { ...profile, 'GET care': [reply(200, known)] };
    const { session } = await startWith({ script, token: TOKEN });
    session.send({ type: 'bookings', bookings: [{ ...booking, status: 'cancelled' }] });
    const { care } = session.state as { care?: CareState };
    expect(care?.bookings.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'b2 requested',
      'b1 cancelled',
    ]);
  });
});
