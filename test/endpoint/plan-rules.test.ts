import { describe, expect, test } from 'vitest';
import { clearedClient, newBooking, newChange, slot } from '../support/bookings.js';
import {
  bookedCourse,
  course,
  dosing,
  laterDosing,
  laterIntegration,
  preparation,
  withRules,
} from '../support/course.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';

// It is Sunday, 22 November 2026, noon in Portland.
describe('The practice’s plan rules at the endpoint', () => {
  const database = useEmbedded();
  const statuses = async (endpoint: ReturnType<typeof endpointOn>, token: string) =>
    (await endpoint.care(token)).bookings.map(({ kind, status }) => [kind, status]);

  test('take the whole course at once, and a dosing session not without what belongs to it', async () => {
    const endpoint = endpointOn(database(), withRules);
    const { token } = await clearedClient(endpoint);
    const refused = await endpoint.post(token, newBooking([dosing]));
    expect(await problemIn(refused)).toMatchObject({
      type: 'kap:rule-broken',
      status: 409,
      rules: ['preparation-first', 'integration-after'],
      findings: [
        { rule: 'preparation-first', level: 'block', sessions: ['0'], count: 1, hours: 24 },
        { rule: 'integration-after', level: 'block', sessions: ['0'], days: 7 },
      ],
      detail:
        'Before the first dosing session come one preparation, at least 24 hours before it. Each dosing session is booked with an integration, within 7 days after it.',
    });
    expect(await statuses(endpoint, token)).toEqual([]);
    const { bookings } = await endpoint.sent(token, newBooking(course));
    expect(bookings?.map(({ kind }) => kind)).toEqual(['preparation', 'dosing', 'integration']);
  });

  test('let go on what they only warn of', async () => {
    const endpoint = endpointOn(database(), withRules);
    const { token } = await clearedClient(endpoint);
    // After 72 hours, and within the week.
    const late = slot('mara-lindqvist_integration_in-person_20261203T1700Z', 'integration');
    await endpoint.sent(token, newBooking([preparation, dosing, late]));
  });

  test('count what was booked before, and name it by its id', async () => {
    const { endpoint, token, booked } = await bookedCourse(database());
    // Six days after the first.
    const soon = slot('mara-lindqvist_dosing_in-person_20261203T1700Z', 'dosing');
    const answer = await endpoint.post(token, newBooking([soon, laterIntegration]));
    expect(await problemIn(answer)).toMatchObject({
      rules: ['dosing-gap'],
      findings: [{ sessions: [booked.dosing.id, '0'], bound: 'min', days: 7 }],
    });
    await endpoint.sent(token, newBooking([laterDosing, laterIntegration]));
  });

  test('keep a dosing session and its integration together when it moves, in one change', async () => {
    const { endpoint, token, booked } = await bookedCourse(database());
    const alone = await endpoint.post(token, newChange([booked.dosing], [laterDosing]));
    expect(await problemIn(alone)).toMatchObject({ rules: ['integration-after'] });
    expect((await statuses(endpoint, token)).every(([, status]) => status === 'requested')).toBe(true);
    const both = newChange([booked.dosing, booked.integration], [laterDosing, laterIntegration]);
    const { bookings } = await endpoint.sent(token, both);
    expect(bookings?.map(({ kind, status }) => [kind, status])).toEqual([
      ['dosing', 'cancelled'],
      ['integration', 'cancelled'],
      ['dosing', 'requested'],
      ['integration', 'requested'],
    ]);
  });

  test('give nothing up where the new time is taken, and say which one', async () => {
    const { endpoint, token, booked } = await bookedCourse(database());
    const other = await clearedClient(endpoint);
    await endpoint.sent(
      other.token,
      newBooking([slot('mara-lindqvist_preparation_video_20261207T1700Z', 'preparation')]),
    );
    const before = await statuses(endpoint, token);
    const both = newChange([booked.dosing, booked.integration], [laterDosing, laterIntegration]);
    const problem = await problemIn(await endpoint.post(token, both));
    expect(problem).toMatchObject({ type: 'kap:slot-taken', taken: [1] });
    expect(problem.slots?.every(({ kind }) => kind === 'integration')).toBe(true);
    expect(await statuses(endpoint, token)).toEqual(before);
  });

  test('keep from giving up what a dosing session to come needs, and not from giving up all of it', async () => {
    const { endpoint, token, booked } = await bookedCourse(database());
    for (const [needed, rule] of [
      [booked.preparation, 'preparation-first'],
      [booked.integration, 'integration-after'],
    ] as const) {
      const problem = await problemIn(await endpoint.post(token, newChange([needed])));
      expect(problem.rules).toEqual([rule]);
      expect(problem.findings?.[0]?.sessions).toEqual([booked.dosing.id]);
    }
    await endpoint.sent(token, newChange(Object.values(booked)));
    expect((await statuses(endpoint, token)).every(([, status]) => status === 'cancelled')).toBe(true);
  });

  test('hold nothing against somebody who can’t come to the integration of a session that has been', async () => {
    const { endpoint, token, prescriber, booked } = await bookedCourse(database());
    for (const { id } of Object.values(booked))
      await prescriber.send('POST', `bookings/${id}/decision`, { decision: 'confirm' });
    endpoint.clock.advance(24 * 5.5);
    await endpoint.sent(token, newChange([booked.integration]));
  });

  test('count the dosing sessions that a clearance is good for, and let one of them move', async () => {
    const { endpoint, token, decide, clientId, prescriber, booked } = await bookedCourse(database());
    await prescriber.send('PUT', `clients/${clientId}/clearance`, {
      status: 'cleared',
      validUntil: '2026-12-31',
      dosings: 1,
    });
    expect((await endpoint.care(token)).clearance).toMatchObject({ status: 'cleared', dosingLeft: 0 });
    const second = await endpoint.post(token, newBooking([laterDosing, laterIntegration]));
    expect(await problemIn(second)).toMatchObject({ rules: ['needs'] });
    expect(await endpoint.slots('dosing', '2026-12-04', '2026-12-04', token)).not.toEqual([]);
    await endpoint.sent(
      token,
      newChange([booked.dosing, booked.integration], [laterDosing, laterIntegration]),
    );
    await decide({ status: 'cleared', validUntil: '2026-12-31' });
    expect((await endpoint.care(token)).clearance.dosingLeft).toBeUndefined();
  });

  test('ask for the region of a session by video where the practice does', async () => {
    const practice = {
      ...withRules.practice,
      planRules: [{ id: 'region', level: 'block' as const }],
    };
    const endpoint = endpointOn(database(), { ...withRules, practice });
    const byVideo = slot('tomas-reyes_consultation_video_20261125T2200Z', 'consultation');
    const from = (region: string) =>
      newBooking([byVideo], { content: { contact: { name: 'Ana', phone: '5035550188' }, region } });
    const { token } = await clearedClient(endpoint);
    expect(await problemIn(await endpoint.post(token, from('US-WA')))).toMatchObject({ rules: ['region'] });
    await endpoint.sent(token, from('US-OR'));
  });

  test('that can’t be read keep the endpoint from starting', async () => {
    const practice = {
      ...withRules.practice,
      planRules: [{ id: 'dosing-gap', level: 'block', minDays: 'a week' }],
    };
    await expect(
      endpointOn(database(), { ...withRules, practice: practice as typeof withRules.practice }).started,
    ).rejects.toThrow('The practice profile has plan rules that are none: dosing-gap.');
  });
});
