import { describe, expect, it } from 'vitest';
import { StaffApi, StaffApiError } from '../../demo/staff/api.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function apiThatAnswers(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  let timesSignedOut = 0;
  const api = new StaffApi({
    fetch: async (input, init) => {
      sent.push({ url: input instanceof Request ? input.url : input.toString(), init: init ?? {} });
      return answer();
    },
    base: new URL('https://practice.example/staff/'),
    onSignedOut: () => {
      timesSignedOut += 1;
    },
  });
  return { api, sent, timesSignedOut: () => timesSignedOut };
}

const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof StaffApiError ? error.kind : 'something else'),
  );

const answering = (status: number, body: unknown) => () => Response.json(body, { status });

describe('signing in', () => {
  it('sends the token in the body alone', async () => {
    const { api, sent } = apiThatAnswers(answering(200, { role: 'therapist' }));
    expect(await api.signIn('a-token')).toBe('therapist');
    expect(sent[0]?.url).toBe('https://practice.example/staff/api/session');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"token":"a-token"}',
      headers: { 'Content-Type': 'application/json' },
    });
  });

  it('tells a wrong token from a session that ended', async () => {
    const { api, timesSignedOut } = apiThatAnswers(answering(401, { type: 'kap:not-allowed' }));
    expect(await kindOf(api.signIn('wrong'))).toBe('signed-out');
    expect(timesSignedOut()).toBe(0);
    expect(await kindOf(api.log())).toBe('signed-out');
    expect(timesSignedOut()).toBe(1);
  });

  it('knows when nobody is signed in', async () => {
    const { api } = apiThatAnswers(answering(401, { type: 'kap:not-allowed' }));
    expect(await api.currentRole()).toBeUndefined();
  });
});

describe('what comes back', () => {
  it.each([
    [403, 'not-allowed'],
    [404, 'not-found'],
    [422, 'refused'],
    [429, 'too-many'],
    [503, 'unreachable'],
  ])('with status %i is %s', async (status, kind) => {
    const { api } = apiThatAnswers(answering(status, {}));
    expect(await kindOf(api.submissions())).toBe(kind);
  });

  it('is unreachable when the network fails', async () => {
    const { api } = apiThatAnswers(() => Promise.reject(new TypeError('no network')));
    expect(await kindOf(api.submissions())).toBe('unreachable');
  });

  it.each(['<html>Please sign in to the Wi-Fi</html>', '{"submissions":[{"id":1}]}', ''])(
    'is unreadable when it is not what was asked for: %s',
    async (body) => {
      const { api } = apiThatAnswers(() => new Response(body));
      expect(await kindOf(api.submissions())).toBe('unreadable');
    },
  );

  it('says in the server’s own words what it refused', async () => {
    const detail = 'That day has passed.';
    const body = { type: 'kap:invalid', errors: [{ pointer: '/validUntil', code: 'date-in-past', detail }] };
    const { api } = apiThatAnswers(answering(422, body));
    await expect(api.decide('client', { status: 'cleared', validUntil: '2020-01-01' })).rejects.toThrow(
      detail,
    );
  });
});

describe('reading page by page', () => {
  it('asks for what comes after the last page', async () => {
    const { api, sent } = apiThatAnswers(answering(200, { entries: [], next: 'a+b' }));
    await api.log('x/y');
    expect(sent[0]?.url).toBe('https://practice.example/staff/api/log?cursor=x%2Fy');
  });
});
