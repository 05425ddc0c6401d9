import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { StaffBooking } from '../../demo/endpoint/staff/bookings.js';
import {
  ana,
  clearedClient,
  mondayConsultation,
  newBooking,
  newChange,
  slot,
  tuesdayAfternoon,
  tuesdayDosing,
  tuesdayPreparation,
} from '../support/bookings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type StaffMember } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

const AT = '2026-11-22T20:00:00.000Z';
const ROLES = ['prescriber', 'therapist', 'office'] as const;

interface Week {
  readonly timeZone: string;
  readonly bookings: readonly StaffBooking[];
}

interface Log {
  readonly entries: readonly Record<string, unknown>[];
}

const weekOf = (staff: StaffMember, from = '2026-11-23', to = '2026-11-29') =>
  staff.read<Week>(`bookings?from=${from}&to=${to}`);

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('The practice’s sessions', (database) => {
  test.each(ROLES)('are shown to the %s with whose they are, soonest first', async (role) => {
    const endpoint = endpointOn(database());
    const { reference } = await endpoint.sent(
      newCareToken(),
      newBooking([tuesdayPreparation, mondayConsultation]),
    );
    const member = await endpoint.signIn(role);
    const { timeZone, bookings } = await weekOf(member);
    expect(timeZone).toBe('America/Los_Angeles');
    expect(bookings.map(({ kind }) => kind)).toEqual(['consultation', 'preparation']);
    expect(bookings[1]).toEqual({
      id: expect.any(String),
      kind: 'preparation',
      start: '2026-11-24T17:00:00.000Z',
      end: '2026-11-24T18:00:00.000Z',
      mode: 'video',
      practitioner: { id: 'mara-lindqvist', name: 'Mara Lindqvist, LMFT' },
      status: 'requested',
      changeUntil: '2026-11-23T17:00:00.000Z',
      clientId: expect.any(String),
      name: 'Ana Okafor',
      contact: ana,
      reference,
      requestedAt: AT,
      awaitsDecision: true,
    });
    expect((await member.read<Log>('log')).entries[0]).toEqual({
      at: AT,
      role,
      action: 'bookings-read',
      detail: '2026-11-23 to 2026-11-29',
    });
  });

  test('are those of the practice’s own days, the first and the last included', async () => {
    const endpoint = endpointOn(database());
    // Tuesday at 16:00 in Portland is Wednesday in UTC.
    const late = slot('mara-lindqvist_preparation_video_20261125T0000Z', 'preparation');
    await endpoint.sent(newCareToken(), newBooking([late]));
    const office = await endpoint.signIn('office');
    expect((await weekOf(office, '2026-11-24', '2026-11-24')).bookings).toHaveLength(1);
    expect((await weekOf(office, '2026-11-25', '2026-11-25')).bookings).toHaveLength(0);
    expect((await weekOf(office, '2026-11-23', '2026-11-23')).bookings).toHaveLength(0);
  });

  test('show what was cancelled and what is on hold', async () => {
    const endpoint = endpointOn(database());
    const { token, decide, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([mondayConsultation, tuesdayDosing]));
    await endpoint.sent(token, newChange(bookings.slice(0, 1)));
    await decide({ status: 'on-hold' });
    expect(
      (await weekOf(prescriber)).bookings.map(({ status, cancelledBy }) => [status, cancelledBy]),
    ).toEqual([
      ['cancelled', 'client'],
      ['on-hold', undefined],
    ]);
  });

  test.each(['', 'from=2026-11-23', 'from=2026-11-29&to=2026-11-23', 'from=2026-11-23&to=2027-11-23'])(
    'are not shown for %j, and nothing is logged',
    async (query) => {
      const office = await endpointOn(database()).signIn('office');
      const before = await everything(database());
      expect((await office.get(`bookings?${query}`)).status).toBe(400);
      expect(await everything(database())).toEqual(before);
    },
  );

  test('are for who is signed in alone', async () => {
    const endpoint = endpointOn(database());
    const answer = await endpoint.ask('/staff/api/bookings?from=2026-11-23&to=2026-11-29');
    expect(answer.status).toBe(401);
  });
});

onEachDatabase('Deciding about a session that was asked for', (database) => {
  async function requested() {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    return { endpoint, token, path: `bookings/${bookings[0]?.id}/decision`, bookings };
  }

  test.each(ROLES)('the %s confirms it, and the client sees it', async (role) => {
    const { endpoint, token, path } = await requested();
    const member = await endpoint.signIn(role);
    const answer = await member.send('POST', path, { decision: 'confirm' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'confirmed', name: 'Ana Okafor', contact: ana });
    expect((await endpoint.care(token)).bookings).toMatchObject([{ status: 'confirmed' }]);
    const [entry] = (await member.read<Log>('log')).entries;
    expect(entry).toEqual({
      at: AT,
      role,
      action: 'booking-decided',
      reference: expect.any(String),
      clientId: expect.any(String),
      detail: 'confirm preparation 2026-11-24T17:00:00.000Z',
    });
  });

  test('or declines it: the client sees by whom, and the slot is free again', async () => {
    const { endpoint, token, path } = await requested();
    const office = await endpoint.signIn('office');
    const answer = await office.send('POST', path, { decision: 'decline' });
    expect(await answer.json()).toMatchObject({ status: 'cancelled', cancelledBy: 'practice' });
    expect((await endpoint.care(token)).bookings).toMatchObject([
      { status: 'cancelled', cancelledBy: 'practice' },
    ]);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });

  test.each([
    ['confirm', 'confirm', 'This session does not wait for a decision any more.'],
    ['decline', 'confirm', 'This session does not wait for a decision any more.'],
    ['decline', 'decline', 'This session is cancelled or over already.'],
  ])('is done once: after %s, %s is refused', async (first, second, title) => {
    const { endpoint, path } = await requested();
    const office = await endpoint.signIn('office');
    await office.send('POST', path, { decision: first });
    const before = await everything(database());
    const answer = await office.send('POST', path, { decision: second });
    expect(answer.status).toBe(409);
    expect(await problemIn(answer)).toMatchObject({ title });
    expect(await everything(database())).toEqual(before);
  });

  test('is refused when the client has given it up, or its time is over', async () => {
    const { endpoint, token, path, bookings } = await requested();
    const { bookings: later = [] } = await endpoint.sent(token, newBooking([tuesdayAfternoon]));
    await endpoint.sent(token, newChange(bookings));
    const office = await endpoint.signIn('office');
    for (const decision of ['confirm', 'decline'])
      expect((await office.send('POST', path, { decision })).status).toBe(409);
    endpoint.clock.advance(51);
    const again = await endpoint.signIn('office');
    for (const decision of ['confirm', 'decline']) {
      const answer = await again.send('POST', `bookings/${later[0]?.id}/decision`, { decision });
      expect(answer.status).toBe(409);
    }
  });

  test('ends cancelled when two decide and the client gives it up at the same moment', async () => {
    const { endpoint, token, path, bookings } = await requested();
    const office = await endpoint.signIn('office');
    const [confirmed, declined, given] = await Promise.all([
      office.send('POST', path, { decision: 'confirm' }),
      office.send('POST', path, { decision: 'decline' }),
      endpoint.post(token, newChange(bookings)),
    ]);
    for (const { status } of [confirmed, declined]) expect([200, 409]).toContain(status);
    expect(given.status).toBe(201);
    expect((await endpoint.care(token)).bookings).toMatchObject([{ status: 'cancelled' }]);
  });

  test('can’t confirm what the clearance does not cover now, and can decline it', async () => {
    const endpoint = endpointOn(database());
    const { token, decide, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayDosing]));
    await decide({ status: 'on-hold' });
    const path = `bookings/${bookings[0]?.id}/decision`;
    const before = await everything(database());
    const answer = await prescriber.send('POST', path, { decision: 'confirm' });
    expect(answer.status).toBe(409);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:rule-broken', rules: ['needs'] });
    expect(await everything(database())).toEqual(before);
    expect((await prescriber.send('POST', path, { decision: 'decline' })).status).toBe(200);
  });

  test('of none that there is, or in no words of ours, is refused', async () => {
    const { endpoint, path } = await requested();
    const office = await endpoint.signIn('office');
    for (const id of [randomUUID(), 'nonsense']) {
      const answer = await office.send('POST', `bookings/${id}/decision`, { decision: 'confirm' });
      expect(answer.status).toBe(404);
    }
    expect((await office.send('POST', path, { decision: 'perhaps' })).status).toBe(422);
  });
});

onEachDatabase('Cancelling a session that was confirmed', (database) => {
  test.each(ROLES)('is up to the %s: the client sees it, and its time is free again', async (role) => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([mondayConsultation]));
    expect(bookings).toMatchObject([{ status: 'confirmed' }]);
    const member = await endpoint.signIn(role);
    const path = `bookings/${bookings[0]?.id}/decision`;
    const answer = await member.send('POST', path, { decision: 'decline' });
    expect(answer.status).toBe(200);
    const cancelled = { status: 'cancelled', cancelledBy: 'practice' };
    expect(await answer.json()).toMatchObject({ ...cancelled, awaitsDecision: false });
    expect((await endpoint.care(token)).bookings).toMatchObject([cancelled]);
    expect((await member.read<Log>('log')).entries[0]).toMatchObject({
      action: 'booking-decided',
      detail: 'cancel consultation 2026-11-23T22:00:00.000Z',
    });
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
  });

  test('is possible while it is on hold', async () => {
    const endpoint = endpointOn(database());
    const { token, decide, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayDosing]));
    const path = `bookings/${bookings[0]?.id}/decision`;
    await prescriber.send('POST', path, { decision: 'confirm' });
    await decide({ status: 'on-hold' });
    expect((await endpoint.care(token)).bookings).toMatchObject([{ status: 'on-hold' }]);
    expect((await prescriber.send('POST', path, { decision: 'decline' })).status).toBe(200);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });

  test('is not possible once it is over', async () => {
    const endpoint = endpointOn(database());
    const { bookings = [] } = await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
    endpoint.clock.advance(24 * 2);
    const office = await endpoint.signIn('office');
    const before = await everything(database());
    const path = `bookings/${bookings[0]?.id}/decision`;
    expect((await office.send('POST', path, { decision: 'decline' })).status).toBe(409);
    expect(await everything(database())).toEqual(before);
  });
});
