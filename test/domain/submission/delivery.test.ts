import { describe, expect, it } from 'vitest';
import {
  backOffMs,
  judge,
  retryAfterMs,
  type DeliveryMode,
  type Verdict,
} from '../../../src/domain/submission/delivery.js';
import { NOW, noReply, reply } from '../../support/ports.js';

const MODES: readonly DeliveryMode[] = ['endpoint', 'action', 'fhir'];
const sent = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', digest: 'a1'.repeat(32) };
const acceptance = { ...sent, reference: 'KAP-7F3Q', receivedAt: '2026-11-22T20:10:01.000Z' };
const transactionResponse = { resourceType: 'Bundle', type: 'transaction-response', entry: [] };
const portal = '<!doctype html><title>Welcome</title><p>Please accept our terms.';

const slot = {
  id: 'mara_preparation_20261201T1800Z',
  kind: 'preparation',
  start: '2026-12-01T18:00:00.000Z',
  end: '2026-12-01T19:00:00.000Z',
  mode: 'video',
};

const judged = (status: number, body: unknown, mode: DeliveryMode, retryAfter?: string): Verdict =>
  judge(reply(status, body, retryAfter), mode, sent, NOW);

const received = {
  verdict: 'received',
  reference: 'KAP-7F3Q',
  receivedAt: '2026-11-22T20:10:01.000Z',
  bookings: [],
};
const notUnderstood = { verdict: 'retry', afterMs: undefined, reason: 'not-understood' };
const busy = { verdict: 'retry', afterMs: undefined, reason: 'busy' };

describe('an answer that all is well', () => {
  it.each([200, 201, 202])('with %i, the id and the digest, from an endpoint, is "received"', (status) => {
    expect(judged(status, acceptance, 'endpoint')).toEqual(received);
  });

  it.each([
    ['another id', { ...acceptance, id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }],
    ['another digest', { ...acceptance, digest: 'b2'.repeat(32) }],
    ['no digest', { ...acceptance, digest: undefined }],
    ['a time that there isn’t', { ...acceptance, receivedAt: '2026-13-45T25:61:61Z' }],
    ['no reference', { ...acceptance, reference: '' }],
    ['a captive portal’s page', portal],
    ['nothing', ''],
    ['a list', [acceptance]],
    ['a key that could reach a prototype', JSON.stringify(acceptance).replace('{', '{"__proto__":{},')],
  ])('with %s, from an endpoint, is none: it is tried again', (_, body) => {
    expect(judged(200, body, 'endpoint')).toEqual(notUnderstood);
  });

  it('is "received" also where what it says of the sessions can’t be read', () => {
    expect(judged(201, { ...acceptance, bookings: [{ id: 'b1', status: 'maybe' }] }, 'endpoint')).toEqual(
      received,
    );
  });

  it('says what came of the sessions that were asked for', () => {
    const bookings = [{ ...slot, id: 'b1', status: 'requested' }];
    expect(judged(201, { ...acceptance, bookings }, 'endpoint')).toEqual({ ...received, bookings });
  });

  it.each([
    [200, portal],
    [201, acceptance],
    [204, ''],
    [202, transactionResponse],
  ])('with %i from a webhook is "sent", whatever it says', (status, body) => {
    expect(judged(status, body, 'action')).toEqual({ verdict: 'sent' });
  });

  it('from a FHIR server is "sent" where it answers the transaction', () => {
    expect(judged(200, transactionResponse, 'fhir')).toEqual({ verdict: 'sent' });
  });

  it.each([
    ['a portal’s page', portal],
    ['an acceptance of ours', acceptance],
    ['another bundle', { resourceType: 'Bundle', type: 'searchset' }],
    ['nothing', ''],
  ])('from a FHIR server with %s is none: it is tried again', (_, body) => {
    expect(judged(200, body, 'fhir')).toEqual(notUnderstood);
  });
});

describe.each(MODES)('in mode %s', (mode) => {
  const errors = [{ pointer: '/content/response/item/0', code: 'too-long', detail: 'Shorter, please.' }];

  it.each([400, 422])('%i with errors means that answers are to be mended', (status) => {
    expect(judged(status, { type: 'kap:invalid', errors }, mode)).toEqual({ verdict: 'invalid', errors });
  });

  it.each([
    [400, portal],
    [422, { type: 'kap:key-reused' }],
    [422, { type: 'kap:invalid', errors: [] }],
  ])('%i without errors ends it', (status, body) => {
    expect(judged(status, body, mode)).toEqual({ verdict: 'stop', status });
  });

  it('409 is tried again while the first try is under way, and ends it otherwise', () => {
    expect(judged(409, { type: 'kap:in-progress' }, mode)).toEqual(busy);
    expect(judged(409, { type: 'kap:gone' }, mode)).toEqual({ verdict: 'stop', status: 409 });
    expect(judged(409, portal, mode)).toEqual({ verdict: 'stop', status: 409 });
  });

  it('409 for a slot that somebody else has tells what is still open around it', () => {
    const type = 'kap:slot-taken';
    expect(judged(409, { type, slots: [slot], taken: [1] }, mode)).toEqual({
      verdict: 'taken',
      slots: [slot],
      taken: [1],
    });
    expect(judged(409, { type, slots: [] }, mode)).toEqual({ verdict: 'taken', slots: [], taken: [] });
    expect(judged(409, { type }, mode)).toEqual({ verdict: 'taken', slots: [], taken: [] });
  });

  it('409 for a rule tells which', () => {
    const type = 'kap:rule-broken';
    const rules = ['needs', 'notice'];
    const findings = [{ rule: 'notice', level: 'block', sessions: ['0'], hours: 24 }];
    const told = judged(409, { type, rules, findings, slots: [slot] }, mode);
    expect(told).toEqual({ verdict: 'rule-broken', rules, findings });
    expect(judged(409, { type }, mode)).toEqual({ verdict: 'rule-broken', rules: [], findings: [] });
  });

  it.each(['kap:slot-taken', 'kap:rule-broken'])('%s means so with 409 alone', (type) => {
    for (const status of [400, 403, 410, 422])
      expect(judged(status, { type, slots: [slot], rules: ['needs'] }, mode)).toEqual({
        verdict: 'stop',
        status,
      });
    expect(judged(503, { type }, mode)).toEqual(busy);
  });

  it.each([408, 425, 429, 500, 502, 503, 504, 599])('%i is tried again', (status) => {
    expect(judged(status, portal, mode)).toEqual(busy);
  });

  it.each(['network', 'time-out'] as const)('no reply (%s) is tried again', (reason) => {
    expect(judge(noReply(reason), mode, sent, NOW)).toEqual({ verdict: 'retry', afterMs: undefined, reason });
  });

  it.each([401, 403, 404, 405, 410, 413, 415])('%i ends it', (status) => {
    expect(judged(status, portal, mode)).toEqual({ verdict: 'stop', status });
    expect(judged(status, { type: 'kap:not-allowed' }, mode, '5')).toEqual({ verdict: 'stop', status });
  });

  it('waits as long as the server asks, in its header or else in its body', () => {
    expect(judged(503, '', mode, '7')).toEqual({ ...busy, afterMs: 7000 });
    expect(judged(429, { type: 'kap:too-many-requests', retryAfter: 6.5 }, mode)).toEqual({
      ...busy,
      afterMs: 7000,
    });
    expect(judged(503, { type: 'kap:unavailable', retryAfter: 60 }, mode, '7')).toEqual({
      ...busy,
      afterMs: 7000,
    });
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds with space around', ' 120 ', 120_000],
    ['a date', 'Sun, 22 Nov 2026 20:10:30 GMT', 30_000],
    ['more than five minutes', '3600', 300_000],
    ['more than any number', '9'.repeat(400), undefined],
    ['a date far ahead', 'Sun, 22 Nov 2099 20:10:30 GMT', 300_000],
    ['words', 'soon', undefined],
    ['nothing', '', undefined],
    ['no header', undefined, undefined],
  ])('as %s: %s', (_, header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });

  it.each(['0', 'Sun, 22 Nov 2026 20:09:00 GMT'])(
    'as %s waits a second all the same, so that nobody is run over',
    (header) => {
      expect(retryAfterMs(header, NOW)).toBe(1000);
    },
  );
});

describe('the wait before the next try', () => {
  const ceiling = (attempt: number) => Math.min(30_000, 1000 * 2 ** attempt);
  const attempts = Array.from({ length: 40 }, (_, attempt) => attempt);

  it('is drawn evenly below a ceiling that doubles up to half a minute', () => {
    for (const attempt of attempts)
      for (const fraction of [0, 0.25, 0.5, 0.999_999])
        expect(backOffMs(attempt, fraction)).toBe(fraction * ceiling(attempt));
  });

  it('starts below a second and never passes half a minute', () => {
    expect(backOffMs(0, 0.999_999)).toBeLessThan(1000);
    expect(Math.max(...attempts.map((attempt) => backOffMs(attempt, 0.999_999)))).toBeLessThan(30_000);
  });
});
