import { describe, expect, it } from 'vitest';
import { distinct } from '../../support/open-consent.js';
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
import {
  accepts,
  hasStatus,
  LateAnswers,
  noReply,
  reaches,
  reply,
  type Answer,
} from '../../support/ports.js';
import { newClient } from '../../support/practice-samples.js';

const booking = bookingOf(tuesday, 'confirmed');
const other = bookingOf(wednesday, 'confirmed');
const cancelled = { ...booking, status: 'cancelled', cancelledBy: 'client' } as const;

const ask = { type: 'ask-to-cancel', bookings: [booking] } as const;

async function opened(...answers: readonly Answer[]) {
  return openSessions({ script: { [TO_ENDPOINT]: answers } });
}

describe('a session that is to be cancelled', () => {
  it('is asked about once more, and nothing is sent before', async () => {
    const { sessions, does, ports } = await opened();
    does({ type: 'cancel', bookings: [booking] });
    does(ask);
    expect(choosingOf(sessions).choice.cancelling).toEqual([booking]);
    expect(ports.network.sent(TO_ENDPOINT)).toEqual([]);
  });

  it('can be kept', async () => {
    const { sessions, does, ports, settles } = await opened();
    does(ask, { type: 'ask-to-cancel', bookings: [] }, { type: 'cancel', bookings: [booking] });
    await settles();
    expect(choosingOf(sessions).choice.cancelling).toEqual([]);
    expect(ports.network.sent(TO_ENDPOINT)).toEqual([]);
  });

  it('is given up by a change that asks for nothing in its place, and that expires', async () => {
    const { sessions, does, ports } = await opened(acceptsWith(cancelled));
    does(ask, { type: 'cancel', bookings: [booking] });
    await reaches(sessions, hasStatus('choosing'));
    expect(wishesIn(ports)).toMatchObject([
      {
        kind: 'booking-change',
        createdAt: '2026-11-22T20:10:00.000Z',
        expiresAt: '2026-11-22T20:25:00.000Z',
        act: { cancel: [booking.id], sessions: [] },
        relatesTo: [],
      },
    ]);
    expect(wishesIn(ports)[0]).not.toHaveProperty('content');
  });

  it('is said to be cancelled when the practice has it, and the client is read anew', async () => {
    const { sessions, does, ports, settles } = await opened(acceptsWith(cancelled));
    does(ask, { type: 'cancel', bookings: [booking] });
    expect(sessions.state.status).toBe('sending');
    const state = await reaches(sessions, hasStatus('choosing'));
    expect(state).toMatchObject({ notice: 'cancelled', problems: [], turn: 1 });
    expect(shown(state.choice)).toMatchObject({ cancelling: [], prepared: undefined });
    await settles();
    expect(ports.network.sent('GET care')).toHaveLength(1);
  });

  it('shows as cancelled among the client’s sessions before the endpoint is asked again', async () => {
    const { sessions, session, does, ports } = await opened(acceptsWith(cancelled));
    ports.network.answer('GET care', new LateAnswers().answer);
    session.send({ type: 'care-read', care: { ...newClient, bookings: [booking, other] } });
    does(ask, { type: 'cancel', bookings: [booking] });
    await reaches(sessions, hasStatus('choosing'));
    const { care } = await reaches(session, hasStatus('ready'));
    expect(new Set(care?.bookings)).toEqual(new Set([cancelled, other]));
  });

  it('takes nothing away from the time that is chosen in its place', async () => {
    const { sessions, does, choosesKind, fillsIn, ports, presses } = await opened(
      acceptsWith(cancelled),
      accepts,
    );
    await choosesKind();
    fillsIn(wednesday);
    does(ask, { type: 'cancel', bookings: [booking] });
    const { choice } = await reaches(sessions, hasStatus('choosing'));
    expect(shown(choice)).toMatchObject({
      kind: 'preparation',
      day: '2026-11-25',
      slot: wednesday,
      name: 'Ana Okafor',
      reach: '(503) 555-0188',
    });
    presses();
    await reaches(sessions, hasStatus('booked'));
    const [first, second] = wishesIn(ports);
    expect(second).toMatchObject({ kind: 'booking', relatesTo: [] });
    expect(second?.id).not.toBe(first?.id);
  });

  it('is not cancelled by asking for another time', async () => {
    const { sessions, does, choosesKind, fillsIn, presses, ports } = await opened(accepts);
    await choosesKind();
    does(ask);
    fillsIn(wednesday);
    presses();
    await reaches(sessions, hasStatus('booked'));
    expect(wishesIn(ports).map(({ kind }) => kind)).toEqual(['booking']);
    expect(sessions.state.choice.cancelling).toEqual([]);
  });
});

describe('a cancellation that was not sent', () => {
  it('is not sent by itself, and again by the client in the same bytes', async () => {
    const { sessions, does, ports, settles } = await opened(noReply());
    does(ask, { type: 'cancel', bookings: [booking] });
    await reaches(sessions, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    ports.network.answer(TO_ENDPOINT, acceptsWith(cancelled));
    ports.connection.comeBack();
    await settles();
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
    does({ type: 'try-again' });
    expect(await reaches(sessions, hasStatus('choosing'))).toMatchObject({ notice: 'cancelled' });
    expect(new Set(ports.network.sent(TO_ENDPOINT).map(({ body }) => body)).size).toBe(1);
  });

  it('is let go by going back: it is asked about anew', async () => {
    const { sessions, does, ports } = await opened(noReply());
    does(ask, { type: 'cancel', bookings: [booking] });
    await reaches(sessions, hasStatus('not-sent'));
    const tries = ports.network.sent(TO_ENDPOINT).length;
    does({ type: 'back' }, { type: 'cancel', bookings: [booking] });
    expect(choosingOf(sessions).choice.cancelling).toEqual([]);
    expect(ports.network.sent(TO_ENDPOINT)).toHaveLength(tries);
  });

  it('is the same bytes where the same session is asked about again, and others where another is', async () => {
    const { sessions, does, ports } = await opened(noReply());
    const cancel = async (which: typeof booking) => {
      does(
        { type: 'back' },
        { type: 'ask-to-cancel', bookings: [which] },
        { type: 'cancel', bookings: [which] },
      );
      await reaches(sessions, hasStatus('not-sent'));
    };
    await cancel(booking);
    await cancel(booking);
    expect(distinct(wishesIn(ports))).toHaveLength(1);
    await cancel(other);
    const sent = distinct(wishesIn(ports));
    expect(sent.map(({ act }) => 'cancel' in act && act.cancel)).toEqual([[booking.id], [other.id]]);
  });
});

describe('a cancellation that the practice won’t take', () => {
  it('says why, and takes nothing away from the time that is chosen', async () => {
    const { sessions, does, choosesKind, fillsIn } = await opened(
      reply(409, { type: 'kap:rule-broken', rules: ['notice'] }),
    );
    await choosesKind();
    fillsIn(wednesday);
    does(ask, { type: 'cancel', bookings: [booking] });
    const { choice, ...said } = await reaches(sessions, hasStatus('choosing'));
    expect(said).toMatchObject({ notice: 'too-soon', turn: 1 });
    expect(shown(choice)).toMatchObject({
      cancelling: [],
      kind: 'preparation',
      day: '2026-11-25',
      slot: wednesday,
      name: 'Ana Okafor',
    });
  });

  it('is refused where it is none of theirs', async () => {
    const { sessions, does } = await opened(reply(404, { type: 'kap:not-found' }));
    does(ask, { type: 'cancel', bookings: [booking] });
    expect(await reaches(sessions, hasStatus('refused'))).toMatchObject({ httpStatus: 404 });
    does({ type: 'back' });
    expect(choosingOf(sessions).choice.cancelling).toEqual([]);
  });
});

describe('a session that was cancelled while another is chosen', () => {
  it('has its time read among the open ones again', async () => {
    const { sessions, choosesKind, does, ports, settles } = await opened(acceptsWith(cancelled));
    await choosesKind();
    const before = ports.network.sent('GET availability').length;
    does(ask, { type: 'cancel', bookings: [booking] });
    await reaches(sessions, hasStatus('choosing'));
    await settles();
    expect(ports.network.sent('GET availability').length).toBe(before + 1);
    expect(shown(sessions.state.choice).kind).toBe('preparation');
  });
});
