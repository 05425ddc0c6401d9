import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, postHeaders, problemIn, type EndpointUnderTest } from '../support/endpoint.js';
import { answered, bytesOf, newCareToken, newIntake } from '../support/intake.js';

onEachDatabase('A write that is not right', (database) => {
  const json = (value: unknown) => bytesOf(value);
  const send = (
    endpoint: EndpointUnderTest,
    body: string | Uint8Array<ArrayBuffer>,
    id: string = randomUUID(),
  ) => endpoint.ask('/api/submissions', { method: 'POST', headers: postHeaders(newCareToken(), id), body });

  async function refused(answer: Promise<Response>, before: unknown) {
    const response = await answer;
    const problem = await problemIn(response);
    expect(problem.status).toBe(response.status);
    expect(await everything(database())).toEqual(before);
    return { status: response.status, type: problem.type, errors: problem.errors };
  }

  test.each([
    ['text', 'hello'],
    ['half of JSON', '{"schema":'],
    ['nothing', ''],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['a key that reaches a prototype', '{"__proto__":{"id":1}}'],
    ['JSON a thousand levels deep', '['.repeat(1000) + ']'.repeat(1000)],
  ])('is refused as unreadable when it is %s', async (_, body) => {
    const answer = send(endpointOn(database()), body);
    expect(await refused(answer, await everything(database()))).toMatchObject({
      status: 400,
      type: 'kap:invalid',
    });
  });

  test('says where its shape is wrong', async () => {
    const { nonce: _, ...withoutNonce } = newIntake();
    const id = withoutNonce.id;
    const answer = send(endpointOn(database()), json({ ...withoutNonce, timeZone: 7 }), id);
    const problem = await refused(answer, await everything(database()));
    expect(problem).toMatchObject({ status: 422, type: 'kap:invalid' });
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/nonce', 'invalid-type'],
      ['/timeZone', 'invalid-type'],
    ]);
  });

  test.each([
    ['another practice', newIntake({ practice: 'elsewhere' }), '/practice', 'unknown-practice'],
    [
      'a form that was never published',
      newIntake({ act: { questionnaire: { id: 'health-history', version: '0.0.9' } } }),
      '/act/questionnaire',
      'unknown-questionnaire',
    ],
    [
      'answers to another form',
      newIntake({
        content: { response: { ...answered, questionnaire: 'urn:kap:questionnaire:other|1.0.0' } },
      }),
      '/content/response/questionnaire',
      'unknown-questionnaire',
    ],
    [
      'a question that the form does not have',
      newIntake({
        content: {
          response: {
            ...answered,
            item: [...answered.item, { linkId: 'heart', item: [{ linkId: 'shoe-size' }] }],
          },
        },
      }),
      '/content/response/item/3/item/0',
      'unknown-item',
    ],
    [
      'an answer that is no option',
      newIntake({
        content: {
          response: {
            ...answered,
            item: [
              ...answered.item.slice(0, 1),
              {
                linkId: 'heart',
                item: [{ linkId: 'heart-trouble', answer: [{ valueCoding: { code: 'maybe' } }] }],
              },
            ],
          },
        },
      }),
      '/content/response/item/1/item/0',
      'not-an-option',
    ],
    [
      'no answer to a question that needs one',
      newIntake({ content: { response: { ...answered, item: answered.item.slice(1) } } }),
      '/content/response/item',
      'required',
    ],
  ])('is refused when it names %s', async (_, intake, pointer, code) => {
    const answer = endpointOn(database()).post(newCareToken(), intake);
    const problem = await refused(answer, await everything(database()));
    expect(problem).toMatchObject({ status: 422, type: 'kap:invalid' });
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  test('is refused over 1 MiB, whether or not its length is announced', async () => {
    const endpoint = endpointOn(database());
    const body = new Uint8Array(2 * 1_048_576).fill(0x20);
    const headers = postHeaders(newCareToken(), randomUUID());
    const before = await everything(database());
    const ask = (more: Record<string, string>) =>
      endpoint.ask('/api/submissions', { method: 'POST', headers: { ...headers, ...more }, body });
    expect(await refused(ask({}), before)).toMatchObject({ status: 413, type: 'kap:too-large' });
    const announced = ask({ 'content-length': String(body.byteLength) });
    expect(await refused(announced, before)).toMatchObject({ status: 413, type: 'kap:too-large' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', ''])(
    'is refused as %j',
    async (type) => {
      const intake = newIntake();
      const answer = endpointOn(database()).ask('/api/submissions', {
        method: 'POST',
        headers: { ...postHeaders(newCareToken(), intake.id), 'content-type': type },
        body: json(intake),
      });
      expect(await refused(answer, await everything(database()))).toMatchObject({ status: 415 });
    },
  );

  test('is refused without a care token, or with one too short to be a secret', async () => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    for (const authorization of ['', 'Bearer short', 'Basic YTpi']) {
      const intake = newIntake();
      const headers = { ...postHeaders('', intake.id), authorization };
      const answer = await endpoint.ask('/api/submissions', { method: 'POST', headers, body: json(intake) });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused(Promise.resolve(answer), before)).toMatchObject({
        status: 401,
        type: 'kap:not-allowed',
      });
    }
  });

  test('is refused when its Idempotency-Key is missing, unquoted or another one', async () => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    const intake = newIntake();
    const withKey = (key: string) =>
      endpoint.ask('/api/submissions', {
        method: 'POST',
        headers: { ...postHeaders(newCareToken(), intake.id), 'idempotency-key': key },
        body: json(intake),
      });
    expect(await refused(withKey(''), before)).toMatchObject({ status: 400 });
    expect(await refused(withKey(intake.id), before)).toMatchObject({ status: 400 });
    expect(await refused(withKey(`"${randomUUID()}"`), before)).toMatchObject({ status: 422 });
  });

  test('is refused when the same id came with other bytes', async () => {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    const before = await everything(database());
    const answer = endpoint.post(token, { ...intake, locale: 'en-GB' });
    expect(await refused(answer, before)).toMatchObject({ status: 422, type: 'kap:key-reused' });
  });

  test('is refused when the id is another client’s, with the same bytes or others', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const before = await everything(database());
    for (const locale of [intake.locale, 'en-GB']) {
      const answer = endpoint.post(newCareToken(), { ...intake, locale });
      expect(await refused(answer, before)).toMatchObject({ status: 403, type: 'kap:not-allowed' });
    }
  });

  test('is refused when it relates to another client’s submission', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const before = await everything(database());
    const answer = endpoint.post(newCareToken(), newIntake({ relatesTo: [intake.id] }));
    expect(await refused(answer, before)).toMatchObject({ status: 403, type: 'kap:not-allowed' });
  });

  test('is refused after the time at which it expires', async () => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    const answer = endpoint.post(newCareToken(), newIntake({ expiresAt: '2026-11-22T20:00:00.000Z' }));
    expect(await refused(answer, before)).toMatchObject({ status: 410, type: 'kap:expired' });
  });
});

onEachDatabase('An endpoint whose database is gone', (database) => {
  test('says so calmly, and reports it without a word of what was sent', async () => {
    let isGone = false;
    const leaving = new Proxy(database(), {
      get(target, key) {
        const from = isGone ? target.withSchema('nowhere') : target;
        const value: unknown = Reflect.get(from, key);
        return typeof value === 'function' ? (value.bind(from) as unknown) : value;
      },
    });
    const endpoint = endpointOn(leaving);
    await endpoint.started;
    isGone = true;
    const answer = await endpoint.post(newCareToken(), newIntake());
    expect(answer.status).toBe(503);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:unavailable' });
    expect(endpoint.reports).toHaveLength(1);
    expect(endpoint.reports.join()).not.toMatch(/Okafor|nowhere/);
  });
});
