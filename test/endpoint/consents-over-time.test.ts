import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ClientConsents } from '../../demo/endpoint/staff/consents.js';
import { careState } from '../../src/domain/practice/care-state.js';
import { newBooking, slot } from '../support/bookings.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import { newConsent, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';
import { stillwater } from '../support/short-consent-practice.js';

onEachDatabase('A consent whose text has changed since it was signed', (database) => {
  const versions = (...changes: readonly ('minor' | 'material')[]) =>
    changes.map((change, index) => ({ ...shortConsent, version: `2027-0${index + 1}`, change }));
  const asking = (version: string) => ({
    ...stillwater,
    consents: stillwater.consents.map((consent) => ({ ...consent, version })),
  });

  test.each([
    ['little', versions('minor'), 'minor'],
    ['little, twice', versions('minor', 'minor'), 'minor'],
    ['in what matters', versions('material'), 'material'],
    ['in what matters, and then little', versions('material', 'minor'), 'material'],
  ] as const)('%s stays the client’s, and says so', async (_, newer, change) => {
    const token = newCareToken();
    await endpointOn(database()).sent(token, newConsent());
    const practice = asking(newer.at(-1)?.version ?? '');
    const later = endpointOn(database(), { practice, consents: [shortConsent, ...newer] });
    const [consent] = (await later.care(token)).consents;
    expect(consent).toMatchObject({ version: '2026-11', status: `outdated-${change}`, change });
  });

  test('is signed again in the new one, with the old one named', async () => {
    const token = newCareToken();
    const first = newConsent();
    await endpointOn(database()).sent(token, first);
    const newer = versions('material');
    const endpoint = endpointOn(database(), {
      practice: asking('2027-01'),
      consents: [shortConsent, ...newer],
    });
    const record = { ...newRecord(newer[0]), supersedes: first.act.recordDigest };
    await endpoint.sent(token, newConsent(record));
    expect((await endpoint.care(token)).consents.map(({ version, status }) => [version, status])).toEqual([
      ['2026-11', 'outdated-material'],
      ['2027-01', 'signed'],
    ]);
    const stranger = await endpoint.post(newCareToken(), newConsent(record));
    expect((await problemIn(stranger)).errors).toMatchObject([
      { pointer: '/content/record/supersedes', code: 'unknown-record' },
    ]);
  });
});

onEachDatabase('A consent with choices', (database) => {
  const asksTwice: ConsentDocument = {
    ...shortConsent,
    schema: 'kap/consent-document/2',
    blocks: [
      ...shortConsent.blocks,
      ...['touch', 'recording'].map((id) => ({
        id,
        paragraphs: [],
        choices: [
          {
            id,
            question: 'May we?',
            options: [
              { id: 'no', text: 'No' },
              { id: 'yes', text: 'Yes' },
            ],
          },
        ],
      })),
    ],
  };

  test('tells its client which parts they said yes to, on any device', async () => {
    const endpoint = endpointOn(database(), { consents: [asksTwice] });
    const token = newCareToken();
    const record = newRecord(asksTwice);
    const choices = record.choices.map((each) =>
      each.block === 'touch'
        ? { ...each, option: 'yes', text: 'Yes' }
        : { ...each, option: 'no', text: 'No' },
    );
    await endpoint.sent(token, newConsent({ ...record, choices }));
    expect((await endpoint.care(token)).consents).toMatchObject([{ agreed: ['touch'] }]);
  });
});

onEachDatabase('A consent that was signed for a time', (database) => {
  const forAWeek = { ...shortConsent, schema: 'kap/consent-document/2', holds: 'P1W' } as const;
  const END = '2026-11-29T20:00:00.000Z';

  test('says when it ends, ends then, and can be signed again', async () => {
    const endpoint = endpointOn(database(), { consents: [forAWeek] });
    const token = newCareToken();
    const first = newConsent(newRecord(forAWeek));
    await endpoint.sent(token, first);
    const care = await endpoint.care(token);
    expect(careState.parse(care).consents).toMatchObject([{ status: 'signed', holdsUntil: END }]);
    endpoint.clock.advance(7 * 24);
    expect((await endpoint.care(token)).consents).toMatchObject([{ status: 'expired', holdsUntil: END }]);
    const anew = { ...newRecord(forAWeek), shownAt: '2026-11-22T19:51:00.000Z' };
    await endpoint.sent(token, newConsent({ ...anew, supersedes: first.act.recordDigest }));
    expect((await endpoint.care(token)).consents.map(({ status }) => status)).toEqual(['expired', 'signed']);
    const prescriber = await endpoint.signIn('prescriber');
    const { client } = await prescriber.read<{ client: { id: string } }>(`submissions/${first.id}`);
    const { documents } = await prescriber.read<ClientConsents>(`clients/${client.id}/consents`);
    expect(documents[0]?.records).toMatchObject([
      { status: 'signed', holdsUntil: '2026-12-06T20:00:00.000Z' },
      { status: 'expired', holdsUntil: END },
    ]);
  });

  test('holds dosing sessions once it is over, until it is signed again', async () => {
    const endpoint = endpointOn(database(), { consents: [forAWeek] });
    const token = newCareToken();
    const { intake } = await endpoint.accepted(token);
    const prescriber = await endpoint.signIn('prescriber');
    const { client } = await prescriber.read<{ client: { id: string } }>(`submissions/${intake.id}`);
    const path = `clients/${client.id}/clearance`;
    await prescriber.send('PUT', path, { status: 'cleared', validUntil: '2026-12-31' });
    await endpoint.sent(token, newConsent(newRecord(forAWeek)));
    const nextWednesday = slot('mara-lindqvist_dosing_in-person_20261202T1700Z', 'dosing');
    await endpoint.sent(token, newBooking([nextWednesday]));
    const status = async () => (await endpoint.care(token)).bookings.map((booking) => booking.status);
    expect(await status()).toEqual(['requested']);
    endpoint.clock.advance(7 * 24);
    expect(await status()).toEqual(['on-hold']);
    const refused = await endpoint.post(token, newBooking([nextWednesday]));
    expect(await problemIn(refused)).toMatchObject({ type: 'kap:rule-broken', rules: ['needs'] });
    await endpoint.sent(token, newConsent({ ...newRecord(forAWeek), shownAt: '2026-11-22T19:51:00.000Z' }));
    expect(await status()).toEqual(['requested']);
  });
});

onEachDatabase('A consent under a disclosure about electronic records', (database) => {
  const disclosure: ConsentDocument = {
    ...shortConsent,
    id: 'electronic-records',
    version: '1',
    purpose: 'electronic-records',
  };
  const adopted = { by: 'Mara Lindqvist, LMFT', on: '2026-11-02' };
  const practice = {
    ...stillwater,
    consents: [...stillwater.consents, { id: 'electronic-records', version: '1', adopted }],
  };
  const start = () => endpointOn(database(), { practice, consents: [shortConsent, disclosure] });
  const accepted = newConsent(newRecord(disclosure));
  const { recordDigest } = accepted.act;
  const naming = (named: { id: string; version: string; recordDigest?: string }) =>
    newConsent({ ...newRecord(), disclosures: [named] });

  test('is taken where the client has accepted that, named by its record or its version', async () => {
    const [endpoint, token] = [start(), newCareToken()];
    await endpoint.sent(token, accepted);
    await endpoint.sent(token, naming({ id: 'electronic-records', version: '1', recordDigest }));
    await endpoint.sent(token, naming({ id: 'electronic-records', version: '1' }));
  });

  test('is taken without one: whoever reads on paper has none here', async () => {
    await start().sent(newCareToken(), newConsent());
  });

  test.each([
    ['another version', { id: 'electronic-records', version: '2', recordDigest }],
    ['another record', { id: 'electronic-records', version: '1', recordDigest: 'a'.repeat(64) }],
    ['another document', { id: 'privacy', version: '1' }],
  ])('is refused where it names %s than was accepted', async (_, named) => {
    const [endpoint, token] = [start(), newCareToken()];
    await endpoint.sent(token, { ...accepted, id: randomUUID() });
    const answer = await endpoint.post(token, naming(named));
    expect((await problemIn(answer)).errors).toMatchObject([
      { pointer: '/content/record/disclosures/0', code: 'unknown-disclosure' },
    ]);
  });

  test.each([
    ['all of it', { what: 'everything' }],
    ['the electronic form', { what: 'electronic-records' }],
  ] as const)('is refused where %s of that was taken back, until it is accepted anew', async (_, scope) => {
    const [endpoint, token] = [start(), newCareToken()];
    const signed = newRecord(disclosure);
    await endpoint.sent(token, newConsent(signed));
    await endpoint.sent(token, newWithdrawal(newWithdrawalRecord(signed, scope)));
    const named = { id: 'electronic-records', version: '1' };
    const answer = await endpoint.post(token, naming(named));
    expect(answer.status).toBe(422);
    expect((await problemIn(answer)).errors).toMatchObject([
      { pointer: '/content/record/disclosures/0', code: 'disclosure-withdrawn' },
    ]);
    await endpoint.sent(token, newConsent({ ...signed, shownAt: '2026-11-22T19:51:00.000Z' }));
    await endpoint.sent(token, naming(named));
  });

  test('is refused where what was accepted is no such disclosure', async () => {
    const [endpoint, token] = [start(), newCareToken()];
    await endpoint.sent(token, newConsent());
    const answer = await endpoint.post(
      token,
      newConsent({ ...newRecord(disclosure), disclosures: [{ id: 'ketamine-therapy', version: '2026-11' }] }),
    );
    expect((await problemIn(answer)).errors).toMatchObject([{ code: 'unknown-disclosure' }]);
  });

  test('is refused where somebody else has accepted it', async () => {
    const endpoint = start();
    await endpoint.sent(newCareToken(), { ...accepted, id: randomUUID() });
    const answer = await endpoint.post(
      newCareToken(),
      naming({ id: 'electronic-records', version: '1', recordDigest }),
    );
    expect(answer.status).toBe(422);
  });
});
