import { describe, expect, it } from 'vitest';
import { deliver, type Outcome } from '../../src/app/deliver.js';
import type { DeliveryMode } from '../../src/domain/submission/delivery.js';
import {
  accepts,
  fakePorts,
  noReply,
  NOW,
  reply,
  sha256,
  type Answer,
  type FakePorts,
} from '../support/ports.js';

const body = '{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","text":"línea"}';
const submission = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', body, digest: sha256(body) };
const TWO_MINUTES = 120_000;

interface Delivered {
  readonly outcome: Outcome;
  readonly ports: FakePorts;
  /** What was told before each further try. */
  readonly told: readonly string[];
}

async function delivered(answers: readonly Answer[], mode: DeliveryMode = 'endpoint'): Promise<Delivered> {
  const ports = fakePorts({ script: { 'POST submissions': answers } });
  const told: string[] = [];
  const outcome = await deliver(
    {
      submission,
      mode,
      url: 'https://practice.example/submissions',
      careToken: 'token',
      signal: { aborted: false },
      onRetry: (reason) => told.push(reason),
    },
    ports,
  );
  return { outcome, ports, told };
}

const received: Outcome = {
  verdict: 'received',
  reference: 'KAP-7F3Q',
  receivedAt: '2026-11-22T20:10:01.000Z',
  bookings: [],
};

describe('a delivery', () => {
  it('is over with the first good answer', async () => {
    const { outcome, ports, told } = await delivered([accepts]);
    expect(outcome).toEqual(received);
    expect(ports.network.requests).toHaveLength(1);
    expect(ports.clock.slept).toEqual([]);
    expect(told).toEqual([]);
  });

  it('gets over a busy server, a lost reply and a captive portal', async () => {
    const { outcome, told } = await delivered([
      reply(503),
      noReply('time-out'),
      noReply(),
      reply(200, '<!doctype html>'),
      accepts,
    ]);
    expect(outcome).toEqual(received);
    expect(told).toEqual(['busy', 'time-out', 'network', 'not-understood']);
  });

  it('sends the same bytes under the same key each time', async () => {
    const { ports } = await delivered([reply(503), noReply(), accepts]);
    expect(ports.network.requests).toHaveLength(3);
    for (const request of ports.network.requests)
      expect(request).toEqual({
        method: 'POST',
        url: 'https://practice.example/submissions',
        headers: {
          'Content-Type': 'application/json',
          Authorization: 'Bearer token',
          'Idempotency-Key': `"${submission.id}"`,
        },
        body,
        mayCache: false,
      });
  });

  it('waits longer with each try, never above the ceiling', async () => {
    const { ports } = await delivered([...Array.from({ length: 4 }, () => reply(503)), accepts]);
    expect(ports.clock.slept).toHaveLength(4);
    ports.clock.slept.forEach((ms, attempt) => expect(ms).toBeLessThan(1000 * 2 ** attempt));
    expect(new Set(ports.clock.slept).size).toBe(4);
  });

  it('waits as long as the endpoint asks', async () => {
    const { ports } = await delivered([
      reply(503, '', '7'),
      reply(429, { type: 'kap:too-many-requests', retryAfter: 3 }),
      reply(503, '', new Date(NOW + 30_000).toUTCString()),
      accepts,
    ]);
    expect(ports.clock.slept).toEqual([7000, 3000, 20_000]);
  });

  it('gives up after about two minutes, not before', async () => {
    const { outcome, ports } = await delivered([noReply()]);
    expect(outcome).toEqual({ verdict: 'gave-up', reason: 'network' });
    const waited = ports.clock.now() - NOW;
    expect(waited).toBeLessThanOrEqual(TWO_MINUTES);
    // The next wait would have gone beyond: at most half a minute is left.
    expect(waited).toBeGreaterThan(TWO_MINUTES - 30_000);
  });

  it('waits out what the endpoint asks for, also where that ends after two minutes', async () => {
    const { outcome, ports } = await delivered([reply(503, '', '300'), accepts]);
    expect(outcome).toEqual(received);
    expect(ports.clock.slept).toEqual([300_000]);
  });

  it('gives up after such a wait where it was in vain', async () => {
    const { outcome, ports } = await delivered([reply(503, '', '300')]);
    expect(outcome).toEqual({ verdict: 'gave-up', reason: 'busy' });
    expect(ports.network.requests).toHaveLength(2);
  });

  it('is not hurried by a server that asks for no wait at all', async () => {
    const { outcome, ports } = await delivered([reply(503, '', '0')]);
    expect(outcome).toEqual({ verdict: 'gave-up', reason: 'busy' });
    expect(ports.clock.slept.filter((ms) => ms < 1000)).toEqual([]);
  });

  it('doesn’t wait on a device that comes back online', async () => {
    const ports = fakePorts({ script: { 'POST submissions': [noReply(), accepts] } });
    const outcome = await deliver(
      {
        submission,
        mode: 'endpoint',
        url: 'https://practice.example/submissions',
        careToken: 'token',
        signal: { aborted: false },
        // The network returns while the wait has only begun.
        onRetry: () => queueMicrotask(() => ports.connection.comeBack()),
      },
      ports,
    );
    expect(outcome).toEqual(received);
    expect(ports.clock.now()).toBe(NOW);
  });

  it('waits all the same where it was the endpoint that asked', async () => {
    const ports = fakePorts({ script: { 'POST submissions': [reply(503, '', '7'), accepts] } });
    await deliver(
      {
        submission,
        mode: 'endpoint',
        url: 'https://practice.example/submissions',
        careToken: 'token',
        signal: { aborted: false },
        onRetry: () => queueMicrotask(() => ports.connection.comeBack()),
      },
      ports,
    );
    expect(ports.clock.now()).toBe(NOW + 7000);
  });

  it('ends with the try under way when nobody waits any more', async () => {
    const signal = { aborted: false };
    const leaves: Answer = () => {
      signal.aborted = true;
      return reply(503);
    };
    const ports = fakePorts({ script: { 'POST submissions': [leaves, accepts] } });
    const url = 'https://practice.example/submissions';
    const onRetry = () => {
      throw new Error('nobody listens');
    };
    const outcome = await deliver(
      { submission, mode: 'endpoint', url, careToken: 'token', signal, onRetry },
      ports,
    );
    expect(outcome).toEqual({ verdict: 'gave-up', reason: 'busy' });
    expect(ports.network.requests).toHaveLength(1);
  });

  it.each([
    [reply(403), { verdict: 'stop', status: 403 }],
    [
      reply(422, { type: 'kap:invalid', errors: [{ pointer: '/id', code: 'wrong' }] }),
      { verdict: 'invalid', errors: [{ pointer: '/id', code: 'wrong' }] },
    ],
  ])('is not tried again where that would not help', async (answer, outcome) => {
    const { outcome: seen, ports } = await delivered([answer]);
    expect(seen).toEqual(outcome);
    expect(ports.network.requests).toHaveLength(1);
  });
});

describe('a delivery to a webhook', () => {
  it('is plain text with no header of our own, so that no preflight is needed', async () => {
    const { outcome, ports } = await delivered([reply(200, 'ok')], 'action');
    expect(outcome).toEqual({ verdict: 'sent' });
    expect(ports.network.requests[0]?.headers).toEqual({ 'Content-Type': 'text/plain;charset=UTF-8' });
    expect(ports.network.requests[0]?.body).toBe(body);
  });
});

describe('a delivery to a FHIR server', () => {
  it('is FHIR’s JSON, and names no client in a header', async () => {
    const answer = reply(200, { resourceType: 'Bundle', type: 'transaction-response' });
    const { outcome, ports } = await delivered([answer], 'fhir');
    expect(outcome).toEqual({ verdict: 'sent' });
    expect(ports.network.requests[0]?.headers).toEqual({ 'Content-Type': 'application/fhir+json' });
  });
});
