import { describe, expect, test } from 'vitest';
import { plansOf, setPlan } from '../../demo/endpoint/plans.js';
import { Refusal } from '../../demo/endpoint/problems.js';
import type { Practitioner } from '../../demo/endpoint/scheduling/practitioner.js';
import { practitionersOf, setPractitioner } from '../../demo/endpoint/scheduling/schedules.js';
import { clearedClient, newBooking, slot, tuesdayPreparation } from '../support/bookings.js';
import { useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { stillwater } from '../support/short-consent-practice.js';

// It is Sunday, 22 November 2026, noon in Portland.
describe('When a practitioner works', () => {
  const database = useEmbedded();

  /** An endpoint, and a way to change what it was started with. */
  async function started() {
    const endpoint = endpointOn(database());
    await endpoint.started;
    const options = { database: database(), practice: stillwater, clock: endpoint.clock.now };
    const mara = async () => {
      const found = (await practitionersOf(database())).find(
        ({ practitioner }) => practitioner.id === 'mara-lindqvist',
      );
      if (found === undefined) throw new Error('Mara works here.');
      return found;
    };
    const set = async (change: Partial<Practitioner>) => {
      const { version, practitioner } = await mara();
      const request = { replaces: version, practitioner: { ...practitioner, ...change } };
      return setPractitioner(options, 'mara-lindqvist', 'office', request);
    };
    const times = async (date: string, kind: 'preparation' | 'integration' = 'preparation') =>
      (await endpoint.slots(kind, date, date))
        .filter(({ mode }) => mode === 'video')
        .map(({ start, end }) => `${start.slice(11, 16)} ${end.slice(11, 16)}`);
    return { endpoint, options, mara, set, times };
  }

  test('is what the endpoint is first started with, and from then on what the staff set', async () => {
    const { set, mara, times } = await started();
    expect(await mara()).toMatchObject({ version: 1 });
    await set({
      hours: [{ days: [2], from: '09:00', to: '11:00', kinds: ['preparation'], modes: ['video'] }],
    });
    const again = endpointOn(database());
    await again.started;
    expect(await mara()).toMatchObject({ version: 2, setBy: 'office' });
    expect(await times('2026-11-24')).toEqual(['17:00 18:00', '18:00 19:00']);
    expect(await times('2026-11-25')).toEqual([]);
  });

  test('is other on the dates of an exception, or not at all', async () => {
    const { set, times } = await started();
    await set({
      exceptions: [
        { from: '2026-11-23', to: '2026-11-25', hours: [] },
        {
          from: '2026-11-24',
          to: '2026-11-24',
          hours: [{ from: '18:00', to: '19:00', kinds: ['preparation'], modes: ['video'] }],
        },
      ],
    });
    expect(await times('2026-11-24')).toEqual(['02:00 03:00']);
    expect(await times('2026-11-25')).toEqual([]);
    expect(await times('2026-11-26')).not.toEqual([]);
  });

  test('gives sessions of their own length, and room around them that nobody else is booked into', async () => {
    const { endpoint, set, times } = await started();
    await set({ lengths: { preparation: 45 }, buffers: { preparation: { before: 0, after: 15 } } });
    expect(await times('2026-11-25')).toEqual(['17:00 17:45', '18:00 18:45', '19:00 19:45']);
    await set({ buffers: { preparation: { before: 15, after: 15 } } });
    expect(await times('2026-11-25')).toEqual(['17:15 18:00', '18:30 19:15']);
    await endpoint.sent(
      newCareToken(),
      newBooking([slot('mara-lindqvist_preparation_video_20261125T1830Z', 'preparation')]),
    );
    expect(await times('2026-11-25')).toEqual(['17:15 18:00']);
  });

  test('keeps the room around what is booked for everybody who books after, whatever is set then', async () => {
    const { endpoint, set } = await started();
    await set({ buffers: { preparation: { before: 0, after: 60 } } });
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    await set({ buffers: {} });
    const next = slot('mara-lindqvist_preparation_video_20261124T1800Z', 'preparation');
    const answer = await endpoint.post(newCareToken(), newBooking([next]));
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:slot-taken', taken: [0] });
    const afterIt = slot('mara-lindqvist_preparation_video_20261124T1900Z', 'preparation');
    await endpoint.sent(newCareToken(), newBooking([afterIt]));
  });

  test('changes nothing about what is booked', async () => {
    const { endpoint, set } = await started();
    const token = newCareToken();
    const { bookings } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    await set({ hours: [] });
    expect((await endpoint.care(token)).bookings).toEqual(bookings);
  });

  test('is set once where two set it at the same time, and the other is told', async () => {
    const { options, mara } = await started();
    const { version, practitioner } = await mara();
    const request = { replaces: version, practitioner };
    await setPractitioner(options, practitioner.id, 'therapist', request);
    await expect(setPractitioner(options, practitioner.id, 'office', request)).rejects.toMatchObject({
      problem: { status: 409 },
    });
    expect(await mara()).toMatchObject({ version: 2, setBy: 'therapist' });
  });

  test.each<[string, Partial<Practitioner>, number]>([
    ['another id', { id: 'somebody-else' }, 422],
    [
      'hours that are none',
      { hours: [{ days: [1], from: '12:00', to: '09:00', kinds: [], modes: [] }] },
      422,
    ],
    [
      'an exception that ends before it begins',
      { exceptions: [{ from: '2026-12-02', to: '2026-12-01', hours: [] }] },
      422,
    ],
    ['a calendar without HTTPS', { calendarUrl: 'http://calendar.example/mara.ics' }, 422],
  ])('is refused with %s', async (_, change, status) => {
    const { set } = await started();
    await expect(set(change)).rejects.toMatchObject({ problem: { status } });
  });

  test('is logged by what has changed, and never with a calendar’s address', async () => {
    const { endpoint, set } = await started();
    await set({ calendarUrl: 'https://calendar.example/private-7d1f.ics', lengths: { dosing: 150 } });
    const { entries } = await (
      await endpoint.signIn('office')
    ).read<{ entries: { action: string; detail?: string }[] }>('log');
    expect(entries.find(({ action }) => action === 'hours-set')?.detail).toBe(
      'mara-lindqvist: lengths, calendar',
    );
  });
});

describe('The plan', () => {
  const database = useEmbedded();

  async function planned() {
    const endpoint = endpointOn(database());
    const { token, clientId } = await clearedClient(endpoint);
    const options = { database: database(), practice: stillwater, clock: endpoint.clock.now };
    return { endpoint, token, clientId, options };
  }
  const plan = { sessions: [{ kind: 'dosing' as const, count: 4 }], note: 'Two weeks apart.' };

  test('that a therapist agrees is in the client’s care state; earlier ones stay', async () => {
    const { endpoint, token, clientId, options } = await planned();
    expect((await endpoint.care(token)).plan).toBeUndefined();
    await setPlan(options, clientId, 'therapist', { replaces: 0, plan });
    expect((await endpoint.care(token)).plan).toEqual(plan);
    const sessions = [{ kind: 'dosing' as const, count: 6 }];
    await setPlan(options, clientId, 'therapist', { replaces: 1, plan: { sessions } });
    expect((await endpoint.care(token)).plan).toEqual({ sessions });
    expect((await plansOf(database(), clientId)).map(({ version }) => version)).toEqual([2, 1]);
  });

  test.each<[string, Parameters<typeof setPlan>[2], Parameters<typeof setPlan>[3], number]>([
    ['by the office', 'office', { replaces: 0, plan }, 403],
    ['in place of a version that is not there', 'therapist', { replaces: 1, plan }, 409],
    [
      'with a kind twice',
      'therapist',
      { replaces: 0, plan: { sessions: [...plan.sessions, ...plan.sessions] } },
      422,
    ],
  ])('is refused %s', async (_, role, request, status) => {
    const { endpoint, token, clientId, options } = await planned();
    const setting = setPlan(options, clientId, role, request);
    await expect(setting).rejects.toBeInstanceOf(Refusal);
    await expect(setting).rejects.toMatchObject({ problem: { status } });
    expect((await endpoint.care(token)).plan).toBeUndefined();
  });
});
