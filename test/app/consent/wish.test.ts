import { describe, expect, it } from 'vitest';
import { createWish } from '../../../src/app/consent/wish.js';
import { createSession } from '../../../src/app/session/session.js';
import { callRequestSubmission } from '../../../src/domain/submission/envelope.js';
import { TO_ENDPOINT } from '../../support/open-consent.js';
import {
  accepts,
  fakePorts,
  hasStatus,
  noReply,
  reaches,
  reply,
  type Answer,
  type FakePorts,
} from '../../support/ports.js';
import { endpoint, newClient, stillwater } from '../../support/practice-samples.js';

async function wishing(...answers: readonly Answer[]) {
  const script = {
    'GET practice': [reply(200, stillwater)],
    'GET care': [reply(200, newClient)],
    [TO_ENDPOINT]: answers,
  };
  const ports = fakePorts({ script });
  const session = createSession(endpoint, ports);
  await reaches(session, hasStatus('ready'));
  return { wish: createWish('en', session), ports };
}

/** What went out, as the endpoint's own schema reads it; retries too. */
const sentIn = (ports: FakePorts) =>
  ports.network.sent(TO_ENDPOINT).map(({ body = '' }) => callRequestSubmission.parse(JSON.parse(body)));

describe('the wish to be called after the quiet hours', () => {
  it('is noted by the practice, with its reference, and says nothing but what it is about', async () => {
    const { wish, ports } = await wishing(accepts);
    wish.send({ type: 'ask' });
    expect(await reaches(wish, hasStatus('noted'))).toEqual({ status: 'noted', reference: 'KAP-7F3Q' });
    expect(sentIn(ports)).toMatchObject([
      {
        kind: 'call-request',
        createdAt: '2026-11-22T20:10:00.000Z',
        expiresAt: '2026-11-22T20:25:00.000Z',
        act: {},
        content: { reason: 'wish-after-session', about: 'consent' },
      },
    ]);
  });

  it('is asked for once, however often the button is pressed', async () => {
    const { wish, ports } = await wishing(accepts);
    wish.send({ type: 'ask' });
    wish.send({ type: 'ask' });
    await reaches(wish, hasStatus('noted'));
    wish.send({ type: 'ask' });
    expect(sentIn(ports)).toHaveLength(1);
  });

  it.each([
    ['nobody answers', noReply()],
    ['the practice does not take it', reply(403)],
    ['another page comes', reply(200, '<!doctype html>')],
  ])('is said to have failed where %s, and can be tried again: the same bytes', async (_, answer) => {
    const { wish, ports } = await wishing(answer);
    wish.send({ type: 'ask' });
    await reaches(wish, hasStatus('failed'));
    ports.network.answer(TO_ENDPOINT, accepts);
    wish.send({ type: 'ask' });
    await reaches(wish, hasStatus('noted'));
    expect(new Set(sentIn(ports).map(({ id }) => id)).size).toBe(1);
  });

  it('is a wish of its own once the first is too old', async () => {
    const { wish, ports } = await wishing(reply(403));
    wish.send({ type: 'ask' });
    await reaches(wish, hasStatus('failed'));
    await ports.clock.sleep(15 * 60_000);
    ports.network.answer(TO_ENDPOINT, accepts);
    wish.send({ type: 'ask' });
    await reaches(wish, hasStatus('noted'));
    expect(new Set(sentIn(ports).map(({ id }) => id)).size).toBe(2);
  });
});
