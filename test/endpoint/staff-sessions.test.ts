import { expect, test } from 'vitest';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, ORIGIN, problemIn, STAFF_TOKENS } from '../support/endpoint.js';

onEachDatabase('Signing in', (database) => {
  const signIn = (
    endpoint: ReturnType<typeof endpointOn>,
    token: unknown,
    headers: Record<string, string> = {},
  ) =>
    endpoint.ask('/staff/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      body: JSON.stringify({ token }),
    });

  test('with a role’s token says the role and sets a cookie that scripts and other sites can’t use', async () => {
    const endpoint = endpointOn(database());
    const answer = await signIn(endpoint, STAFF_TOKENS.therapist);
    expect(await answer.json()).toEqual({ role: 'therapist' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [cookie = '', ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(new Set(attributes)).toEqual(
      new Set(['Max-Age=43200', 'Path=/staff', 'HttpOnly', 'Secure', 'SameSite=Strict']),
    );
    const session = await endpoint.ask('/staff/api/session', { headers: { cookie } });
    expect(await session.json()).toEqual({ role: 'therapist' });
    expect(JSON.stringify(await everything(database()))).not.toContain(cookie.split('=')[1]);
  });

  test('sets a cookie that works without https where there is none', async () => {
    const endpoint = endpointOn(database(), { publicOrigin: 'http://localhost:5173' });
    const answer = await signIn(endpoint, STAFF_TOKENS.office, { origin: 'http://localhost:5173' });
    expect(answer.headers.get('set-cookie')).not.toContain('Secure');
  });

  test('with any other token is refused', async () => {
    const answer = await signIn(endpointOn(database()), 'prescriber-token-0002');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:not-allowed' });
  });

  test('too often in a row has to wait', async () => {
    const endpoint = endpointOn(database(), { signInRate: { burst: 3, perMinute: 1 } });
    for (let time = 0; time < 3; time++) expect((await signIn(endpoint, 'wrong')).status).toBe(401);
    const answer = await signIn(endpoint, STAFF_TOKENS.prescriber);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  test('from another site’s page, or as a form would, is refused', async () => {
    const endpoint = endpointOn(database());
    const token = STAFF_TOKENS.prescriber;
    expect((await signIn(endpoint, token, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await signIn(endpoint, token, { origin: '' })).status).toBe(403);
    expect((await signIn(endpoint, token, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('lasts twelve hours, or until signing out, or until the token is changed', async () => {
    const endpoint = endpointOn(database());
    const first = await endpoint.signIn('office');
    expect((await first.send('DELETE', 'session')).status).toBe(204);
    expect((await first.get('session')).status).toBe(401);
    const second = await endpoint.signIn('office');
    const renewed = endpointOn(database(), {
      staffTokens: { ...STAFF_TOKENS, office: 'another-office-token' },
    });
    const headers = { cookie: second.cookie };
    expect((await renewed.ask('/staff/api/session', { headers })).status).toBe(401);
    endpoint.clock.advance(11.9);
    expect((await second.get('session')).status).toBe(200);
    endpoint.clock.advance(0.1);
    expect((await second.get('session')).status).toBe(401);
  });

  test('is needed for everything else, and a client’s care token opens nothing', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    for (const path of ['session', 'submissions', `submissions/${intake.id}`, 'log', 'anything']) {
      const answer = await endpoint.ask(`/staff/api/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(401);
    }
  });
});
