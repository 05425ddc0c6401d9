import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { stillwaterSchedule } from '../../demo/endpoint/seed/schedule.js';
import type { StaffAlert } from '../../demo/endpoint/staff/alerts.js';
import type { PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Booking } from '../../src/domain/scheduling/sessions.js';
import { newAlert, newCallRequest, said } from '../support/alerts.js';
import {
  clearedClient,
  mondayConsultation,
  newBooking,
  tuesdayDosing,
  wednesdayDosing,
} from '../support/bookings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type StaffMember } from '../support/endpoint.js';
import { bytesOf, newCareToken, shortHistory } from '../support/intake.js';

const AT = '2026-11-22T20:00:00.000Z';

const withoutPlan: PracticeProfile = {
  ...stillwater,
  safety: { country: 'US', lines: stillwater.safety.lines },
};

const inTenMinutes = { createdAt: '2026-11-22T20:10:00.000Z', expiresAt: '2026-11-22T20:20:00.000Z' };

const asksHowItIs = {
  linkId: 'now',
  type: 'group',
  text: 'Now',
  part: 'therapy',
  item: [{ linkId: 'how-it-is', type: 'boolean', text: 'Are you safe now?', safety: ['true'] }],
} as const;

interface AlertList {
  readonly alerts: readonly StaffAlert[];
  readonly leftOut: readonly string[];
}

const alertsFor = async (staff: StaffMember) => (await staff.read<AlertList>('alerts')).alerts;
const act = (staff: StaffMember, id: string, deed: string) =>
  staff.send('POST', `alerts/${id}/deeds`, { deed });

onEachDatabase('A safety alert', (database) => {
  test('is taken from somebody of whom nothing was received before, and opens their record', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { reference } = await endpoint.sent(token, newAlert());
    expect(reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(await database().selectFrom('clients').selectAll().execute()).toHaveLength(1);
    expect((await endpoint.care(token)).clearance).toEqual({ status: 'not-started' });
  });

  test('that is sent twice stands once', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const alert = newAlert();
    expect(await endpoint.sent(token, alert)).toEqual(await endpoint.sent(token, alert));
    expect(await alertsFor(await endpoint.signIn('prescriber'))).toHaveLength(1);
  });

  test.each([
    ['an alert', newAlert()],
    ['a request for a call', newCallRequest()],
  ])('is refused once its time is over, and nothing is kept: %s', async (_, submission) => {
    const endpoint = endpointOn(database());
    endpoint.clock.advance(0.25);
    const before = await everything(database());
    const answer = await endpoint.post(newCareToken(), submission);
    expect(answer.status).toBe(410);
    expect((await problemIn(answer)).type).toBe('kap:expired');
    expect(await everything(database())).toEqual(before);
  });

  test.each([
    ['is good for longer than 15 minutes', { expiresAt: '2026-11-22T20:14:00.001Z' }, '/expiresAt'],
    ['says that it was made later than now', inTenMinutes, '/createdAt'],
    ['does not say when it expires', { expiresAt: undefined }, '/expiresAt'],
  ])('or a request for a call is refused where it %s', async (_, times, pointer) => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    for (const urgent of [newAlert(), newCallRequest()]) {
      const bytes = bytesOf(JSON.parse(JSON.stringify({ ...urgent, ...times })));
      const answer = await endpoint.post(newCareToken(), urgent, bytes);
      expect(answer.status).toBe(422);
      expect((await problemIn(answer)).errors?.map((error) => error.pointer)).toEqual([pointer]);
    }
    expect(await everything(database())).toEqual(before);
  });

  test('is taken from a clock that is a few minutes ahead', async () => {
    const endpoint = endpointOn(database());
    const ahead = { createdAt: '2026-11-22T20:04:00.000Z', expiresAt: '2026-11-22T20:19:00.000Z' };
    await endpoint.sent(newCareToken(), newAlert(ahead));
  });

  test('is refused by a practice that has nobody to watch for it; a request for a call is not', async () => {
    const endpoint = endpointOn(database(), { practice: withoutPlan });
    const before = await everything(database());
    const answer = await endpoint.post(newCareToken(), newAlert());
    expect(answer.status).toBe(403);
    expect(await problemIn(answer)).toMatchObject({
      type: 'kap:not-allowed',
      title: 'This practice does not receive alerts here. Please call instead.',
    });
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(newCareToken(), newCallRequest());
  });

  test('changes no word of the client’s clearance', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    const before = await endpoint.care(token);
    await endpoint.sent(token, newAlert());
    expect(await endpoint.care(token)).toEqual(before);
  });
});

onEachDatabase('What a person has to answer', (database) => {
  test('stands with safety alerts before calls, the oldest first, until it is done', async () => {
    const endpoint = endpointOn(database());
    const call = newCallRequest();
    const [first, second] = [newAlert(), newAlert()];
    for (const submission of [call, first, second]) {
      await endpoint.sent(newCareToken(), submission);
      endpoint.clock.advance(0.01);
    }
    const therapist = await endpoint.signIn('therapist');
    expect((await alertsFor(therapist)).map(({ id }) => id)).toEqual([first.id, second.id, call.id]);
    await act(therapist, first.id, 'finish');
    expect((await alertsFor(therapist)).map(({ id }) => id)).toEqual([second.id, call.id]);
    expect(await therapist.read<StaffAlert>(`alerts/${first.id}`)).toMatchObject({
      done: { by: 'therapist', at: '2026-11-22T20:01:48.000Z' },
    });
  });

  test.each(['prescriber', 'therapist'] as const)(
    'is told to the %s as it was given, with when, how and where',
    async (role) => {
      const endpoint = endpointOn(database());
      const { token } = await endpoint.accepted();
      const alert = newAlert();
      const { reference } = await endpoint.sent(token, alert);
      const { contact, ...content } = said;
      expect(await alertsFor(await endpoint.signIn(role))).toEqual([
        {
          id: alert.id,
          kind: 'safety-alert',
          reference,
          receivedAt: AT,
          client: { id: expect.any(String), name: 'Ana Okafor' },
          content: { ...content, isUnpublished: true },
          contact,
        },
      ]);
    },
  );

  test('is told to the office as being there, with where and when they can be called', async () => {
    const endpoint = endpointOn(database());
    const { token } = await endpoint.accepted();
    const alert = newAlert();
    await endpoint.sent(token, alert);
    const office = await endpoint.signIn('office');
    const [seen] = await alertsFor(office);
    expect(seen).toMatchObject({ kind: 'safety-alert', contact: said.contact });
    const everyAnswer = await Promise.all(
      [
        'alerts',
        `alerts/${alert.id}`,
        `submissions/${alert.id}`,
        `clients/${seen?.client.id}`,
        'submissions',
      ].map(async (path) => (await office.get(path)).text()),
    );
    for (const secret of [said.item, said.question, said.place]) {
      expect(secret).toBeTruthy();
      for (const answer of everyAnswer) expect(answer).not.toContain(secret);
    }
    for (const answer of everyAnswer.slice(0, 4)) expect(answer).toContain('(503) 555-0177');
  });

  test('can be taken over by one and then by another, and is done once; each deed with role and time', async () => {
    const endpoint = endpointOn(database());
    const alert = newAlert();
    await endpoint.sent(newCareToken(), alert);
    const [therapist, prescriber] = [await endpoint.signIn('therapist'), await endpoint.signIn('prescriber')];
    expect(await (await act(therapist, alert.id, 'take')).json()).toMatchObject({
      taken: { by: 'therapist', at: AT },
    });
    endpoint.clock.advance(1);
    await act(prescriber, alert.id, 'take');
    const done = await act(prescriber, alert.id, 'finish');
    const later = '2026-11-22T21:00:00.000Z';
    expect(await done.json()).toMatchObject({
      taken: { by: 'prescriber', at: later },
      done: { by: 'prescriber', at: later },
    });
    for (const deed of ['take', 'finish']) expect((await act(therapist, alert.id, deed)).status).toBe(409);
  });

  test('is logged: who read it, who took it over, who called it done, and nothing of what was said', async () => {
    const endpoint = endpointOn(database());
    const alert = newAlert();
    const { reference } = await endpoint.sent(newCareToken(), alert);
    const therapist = await endpoint.signIn('therapist');
    await alertsFor(therapist);
    await act(therapist, alert.id, 'take');
    await act(therapist, alert.id, 'finish');
    const { entries } = await therapist.read<{ entries: readonly Record<string, string>[] }>('log');
    const own = entries.filter((entry) => entry['reference'] === reference);
    expect(own.map(({ action, role }) => [action, role])).toEqual([
      ['alert-done', 'therapist'],
      ['alert-taken', 'therapist'],
      ['alert-read', 'therapist'],
    ]);
    for (const words of [said.question, said.place]) expect(JSON.stringify(entries)).not.toContain(words);
  });

  test('is logged as read once for each who reads it, however often they look', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newAlert());
    const [therapist, office] = [await endpoint.signIn('therapist'), await endpoint.signIn('office')];
    for (const staff of [therapist, office, therapist, office, therapist]) await alertsFor(staff);
    const { entries } = await therapist.read<{ entries: readonly Record<string, string>[] }>('log');
    const reads = entries.filter(({ action }) => action === 'alert-read').map(({ role }) => role);
    expect(reads).toHaveLength(2);
    expect(new Set(reads)).toEqual(new Set(['office', 'therapist']));
  });

  test('has the question in the words of the form that asks it, and says where no form does', async () => {
    const asked = { ...shortHistory, version: '2.0.0', item: [...shortHistory.item, asksHowItIs] };
    const endpoint = endpointOn(database(), { forms: [shortHistory, asked] });
    const content = { ...said, item: 'how-it-is', question: 'Do you like tea?' };
    await endpoint.sent(newCareToken(), newAlert({ content }));
    endpoint.clock.advance(0.01);
    await endpoint.sent(newCareToken(), newAlert({ content: { ...content, item: 'nowhere' } }));
    const alerts = await alertsFor(await endpoint.signIn('therapist'));
    expect(alerts.map((alert) => [alert.content?.question, alert.content?.isUnpublished])).toEqual([
      ['Are you safe now?', undefined],
      ['Do you like tea?', true],
    ]);
  });

  test('is the clinicians’ to see to where it is an alert, and anybody’s where it is a call', async () => {
    const endpoint = endpointOn(database());
    const [alert, call] = [newAlert(), newCallRequest()];
    await endpoint.sent(newCareToken(), alert);
    await endpoint.sent(newCareToken(), call);
    const office = await endpoint.signIn('office');
    const refused = await act(office, alert.id, 'take');
    expect(refused.status).toBe(403);
    expect((await act(office, call.id, 'finish')).status).toBe(200);
    expect((await alertsFor(office)).map(({ id, taken }) => [id, taken])).toEqual([[alert.id, undefined]]);
  });

  test('stands on the client’s page also when it is done, and in the list of what was received', async () => {
    const endpoint = endpointOn(database());
    const alert = newAlert();
    await endpoint.sent(newCareToken(), alert);
    const therapist = await endpoint.signIn('therapist');
    const [open] = await alertsFor(therapist);
    await act(therapist, alert.id, 'finish');
    const { alerts } = await therapist.read<AlertList>(`clients/${open?.client.id}`);
    expect(alerts).toMatchObject([{ id: alert.id, content: { answer: 'Yes' }, done: { by: 'therapist' } }]);
    const { submissions } = await therapist.read<{ submissions: readonly object[] }>('submissions');
    expect(submissions).toMatchObject([{ id: alert.id, kind: 'safety-alert' }]);
  });

  test('of nobody is a 404', async () => {
    const endpoint = endpointOn(database());
    const therapist = await endpoint.signIn('therapist');
    for (const id of [newAlert().id, 'nonsense']) {
      expect((await therapist.get(`alerts/${id}`)).status).toBe(404);
      expect((await act(therapist, id, 'take')).status).toBe(404);
    }
  });
});

onEachDatabase('A dosing session while an alert is open', (database) => {
  const statusesOf = async (endpoint: ReturnType<typeof endpointOn>, token: string) =>
    Object.fromEntries((await endpoint.care(token)).bookings.map(({ kind, status }) => [kind, status]));

  test('can be asked for and is on hold, as is one that was asked for before; others are not', async () => {
    const endpoint = endpointOn(database());
    const { token, prescriber } = await clearedClient(endpoint);
    const { bookings: earlier = [] } = await endpoint.sent(token, newBooking([tuesdayDosing]));
    const alert = newAlert();
    await endpoint.sent(token, alert);
    const { bookings = [] } = await endpoint.sent(token, newBooking([wednesdayDosing, mondayConsultation]));
    expect(bookings.map(({ kind, status }) => [kind, status])).toEqual([
      ['dosing', 'on-hold'],
      ['consultation', 'confirmed'],
    ]);
    expect(await statusesOf(endpoint, token)).toEqual({ dosing: 'on-hold', consultation: 'confirmed' });

    const decision = { decision: 'confirm' };
    const refused = await prescriber.send('POST', `bookings/${earlier[0]?.id}/decision`, decision);
    expect(refused.status).toBe(409);
    expect((await problemIn(refused)).detail).toBe(
      'A safety alert of this client is open. It has to be marked done first.',
    );

    await act(prescriber, alert.id, 'take');
    expect(await statusesOf(endpoint, token)).toMatchObject({ dosing: 'on-hold' });
    await act(prescriber, alert.id, 'finish');
    expect(await statusesOf(endpoint, token)).toEqual({ dosing: 'requested', consultation: 'confirmed' });
    expect((await prescriber.send('POST', `bookings/${earlier[0]?.id}/decision`, decision)).status).toBe(200);
  });

  test('is not offered to that client, and is again once the alert is done', async () => {
    const endpoint = endpointOn(database());
    const { token, prescriber } = await clearedClient(endpoint);
    const offered = () => endpoint.slots('dosing', '2026-11-23', '2026-11-29', token);
    const before = await offered();
    expect(before).not.toEqual([]);
    const alert = newAlert();
    await endpoint.sent(token, alert);
    expect(await offered()).toEqual([]);
    await act(prescriber, alert.id, 'finish');
    expect(await offered()).toEqual(before);
  });

  test('is not confirmed by itself, even where the practice confirms such sessions at once', async () => {
    const schedule = stillwaterSchedule.map((one) => ({
      ...one,
      confirmedAtOnce: [...(one.confirmedAtOnce ?? []), 'dosing' as const],
    }));
    const endpoint = endpointOn(database(), { schedule });
    const { token, prescriber } = await clearedClient(endpoint);
    const alert = newAlert();
    await endpoint.sent(token, alert);
    await endpoint.sent(token, newBooking([tuesdayDosing]));
    await act(prescriber, alert.id, 'finish');
    expect(await statusesOf(endpoint, token)).toEqual({ dosing: 'requested' });
    await endpoint.sent(token, newBooking([wednesdayDosing]));
    expect((await endpoint.care(token)).bookings.map(({ status }) => status)).toEqual([
      'requested',
      'confirmed',
    ]);
  });

  test('did not take place if the alert was open when it should have begun', async () => {
    const endpoint = endpointOn(database());
    const { token, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayDosing, wednesdayDosing]));
    for (const { id } of bookings)
      await prescriber.send('POST', `bookings/${id}/decision`, { decision: 'confirm' });
    const alert = newAlert();
    await endpoint.sent(token, alert);
    // Tuesday evening: after the first of the two was to begin, before the second.
    endpoint.clock.advance(55);
    const again = await endpoint.signIn('prescriber');
    await act(again, alert.id, 'finish');
    endpoint.clock.advance(48);
    const { bookings: seen } = await (
      await endpoint.signIn('office')
    ).read<{ bookings: readonly Booking[] }>('bookings?from=2026-11-23&to=2026-11-29');
    expect(seen.map(({ status }) => status)).toEqual(['on-hold', 'completed']);
  });

  test('of another client is as it was; and a request for a call holds nothing', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    await endpoint.sent(token, newBooking([tuesdayDosing]));
    await endpoint.sent(newCareToken(), newAlert());
    await endpoint.sent(token, newCallRequest());
    expect(await statusesOf(endpoint, token)).toEqual({ dosing: 'requested' });
  });
});

onEachDatabase('Questions about safety', (database) => {
  const [first, ...others] = shortHistory.item;
  const asking = {
    ...shortHistory,
    version: '3.0.0',
    item: [
      ...(first ? [first] : []),
      ...others,
      {
        linkId: 'safety',
        type: 'group',
        text: 'Feeling safe',
        item: [{ linkId: 'safe', type: 'boolean', text: 'Do you feel safe?', safety: ['false'] }],
      },
    ],
  } as const;

  test('are named to the staff as left out until the practice has a response plan', async () => {
    const forms = [shortHistory, asking];
    const without = endpointOn(database(), { forms, practice: withoutPlan });
    const { leftOut } = await (await without.signIn('office')).read<AlertList>('alerts');
    expect(leftOut).toEqual(['Health history']);
    const having = endpointOn(database(), { forms });
    expect((await (await having.signIn('office')).read<AlertList>('alerts')).leftOut).toEqual([]);
    const notAsking = endpointOn(database(), { practice: withoutPlan });
    expect((await (await notAsking.signIn('office')).read<AlertList>('alerts')).leftOut).toEqual([]);
  });
});
