import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addressBehind } from '../../demo/endpoint/rate-limit.js';
import { stillwater } from '../support/short-consent-practice.js';
import { practiceProfile } from '../../src/domain/practice/profile.js';
import { newAlert } from '../support/alerts.js';
import { everything, useEmbedded } from '../support/databases.js';
import { endpointOn, postHeaders, problemIn } from '../support/endpoint.js';
import { bytesOf, newCareToken, newIntake, shortHistory } from '../support/intake.js';

const database = useEmbedded();

describe('What anybody may read', () => {
  test('is the practice’s profile, as the widget understands it', async () => {
    const answer = await endpointOn(database()).ask('/api/practice');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(practiceProfile.parse(await answer.json())).toEqual(stillwater);
  });

  test('is the form that is offered now, the last of its versions', async () => {
    const newer = { ...shortHistory, version: '1.1.0' };
    const endpoint = endpointOn(database(), { forms: [shortHistory, newer] });
    expect(await (await endpoint.ask('/api/forms/health-history')).json()).toEqual(newer);
    expect((await endpoint.post(newCareToken(), newIntake())).status).toBe(201);
    const unknown = await endpoint.ask('/api/forms/another');
    expect(unknown.status).toBe(404);
    expect(await problemIn(unknown)).toMatchObject({ type: 'kap:not-found' });
  });

  test.each(['/api/practice', '/api/forms/health-history'])(
    'is not sent again while it is the same: %s',
    async (path) => {
      const endpoint = endpointOn(database());
      const etag = (await endpoint.ask(path)).headers.get('etag') ?? '';
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const answer = await endpoint.ask(path, { headers: { 'if-none-match': known } });
        expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, '']);
      }
      expect((await endpoint.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    },
  );

  test('has to be right before the endpoint starts', async () => {
    const practice = { ...stillwater, safety: { country: 'usa' } };
    await expect(endpointOn(database(), { practice }).started).rejects.toThrow(
      'The practice profile is not right at /safety/country.',
    );
  });
});

describe('A page on another origin', () => {
  const origins = ['https://stillwater.example', 'https://*.preview.example', 'http://localhost:3000'];
  const from = (origin: string, path = '/api/practice') =>
    endpointOn(database(), { origins }).ask(path, { headers: { origin } });

  test.each(['https://stillwater.example', 'https://draft-7.preview.example', 'http://localhost:3000'])(
    'may read when it is listed: %s',
    async (origin) => {
      const { headers } = await from(origin);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After, ETag');
      expect(headers.get('vary')).toBe('Origin');
      expect(headers.has('access-control-allow-credentials')).toBe(false);
    },
  );

  test.each([
    'https://evil.example',
    'https://stillwater.example.evil.example',
    'http://stillwater.example',
    'https://a.b.preview.example',
    'https://preview.example',
    'null',
  ])('may not when it is not: %s', async (origin) => {
    const { headers } = await from(origin);
    expect(headers.has('access-control-allow-origin')).toBe(false);
    expect(headers.get('vary')).toBe('Origin');
  });

  test('may read refusals too', async () => {
    for (const path of ['/api/care', '/api/nothing-here']) {
      const answer = await from('https://stillwater.example', path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://stillwater.example');
    }
  });

  test('is told before a write what it may send', async () => {
    const endpoint = endpointOn(database(), { origins });
    const preflight = (origin: string) =>
      endpoint.ask('/api/submissions', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const { status, headers } = await preflight('https://stillwater.example');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type, idempotency-key');
    expect(headers.get('access-control-max-age')).toBe('7200');
    const stranger = await preflight('https://evil.example');
    expect(stranger.headers.has('access-control-allow-headers')).toBe(false);
    expect(stranger.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('never reaches the staff side', async () => {
    const { headers } = await from('https://stillwater.example', '/staff/api/session');
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('Too many requests at once', () => {
  test('are counted alike when the clock is set back', async () => {
    const endpoint = endpointOn(database(), { rate: { burst: 2, perMinute: 1 } });
    expect((await endpoint.ask('/api/practice')).status).toBe(200);
    endpoint.clock.advance(-24);
    expect((await endpoint.ask('/api/practice')).status).toBe(200);
    expect((await endpoint.ask('/api/practice')).status).toBe(429);
  });

  test('have to wait, each address for itself, and are let in again after that', async () => {
    const endpoint = endpointOn(database(), { rate: { burst: 2, perMinute: 1 } });
    const from = (address: string) =>
      endpoint.ask('/api/practice', { headers: { 'x-forwarded-for': `203.0.113.9, ${address}` } });
    const statuses = [await from('198.51.100.1'), await from('198.51.100.1')].map(({ status }) => status);
    expect(statuses).toEqual([200, 200]);
    const refused = await from('198.51.100.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await problemIn(refused)).toMatchObject({ type: 'kap:too-many-requests', retryAfter: 60 });
    expect((await from('198.51.100.2')).status).toBe(200);
    endpoint.clock.advance(1 / 60);
    expect((await from('198.51.100.1')).status).toBe(200);
    expect((await from('198.51.100.1')).status).toBe(429);
  });

  test('keep nobody at the same address from sending', async () => {
    const endpoint = endpointOn(database(), { rate: { burst: 2, perMinute: 1 } });
    for (let count = 0; count < 5; count++) await endpoint.ask('/api/practice');
    expect((await endpoint.ask('/api/practice')).status).toBe(429);
    await endpoint.sent(newCareToken(), newAlert());
  });

  test('from one IPv6 network count together', async () => {
    const endpoint = endpointOn(database(), { rate: { burst: 1, perMinute: 1 } });
    const from = async (address: string) =>
      (await endpoint.ask('/api/practice', { headers: { 'x-forwarded-for': address } })).status;
    expect(await from('2001:db8:1:2::1')).toBe(200);
    expect(await from('2001:db8:1:2:ffff::9')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
  });

  test('are counted by the connection where no proxy is trusted, whatever the request says', async () => {
    const endpoint = endpointOn(database(), {
      rate: { burst: 1, perMinute: 1 },
      addressOf: addressBehind(0),
    });
    const from = async (address: string) =>
      (await endpoint.ask('/api/practice', { headers: { 'x-forwarded-for': address } })).status;
    expect([await from('198.51.100.1'), await from('198.51.100.2')]).toEqual([200, 429]);
  });
});

describe('Over a real connection', () => {
  async function served() {
    const endpoint = endpointOn(database(), { addressOf: addressBehind(0) });
    const server = serve({ fetch: endpoint.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    await once(server, 'listening');
    onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
    onTestFinished(() => server.closeAllConnections());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('an intake is received', async () => {
    const base = await served();
    const intake = newIntake();
    const answer = await fetch(`${base}/api/submissions`, {
      method: 'POST',
      headers: postHeaders(newCareToken(), intake.id),
      body: bytesOf(intake),
      redirect: 'error',
    });
    expect(answer.status).toBe(201);
  });

  test('2 MiB are refused with a problem that the sender can read, and nothing is stored', async () => {
    const base = await served();
    const before = await everything(database());
    const answer = await fetch(`${base}/api/submissions`, {
      method: 'POST',
      headers: postHeaders(newCareToken(), newIntake().id),
      body: new Uint8Array(2 * 1_048_576).fill(0x20),
    });
    expect(answer.status).toBe(413);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:too-large' });
    expect(await everything(database())).toEqual(before);
  });
});
