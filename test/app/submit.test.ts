import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/app/deliver.js';
import type { Destination } from '../../src/app/destination.js';
import { createSession } from '../../src/app/session/session.js';
import {
  newFrame,
  onTheWay,
  replacing,
  submit,
  unsuccessful,
  type SendingMessage,
} from '../../src/app/submit.js';
import {
  accepts,
  fakePorts,
  hasStatus,
  noReply,
  reaches,
  reply,
  sha256,
  type Answer,
} from '../support/ports.js';
import { endpoint, fhirServer, newClient, stillwater, webhook } from '../support/practice-samples.js';

const body = '{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}';
const submission = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', body, digest: sha256(body) };
const transactionResponse = reply(200, { resourceType: 'Bundle', type: 'transaction-response' });

async function begun(answers: readonly Answer[] = [], destination: Destination = endpoint) {
  const ports = fakePorts({
    script: {
      'GET practice': [reply(200, stillwater)],
      'GET care': [reply(200, newClient)],
      'POST submissions': answers,
      'POST intake': answers,
      'POST r4': answers,
    },
  });
  const session = createSession(destination, ports);
  await reaches(session, hasStatus('ready'));
  return { ports, session };
}

async function submitted(answers: readonly Answer[], destination?: Destination) {
  const { ports, session } = await begun(answers, destination);
  const told: SendingMessage[] = [];
  const outcome = await submit(submission, session, { aborted: false }, (message) => told.push(message));
  return { ports, session, told, outcome };
}

describe('what every submission begins with', () => {
  it('is who, when, where and by which script', async () => {
    const { session } = await begun();
    expect(newFrame(session)).toEqual({
      schema: 'kap/submission/1',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      nonce: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) as string,
      createdAt: '2026-11-22T20:10:00.000Z',
      timeZone: 'America/Los_Angeles',
      practice: 'stillwater',
      widget: { version: '0.1.0', build: 'test' },
    });
  });

  it('is never the same twice', async () => {
    const { session, ports } = await begun();
    const frames = Array.from({ length: 20 }, () => newFrame(session));
    expect(new Set(frames.map(({ id }) => id)).size).toBe(20);
    expect(new Set(frames.map(({ nonce }) => nonce)).size).toBe(20);
    await ports.clock.sleep(1000);
    expect(newFrame(session).createdAt).toBe('2026-11-22T20:10:01.000Z');
  });

  it('names some practice where no profile says which', async () => {
    const { session } = await begun([], webhook);
    expect(newFrame(session).practice).toBe('practice');
  });
});

describe('a submission', () => {
  it.each([
    ['an endpoint', endpoint, `${endpoint.url}submissions`, accepts, 'received'],
    ['a webhook', webhook, webhook.url, reply(200, 'ok'), 'sent'],
    ['a FHIR server', fhirServer, fhirServer.url, transactionResponse, 'sent'],
  ] as const)('goes to the address of %s', async (_, destination, url, answer, verdict) => {
    const { ports, outcome } = await submitted([answer], destination);
    expect(outcome.verdict).toBe(verdict);
    const posts = ports.network.requests.filter(({ method }) => method === 'POST');
    expect(posts.map((request) => [request.url, request.body])).toEqual([[url, body]]);
  });

  it('is sent with the token that this browser has', async () => {
    const { ports, session } = await submitted([accepts]);
    expect(ports.network.sent('POST submissions')[0]?.headers).toMatchObject({
      Authorization: `Bearer ${session.careToken()}`,
    });
    expect(ports.tokens.token).toBe(session.careToken());
  });

  it('tells of trouble before each further try, and of nothing else', async () => {
    const { told } = await submitted([noReply('time-out'), reply(503), accepts]);
    expect(told).toEqual([
      { type: 'trouble', reason: 'time-out' },
      { type: 'trouble', reason: 'busy' },
    ]);
  });

  it('that arrives has the session read anew where the client stands', async () => {
    const { ports } = await submitted([accepts]);
    expect(ports.network.sent('GET care')).toHaveLength(1);
  });

  it.each([
    ['is refused', reply(403)],
    ['is objected to', reply(422, { type: 'kap:invalid', errors: [{ pointer: '', code: 'wrong' }] })],
    ['is not delivered', noReply()],
  ])('that %s leaves the session as it is', async (_, answer) => {
    const { ports } = await submitted([answer]);
    expect(ports.network.sent('GET care')).toEqual([]);
  });
});

describe('what is told on the way', () => {
  it.each([
    [
      { type: 'trouble', reason: 'busy' },
      { status: 'sending', trouble: 'busy' },
    ],
    [
      { type: 'gave-up', reason: 'network' },
      { status: 'not-sent', reason: 'network' },
    ],
    [
      { type: 'stopped', httpStatus: 403 },
      { status: 'refused', httpStatus: 403 },
    ],
    [{ type: 'received' }, undefined],
  ])('%j leads to %j', (message, state) => {
    expect(onTheWay(message)).toEqual(state);
  });
});

describe('an outcome that is nobody’s success', () => {
  it.each<[Outcome, SendingMessage]>([
    [
      { verdict: 'gave-up', reason: 'time-out' },
      { type: 'gave-up', reason: 'time-out' },
    ],
    [
      { verdict: 'stop', status: 410 },
      { type: 'stopped', httpStatus: 410 },
    ],
    [
      { verdict: 'taken', slots: [], taken: [] },
      { type: 'stopped', httpStatus: 409 },
    ],
    [
      { verdict: 'rule-broken', rules: ['needs'], findings: [] },
      { type: 'stopped', httpStatus: 409 },
    ],
  ])('%j is told as %j', (outcome, message) => {
    expect(unsuccessful(outcome)).toEqual(message);
  });
});

describe('what a new submission takes the place of', () => {
  it('is nothing, the one before, and what that one took the place of', () => {
    expect(replacing(undefined)).toEqual([]);
    expect(replacing({ ...submission, relatesTo: [] })).toEqual([submission.id]);
    expect(replacing({ ...submission, relatesTo: ['a', 'b'] })).toEqual(['a', 'b', submission.id]);
  });

  it('is never more than a submission may name: the latest', () => {
    const many = Array.from({ length: 20 }, (_, index) => String(index));
    expect(replacing({ ...submission, relatesTo: many })).toEqual([...many.slice(1), submission.id]);
  });
});
