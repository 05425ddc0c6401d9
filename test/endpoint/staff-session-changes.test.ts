import { expect, test } from 'vitest';
import type { Database } from '../../demo/endpoint/database.js';
import type { StaffBooking } from '../../demo/endpoint/staff/bookings.js';
import type { StaffFinding } from '../../demo/endpoint/staff/session-findings.js';
import { newAlert } from '../support/alerts.js';
import {
  clearedClient,
  mondayConsultation,
  newBooking,
  slot,
  tuesdayPreparation,
} from '../support/bookings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import {
  endpointOn as endpointWith,
  problemIn,
  type EndpointUnderTest,
  type StaffMember,
} from '../support/endpoint.js';
import { stillwater, stillwaterWithRules } from '../support/short-consent-practice.js';

/** Of the sample practice, in Portland: a preparation on Wednesday, dosing the Thursday after, integrations on the days around. */
const preparation = slot('mara-lindqvist_preparation_video_20261125T1700Z', 'preparation');
const dosing = slot('mara-lindqvist_dosing_in-person_20261203T1700Z', 'dosing');
const dosingLater = slot('mara-lindqvist_dosing_in-person_20261210T1700Z', 'dosing');
const integration = slot('mara-lindqvist_integration_video_20261204T1700Z', 'integration');
const integrationLater = slot('mara-lindqvist_integration_video_20261211T1700Z', 'integration');

/** With all the plan rules of the sample practice. */
const practice = { ...stillwater, planRules: stillwaterWithRules.planRules };
const endpointOn = (database: Database) => endpointWith(database, { practice });

type Slots = readonly ReturnType<typeof slot>[];

const wish = (slots: Slots, cancel: readonly StaffBooking[] = [], reason?: string) => ({
  cancel: cancel.map(({ id }) => id),
  sessions: slots.map(({ id, kind }) => ({ slotId: id, kind })),
  ...(reason === undefined ? {} : { reason }),
});

interface Changed {
  readonly bookings: readonly StaffBooking[];
}

/** What the practice does for one client. */
function deskFor(clientId: string, member: StaffMember) {
  const post = (path: string, body: unknown) => member.send('POST', `clients/${clientId}/${path}`, body);
  return {
    change: (slots: Slots, cancel?: readonly StaffBooking[], reason?: string) =>
      post('sessions', wish(slots, cancel, reason)),
    async changed(slots: Slots, cancel?: readonly StaffBooking[], reason?: string) {
      const answer = await post('sessions', wish(slots, cancel, reason));
      if (answer.status !== 200)
        throw new Error(`expected 200, got ${answer.status}: ${await answer.text()}`);
      return ((await answer.json()) as Changed).bookings;
    },
    async findings(slots: Slots, cancel?: readonly StaffBooking[]) {
      const answer = await post('sessions/findings', wish(slots, cancel));
      return ((await answer.json()) as { findings: readonly StaffFinding[] }).findings;
    },
  };
}

async function desks(endpoint: EndpointUnderTest) {
  const { token, clientId, prescriber } = await clearedClient(endpoint);
  const [therapist, office] = [await endpoint.signIn('therapist'), await endpoint.signIn('office')];
  return {
    token,
    clientId,
    prescriber: deskFor(clientId, prescriber),
    therapist: deskFor(clientId, therapist),
    office: deskFor(clientId, office),
    member: office,
  };
}

const blocking = (findings: readonly StaffFinding[]) =>
  findings.filter(({ level }) => level === 'block').map(({ rule, mayOverride }) => [rule, mayOverride]);

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('Sessions that the practice adds', (database) => {
  test('are confirmed, seen by the client, and written down', async () => {
    const endpoint = endpointOn(database());
    const { token, office, member, clientId } = await desks(endpoint);
    const [added] = await office.changed([preparation]);
    expect(added).toMatchObject({
      kind: 'preparation',
      status: 'confirmed',
      clientId,
      awaitsDecision: false,
    });
    expect((await endpoint.care(token)).bookings).toMatchObject([
      { kind: 'preparation', status: 'confirmed' },
    ]);
    const { entries } = await member.read<{ entries: readonly unknown[] }>('log');
    expect(entries[0]).toMatchObject({
      action: 'booking-added',
      clientId,
      detail: 'preparation 2026-11-25T17:00:00.000Z',
    });
  });

  test('are looked at first, by the practice’s rules, and nothing is changed by that', async () => {
    const endpoint = endpointOn(database());
    const { therapist } = await desks(endpoint);
    const before = await everything(database());
    expect(blocking(await therapist.findings([dosing]))).toEqual([
      ['preparation-first', true],
      ['integration-after', true],
    ]);
    expect(blocking(await therapist.findings([preparation, dosing, integration]))).toEqual([]);
    expect(await everything(database())).toEqual(before);
  });

  test('go against a rule only with a reason, and by who may decide that', async () => {
    const endpoint = endpointOn(database());
    const { office, therapist, prescriber, clientId, member } = await desks(endpoint);
    const refused = await office.change([dosing, integration], [], 'They asked for it.');
    expect(refused.status).toBe(409);
    expect(await problemIn(refused)).toMatchObject({ type: 'kap:rule-broken', rules: ['preparation-first'] });
    expect((await therapist.change([dosing, integration])).status).toBe(409);
    const reason = 'Prepared by another practice.';
    const [booked, after] = await prescriber.changed([dosing, integration], [], reason);
    expect(booked).toMatchObject({
      kind: 'dosing',
      override: { rules: ['preparation-first'], reason, setBy: 'prescriber' },
    });
    expect(after).not.toHaveProperty('override');
    const { bookings } = await member.read<Changed>(`clients/${clientId}`);
    expect(bookings[0]?.override).toMatchObject({ rules: ['preparation-first'], setBy: 'prescriber' });
    expect(bookings[0]?.override).not.toHaveProperty('reason');
  });

  test('wait for the clearance, whoever asks and whatever they say', async () => {
    const endpoint = endpointOn(database());
    const { clientId, prescriber, decide } = await clearedClient(endpoint);
    await decide({ status: 'on-hold' });
    const desk = deskFor(clientId, prescriber);
    expect(blocking(await desk.findings([dosing]))).toContainEqual(['needs', false]);
    const answer = await desk.change([preparation, dosing, integration], [], 'It will be fine.');
    expect((await problemIn(answer)).rules).toEqual(['needs']);
  });

  test('wait while a safety alert is open, where they are dosing sessions', async () => {
    const endpoint = endpointOn(database());
    const { token, prescriber } = await desks(endpoint);
    await endpoint.sent(token, newAlert());
    const answer = await prescriber.change([preparation, dosing, integration], [], 'They are well.');
    expect((await problemIn(answer)).rules).toEqual(['safety']);
    expect(await prescriber.changed([preparation])).toHaveLength(1);
  });

  test('are not at a time that the client has already', async () => {
    const endpoint = endpointOn(database());
    const { prescriber } = await desks(endpoint);
    await prescriber.changed([slot('tomas-reyes_consultation_video_20261125T1800Z', 'consultation')]);
    const answer = await prescriber.change(
      [slot('mara-lindqvist_preparation_video_20261125T1800Z', 'preparation')],
      [],
      'So it is.',
    );
    expect((await problemIn(answer)).rules).toEqual(['own-session']);
  });

  test('take no time that somebody else has, and then none at all', async () => {
    const endpoint = endpointOn(database());
    const { office } = await desks(endpoint);
    const { token } = await endpoint.accepted();
    await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const before = await everything(database());
    const answer = await office.change([preparation, tuesdayPreparation]);
    expect(answer.status).toBe(409);
    expect((await problemIn(answer)).type).toBe('kap:slot-taken');
    expect(await everything(database())).toEqual(before);
  });
});

onEachDatabase('Sessions that the practice moves', (database) => {
  async function course() {
    const endpoint = endpointOn(database());
    const all = await desks(endpoint);
    const [, first, after] = await all.therapist.changed([preparation, dosing, integration]);
    if (first === undefined || after === undefined) throw new Error('Three sessions were booked.');
    return { endpoint, ...all, first, after };
  }

  test('are given up and booked in one: the client sees both', async () => {
    const { endpoint, token, therapist, first, after, member } = await course();
    const moved = await therapist.changed([dosingLater, integrationLater], [first, after]);
    expect(moved.map(({ kind, status }) => [kind, status])).toEqual([
      ['dosing', 'cancelled'],
      ['integration', 'cancelled'],
      ['dosing', 'confirmed'],
      ['integration', 'confirmed'],
    ]);
    const standing = (await endpoint.care(token)).bookings.filter(({ status }) => status === 'confirmed');
    expect(standing.map(({ start }) => start)).toEqual([
      '2026-11-25T17:00:00.000Z',
      '2026-12-10T17:00:00.000Z',
      '2026-12-11T17:00:00.000Z',
    ]);
    const { entries } = await member.read<{ entries: readonly { action: string; detail: string }[] }>('log');
    expect(entries.filter(({ action }) => action === 'booking-moved').map(({ detail }) => detail)).toContain(
      'dosing 2026-12-03T17:00:00.000Z to 2026-12-10T17:00:00.000Z',
    );
  });

  test('say which integration is left behind', async () => {
    const { therapist, first } = await course();
    expect(blocking(await therapist.findings([dosingLater], [first]))).toEqual([['integration-after', true]]);
  });

  test('can take the time that they give up', async () => {
    const { therapist, after } = await course();
    const inPerson = slot('mara-lindqvist_integration_in-person_20261204T1700Z', 'integration');
    expect(await therapist.changed([inPerson], [after])).toHaveLength(2);
  });

  test('are this client’s, and stand', async () => {
    const { endpoint, therapist, first, after } = await course();
    const others = await clearedClient(endpoint);
    const foreign = deskFor(others.clientId, others.prescriber);
    expect((await foreign.change([dosingLater], [first])).status).toBe(404);
    await therapist.changed([integrationLater], [after], 'They are away.');
    expect((await therapist.change([integration], [after])).status).toBe(409);
  });
});

onEachDatabase('What waits for an answer', (database) => {
  test('is shown with every week, longest waiting first', async () => {
    const endpoint = endpointOn(database());
    const { token } = await endpoint.accepted();
    await endpoint.sent(token, newBooking([preparation]));
    endpoint.clock.advance(1);
    await endpoint.sent(token, newBooking([tuesdayPreparation, mondayConsultation]));
    const office = await endpoint.signIn('office');
    const { waiting } = await office.read<{ waiting: readonly StaffBooking[] }>(
      'bookings?from=2027-01-04&to=2027-01-10',
    );
    expect(waiting.map(({ start }) => start)).toEqual([
      '2026-11-25T17:00:00.000Z',
      '2026-11-24T17:00:00.000Z',
    ]);
  });
});
