import { expect, test } from 'vitest';
import { careState } from '../../src/domain/practice/care-state.js';
import type { ConsentWithdrawalSubmission } from '../../src/domain/submission/envelope.js';
import { clearedClient, newBooking, wednesdayDosing } from '../support/bookings.js';
import { digestOf, newConsent, newRecord } from '../support/consent.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

const record = newRecord();
const block = { what: 'block', block: 'going-home' } as const;

onEachDatabase('Taking a consent back', (database) => {
  async function signed() {
    const [endpoint, token] = [endpointOn(database()), newCareToken()];
    await endpoint.sent(token, newConsent(record));
    return { endpoint, token };
  }

  test('is received, kept beside what was signed, and told back to the client', async () => {
    const { endpoint, token } = await signed();
    const withdrawal = newWithdrawal(newWithdrawalRecord(record));
    const { receivedAt } = await endpoint.sent(token, withdrawal);
    const care = await endpoint.care(token);
    expect(careState.safeParse(care).success).toBe(true);
    expect(care.consents).toMatchObject([
      {
        status: 'withdrawn',
        recordDigest: digestOf(record),
        withdrawn: [{ scope: 'everything', at: receivedAt }],
      },
    ]);
    expect(await database().selectFrom('consents').selectAll().execute()).toHaveLength(1);
    expect(await database().selectFrom('withdrawals').selectAll().execute()).toMatchObject([
      { scope: 'everything', record_digest: digestOf(withdrawal.content.record) },
    ]);
  });

  test.each([
    ['one block', block, 'block:going-home'],
    ['the electronic form', { what: 'electronic-records' } as const, 'electronic-records'],
  ])('in %s leaves the rest signed', async (_, scope, written) => {
    const { endpoint, token } = await signed();
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(record, scope)));
    expect((await endpoint.care(token)).consents).toMatchObject([
      { status: 'signed', withdrawn: [{ scope: written }] },
    ]);
  });

  test('again, with the same bytes or in a new submission, changes nothing for the client', async () => {
    const { endpoint, token } = await signed();
    const withdrawal = newWithdrawal(newWithdrawalRecord(record));
    const first = await endpoint.sent(token, withdrawal);
    const before = await everything(database());
    expect(await endpoint.sent(token, withdrawal)).toEqual(first);
    expect(await everything(database())).toEqual(before);
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(record)));
    expect((await endpoint.care(token)).consents).toMatchObject([{ status: 'withdrawn' }]);
  });

  test('takes back what was signed of the text before it, and nothing that is signed after it', async () => {
    const { endpoint, token } = await signed();
    const again = { ...record, shownAt: '2026-11-22T19:55:00.000Z' };
    await endpoint.sent(token, newConsent(again));
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(again)));
    await endpoint.sent(token, newConsent({ ...record, shownAt: '2026-11-22T19:56:00.000Z' }));
    const { consents } = await endpoint.care(token);
    expect(consents.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn', 'signed']);
  });

  test('is not undone by the same record, sent again', async () => {
    const { endpoint, token } = await signed();
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(record)));
    const answer = await endpoint.post(token, newConsent(record));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('received-before');
    expect((await endpoint.care(token)).consents).toMatchObject([{ status: 'withdrawn' }]);
  });

  test('is nobody else’s to do, who learns nothing of what there is', async () => {
    const { endpoint, token } = await signed();
    const other = newCareToken();
    await endpoint.sent(other, newConsent({ ...record, shownAt: '2026-11-22T19:51:00.000Z' }));
    const before = await everything(database());
    const withdrawal = newWithdrawal(newWithdrawalRecord(record));
    const nothing = newWithdrawal({ ...newWithdrawalRecord(record), recordDigest: 'b'.repeat(64) });
    const answers = await Promise.all([
      endpoint.post(other, withdrawal),
      endpoint.post(newCareToken(), withdrawal),
      endpoint.post(token, nothing),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const problems = await Promise.all(answers.map(problemIn));
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(1);
    expect(await everything(database())).toEqual(before);
  });

  const written = newWithdrawalRecord(record);
  const named = newWithdrawal(written);
  test.each<[string, ConsentWithdrawalSubmission, string, string]>([
    [
      'another consent named than in the record',
      { ...named, content: { record: { ...written, recordDigest: 'a'.repeat(64) } } },
      '/act/recordDigest',
      'record-differs',
    ],
    [
      'another scope named than in the record',
      { ...named, act: { ...named.act, scope: 'electronic-records' } },
      '/act/scope',
      'scope-differs',
    ],
    [
      'a block that the document does not have',
      newWithdrawal(newWithdrawalRecord(record, { what: 'block', block: 'touch' })),
      '/act/scope',
      'unknown-block',
    ],
    [
      'another document',
      newWithdrawal({ ...written, document: { ...written.document, title: 'Something else' } }),
      '/content/record/document',
      'document-differs',
    ],
    [
      'another practice',
      newWithdrawal({ ...written, practice: 'elsewhere' }),
      '/content/record/practice',
      'unknown-practice',
    ],
    [
      'a time zone that does not exist',
      newWithdrawal({ ...written, timeZone: 'Mars/Olympus' }),
      '/content/record/timeZone',
      'unknown-time-zone',
    ],
  ])('is refused with %s', async (_, withdrawal, pointer, code) => {
    const { endpoint, token } = await signed();
    const answer = await endpoint.post(token, withdrawal);
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toMatchObject([{ pointer, code }]);
    expect((await endpoint.care(token)).consents).toMatchObject([{ status: 'signed' }]);
  });
});

onEachDatabase('A dosing session whose consent is taken back', (database) => {
  async function booked() {
    const endpoint = endpointOn(database());
    const { token, prescriber } = await clearedClient(endpoint);
    const { bookings = [] } = await endpoint.sent(token, newBooking([wednesdayDosing]));
    const decide = () =>
      prescriber.send('POST', `bookings/${bookings[0]?.id}/decision`, { decision: 'confirm' });
    const [consent] = (await endpoint.care(token)).consents;
    const takeBack = async () => {
      const own = { ...newWithdrawalRecord(record), recordDigest: consent?.recordDigest ?? '' };
      await endpoint.sent(token, newWithdrawal(own));
    };
    const status = async () => (await endpoint.care(token)).bookings.map((booking) => booking.status);
    return { endpoint, token, decide, takeBack, status };
  }

  test('is on hold, can’t be confirmed, and stands again once the consent is signed anew', async () => {
    const { endpoint, token, decide, takeBack, status } = await booked();
    expect(await status()).toEqual(['requested']);
    await takeBack();
    expect(await status()).toEqual(['on-hold']);
    expect(await problemIn(await decide())).toMatchObject({ type: 'kap:rule-broken', rules: ['needs'] });
    const refused = await endpoint.post(token, newBooking([wednesdayDosing]));
    expect(await problemIn(refused)).toMatchObject({ rules: ['needs'] });
    await endpoint.sent(token, newConsent({ ...record, shownAt: '2026-11-22T19:57:00.000Z' }));
    expect(await status()).toEqual(['requested']);
    expect((await decide()).status).toBe(200);
  });

  test('stays what it was where it had begun before', async () => {
    const { endpoint, decide, takeBack, status } = await booked();
    await decide();
    endpoint.clock.advance(24 * 3);
    await takeBack();
    expect(await status()).toEqual(['completed']);
  });
});
