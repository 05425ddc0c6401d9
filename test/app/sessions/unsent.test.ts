import { describe, expect, it } from 'vitest';
import type { SessionsState } from '../../../src/app/sessions/state.js';
import { distinct } from '../../support/open-consent.js';
import {
  booked,
  bookingOf,
  choosingOf,
  openSessions,
  seen,
  shown,
  TO_ENDPOINT,
  tuesday,
  wednesday,
  wishesIn,
} from '../../support/open-sessions.js';
import { accepts, hasStatus, noReply, reaches, reply, type Answer, type World } from '../../support/ports.js';

const MINUTE_MS = 60_000;

/** What must never be lost, whatever happens on the way. */
const wish = {
  kind: 'preparation',
  zone: 'client',
  day: '2026-11-24',
  slot: tuesday,
  name: 'Ana Okafor',
  reach: '(503) 555-0188',
};

async function requestedFrom(answers: readonly Answer[], world: World = {}) {
  const opened = await openSessions({ ...world, script: { [TO_ENDPOINT]: answers, ...world.script } });
  await opened.choosesKind();
  opened.fillsIn();
  opened.presses();
  return opened;
}

/** A request that nobody has answered for two minutes. */
async function unsent(world: World = {}) {
  const opened = await requestedFrom([noReply()], world);
  const state = await reaches(opened.sessions, hasStatus('not-sent'));
  return { ...opened, state };
}

describe('trouble on the way', () => {
  it('is told while it is tried again, and the reply that was lost does no harm', async () => {
    const { sessions, ports } = await requestedFrom([noReply('time-out'), reply(503), accepts]);
    const told: SessionsState[] = [];
    sessions.subscribe(() => told.push(sessions.state));
    await reaches(sessions, hasStatus('booked'));
    const troubles = told.flatMap((state) =>
      state.status === 'sending' && state.trouble ? [state.trouble] : [],
    );
    expect(new Set(troubles)).toEqual(new Set(['time-out', 'busy']));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map((request) => JSON.stringify(request))).size).toBe(1);
    for (const { choice } of told.filter(({ status }) => status === 'sending'))
      expect(shown(choice)).toMatchObject(wish);
  });

  it('that goes on for two minutes ends in "not sent", with every choice kept', async () => {
    const { state } = await unsent();
    expect(seen(state)).toMatchObject({ reason: 'network', choice: wish });
  });

  it('has the session read anew: it may have arrived all the same', async () => {
    const { session, settles } = await unsent({ script: { 'GET care': [reply(200, booked)] } });
    await settles();
    expect(session.state).toMatchObject({ care: booked });
  });
});

describe('a request that was not sent', () => {
  it('is not sent by itself when the client or the network comes back', async () => {
    const { sessions, ports, settles } = await unsent();
    const tries = ports.network.sent(TO_ENDPOINT).length;
    ports.network.answer(TO_ENDPOINT, accepts);
    ports.connection.comeBack();
    await settles();
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    expect(sessions.state.status).toBe('not-sent');
  });

  it('is sent again by the client: the SAME bytes under the same key', async () => {
    const { sessions, ports, does } = await unsent();
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(sessions, hasStatus('booked'));
    const requests = ports.network.sent(TO_ENDPOINT);
    expect(requests.length).toBeGreaterThan(5);
    expect(new Set(requests.map((request) => JSON.stringify(request))).size).toBe(1);
  });

  it('is sent in the same bytes by way of the choice too, where nothing was changed', async () => {
    const { sessions, ports, does, presses } = await unsent();
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'back' }, { type: 'move', date: '2026-12-03' }, { type: 'contact', reach: '1' });
    does({ type: 'contact', reach: wish.reach });
    presses();
    await reaches(sessions, hasStatus('booked'));
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });

  it('leads back to choosing, with every choice kept', async () => {
    const { sessions, does } = await unsent();
    does({ type: 'back' });
    expect(seen(choosingOf(sessions))).toMatchObject({ choice: wish, problems: [], notice: undefined });
  });

  it('is told as a refusal where it comes back too late, and can be sent anew', async () => {
    const { sessions, ports, does } = await unsent();
    ports.network.answer(TO_ENDPOINT, reply(410, { type: 'kap:expired' }));
    does({ type: 'try-again' });
    expect(seen(await reaches(sessions, hasStatus('refused')))).toMatchObject({
      httpStatus: 410,
      choice: wish,
    });
    await ports.clock.sleep(15 * MINUTE_MS);
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(sessions, hasStatus('booked'));
    expect(distinct(wishesIn(ports))).toHaveLength(2);
  });
});

describe('a request that has expired', () => {
  it('is the same until its last moment', async () => {
    const { sessions, ports, does } = await unsent();
    const expiresAt = Date.parse(wishesIn(ports)[0]?.expiresAt ?? '');
    await ports.clock.sleep(expiresAt - 1 - ports.clock.now());
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(sessions, hasStatus('booked'));
    expect(distinct(wishesIn(ports))).toHaveLength(1);
  });

  it('goes out as a new one, which says which one it replaces and has a quarter of an hour of its own', async () => {
    const { sessions, ports, does } = await unsent();
    const expiresAt = Date.parse(wishesIn(ports)[0]?.expiresAt ?? '');
    await ports.clock.sleep(expiresAt - ports.clock.now());
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'try-again' });
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = distinct(wishesIn(ports));
    expect(second).toMatchObject({
      relatesTo: [first?.id],
      createdAt: '2026-11-22T20:25:00.000Z',
      expiresAt: '2026-11-22T20:40:00.000Z',
      act: first?.act,
    });
    expect(second?.nonce).not.toBe(first?.nonce);
  });
});

describe('a wish that is changed after a try that may have arrived', () => {
  it('replaces nothing that has arrived after all: what shows as booked stays booked', async () => {
    const { sessions, ports, does, presses, settles, session } = await unsent();
    ports.network.answer('GET care', reply(200, { ...booked, bookings: [bookingOf(tuesday)] }));
    session.send({ type: 'read-care' });
    await settles();
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'back' }, { type: 'choose-slot', slot: wednesday });
    presses();
    await reaches(sessions, hasStatus('booked'));
    expect(distinct(wishesIn(ports)).map(({ relatesTo }) => relatesTo)).toEqual([[], []]);
  });

  it('is a submission of its own that says which ones it replaces', async () => {
    const { sessions, ports, does, presses } = await unsent();
    does({ type: 'back' }, { type: 'choose-slot', slot: wednesday });
    presses();
    await reaches(sessions, hasStatus('not-sent'));
    ports.network.answer(TO_ENDPOINT, accepts);
    does({ type: 'back' }, { type: 'contact', reach: 'ana@mail.example' });
    presses();
    await reaches(sessions, hasStatus('booked'));
    const sent = distinct(wishesIn(ports));
    const ids = sent.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(sent.map(({ relatesTo }) => relatesTo)).toEqual([[], ids.slice(0, 1), ids.slice(0, 2)]);
    expect(sent.map(({ act }) => act.sessions[0]?.slotId)).toEqual([tuesday.id, wednesday.id, wednesday.id]);
  });
});

describe('a practice that will not take it', () => {
  it.each([401, 403, 404, 405, 410, 413, 415])('with %i ends it, with every choice kept', async (status) => {
    const { sessions, ports } = await requestedFrom([reply(status)]);
    expect(seen(await reaches(sessions, hasStatus('refused')))).toMatchObject({
      httpStatus: status,
      choice: wish,
    });
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });

  it('can be asked again, with the same bytes', async () => {
    const { sessions, ports, does } = await requestedFrom([reply(403), accepts]);
    await reaches(sessions, hasStatus('refused'));
    does({ type: 'try-again' });
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = ports.network.sent(TO_ENDPOINT);
    expect(second).toEqual(first);
  });

  it('leads back to choosing, with every choice kept', async () => {
    const { sessions, does } = await requestedFrom([reply(403)]);
    await reaches(sessions, hasStatus('refused'));
    does({ type: 'back' });
    expect(shown(choosingOf(sessions).choice)).toMatchObject(wish);
  });

  it('has the session read anew all the same', async () => {
    const { sessions, ports, settles } = await requestedFrom([reply(403)]);
    await reaches(sessions, hasStatus('refused'));
    await settles();
    expect(ports.network.sent('GET care')).toHaveLength(1);
  });
});

describe('something that breaks on the device', () => {
  it('is told like a refusal, with every choice kept', async () => {
    const { sessions } = await requestedFrom([], {
      hash: { sha256: () => Promise.reject(new Error('no digest')) },
    });
    expect(seen(await reaches(sessions, hasStatus('refused')))).toMatchObject({
      httpStatus: 0,
      choice: wish,
    });
  });
});

describe('a picker that is taken off the page', () => {
  it('tries no more', async () => {
    const { sessions, ports, settles } = await requestedFrom([noReply()]);
    sessions.stop();
    await reaches(sessions, hasStatus('not-sent'));
    await settles();
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
    expect(shown(sessions.state.choice)).toMatchObject(wish);
  });
});
