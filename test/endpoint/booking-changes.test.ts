import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import type { BookingChangeSubmission } from '../../src/domain/submission/envelope.js';
import {
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
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

const statusesOf = (bookings: readonly Booking[] = []) =>
  bookings.map(({ kind, status, cancelledBy }) => [kind, status, cancelledBy]);

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('Giving up a session', (database) => {
  async function booked(slots = [tuesdayPreparation]) {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking(slots));
    return { endpoint, token, bookings };
  }

  test('cancels it by the client, and its slot is free at once', async () => {
    const { endpoint, token, bookings } = await booked();
    const answer = await endpoint.sent(token, newChange(bookings));
    expect(statusesOf(answer.bookings)).toEqual([['preparation', 'cancelled', 'client']]);
    expect(statusesOf((await endpoint.care(token)).bookings)).toEqual([
      ['preparation', 'cancelled', 'client'],
    ]);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });

  test('can be done by another browser of the same client', async () => {
    const { endpoint, token, bookings } = await booked();
    const { intake } = await endpoint.accepted(token);
    const code = await (await endpoint.signIn('office')).linkFor(intake.id);
    const elsewhere = newCareToken();
    await endpoint.exchange(code, elsewhere);
    await endpoint.sent(elsewhere, newChange(bookings));
  });

  test('again with the same bytes is answered alike, and again with others changes nothing', async () => {
    const { endpoint, token, bookings } = await booked();
    const change = newChange(bookings);
    const first = await endpoint.sent(token, change);
    expect(await endpoint.sent(token, change)).toEqual(first);
    const before = await database().selectFrom('bookings').selectAll().execute();
    endpoint.clock.advance(1);
    const second = await endpoint.sent(token, newChange([...bookings, ...bookings]));
    expect(statusesOf(second.bookings)).toEqual([['preparation', 'cancelled', 'client']]);
    expect(await database().selectFrom('bookings').selectAll().execute()).toEqual(before);
  });

  test('is possible until the practice’s hours before it, and not after', async () => {
    const { endpoint, token, bookings } = await booked([tuesdayPreparation, tuesdayAfternoon]);
    const [morning, afternoon] = bookings;
    if (!morning || !afternoon) throw new Error('two bookings');
    endpoint.clock.advance(21);
    await endpoint.sent(token, newChange([morning]));
    endpoint.clock.advance(4.01);
    const before = await everything(database());
    const answer = await endpoint.post(token, newChange([afternoon]));
    expect(answer.status).toBe(409);
    expect(await problemIn(answer)).toMatchObject({
      type: 'kap:rule-broken',
      rules: ['notice'],
      detail: 'A session can be cancelled here until 24 hours before it starts. Please call the practice.',
    });
    expect(await everything(database())).toEqual(before);
  });

  test('of somebody else, or of none that there is, gets one answer that tells nothing', async () => {
    const { endpoint, bookings } = await booked();
    const own = await booked([tuesdayAfternoon]);
    const before = await everything(database());
    const answers = [
      await endpoint.post(newCareToken(), newChange(bookings)),
      await endpoint.post(own.token, newChange(bookings)),
      await endpoint.post(own.token, newChange([...own.bookings, ...bookings])),
      await endpoint.post(own.token, newChange([{ id: randomUUID() }])),
      await endpoint.post(own.token, newChange([{ id: 'the one on Tuesday' }])),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await problemIn(answer)).toEqual({
        type: 'kap:not-found',
        title: 'There is no session like this to change.',
        status: 404,
      });
    }
    expect(await everything(database())).toEqual(before);
  });
});

onEachDatabase('Moving a session', (database) => {
  test('gives up the one and books the other, all in one', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const answer = await endpoint.sent(token, newChange(bookings, [tuesdayAfternoon]));
    expect(statusesOf(answer.bookings)).toEqual([
      ['preparation', 'cancelled', 'client'],
      ['preparation', 'requested', undefined],
    ]);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });

  test('may use the time that it gives up', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayDosing]));
    const within = slot('mara-lindqvist_preparation_in-person_20261124T1800Z', 'preparation');
    await endpoint.sent(token, newChange(bookings, [within]));
    const inPerson = slot('mara-lindqvist_preparation_in-person_20261124T1700Z', 'preparation');
    await endpoint.sent(newCareToken(), newBooking([inPerson]));
  });

  test('to a slot that somebody else has leaves everything as it was', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon]));
    const before = await everything(database());
    const answer = await endpoint.post(token, newChange(bookings, [tuesdayAfternoon]));
    expect(answer.status).toBe(409);
    const { type, slots = [] } = await problemIn(answer);
    expect(type).toBe('kap:slot-taken');
    expect(slots.map(({ id }) => id)).not.toContain(tuesdayAfternoon.id);
    expect(await everything(database())).toEqual(before);
  });

  test('keeps to the rules of what it books', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const before = await everything(database());
    for (const [wanted, rule] of [
      [slot('mara-lindqvist_dosing_in-person_20261126T1700Z', 'dosing'), 'needs'],
      [slot('tomas-reyes_consultation_video_20261123T1900Z', 'consultation'), 'notice'],
    ] as const) {
      const answer = await endpoint.post(token, newChange(bookings, [wanted]));
      expect([answer.status, (await problemIn(answer)).rules]).toEqual([409, [rule]]);
    }
    expect(await everything(database())).toEqual(before);
  });

  const many = Array.from({ length: 31 }, () => ({ id: randomUUID() }));
  const slots = Array.from({ length: 30 }, () => mondayConsultation);
  test.each<[string, BookingChangeSubmission, string, string]>([
    ['nothing to give up', newChange([], [mondayConsultation]), '/act/cancel', 'required'],
    ['more sessions than an answer can name', newChange(many, slots), '/act', 'too-many'],
    [
      'a slot that the practice does not have',
      newChange(many.slice(0, 1), [slot('nobody_dosing_video_20261124T1700Z', 'dosing')]),
      '/act/sessions/0/slotId',
      'unknown-slot',
    ],
  ])('is refused with %s', async (_, change, pointer, code) => {
    const answer = await endpointOn(database()).post(newCareToken(), change);
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toMatchObject([{ pointer, code }]);
  });
});
