import { expect, test } from 'vitest';
import type { Database } from '../../demo/endpoint/database.js';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import type { Acceptance } from '../../src/domain/submission/acceptance.js';
import type { BookingSubmission } from '../../src/domain/submission/envelope.js';
import { newBooking, slot } from '../support/bookings.js';
import { onPostgres } from '../support/databases.js';
import { endpointOn, type EndpointUnderTest } from '../support/endpoint.js';
import { useFaults, withFault, type ConnectionFault } from '../support/faults.js';
import { bytesOf, newCareToken } from '../support/intake.js';

const CLIENTS = 1000;
const ROUNDS = 5;
const FAULTS = 0.3;

/** Ten hours with either practitioner, from Tuesday on. */
const wanted = [
  ...['24T17', '24T18', '24T19', '24T21', '24T22', '24T23', '25T17', '25T18', '25T19', '26T17'].map((hour) =>
    slot(`mara-lindqvist_preparation_video_202611${hour}00Z`, 'preparation'),
  ),
  ...['25T18', '25T19', '25T20', '25T21', '25T22', '25T23', '30T18', '30T19', '30T20', '30T21'].map((hour) =>
    slot(`tomas-reyes_consultation_video_202611${hour}00Z`, 'consultation'),
  ),
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Fault = ConnectionFault | 'request-lost' | 'reply-lost';
const KINDS: readonly Fault[] = ['request-lost', 'reply-lost', 'within', 'before-commit', 'after-commit'];

interface Client {
  readonly token: string;
  readonly submission: BookingSubmission;
  readonly answer: Response;
}

/** Sends a booking until it is answered for good, the same bytes each time; three in ten tries go wrong somewhere. */
async function sendUntilAnswered(
  endpoint: EndpointUnderTest,
  submission: BookingSubmission,
  draw: () => number,
  happened: Map<Fault, number>,
): Promise<Client> {
  const token = newCareToken();
  const bytes = bytesOf(submission);
  const send = () => endpoint.post(token, submission, bytes);
  for (;;) {
    const fault = draw() < FAULTS ? KINDS[Math.floor(draw() * KINDS.length)] : undefined;
    if (fault !== undefined) happened.set(fault, (happened.get(fault) ?? 0) + 1);
    if (fault === 'request-lost') continue;
    const isOfConnection = fault !== undefined && fault !== 'reply-lost';
    const answer = await (isOfConnection ? withFault(fault, Math.floor(draw() * 25), send) : send());
    if (fault !== 'reply-lost' && answer.status < 500) return { token, submission, answer };
  }
}

/** What the database has of these sessions. */
const activeBookings = (database: Database) =>
  database.selectFrom('bookings').selectAll().where('status', '<>', 'cancelled').execute();

async function round(database: Database, seed: number): Promise<void> {
  const endpoint = endpointOn(database);
  const draw = drawing(seed);
  const happened = new Map<Fault, number>();
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, (_, turn) => {
      const one = wanted[turn % wanted.length];
      if (one === undefined) throw new Error('twenty slots');
      return sendUntilAnswered(endpoint, newBooking([one]), draw, happened);
    }),
  );
  for (const kind of KINDS) expect(happened.get(kind)).toBeGreaterThan(20);

  const active = await activeBookings(database);
  expect(active.map(({ slot_id }) => slot_id).sort()).toEqual(wanted.map(({ id }) => id).sort());
  const told: Booking[] = [];
  for (const { submission, answer } of clients) {
    const own = active.filter((row) => row.submission_id === submission.id);
    expect([answer.status, own.length]).toEqual(answer.status === 201 ? [201, 1] : [409, 0]);
    if (answer.status === 201) told.push(...(((await answer.json()) as Acceptance).bookings ?? []));
    else expect(await answer.json()).toMatchObject({ type: 'kap:slot-taken', taken: [0] });
  }
  expect(told.map(({ id }) => id).sort()).toEqual(active.map(({ id }) => id).sort());
  // Whoever won is told so for good, and nobody else is kept.
  const winners = clients.filter(({ answer }) => answer.status === 201);
  for (const { token, submission } of winners) {
    const again = (await (await endpoint.post(token, submission)).json()) as Acceptance;
    expect((await endpoint.care(token)).bookings).toEqual(again.bookings);
  }
  for (const table of ['submissions', 'clients', 'care_tokens', 'notices'] as const)
    expect(await database.selectFrom(table).selectAll().execute()).toHaveLength(wanted.length);
}

// Over 20 connections.
onPostgres('A thousand who book twenty slots while three in ten tries go wrong', (database) => {
  useFaults();

  test.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'share none of them, and each is told what is so, round %i',
    { timeout: 180_000 },
    async (seed) => {
      await round(database(), seed);
    },
  );
});
