import { expect, test } from 'vitest';
import { stillwater } from '../../demo/endpoint/seed/practice.js';
import { acceptance } from '../../src/domain/submission/acceptance.js';
import { booking, type Booking } from '../../src/domain/scheduling/sessions.js';
import type { BookingSubmission } from '../../src/domain/submission/envelope.js';
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
  wednesdayDosing,
} from '../support/bookings.js';
import { newConsent } from '../support/consent.js';
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

onEachDatabase('A booking that breaks a rule', (database) => {
  async function broken(
    endpoint: ReturnType<typeof endpointOn>,
    token: string,
    submission: BookingSubmission,
  ) {
    const before = await everything(database());
    const answer = await endpoint.post(token, submission);
    expect(answer.status).toBe(409);
    const { type, rules, detail } = await problemIn(answer);
    expect(type).toBe('kap:rule-broken');
    expect(await everything(database())).toEqual(before);
    return { rules, detail };
  }

  test('says that clearance and consent are missing', async () => {
    const endpoint = endpointOn(database());
    const { token } = await endpoint.accepted();
    expect(await broken(endpoint, token, newBooking([tuesdayDosing]))).toEqual({
      rules: ['needs'],
      detail:
        'The prescriber’s clearance does not cover this session. The consent for this kind of session is not signed yet.',
    });
    await endpoint.sent(token, newConsent());
    expect(await broken(endpoint, token, newBooking([tuesdayDosing]))).toEqual({
      rules: ['needs'],
      detail: 'The prescriber’s clearance does not cover this session.',
    });
  });

  test('says so when the clearance was held meanwhile, or ends before the session', async () => {
    const endpoint = endpointOn(database());
    const { token, decide } = await clearedClient(endpoint, '2026-11-24');
    expect((await broken(endpoint, token, newBooking([wednesdayDosing]))).rules).toEqual(['needs']);
    await decide({ status: 'on-hold' });
    expect((await broken(endpoint, token, newBooking([tuesdayDosing]))).rules).toEqual(['needs']);
  });

  test('is none for a kind that needs nothing, whatever the clearance', async () => {
    const endpoint = endpointOn(database());
    const { token, decide } = await clearedClient(endpoint);
    await decide({ status: 'talk-to-us' });
    await endpoint.sent(token, newBooking([mondayConsultation]));
  });

  test('says how far ahead sessions are booked', async () => {
    const endpoint = endpointOn(database());
    const tooSoon = slot('tomas-reyes_consultation_video_20261123T1900Z', 'consultation');
    expect(await broken(endpoint, newCareToken(), newBooking([tooSoon]))).toEqual({
      rules: ['notice'],
      detail: 'Sessions are booked here at least 24 hours ahead.',
    });
    const exactly = slot('tomas-reyes_consultation_video_20261123T2000Z', 'consultation');
    await endpoint.sent(newCareToken(), newBooking([exactly]));
  });

  test('can’t be for a time that has begun, whatever notice the practice wants', async () => {
    const endpoint = endpointOn(database(), { practice: { ...stillwater, planRules: [] } });
    endpoint.clock.advance(26);
    expect((await broken(endpoint, newCareToken(), newBooking([mondayConsultation]))).rules).toEqual([
      'notice',
    ]);
  });
});

onEachDatabase('A booking that is not right', (database) => {
  const unknown = slot('mara-lindqvist_preparation_video_20261124T1715Z', 'preparation');
  const otherKind = slot(tuesdayPreparation.id, 'dosing');
  const sameTime = slot('mara-lindqvist_preparation_in-person_20261124T1700Z', 'preparation');
  const within = slot('mara-lindqvist_integration_video_20261124T1800Z', 'integration');

  test.each<[string, BookingSubmission, readonly (readonly [string, string])[]]>([
    [
      'a slot that the practice does not have',
      newBooking([tuesdayPreparation, unknown]),
      [['/act/sessions/1/slotId', 'unknown-slot']],
    ],
    ['a slot of another kind', newBooking([otherKind]), [['/act/sessions/0/kind', 'kind-differs']]],
    [
      'the same slot twice',
      newBooking([tuesdayPreparation, tuesdayPreparation]),
      [['/act/sessions/1', 'overlaps']],
    ],
    ['one time in two modes', newBooking([tuesdayPreparation, sameTime]), [['/act/sessions/1', 'overlaps']]],
    ['two that overlap', newBooking([tuesdayDosing, within]), [['/act/sessions/1', 'overlaps']]],
    ['no session', newBooking([]), [['/act/sessions', 'too-small']]],
    [
      'nothing to reach a stranger by',
      newBooking([tuesdayPreparation], { content: {} }),
      [['/content/contact', 'required']],
    ],
    [
      'a name alone',
      newBooking([tuesdayPreparation], { content: { contact: { name: 'Ana' } } }),
      [['/content/contact', 'required']],
    ],
    [
      'a phone number that is blank',
      newBooking([tuesdayPreparation], { content: { contact: { name: 'Ana', phone: ' ' } } }),
      [['/content/contact', 'required']],
    ],
  ])('is refused with %s, and nothing is stored', async (_, submission, expected) => {
    const before = await everything(database());
    const answer = await endpointOn(database()).post(newCareToken(), submission);
    expect(answer.status).toBe(422);
    const { errors } = await problemIn(answer);
    expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual(expected);
    expect(await everything(database())).toEqual(before);
  });

  test('is refused with a character that the database can’t keep, and so is what staff write', async () => {
    const endpoint = endpointOn(database());
    const { prescriber, clientId } = await clearedClient(endpoint);
    const before = await everything(database());
    const contact = { ...ana, name: 'Ana\u0000' };
    const answers = [
      await endpoint.post(newCareToken(), newBooking([tuesdayPreparation], { content: { contact } })),
      await prescriber.send('PUT', `clients/${clientId}/clearance`, { status: 'on-hold', message: '\u0000' }),
    ];
    for (const answer of answers)
      expect(await problemIn(answer)).toMatchObject({ status: 400, type: 'kap:invalid' });
    expect(await everything(database())).toEqual(before);
    expect(endpoint.reports).toEqual([]);
  });

  const withoutContact = (slots: Parameters<typeof newBooking>[0]): BookingSubmission => {
    const { content: _, ...submission } = newBooking(slots);
    return submission;
  };

  test('needs no contact from somebody who sent a health history, or gave one before', async () => {
    const endpoint = endpointOn(database());
    const { token } = await endpoint.accepted();
    await endpoint.sent(token, withoutContact([tuesdayPreparation]));
    const known = newCareToken();
    await endpoint.sent(known, newBooking([mondayConsultation]));
    await endpoint.sent(
      known,
      withoutContact([slot('mara-lindqvist_preparation_video_20261125T1700Z', 'preparation')]),
    );
    const byMail = { contact: { name: ana.name, email: 'ana@example.org' } };
    await endpoint.sent(newCareToken(), newBooking([tuesdayAfternoon], { content: byMail }));
  });

  test('needs one from somebody who has only signed a consent: nobody could reach them', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    await endpoint.sent(token, newConsent());
    const answer = await endpoint.post(token, withoutContact([tuesdayPreparation]));
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toMatchObject([
      { pointer: '/content/contact', code: 'required' },
    ]);
    await endpoint.sent(token, newBooking([tuesdayPreparation]));
  });

  test('is refused after its time, and its slot stays free', async () => {
    const endpoint = endpointOn(database());
    const late = newBooking([tuesdayPreparation], { expiresAt: '2026-11-22T20:15:00.000Z' });
    endpoint.clock.advance(0.25);
    const answer = await endpoint.post(newCareToken(), late);
    expect([answer.status, (await problemIn(answer)).type]).toEqual([410, 'kap:expired']);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
  });
});

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
