import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import { newCallRequest } from '../support/alerts.js';
import { clearedClient, newBooking, newChange, slot, wednesdayDosing } from '../support/bookings.js';
import { newConsent, newRecord } from '../support/consent.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

/** Another record than the one that the client had signed to be treated at all. */
const signedAnew = { ...newRecord(), shownAt: '2026-11-22T19:57:00.000Z' };

/** Preparations of the week after it, on two days. */
const nextWeek = slot('mara-lindqvist_preparation_video_20261201T1700Z', 'preparation');
const later = slot('mara-lindqvist_preparation_video_20261201T2100Z', 'preparation');

/** From `stillClock` to Wednesday 25 November, 17:00 to 20:00 UTC, and 24 quiet hours after it. */
const HOURS_TO_START = 69;
const HOURS_TO_END = HOURS_TO_START + 3;
const QUIET_UNTIL = '2026-11-26T20:00:00.000Z';

onEachDatabase('After a dosing session', (database) => {
  async function withSession({ isConfirmed = true, practice = stillwater } = {}) {
    const endpoint = endpointOn(database(), { practice });
    const { token, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([wednesdayDosing]));
    if (isConfirmed)
      await prescriber.send('POST', `bookings/${bookings[0]?.id}/decision`, { decision: 'confirm' });
    return { endpoint, token };
  }

  test.each([
    ['while it goes on', HOURS_TO_START],
    ['right after it', HOURS_TO_END],
    ['until the last hour', HOURS_TO_END + 23],
  ])('no new consent is taken %s, and the answer says from when on it is', async (_, hours) => {
    const { endpoint, token } = await withSession();
    endpoint.clock.advance(hours);
    const answer = await endpoint.post(token, newConsent(signedAnew));
    expect(answer.status).toBe(409);
    expect(await problemIn(answer)).toMatchObject({
      type: 'kap:rule-broken',
      rules: ['quiet-hours'],
      until: QUIET_UNTIL,
    });
    const { quietUntil, consents } = await endpoint.care(token);
    expect([quietUntil, consents.length]).toEqual([QUIET_UNTIL, 1]);
  });

  test.each([
    ['before it begins', HOURS_TO_START - 1],
    ['once the quiet hours are over', HOURS_TO_END + 24],
  ])('a consent is taken %s', async (_, hours) => {
    const { endpoint, token } = await withSession();
    endpoint.clock.advance(hours);
    expect((await endpoint.care(token)).quietUntil).toBeUndefined();
    await endpoint.sent(token, newConsent(signedAnew));
  });

  test('a consent that was signed before they are over is not taken later either', async () => {
    const { endpoint, token } = await withSession();
    endpoint.clock.advance(HOURS_TO_END + 26);
    const signedThen = (at: string) => {
      const record = newRecord();
      return newConsent({ ...record, signature: { ...record.signature, at } });
    };
    const answer = await endpoint.post(token, signedThen('2026-11-25T21:00:00.000Z'));
    expect([answer.status, await problemIn(answer)]).toEqual([
      409,
      expect.objectContaining({ type: 'kap:rule-broken', rules: ['quiet-hours'], until: QUIET_UNTIL }),
    ]);
    await endpoint.sent(token, signedThen('2026-11-26T20:00:00.001Z'));
  });

  test('nothing is booked or moved, and sessions can still be given up', async () => {
    const { endpoint, token } = await withSession();
    const { bookings = [] } = await endpoint.sent(token, newBooking([nextWeek]));
    endpoint.clock.advance(HOURS_TO_END);
    const before = await database().selectFrom('bookings').selectAll().execute();
    for (const wish of [newBooking([later]), newChange(bookings, [later])]) {
      const answer = await endpoint.post(token, wish);
      expect([answer.status, await problemIn(answer)]).toEqual([
        409,
        expect.objectContaining({ type: 'kap:rule-broken', rules: ['quiet-hours'], until: QUIET_UNTIL }),
      ]);
    }
    expect(await database().selectFrom('bookings').selectAll().execute()).toEqual(before);
    const given = await endpoint.sent(token, newChange(bookings));
    expect(given.bookings?.map(({ status }) => status)).toEqual(['cancelled']);
    endpoint.clock.advance(24);
    await endpoint.sent(token, newBooking([later]));
  });

  test.each(['consent', 'plan'] as const)(
    'the wish to change the %s is noted for the staff',
    async (about) => {
      const { endpoint, token } = await withSession();
      endpoint.clock.advance(HOURS_TO_END);
      const now = endpoint.clock.now();
      const wish = newCallRequest({
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + 600_000).toISOString(),
        content: { reason: 'wish-after-session', about },
      });
      await endpoint.sent(token, wish);
      const alertFor = async (role: 'therapist' | 'office') =>
        (await (await endpoint.signIn(role)).read<{ alerts: unknown[] }>('alerts')).alerts[0];
      const noted = { id: wish.id, kind: 'call-request', reason: 'wish-after-session' };
      expect(await alertFor('therapist')).toMatchObject({ ...noted, about });
      expect(await alertFor('therapist')).not.toHaveProperty('contact');
      expect(await alertFor('office')).toMatchObject(noted);
      expect(await alertFor('office')).not.toHaveProperty('about');
    },
  );

  test('a withdrawal and a wish to be called are taken all the same', async () => {
    const { endpoint, token } = await withSession();
    const [consent] = (await endpoint.care(token)).consents;
    endpoint.clock.advance(HOURS_TO_END);
    const record = { ...newWithdrawalRecord(newRecord()), recordDigest: consent?.recordDigest ?? '' };
    await endpoint.sent(token, newWithdrawal(record));
    const now = endpoint.clock.now();
    const createdAt = now.toISOString();
    const expiresAt = new Date(now.getTime() + 600_000).toISOString();
    await endpoint.sent(token, newCallRequest({ createdAt, expiresAt }));
  });

  test('that never took place nothing is quiet', async () => {
    const { endpoint, token } = await withSession({ isConfirmed: false });
    endpoint.clock.advance(HOURS_TO_END);
    await endpoint.sent(token, newConsent(signedAnew));
  });

  test('a consent is taken where the practice keeps no quiet hours', async () => {
    const { quietHoursAfterDosing: _, ...practice } = stillwater;
    const { endpoint, token } = await withSession({ practice });
    endpoint.clock.advance(HOURS_TO_END);
    await endpoint.sent(token, newConsent(signedAnew));
  });
});
