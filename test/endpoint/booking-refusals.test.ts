import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import type { BookingSubmission } from '../../src/domain/submission/envelope.js';
import {
  ana,
  clearedClient,
  mondayConsultation,
  newBooking,
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
