import { expect, test } from 'vitest';
import { acceptance } from '../../src/domain/submission/acceptance.js';
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

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('Booking', (database) => {
  test('a session that staff decide about is requested, and says when, how and with whom', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const answer = acceptance.parse(await endpoint.sent(token, newBooking([tuesdayPreparation])));
    const requested = {
      id: expect.any(String),
      kind: 'preparation',
      start: '2026-11-24T17:00:00.000Z',
      end: '2026-11-24T18:00:00.000Z',
      mode: 'video',
      practitioner: { id: 'mara-lindqvist', name: 'Mara Lindqvist, LMFT' },
      status: 'requested',
      changeUntil: '2026-11-23T17:00:00.000Z',
    };
    expect(answer.bookings).toEqual([requested]);
    expect((await endpoint.care(token)).bookings).toEqual(answer.bookings);
  });

  test('a consultation is confirmed at once, and one in person says where', async () => {
    const endpoint = endpointOn(database());
    const inPerson = slot('tomas-reyes_consultation_in-person_20261123T2200Z', 'consultation');
    const { bookings } = await endpoint.sent(newCareToken(), newBooking([inPerson]));
    expect(bookings).toMatchObject([
      { status: 'confirmed', mode: 'in-person', place: 'Stillwater House, Portland, ground floor' },
    ]);
  });

  test('several sessions books all of them, in the order in which they were asked for', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings } = await endpoint.sent(token, newBooking([tuesdayPreparation, mondayConsultation]));
    expect(bookings?.map(({ kind, status }) => [kind, status])).toEqual([
      ['preparation', 'requested'],
      ['consultation', 'confirmed'],
    ]);
    expect((await endpoint.care(token)).bookings.map(({ kind }) => kind)).toEqual([
      'consultation',
      'preparation',
    ]);
  });

  test('several of which one is taken books none', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
    const before = await everything(database());
    const both = newBooking([tuesdayPreparation, mondayConsultation]);
    const answer = await endpoint.post(newCareToken(), both);
    expect(answer.status).toBe(409);
    expect((await problemIn(answer)).slots?.every(({ kind }) => kind === 'consultation')).toBe(true);
    expect(await everything(database())).toEqual(before);
  });

  test('keeps a care state that holds what the practice knows of a client who has only booked', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    await endpoint.sent(token, newBooking([mondayConsultation]));
    expect(await endpoint.care(token)).toMatchObject({
      intakes: [],
      clearance: { status: 'not-started' },
      consents: [],
      bookings: [{ kind: 'consultation' }],
    });
  });

  test('again with the same bytes is answered alike, though the slot is free or somebody else’s by then', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const submission = newBooking([tuesdayPreparation]);
    const first = await endpoint.sent(token, submission);
    expect(await endpoint.sent(token, submission)).toEqual(first);
    await endpoint.sent(token, newChange(first.bookings ?? []));
    expect(await endpoint.sent(token, submission)).toEqual(first);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    endpoint.clock.advance(24 * 20);
    expect(await endpoint.sent(token, submission)).toEqual(first);
    expect(await database().selectFrom('bookings').selectAll().execute()).toHaveLength(2);
  });
});

onEachDatabase('A slot that somebody else has', (database) => {
  test('is answered with the nearest open ones of the same kind and mode, soonest first', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    const before = await everything(database());
    const answer = await endpoint.post(newCareToken(), newBooking([tuesdayPreparation]));
    expect(answer.status).toBe(409);
    const { type, slots = [] } = await problemIn(answer);
    expect(type).toBe('kap:slot-taken');
    expect(slots).toHaveLength(20);
    expect(slots.every(({ kind, mode }) => kind === 'preparation' && mode === 'video')).toBe(true);
    expect(slots.map(({ id }) => id)).not.toContain(tuesdayPreparation.id);
    expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).sort());
    expect(slots.map(({ start }) => start).slice(0, 3)).toEqual([
      '2026-11-23T21:00:00.000Z',
      '2026-11-23T22:00:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ]);
    for (const { id, kind } of slots.slice(0, 2)) {
      expect((await endpoint.post(newCareToken(), newBooking([{ id, kind }]))).status).toBe(201);
    }
    expect((await everything(database())) as object).not.toEqual(before);
  });

  test('is one that overlaps it too, in any kind or mode', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    await endpoint.sent(token, newBooking([tuesdayDosing]));
    for (const time of ['1700', '1800', '1900']) {
      const overlapping = slot(`mara-lindqvist_preparation_in-person_20261124T${time}Z`, 'preparation');
      const answer = await endpoint.post(newCareToken(), newBooking([overlapping]));
      expect([answer.status, (await problemIn(answer)).type]).toEqual([409, 'kap:slot-taken']);
    }
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon]));
  });

  test('does not keep another practitioner from the same time', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
    const sameTime = slot('mara-lindqvist_preparation_video_20261123T2200Z', 'preparation');
    await endpoint.sent(newCareToken(), newBooking([sameTime]));
  });

  test('offers a kind that needs clearance to nobody who has none', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint, '2026-11-25');
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    const answer = await endpoint.post(token, newBooking([tuesdayDosing]));
    const { slots = [] } = await problemIn(answer);
    expect(slots.length).toBeGreaterThan(0);
    expect(slots.every(({ start }) => start < '2026-11-26T08:00:00.000Z')).toBe(true);
  });
});
