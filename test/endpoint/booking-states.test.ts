import { expect, test } from 'vitest';
import { booking, type Booking } from '../../src/domain/scheduling/sessions.js';
import {
  clearedClient,
  mondayConsultation,
  newBooking,
  newChange,
  tuesdayDosing,
  tuesdayPreparation,
  wednesdayDosing,
} from '../support/bookings.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('What a client’s bookings are', (database) => {
  const statusesOf = async (endpoint: ReturnType<typeof endpointOn>, token: string) =>
    (await endpoint.care(token)).bookings.map(({ kind, status }) => [kind, status]);

  test('follows the clearance: on hold while it does not stand, and back when it does', async () => {
    const endpoint = endpointOn(database());
    const { token, decide } = await clearedClient(endpoint);
    await endpoint.sent(token, newBooking([tuesdayDosing, mondayConsultation]));
    const stored = await database().selectFrom('bookings').select(['kind', 'status']).execute();
    await decide({ status: 'on-hold' });
    expect(await statusesOf(endpoint, token)).toEqual([
      ['consultation', 'confirmed'],
      ['dosing', 'on-hold'],
    ]);
    expect(await database().selectFrom('bookings').select(['kind', 'status']).execute()).toEqual(stored);
    endpoint.clock.advance(0.1);
    await decide({ status: 'cleared', validUntil: '2026-11-23' });
    expect(await statusesOf(endpoint, token)).toContainEqual(['dosing', 'on-hold']);
    endpoint.clock.advance(0.1);
    await decide({ status: 'cleared', validUntil: '2026-11-24' });
    expect(await statusesOf(endpoint, token)).toContainEqual(['dosing', 'requested']);
  });

  test('keep their slot while they are on hold', async () => {
    const endpoint = endpointOn(database());
    const { token, decide } = await clearedClient(endpoint);
    await endpoint.sent(token, newBooking([tuesdayDosing]));
    await decide({ status: 'on-hold' });
    const answer = await endpoint.post(newCareToken(), newBooking([tuesdayPreparation]));
    expect(answer.status).toBe(409);
  });

  test('is over with its end: taken place if it was confirmed, not taken by the practice if nobody decided', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    await endpoint.sent(token, newBooking([mondayConsultation, tuesdayPreparation]));
    endpoint.clock.advance(26.9);
    expect(await statusesOf(endpoint, token)).toContainEqual(['consultation', 'confirmed']);
    endpoint.clock.advance(24);
    const { bookings } = await endpoint.care(token);
    expect(bookings.every((each) => booking.safeParse(each).success)).toBe(true);
    expect(bookings.map(({ status, cancelledBy }) => [status, cancelledBy])).toEqual([
      ['completed', undefined],
      ['cancelled', 'practice'],
    ]);
  });

  test('is judged by the clearance at its start once it is over, not by what was decided later', async () => {
    const endpoint = endpointOn(database());
    const { token, clientId, prescriber } = await clearedClient(endpoint, '2026-11-24');
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayDosing]));
    await prescriber.send('POST', `bookings/${bookings[0]?.id}/decision`, { decision: 'confirm' });
    endpoint.clock.advance(24 * 3);
    const again = await endpoint.signIn('prescriber');
    const staffSees = async () =>
      (await again.read<{ bookings: Booking[] }>('bookings?from=2026-11-23&to=2026-11-29')).bookings.map(
        ({ kind, status }) => [kind, status],
      );
    // The clearance has run out since.
    expect((await endpoint.care(token)).clearance.status).toBe('expired');
    expect(await statusesOf(endpoint, token)).toEqual([['dosing', 'completed']]);
    expect(await staffSees()).toEqual([['dosing', 'completed']]);
    await again.send('PUT', `clients/${clientId}/clearance`, { status: 'on-hold' });
    expect(await statusesOf(endpoint, token)).toEqual([['dosing', 'completed']]);
    expect(await staffSees()).toEqual([['dosing', 'completed']]);
  });

  test('stays on hold where it was on hold when it should have begun, whatever is decided later', async () => {
    const endpoint = endpointOn(database());
    const { token, clientId, prescriber, decide } = await clearedClient(endpoint);
    const wanted = newBooking([tuesdayDosing, wednesdayDosing, mondayConsultation]);
    const { bookings = [] } = await endpoint.sent(token, wanted);
    for (const { id, status } of bookings)
      if (status === 'requested')
        await prescriber.send('POST', `bookings/${id}/decision`, { decision: 'confirm' });
    endpoint.clock.advance(0.1);
    await decide({ status: 'cleared', validUntil: '2026-11-23' });
    endpoint.clock.advance(24 * 2);
    const again = await endpoint.signIn('prescriber');
    // From Tuesday noon: after the first of the two began, and before the second.
    await again.send('PUT', `clients/${clientId}/clearance`, { status: 'cleared', validUntil: '2026-12-31' });
    endpoint.clock.advance(24 * 2);
    const expected = [
      ['consultation', 'completed'],
      ['dosing', 'on-hold'],
      ['dosing', 'completed'],
    ];
    expect(await statusesOf(endpoint, token)).toEqual(expected);
    const office = await endpoint.signIn('office');
    const { bookings: seen } = await office.read<{ bookings: Booking[] }>(
      'bookings?from=2026-11-23&to=2026-11-29',
    );
    expect(seen.map(({ kind, status }) => [kind, status])).toEqual(expected);
  });

  test('shows what was cancelled for thirty days, and what took place for good', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(
      token,
      newBooking([tuesdayPreparation, mondayConsultation]),
    );
    await endpoint.sent(token, newChange(bookings.slice(0, 1)));
    endpoint.clock.advance(24 * 29);
    expect(await statusesOf(endpoint, token)).toEqual([
      ['consultation', 'completed'],
      ['preparation', 'cancelled'],
    ]);
    endpoint.clock.advance(24 * 2);
    expect(await statusesOf(endpoint, token)).toEqual([['consultation', 'completed']]);
  });

  test('is nobody else’s to see', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
    expect((await endpoint.care(newCareToken())).bookings).toEqual([]);
    const { token } = await endpoint.accepted();
    expect((await endpoint.care(token)).bookings).toEqual([]);
  });
});
