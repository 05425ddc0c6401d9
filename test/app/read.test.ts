import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { get, getAs, readJson } from '../../src/app/read.js';
import { fakePorts, noReply, reply, type Answer } from '../support/ports.js';

const URL = 'https://practice.example/kap/practice';
const named = z.object({ name: z.string() });

function reading(...answers: readonly Answer[]) {
  const ports = fakePorts({ script: { 'GET practice': answers } });
  return { ports, result: readJson(get(URL), named, ports) };
}

describe('reading a document', () => {
  it('gives what its schema knows of it', async () => {
    const { result } = reading(reply(200, { name: 'Stillwater', other: 1 }));
    expect(await result).toEqual({ value: { name: 'Stillwater' } });
  });

  it.each([
    ['no reply', noReply()],
    ['a busy server', reply(503)],
    ['too many requests', reply(429)],
  ])('is tried again after %s', async (_, failure) => {
    const { ports, result } = reading(failure, failure, reply(200, { name: 'Stillwater' }));
    expect(await result).toEqual({ value: { name: 'Stillwater' } });
    expect(ports.clock.slept).toHaveLength(2);
  });

  it('ends after three tries', async () => {
    const { ports, result } = reading(noReply('time-out'));
    expect(await result).toEqual({ failure: 'unreachable' });
    expect(ports.network.requests).toHaveLength(3);
  });

  it.each([401, 403, 404, 304])('ends at once with %i', async (status) => {
    const { ports, result } = reading(reply(status, { name: 'Stillwater' }));
    expect(await result).toEqual({ failure: 'refused' });
    expect(ports.network.requests).toHaveLength(1);
  });

  it.each(['<!doctype html>', '', '{"name":7}', '{"name":"a","__proto__":{}}', 'null'])(
    'does not understand %j',
    async (body) => {
      const { ports, result } = reading(reply(200, body));
      expect(await result).toEqual({ failure: 'not-understood' });
      expect(ports.network.requests).toHaveLength(1);
    },
  );
});

describe('a request', () => {
  it('for everybody may come from a cache and says nothing of the client', () => {
    expect(get(URL)).toEqual({ method: 'GET', url: URL, headers: {}, mayCache: true });
  });

  it('for one client never comes from a cache', () => {
    expect(getAs(URL, 'token')).toEqual({
      method: 'GET',
      url: URL,
      headers: { Authorization: 'Bearer token' },
      mayCache: false,
    });
  });
});
