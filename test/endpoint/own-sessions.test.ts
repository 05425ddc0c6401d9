import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import type { Submission } from '../../src/domain/submission/envelope.js';
import {
  clearedClient,
  mondayConsultation,
  mondayPreparation,
  newBooking,
  newChange,
  slot,
  tuesdayAfternoon,
  tuesdayDosing,
  tuesdayPreparation,
} from '../support/bookings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type EndpointUnderTest } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

const statusesOf = (bookings: readonly Booking[] = []) =>
  bookings.map(({ kind, start, status, cancelledBy }) => [kind, start.slice(11, 13), status, cancelledBy]);

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('A booking that replaces an earlier one', (database) => {
  const replacing = (slots: Parameters<typeof newBooking>[0], ...earlier: readonly Submission[]) =>
    newBooking(slots, { relatesTo: earlier.map(({ id }) => id) });

  test('cancels it by the client and answers with its own sessions alone', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const first = newBooking([tuesdayPreparation]);
    await endpoint.sent(token, first);
    const answer = await endpoint.sent(token, replacing([tuesdayAfternoon], first));
    expect(statusesOf(answer.bookings)).toEqual([['preparation', '21', 'requested', undefined]]);
    expect(statusesOf((await endpoint.care(token)).bookings)).toEqual([
      ['preparation', '17', 'cancelled', 'client'],
      ['preparation', '21', 'requested', undefined],
    ]);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });

  test('gets the same slot again, or one that overlaps it', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    const first = newBooking([tuesdayPreparation]);
    const second = replacing([tuesdayPreparation], first);
    const third = replacing([tuesdayDosing], first, second);
    for (const submission of [first, second, third]) await endpoint.sent(token, submission);
    expect(
      statusesOf((await endpoint.care(token)).bookings).map(([kind, , status]) => [kind, status]),
    ).toEqual(
      expect.arrayContaining([
        ['preparation', 'cancelled'],
        ['preparation', 'cancelled'],
        ['dosing', 'requested'],
      ]),
    );
  });

  test('leaves alone what it does not name, and what came of a change', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const change = newChange(bookings, [tuesdayAfternoon]);
    await endpoint.sent(token, change);
    await endpoint.sent(token, replacing([mondayConsultation], change));
    const { bookings: now } = await endpoint.care(token);
    expect(now.filter(({ status }) => status !== 'cancelled')).toHaveLength(2);
  });

  test('does nothing to anybody else’s, nor by an id that nobody has sent', async () => {
    const endpoint = endpointOn(database());
    const owner = newCareToken();
    const theirs = newBooking([tuesdayPreparation]);
    await endpoint.sent(owner, theirs);
    const before = await everything(database());
    expect((await endpoint.post(newCareToken(), replacing([tuesdayAfternoon], theirs))).status).toBe(403);
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon], { relatesTo: [randomUUID()] }));
    expect(statusesOf((await endpoint.care(owner)).bookings)).toEqual([
      ['preparation', '17', 'requested', undefined],
    ]);
  });

  test('leaves everything as it was where it can’t be booked', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const first = newBooking([tuesdayPreparation]);
    await endpoint.sent(token, first);
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon]));
    const before = await everything(database());
    const answer = await endpoint.post(token, replacing([tuesdayAfternoon], first));
    expect([answer.status, (await problemIn(answer)).type]).toEqual([409, 'kap:slot-taken']);
    expect(await everything(database())).toEqual(before);
  });

  test('is no way around the hours in which a session can be cancelled', async () => {
    const endpoint = endpointOn(database(), { practice: { ...stillwater, cancelHours: 48 } });
    const token = newCareToken();
    const first = newBooking([mondayConsultation]);
    await endpoint.sent(token, first);
    const before = await everything(database());
    const answer = await endpoint.post(token, replacing([tuesdayAfternoon], first));
    expect([answer.status, (await problemIn(answer)).rules]).toEqual([409, ['notice']]);
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(token, replacing([mondayConsultation], first));
  });

  test('gives up nothing that is over', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const first = newBooking([mondayConsultation]);
    await endpoint.sent(token, first);
    endpoint.clock.advance(24 * 2);
    const later = slot('mara-lindqvist_preparation_video_20261201T2100Z', 'preparation');
    await endpoint.sent(token, replacing([later], first));
    expect(statusesOf((await endpoint.care(token)).bookings)).toEqual([
      ['consultation', '22', 'completed', undefined],
      ['preparation', '21', 'requested', undefined],
    ]);
  });
});

async function refused(endpoint: EndpointUnderTest, token: string, submission: Submission) {
  const answer = await endpoint.post(token, submission);
  const { type, rules, detail } = await problemIn(answer);
  expect([answer.status, type]).toEqual([409, 'kap:rule-broken']);
  return { rules, detail };
}

onEachDatabase('A client who has a session at that time', (database) => {
  const ownSession = { rules: ['own-session'], detail: 'You already have a session at that time.' };

  test('can’t have another with somebody else, and is not told that it is taken', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    await endpoint.sent(token, newBooking([mondayConsultation]));
    const before = await everything(database());
    expect(await refused(endpoint, token, newBooking([mondayPreparation]))).toEqual(ownSession);
    expect(await refused(endpoint, token, newBooking([mondayConsultation]))).toEqual(ownSession);
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(newCareToken(), newBooking([mondayPreparation]));
  });

  test('can move it to somebody else at the same time, and can’t move another there', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(
      token,
      newBooking([mondayConsultation, tuesdayPreparation]),
    );
    expect(await refused(endpoint, token, newChange(bookings.slice(1), [mondayPreparation]))).toEqual(
      ownSession,
    );
    await endpoint.sent(token, newChange(bookings.slice(0, 1), [mondayPreparation]));
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
  });
});

const mornings = ['24', '25', '26', '27', '30'].map((day) =>
  slot(`mara-lindqvist_preparation_video_202611${day}T1700Z`, 'preparation'),
);

onEachDatabase('How many sessions a client can have to come', (database) => {
  const few = {
    rules: ['too-many'],
    detail:
      'You can have at most 3 sessions to come until the practice has your health history. Please call the practice.',
  };

  test('is three for somebody without a health history', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    expect(await refused(endpoint, token, newBooking(mornings.slice(0, 4)))).toEqual(few);
    const { bookings = [] } = await endpoint.sent(token, newBooking(mornings.slice(0, 3)));
    const [given, fourth, fifth] = [bookings.slice(0, 1), mornings.slice(3, 4), mornings.slice(4, 5)];
    const before = await everything(database());
    expect(await refused(endpoint, token, newBooking(fourth))).toEqual(few);
    expect(await refused(endpoint, token, newChange(given, mornings.slice(3)))).toEqual(few);
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(token, newChange(given, fourth));
    await endpoint.accepted(token);
    await endpoint.sent(token, newBooking(fifth));
  });

  test('does not count what is over or cancelled', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking(mornings.slice(0, 3)));
    await endpoint.sent(token, newChange(bookings.slice(2)));
    await endpoint.sent(token, newBooking(mornings.slice(3, 4)));
    endpoint.clock.advance(24 * 2);
    await endpoint.sent(token, newBooking(mornings.slice(4)));
  });

  test('is sixty for anybody, as many as a course may have', async () => {
    const endpoint = endpointOn(database());
    const { token } = await endpoint.accepted();
    const days = ['24', '25', '26', '27', '30'].map((day) => `202611${day}`);
    const december = ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14', '15', '16', '17', '18'];
    const later = ['21', '22'];
    const times = [...days, ...[...december, ...later].map((day) => `202612${day}`)].flatMap((date) => [
      slot(`mara-lindqvist_preparation_video_${date}T1700Z`, 'preparation'),
      slot(`mara-lindqvist_preparation_video_${date}T1800Z`, 'preparation'),
      slot(`mara-lindqvist_preparation_video_${date}T1900Z`, 'preparation'),
    ]);
    await endpoint.sent(token, newBooking(times.slice(0, 50)));
    expect(await refused(endpoint, token, newBooking(times.slice(50, 61)))).toEqual({
      rules: ['too-many'],
      detail: 'You can have at most 60 sessions to come. Please call the practice.',
    });
    await endpoint.sent(token, newBooking(times.slice(50, 60)));
  });
});
