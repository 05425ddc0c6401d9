import { describe, expect, it } from 'vitest';
import {
  acceptsWith,
  bookingOf,
  choosingOf,
  openSessions,
  shown,
  TO_ENDPOINT,
  tuesday,
  wednesday,
  wishesIn,
} from '../../support/open-sessions.js';
import { accepts, hasStatus, LateAnswers, reaches, reply, type Answer } from '../../support/ports.js';
import { afterIntake, endpoint, newClient } from '../../support/practice-samples.js';

/** A picker where everything is chosen and written, whose practice answers so. */
async function filledIn(...answers: readonly Answer[]) {
  const opened = await openSessions({ script: { [TO_ENDPOINT]: answers } });
  await opened.choosesKind();
  opened.fillsIn();
  return opened;
}

async function requested(...answers: readonly Answer[]) {
  const opened = await filledIn(...answers);
  opened.presses();
  return opened;
}

describe('pressing Request', () => {
  it('too early says what is missing and sends nothing', async () => {
    const { sessions, presses, choosesKind, ports } = await openSessions();
    presses();
    expect(choosingOf(sessions)).toMatchObject({ problems: ['no-kind'], turn: 1 });
    await choosesKind();
    presses();
    expect(choosingOf(sessions)).toMatchObject({ problems: ['no-slot', 'no-name', 'no-reach'], turn: 2 });
    expect(ports.network.sent(TO_ENDPOINT)).toEqual([]);
  });

  it('says it anew each time, and nothing while somebody writes', async () => {
    const { sessions, presses, choosesKind, does } = await openSessions();
    await choosesKind();
    presses();
    does({ type: 'contact', name: 'Ana' }, { type: 'choose-slot', slot: tuesday });
    expect(choosingOf(sessions)).toMatchObject({ problems: ['no-slot', 'no-name', 'no-reach'], turn: 1 });
    presses();
    expect(choosingOf(sessions)).toMatchObject({ problems: ['no-reach'], turn: 2 });
  });

  it('is quiet again once another kind is chosen', async () => {
    const { sessions, presses, choosesKind } = await openSessions();
    presses();
    await choosesKind();
    expect(choosingOf(sessions).problems).toEqual([]);
  });

  it('asks nobody for a contact who is known already', async () => {
    const { sessions, presses, choosesKind, does } = await openSessions();
    await choosesKind();
    presses(false);
    expect(choosingOf(sessions).problems).toEqual(['no-slot']);
    does({ type: 'choose-slot', slot: tuesday });
    presses(false);
    expect(sessions.state.status).toBe('sending');
  });

  it('asks for a name that is more than space', async () => {
    const { sessions, presses, does } = await filledIn();
    does({ type: 'contact', name: ' \u00a0' });
    presses();
    expect(choosingOf(sessions).problems).toEqual(['no-name']);
  });

  it.each(['(503) 555-0188', '+1 503.555.0182', '5550188', 'ana@mail.example', ' a@b '])(
    'takes %j as a way to reach somebody',
    async (reach) => {
      const { sessions, presses, does } = await filledIn();
      does({ type: 'contact', reach });
      presses();
      expect(sessions.state.status).toBe('sending');
    },
  );

  it.each(['', '   ', 'call me', '1234', '12 34', '@', 'ana@', '@mail.example'])(
    'does not take %j for one',
    async (reach) => {
      const { sessions, presses, does } = await filledIn();
      does({ type: 'contact', reach });
      presses();
      expect(choosingOf(sessions).problems).toEqual(['no-reach']);
      expect(shown(choosingOf(sessions).choice)).toMatchObject({ slot: tuesday, name: 'Ana Okafor', reach });
    },
  );
});

describe('a request', () => {
  it('says what is wished for, in a form that the endpoint’s schema takes', async () => {
    const { sessions, ports, session } = await requested(accepts);
    await reaches(sessions, hasStatus('booked'));
    const [request] = ports.network.sent(TO_ENDPOINT);
    const [sent] = wishesIn(ports);
    expect(sent).toEqual({
      schema: 'kap/submission/1',
      id: sent?.id,
      nonce: sent?.nonce,
      kind: 'booking',
      createdAt: '2026-11-22T20:10:00.000Z',
      // A quarter of an hour: nobody is booked long after they have given up waiting.
      expiresAt: '2026-11-22T20:25:00.000Z',
      timeZone: 'America/Los_Angeles',
      locale: 'en',
      practice: 'stillwater',
      widget: { version: '0.1.0', build: 'test' },
      relatesTo: [],
      act: { sessions: [{ slotId: tuesday.id, kind: 'preparation' }] },
      content: { contact: { name: 'Ana Okafor', phone: '(503) 555-0188' } },
    });
    expect(request).toMatchObject({
      url: `${endpoint.url}submissions`,
      headers: { Authorization: `Bearer ${session.careToken()}`, 'Idempotency-Key': `"${sent?.id}"` },
    });
  });

  it.each([
    [' ana@mail.example ', { email: 'ana@mail.example' }],
    [' 503 555 0188 ', { phone: '503 555 0188' }],
  ])('gives %j as what it is', async (reach, how) => {
    const { sessions, ports, does, presses } = await filledIn(accepts);
    does({ type: 'contact', name: ' Ana ' }, { type: 'contact', reach });
    presses();
    await reaches(sessions, hasStatus('booked'));
    expect(wishesIn(ports)[0]).toMatchObject({ content: { contact: { name: 'Ana', ...how } } });
  });

  it.each([
    ['nothing', { name: '', reach: '' }],
    ['a name alone', { name: 'Ana', reach: ' ' }],
    ['a number alone', { name: ' ', reach: '503 555 0188' }],
  ])('of somebody who is known says nothing of how to reach them where there is %s', async (_, written) => {
    const { sessions, ports, does, presses } = await filledIn(accepts);
    does({ type: 'contact', ...written });
    presses(false);
    await reaches(sessions, hasStatus('booked'));
    expect(wishesIn(ports)[0]).not.toHaveProperty('content');
  });

  it('can be written down though the name holds half of a character', async () => {
    const { sessions, ports, does, presses } = await filledIn(accepts);
    does({ type: 'contact', name: 'Ana \ud83d' });
    presses();
    await reaches(sessions, hasStatus('booked'));
    expect(wishesIn(ports)[0]).toMatchObject({ content: { contact: { name: 'Ana \ufffd' } } });
  });

  it('names nobody in an address or a header', async () => {
    const { sessions, ports } = await requested(accepts);
    await reaches(sessions, hasStatus('booked'));
    for (const { url, headers } of ports.network.requests)
      expect(JSON.stringify([url, headers])).not.toMatch(/Ana|Okafor|0188/);
  });

  it('is not sent twice by pressing twice', async () => {
    const { sessions, ports, presses, does } = await requested(accepts);
    presses();
    does({ type: 'try-again' }, { type: 'back' });
    await reaches(sessions, hasStatus('booked'));
    presses();
    does({ type: 'try-again' });
    expect(sessions.state.status).toBe('booked');
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(1);
  });
});

describe('a request that arrives', () => {
  const booking = bookingOf(tuesday, 'confirmed');

  it('is answered with what came of it, and makes room for the next', async () => {
    const { sessions } = await requested(acceptsWith(booking));
    const { choice, ...said } = await reaches(sessions, hasStatus('booked'));
    expect(said).toEqual({ status: 'booked', bookings: [booking], reference: 'KAP-7F3Q' });
    expect(shown(choice)).toMatchObject({
      kind: undefined,
      day: undefined,
      slot: undefined,
      nearest: [],
      prepared: undefined,
      name: 'Ana Okafor',
      reach: '(503) 555-0188',
    });
  });

  it('may be answered without a word on what came of it', async () => {
    const { sessions } = await requested(accepts);
    expect(await reaches(sessions, hasStatus('booked'))).toMatchObject({ bookings: [] });
  });

  it('shows among the client’s sessions before the endpoint is asked again', async () => {
    const { session, sessions, ports } = await requested(acceptsWith(booking));
    ports.network.answer('GET care', new LateAnswers().answer);
    session.send({ type: 'care-read', care: newClient });
    await reaches(sessions, hasStatus('booked'));
    expect(session.state).toMatchObject({ care: { bookings: [booking] } });
  });

  it('has the session read anew where the client stands, once', async () => {
    const { session, sessions, ports, settles } = await requested(accepts);
    ports.network.answer('GET care', reply(200, afterIntake));
    await reaches(sessions, hasStatus('booked'));
    await settles();
    expect(session.state).toMatchObject({ care: afterIntake });
    expect(ports.network.sent('GET care')).toHaveLength(1);
  });

  it('leads back to choosing, and the next one is a submission of its own that replaces nothing', async () => {
    const { sessions, ports, does, choosesKind, fillsIn, presses } = await requested(accepts);
    await reaches(sessions, hasStatus('booked'));
    does({ type: 'back' });
    expect(choosingOf(sessions)).toMatchObject({ notice: undefined, problems: [], turn: 0 });
    await choosesKind();
    fillsIn(wednesday);
    presses();
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = wishesIn(ports);
    expect(second?.act.sessions).toEqual([{ slotId: wednesday.id, kind: 'preparation' }]);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.relatesTo).toEqual([]);
  });
});
