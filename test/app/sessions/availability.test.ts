import { describe, expect, it } from 'vitest';
import { readSlots } from '../../../src/app/sessions/availability.js';
import { createSession } from '../../../src/app/session/session.js';
import { bookable, january, OPEN_TIMES, page, tuesday, wednesday } from '../../support/open-sessions.js';
import { fakePorts, hasStatus, noReply, reaches, reply, type Answer } from '../../support/ports.js';
import { endpoint, newClient, webhook } from '../../support/practice-samples.js';

const TOKEN = 'T'.repeat(43);

async function reading(answers: readonly Answer[], destination = endpoint) {
  const ports = fakePorts({
    token: TOKEN,
    script: {
      'GET practice': [reply(200, bookable)],
      'GET care': [reply(200, newClient)],
      [OPEN_TIMES]: answers,
    },
  });
  const session = createSession(destination, ports);
  await reaches(session, hasStatus('ready'));
  const slots = await readSlots('preparation', '2026-11-22', '2027-01-22', session);
  return { slots, ports, asked: ports.network.sent(OPEN_TIMES) };
}

describe('reading the open times', () => {
  it('asks for one kind between two dates, with the token in a header and from no cache', async () => {
    const { asked } = await reading([page([])]);
    expect(asked).toEqual([
      {
        method: 'GET',
        url: `${endpoint.url}availability?kind=preparation&from=2026-11-22&to=2027-01-22`,
        headers: { Authorization: `Bearer ${TOKEN}` },
        mayCache: false,
      },
    ]);
  });

  it('gives them soonest first, whatever order they come in', async () => {
    const sameInstant = { ...tuesday, start: '2026-11-24T07:00:00-08:00', id: 'elsewhere' };
    const { slots } = await reading([page([january, wednesday, tuesday, sameInstant])]);
    expect(slots).toEqual([tuesday, sameInstant, wednesday, january]);
  });

  it('may find none', async () => {
    expect((await reading([page([])])).slots).toEqual([]);
  });
});

describe('open times in pages', () => {
  it('are read to the last page', async () => {
    const { slots, asked } = await reading([page([january], 'a'), page([tuesday], 'b'), page([wednesday])]);
    expect(slots).toEqual([tuesday, wednesday, january]);
    const first = `${endpoint.url}availability?kind=preparation&from=2026-11-22&to=2027-01-22`;
    expect(asked.map(({ url }) => url)).toEqual([first, `${first}&cursor=a`, `${first}&cursor=b`]);
  });

  it('are followed by a cursor that stays one value, whatever is in it', async () => {
    const cursor = 'a&kind=dosing#?/%20 é';
    const { asked } = await reading([page([], cursor), page([])]);
    const query = new URL(asked[1]?.url ?? '').searchParams;
    expect(query.get('cursor')).toBe(cursor);
    expect(query.getAll('kind')).toEqual(['preparation']);
  });

  it('that never end are read no further than twenty', async () => {
    const { slots, asked } = await reading([page([tuesday], 'again')]);
    expect(asked).toHaveLength(20);
    expect(slots).toHaveLength(20);
  });
});

describe('open times that can’t be read', () => {
  it.each([
    ['nothing comes', noReply()],
    ['the endpoint is not well', reply(503)],
    ['this token may not see them', reply(403, { type: 'kap:not-allowed' })],
    ['nobody knows this token', reply(401)],
    ['HTML comes', reply(200, '<!doctype html>')],
    ['one of them is none', reply(200, { slots: [tuesday, { ...wednesday, kind: 'party' }] })],
    ['there are too many on a page', page(Array.from({ length: 501 }, () => tuesday))],
  ])('are not known, which is not none, where %s', async (_, answer) => {
    expect((await reading([answer])).slots).toBeUndefined();
  });

  it('are not known where only a part of them came', async () => {
    expect((await reading([page([tuesday], 'a'), reply(404)])).slots).toBeUndefined();
  });

  it('are read all the same where the endpoint is only out of breath', async () => {
    expect((await reading([reply(503), noReply(), page([tuesday])])).slots).toEqual([tuesday]);
  });

  it('are asked of nobody where a practice has only a webhook', async () => {
    const { slots, ports } = await reading([], webhook);
    expect(slots).toBeUndefined();
    expect(ports.network.requests).toEqual([]);
  });
});
