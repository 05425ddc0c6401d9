import { expect, test } from 'vitest';
import type { Database } from '../../demo/endpoint/database.js';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import {
  clearedClient,
  mondayConsultation,
  mondayPreparation,
  newBooking,
  newChange,
  slot,
  tuesdayAfternoon,
  tuesdayPreparation,
} from '../support/bookings.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

const activeIn = (database: Database) =>
  database
    .selectFrom('bookings')
    .selectAll()
    .where('status', 'in', ['requested', 'confirmed'])
    .orderBy('start_at')
    .execute();

/** Pairs of bookings that hold the same practitioner at the same time. */
async function collisions(database: Database): Promise<number> {
  const rows = await activeIn(database);
  return rows.filter((a, index) =>
    rows
      .slice(index + 1)
      .some((b) => a.practitioner_id === b.practitioner_id && a.start_at < b.end_at && b.start_at < a.end_at),
  ).length;
}

// On PostgreSQL these come over 20 connections.
onEachDatabase('Two hundred who want one slot at the same moment', (database) => {
  test('one gets it, and everybody else is told so, with other slots', { timeout: 120_000 }, async () => {
    const endpoint = endpointOn(database());
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => endpoint.post(newCareToken(), newBooking([tuesdayPreparation]))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(199);
    const problems = await Promise.all(answers.filter(({ status }) => status === 409).map(problemIn));
    for (const { type, slots = [] } of problems) {
      expect(type).toBe('kap:slot-taken');
      expect(slots).toHaveLength(20);
      expect(slots.map(({ id }: Slot) => id)).not.toContain(tuesdayPreparation.id);
    }
    expect(await activeIn(database())).toHaveLength(1);
    for (const table of ['submissions', 'clients', 'care_tokens', 'notices'] as const)
      expect(await database().selectFrom(table).selectAll().execute()).toHaveLength(1);
    expect(endpoint.reports).toEqual([]);
  });
});

onEachDatabase('Many who book at the same moment', (database) => {
  test('never share a practitioner’s time, in whatever kinds and modes', { timeout: 120_000 }, async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    // The practitioner has been booked before, as in any practice but a new one.
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon]));
    const mornings = ['20261125', '20261126', '20261127', '20261130', '20261201'];
    const wanted = mornings.flatMap((date) =>
      Array.from({ length: 24 }, (_, turn) => {
        const time = ['1700', '1800', '1900'][turn % 3] ?? '';
        const mode = turn % 2 === 0 ? 'video' : 'in-person';
        return turn % 4 === 0
          ? slot(`mara-lindqvist_dosing_in-person_${date}T1700Z`, 'dosing')
          : slot(`mara-lindqvist_preparation_${mode}_${date}T${time}Z`, 'preparation');
      }),
    );
    const answers = await Promise.all(
      wanted.map((one) => endpoint.post(one.kind === 'dosing' ? token : newCareToken(), newBooking([one]))),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const active = await activeIn(database());
    expect(active).toHaveLength(1 + answers.filter(({ status }) => status === 201).length);
    expect(await collisions(database())).toBe(0);
    for (const date of mornings) {
      const day = new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T17:00:00Z`);
      const held = active.filter(
        ({ start_at }) => Math.abs(start_at.getTime() - day.getTime()) < 3 * 3_600_000,
      );
      expect(held.map(({ kind }) => kind)).toHaveLength(held[0]?.kind === 'dosing' ? 1 : 3);
    }
  });

  test('with two practitioners in either order wait for each other and never for good', async () => {
    const endpoint = endpointOn(database());
    const both = [tuesdayPreparation, mondayConsultation];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        endpoint.post(newCareToken(), newBooking(turn % 2 === 0 ? both : [...both].reverse())),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(39);
    expect(await activeIn(database())).toHaveLength(2);
  });

  test('send one booking fifty times and get one answer', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const submission = newBooking([tuesdayPreparation, mondayConsultation]);
    const answers = await Promise.all(Array.from({ length: 50 }, () => endpoint.post(token, submission)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(await activeIn(database())).toHaveLength(2);
  });

  test('swap their times, and nobody loses both', async () => {
    const endpoint = endpointOn(database());
    const [first, second] = [newCareToken(), newCareToken()];
    const one = await endpoint.sent(first, newBooking([tuesdayPreparation]));
    const two = await endpoint.sent(second, newBooking([tuesdayAfternoon]));
    const answers = await Promise.all([
      endpoint.post(first, newChange(one.bookings ?? [], [tuesdayAfternoon])),
      endpoint.post(second, newChange(two.bookings ?? [], [tuesdayPreparation])),
    ]);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    for (const token of [first, second]) {
      const { bookings } = await endpoint.care(token);
      expect(bookings.filter(({ status }) => status === 'requested')).toHaveLength(1);
    }
    expect(await collisions(database())).toBe(0);
  });

  test('take a slot that is just given up: one of them gets it, or nobody does', async () => {
    const endpoint = endpointOn(database());
    const owner = newCareToken();
    const { bookings = [] } = await endpoint.sent(owner, newBooking([tuesdayPreparation]));
    const [given, ...answers] = await Promise.all([
      endpoint.post(owner, newChange(bookings)),
      ...Array.from({ length: 30 }, () => endpoint.post(newCareToken(), newBooking([tuesdayPreparation]))),
    ]);
    expect(given?.status).toBe(201);
    const won = answers.filter(({ status }) => status === 201).length;
    expect(won).toBeLessThanOrEqual(1);
    expect(await activeIn(database())).toHaveLength(won);
    expect(await endpoint.post(newCareToken(), newBooking([tuesdayPreparation]))).toMatchObject({
      status: won === 1 ? 409 : 201,
    });
  });
});

onEachDatabase('One client who sends several at the same moment', (database) => {
  test('has one session at one time, with whomever', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    // Known before, so that nothing but their own sessions keeps one from the other.
    await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        endpoint.post(token, newBooking([turn % 2 === 0 ? mondayConsultation : mondayPreparation])),
      ),
    );
    const refusals = answers.filter(({ status }) => status !== 201);
    expect(refusals).toHaveLength(19);
    for (const refusal of refusals)
      expect(await problemIn(refusal)).toMatchObject({ status: 409, rules: ['own-session'] });
    expect(await activeIn(database())).toHaveLength(2);
    expect(endpoint.reports).toEqual([]);
  });

  test('has no more sessions to come than a stranger may', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const wanted = ['24', '25', '26', '27', '30'].flatMap((day) => [
      slot(`mara-lindqvist_preparation_video_202611${day}T1700Z`, 'preparation'),
      slot(`mara-lindqvist_preparation_video_202611${day}T2100Z`, 'preparation'),
    ]);
    const answers = await Promise.all(wanted.map((one) => endpoint.post(token, newBooking([one]))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await activeIn(database())).toHaveLength(3);
  });

  test('keeps what replaces an earlier wish, whatever becomes of that', { timeout: 120_000 }, async () => {
    const endpoint = endpointOn(database());
    const pairs = [
      [tuesdayPreparation, tuesdayPreparation],
      [tuesdayPreparation, tuesdayAfternoon],
      [tuesdayAfternoon, mondayConsultation],
      [mondayConsultation, tuesdayPreparation],
    ] as const;
    for (let turn = 0; turn < 24; turn++) {
      const [before, after] = pairs[turn % pairs.length] ?? pairs[0];
      const token = newCareToken();
      const first = newBooking([before]);
      const second = newBooking([after], { relatesTo: [first.id] });
      const [one, two] = await Promise.all([endpoint.post(token, first), endpoint.post(token, second)]);
      expect(two.status).toBe(201);
      expect([201, 409]).toContain(one.status);
      const active = await activeIn(database());
      const isReplaced = await database()
        .selectFrom('bookings')
        .select('id')
        .where('submission_id', '=', first.id)
        .where('status', '=', 'cancelled')
        .execute();
      // An earlier wish that comes in after what replaced it can't know, and stands if its time is another.
      const lateAndStanding = one.status === 201 && isReplaced.length === 0;
      expect(active.filter(({ submission_id }) => submission_id === second.id)).toHaveLength(1);
      expect(active).toHaveLength(lateAndStanding ? 2 : 1);
      if (before === after) expect(lateAndStanding).toBe(false);
      await database().deleteFrom('bookings').execute();
    }
    expect(endpoint.reports).toEqual([]);
  });

  test('exchanges wishes between two practitioners and nobody waits for good', async () => {
    const endpoint = endpointOn(database());
    const clients = await Promise.all(
      [mondayConsultation, tuesdayPreparation].map(async (wanted) => {
        const [token, first] = [newCareToken(), newBooking([wanted])];
        await endpoint.sent(token, first);
        return { token, relatesTo: [first.id] };
      }),
    );
    const answers = await Promise.all(
      clients.map(({ token, relatesTo }, index) =>
        endpoint.post(
          token,
          newBooking([index === 0 ? tuesdayPreparation : mondayConsultation], { relatesTo }),
        ),
      ),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await activeIn(database())).toHaveLength(2);
    expect(await collisions(database())).toBe(0);
    expect(endpoint.reports).toEqual([]);
  });
});
