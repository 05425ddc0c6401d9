import { expect, test } from 'vitest';
import type { StaffHours } from '../../demo/endpoint/staff/hours.js';
import type { OpenTimes } from '../../demo/endpoint/staff/times.js';
import { newBooking, tuesdayPreparation } from '../support/bookings.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type StaffMember } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

interface HoursList {
  readonly timeZone: string;
  readonly practitioners: readonly StaffHours[];
}

const MARA = 'mara-lindqvist';

async function hoursOf(member: StaffMember, id = MARA): Promise<StaffHours> {
  const { practitioners } = await member.read<HoursList>('hours');
  const found = practitioners.find(({ practitioner }) => practitioner.id === id);
  if (found === undefined) throw new Error(`${id} works here.`);
  return found;
}

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('Hours that the staff set', (database) => {
  test('hold from then on: what clients are offered follows, and it is written down', async () => {
    const endpoint = endpointOn(database());
    const office = await endpoint.signIn('office');
    const { version, practitioner } = await hoursOf(office);
    const exceptions = [{ from: '2026-11-24', to: '2026-11-24', hours: [] }];
    const answer = await office.send('PUT', `hours/${MARA}`, {
      replaces: version,
      practitioner: { ...practitioner, exceptions },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ version: version + 1, setBy: 'office' });
    expect(await endpoint.slots('preparation', '2026-11-24', '2026-11-24')).toEqual([]);
    const { entries } = await office.read<{ entries: readonly unknown[] }>('log');
    expect(entries[0]).toMatchObject({ action: 'hours-set', role: 'office' });
  });

  test('are refused where somebody changed them meanwhile', async () => {
    const office = await endpointOn(database()).signIn('office');
    const { version, practitioner } = await hoursOf(office);
    const put = () => office.send('PUT', `hours/${MARA}`, { replaces: version, practitioner });
    expect((await put()).status).toBe(200);
    const late = await put();
    expect(late.status).toBe(409);
    expect((await problemIn(late)).title).toContain('Somebody has changed these hours meanwhile.');
  });

  test('can be tried out on a week before, what is taken left out, and nothing is changed', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    const office = await endpoint.signIn('office');
    const { practitioner } = await hoursOf(office);
    const hours = [{ days: [2], from: '09:00', to: '11:00', kinds: ['preparation'], modes: ['video'] }];
    const before = await everything(database());
    const answer = await office.send('POST', `hours/${MARA}/preview`, {
      practitioner: { ...practitioner, hours },
      from: '2026-11-23',
    });
    const { slots } = (await answer.json()) as OpenTimes;
    expect(slots.map(({ start }) => start)).toEqual(['2026-11-24T18:00:00.000Z']);
    expect(await everything(database())).toEqual(before);
  });

  test('are not tried out where they are none', async () => {
    const office = await endpointOn(database()).signIn('office');
    const { practitioner } = await hoursOf(office);
    const hours = [{ days: [2], from: '11:00', to: '09:00', kinds: ['preparation'], modes: ['video'] }];
    const body = { practitioner: { ...practitioner, hours }, from: '2026-11-23' };
    expect((await office.send('POST', `hours/${MARA}/preview`, body)).status).toBe(422);
  });
});

onEachDatabase('Open times as the staff see them', (database) => {
  test('are there for every kind, whatever a client still lacks', async () => {
    const office = await endpointOn(database()).signIn('office');
    const { timeZone, slots } = await office.read<OpenTimes>(
      'times?kind=dosing&from=2026-11-24&to=2026-11-24',
    );
    expect(timeZone).toBe('America/Los_Angeles');
    expect(slots.map(({ start }) => start)).toContain('2026-11-24T17:00:00.000Z');
  });

  test.each(['kind=massage&from=2026-11-24&to=2026-11-24', 'kind=dosing'])(
    'are not there for %s',
    async (query) => {
      const office = await endpointOn(database()).signIn('office');
      expect((await office.get(`times?${query}`)).status).toBe(400);
    },
  );
});

onEachDatabase('A plan that is agreed', (database) => {
  const plan = { sessions: [{ kind: 'dosing', count: 3 }], note: 'We begin slowly.' };

  async function agreed(role: 'prescriber' | 'therapist') {
    const endpoint = endpointOn(database());
    const { token, intake } = await endpoint.accepted();
    const member = await endpoint.signIn(role);
    const { client } = await member.read<{ client: { id: string } }>(`submissions/${intake.id}`);
    const path = `clients/${client.id}/plan`;
    const answer = await member.send('PUT', path, { replaces: 0, plan });
    return { endpoint, token, member, path, clientId: client.id, answer };
  }

  test.each(['prescriber', 'therapist'] as const)('by the %s is what the client reads', async (role) => {
    const { endpoint, token, answer } = await agreed(role);
    expect(answer.status).toBe(200);
    expect((await endpoint.care(token)).plan).toEqual(plan);
  });

  test('is read by the office without the note and what stood before', async () => {
    const { endpoint, member, path, clientId } = await agreed('therapist');
    await member.send('PUT', path, { replaces: 1, plan: { sessions: [{ kind: 'dosing', count: 4 }] } });
    const office = await endpoint.signIn('office');
    interface Plans {
      readonly plans: readonly { readonly plan: unknown }[];
    }
    const { plans } = await office.read<Plans>(`clients/${clientId}`);
    expect(plans.map((each) => each.plan)).toEqual([{ sessions: [{ kind: 'dosing', count: 4 }] }]);
    expect((await member.read<Plans>(`clients/${clientId}`)).plans).toHaveLength(2);
    expect((await office.send('PUT', path, { replaces: 2, plan })).status).toBe(403);
  });
});
