import { describe, expect, test } from 'vitest';
import { stillwaterSchedule } from '../../demo/endpoint/seed/schedule.js';
import { stillwater } from '../support/short-consent-practice.js';
import { slotPage, type Slot } from '../../src/domain/scheduling/sessions.js';
import { clearedClient, newBooking, newChange, tuesdayPreparation } from '../support/bookings.js';
import { newConsent } from '../support/consent.js';
import { everything, onEachDatabase, useEmbedded } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';

const startsOf = (slots: readonly Slot[]): string[] => [...new Set(slots.map(({ start }) => start))];

// It is Sunday, 22 November 2026, noon in Portland.
onEachDatabase('The open times', (database) => {
  test('are there for anybody, without a token, and never kept by a cache', async () => {
    const endpoint = endpointOn(database());
    const before = await everything(database());
    const answer = await endpoint.availability('preparation', '2026-11-24', '2026-11-24');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { slots, next } = slotPage.parse(await answer.json());
    expect(next).toBeUndefined();
    expect(startsOf(slots)).toEqual([
      '2026-11-24T17:00:00.000Z',
      '2026-11-24T18:00:00.000Z',
      '2026-11-24T19:00:00.000Z',
      '2026-11-24T21:00:00.000Z',
      '2026-11-24T22:00:00.000Z',
      '2026-11-24T23:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
    ]);
    expect(await everything(database())).toEqual(before);
  });

  test('are those of both dates and all between, where the practice is', async () => {
    const slots = await endpointOn(database()).slots('consultation', '2026-12-02', '2026-12-07');
    const dates = new Set(slots.map(({ start }) => start.slice(0, 10)));
    expect([...dates]).toEqual(['2026-12-02', '2026-12-04', '2026-12-07']);
  });

  test('stay at the same time by the practice’s clock when it changes', async () => {
    const endpoint = endpointOn(database());
    endpoint.clock.advance(24 * 100);
    const slots = await endpoint.slots('consultation', '2027-03-12', '2027-03-15');
    expect(startsOf(slots).filter((start) => /T1[78]:00/.test(start))).toEqual([
      '2027-03-12T17:00:00.000Z',
      '2027-03-12T18:00:00.000Z',
      '2027-03-15T17:00:00.000Z',
      '2027-03-15T18:00:00.000Z',
    ]);
  });

  test('begin with the notice that the practice wants, and never in the past', async () => {
    const endpoint = endpointOn(database());
    const monday = await endpoint.slots('consultation', '2026-11-20', '2026-11-23');
    expect(startsOf(monday)).toEqual([
      '2026-11-23T20:00:00.000Z',
      '2026-11-23T21:00:00.000Z',
      '2026-11-23T22:00:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ]);
    const noNotice = endpointOn(database(), { practice: { ...stillwater, planRules: [] } });
    noNotice.clock.advance(24);
    expect(startsOf(await noNotice.slots('consultation', '2026-11-20', '2026-11-23'))).toEqual([
      '2026-11-23T21:00:00.000Z',
      '2026-11-23T22:00:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ]);
  });

  test('come in pages of a hundred, without a gap or a repetition', async () => {
    const endpoint = endpointOn(database());
    const answer = await endpoint.availability('consultation', '2026-12-01', '2027-01-31');
    const first = slotPage.parse(await answer.json());
    expect(first.slots).toHaveLength(100);
    const slots = await endpoint.slots('consultation', '2026-12-01', '2027-01-31');
    expect(slots.length).toBeGreaterThan(200);
    expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
    expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).sort());
  });

  test('go on after a page whose last slot was booked meanwhile', async () => {
    const endpoint = endpointOn(database());
    const range = ['2026-12-01', '2027-01-31'] as const;
    const all = await endpoint.slots('consultation', ...range);
    const [before, last, after] = all.slice(98, 101);
    if (!before || !last || !after) throw new Error('three slots around the end of the first page');
    const { next = '' } = slotPage.parse(
      await (await endpoint.availability('consultation', ...range)).json(),
    );
    await endpoint.sent(newCareToken(), newBooking([last]));
    const answer = await endpoint.availability('consultation', ...range, { cursor: next });
    const [first] = slotPage.parse(await answer.json()).slots;
    expect((first?.start ?? '') >= after.start).toBe(true);
  });

  test('leave out what is held, whatever kind of session holds it', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint);
    const dosing = () => endpoint.slots('dosing', '2026-11-24', '2026-11-24', token);
    const preparation = () => endpoint.slots('preparation', '2026-11-24', '2026-11-24');
    expect(startsOf(await dosing())).toEqual(['2026-11-24T17:00:00.000Z', '2026-11-24T21:00:00.000Z']);
    await endpoint.sent(newCareToken(), newBooking([tuesdayPreparation]));
    expect(startsOf(await dosing())).toEqual(['2026-11-24T21:00:00.000Z']);
    expect(startsOf(await preparation())).not.toContain('2026-11-24T17:00:00.000Z');
    expect(startsOf(await preparation())).toContain('2026-11-24T18:00:00.000Z');
  });

  test('have a slot again once it was given up', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const all = await endpoint.slots('preparation', '2026-11-24', '2026-11-24');
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    expect(await endpoint.slots('preparation', '2026-11-24', '2026-11-24')).not.toEqual(all);
    await endpoint.sent(token, newChange(bookings));
    expect(await endpoint.slots('preparation', '2026-11-24', '2026-11-24')).toEqual(all);
  });
});

describe('Open times that are asked for more closely', () => {
  const database = useEmbedded();
  const ask = (endpoint: ReturnType<typeof endpointOn>, more: Record<string, string>) =>
    endpoint.ask(`/api/availability?${new URLSearchParams({ kind: 'preparation', ...more })}`);
  const day = { from: '2026-11-24', to: '2026-11-24' };

  test('are those with one practitioner, and of one way to meet', async () => {
    const endpoint = endpointOn(database());
    const page = async (more: Record<string, string>) =>
      slotPage.parse(await (await ask(endpoint, { ...day, ...more })).json()).slots;
    expect((await page({ mode: 'video' })).every(({ mode }) => mode === 'video')).toBe(true);
    expect(await page({ mode: 'video', practitioner: 'mara-lindqvist' })).toHaveLength(7);
    expect(await page({ practitioner: 'tomas-reyes' })).toEqual([]);
    expect((await ask(endpoint, { ...day, mode: 'telepathy' })).status).toBe(400);
  });

  test('come without working out a year for one page: an empty one says where to go on', async () => {
    const [mara] = stillwaterSchedule;
    if (mara === undefined) throw new Error('Mara works here.');
    const away = { from: '2026-11-22', to: '2027-09-01', hours: [] };
    const endpoint = endpointOn(database(), { schedule: [{ ...mara, exceptions: [away] }] });
    const year = { from: '2026-11-22', to: '2027-11-20' };
    const first = slotPage.parse(await (await ask(endpoint, year)).json());
    expect(first).toEqual({ slots: [], next: '2027-01-24' });
    const [soonest] = await endpoint.slots('preparation', year.from, year.to);
    expect(soonest?.start.slice(0, 10)).toBe('2027-09-02');
    expect((await ask(endpoint, { ...year, cursor: '2028-01-01' })).status).toBe(400);
  });
});

onEachDatabase('The times of a kind that needs clearance', (database) => {
  const askedBy = (endpoint: ReturnType<typeof endpointOn>, token?: string) =>
    endpoint.availability('dosing', '2026-11-24', '2026-11-30', token === undefined ? {} : { token });

  async function expectClosed(answer: Response) {
    expect(answer.status).toBe(403);
    expect(await problemIn(answer)).toEqual({
      type: 'kap:not-allowed',
      title: 'The times of this kind of session are not open yet.',
      status: 403,
    });
  }

  test('are closed to anybody without it, in the same words', async () => {
    const endpoint = endpointOn(database());
    await expectClosed(await askedBy(endpoint));
    await expectClosed(await askedBy(endpoint, newCareToken()));
    const { token } = await endpoint.accepted();
    await expectClosed(await askedBy(endpoint, token));
    await endpoint.sent(token, newConsent());
    await expectClosed(await askedBy(endpoint, token));
  });

  test('open with the clearance and the consent, and close when it is held', async () => {
    const endpoint = endpointOn(database());
    const { token, decide } = await clearedClient(endpoint);
    expect((await askedBy(endpoint, token)).status).toBe(200);
    await decide({ status: 'on-hold' });
    await expectClosed(await askedBy(endpoint, token));
  });

  test('are those until the clearance ends', async () => {
    const endpoint = endpointOn(database());
    const { token } = await clearedClient(endpoint, '2026-11-25');
    const slots = await endpoint.slots('dosing', '2026-11-24', '2026-12-24', token);
    const dates = new Set(slots.map(({ start }) => start.slice(0, 10)));
    expect([...dates]).toEqual(['2026-11-24', '2026-11-25']);
  });
});

onEachDatabase('Asking for times', (database) => {
  test.each([
    ['a kind that is not offered', 'massage', '2026-11-24', '2026-11-24', undefined],
    ['no kind', '', '2026-11-24', '2026-11-24', undefined],
    ['a date that does not exist', 'preparation', '2026-02-30', '2026-03-01', undefined],
    ['an instant in place of a date', 'preparation', '2026-11-24T00:00:00Z', '2026-11-25', undefined],
    ['no date', 'preparation', '2026-11-24', '', undefined],
    ['the end before the beginning', 'preparation', '2026-11-25', '2026-11-24', undefined],
    ['more than 366 days', 'preparation', '2026-11-24', '2027-11-25', undefined],
    ['the end of the calendar', 'preparation', '9999-12-01', '9999-12-31', undefined],
    ['a page that never was', 'preparation', '2026-11-24', '2026-11-25', 'nonsense'],
  ])('is refused for %s', async (_, kind, from, to, cursor) => {
    const endpoint = endpointOn(database());
    const answer = await endpoint.availability(kind, from, to, cursor === undefined ? {} : { cursor });
    expect(answer.status).toBe(400);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:invalid' });
    expect(endpoint.reports).toEqual([]);
  });

  test('is answered for a year', async () => {
    const answer = await endpointOn(database()).availability('preparation', '2026-11-24', '2027-11-24');
    expect(answer.status).toBe(200);
  });
});
