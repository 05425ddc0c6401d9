import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import type { ClientConsents } from '../../demo/endpoint/staff/consents.js';
import { newConsent, newRecord } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type EndpointUnderTest } from '../support/endpoint.js';
import { newCareToken } from '../support/intake.js';
import { newWithdrawal, newWithdrawalRecord } from '../support/withdrawals.js';

const newer = { ...shortConsent, version: '2027-01', title: 'A newer consent' };
const practice = {
  ...stillwater,
  consents: stillwater.consents.map((consent) => ({ ...consent, version: '2027-01' })),
};

onEachDatabase('What a client has signed, for the staff', (database) => {
  /** Somebody who signed, took the electronic form back, and signed the newer text with a check missed twice. */
  async function withHistory() {
    const token = newCareToken();
    const before = endpointOn(database());
    const first = newConsent();
    const { receipt } = await before.sent(token, first);
    const written = newWithdrawalRecord(newRecord(), { what: 'electronic-records' });
    const withdrawal = newWithdrawal(written);
    const takenBack = await before.sent(token, withdrawal);
    const endpoint = endpointOn(database(), { practice, consents: [newer] });
    endpoint.clock.advance(1);
    const record = {
      ...newRecord(newer),
      checks: [{ block: 'going-home', answers: ['same-day', 'hour'] }],
      supersedes: first.act.recordDigest,
    };
    const second = newConsent(record);
    const last = await endpoint.sent(token, second);
    return { endpoint, first, receipt, withdrawal, takenBack, second, record, last };
  }

  async function read(
    endpoint: EndpointUnderTest,
    submissionId: string,
    role: 'prescriber' | 'therapist' = 'prescriber',
  ) {
    const member = await endpoint.signIn(role);
    const { client } = await member.read<{ client: { id: string } }>(`submissions/${submissionId}`);
    return { member, consents: await member.read<ClientConsents>(`clients/${client.id}/consents`) };
  }

  test.each(['prescriber', 'therapist'] as const)('is all there for the %s, newest first', async (role) => {
    const { endpoint, first, receipt, withdrawal, takenBack, second, record, last } = await withHistory();
    const { consents } = await read(endpoint, first.id, role);
    expect(consents.client).toMatchObject({ name: 'Ana Okafor' });
    expect(consents.documents).toEqual([
      {
        id: 'ketamine-therapy',
        title: 'A newer consent',
        currentVersion: '2027-01',
        published: [shortConsent, newer],
        records: [
          {
            submissionId: second.id,
            reference: last.reference,
            receivedAt: last.receivedAt,
            receipt: last.receipt,
            version: '2027-01',
            locale: 'en',
            recordDigest: second.act.recordDigest,
            textDigest: second.act.document.textDigest,
            status: 'signed',
            withdrawals: [],
            record,
            disclosures: [],
            supersedes: first.act.recordDigest,
            blocksToGoOver: ['going-home'],
          },
          {
            submissionId: first.id,
            reference: expect.any(String) as string,
            receivedAt: '2026-11-22T20:00:00.000Z',
            receipt,
            version: '2026-11',
            locale: 'en',
            recordDigest: first.act.recordDigest,
            textDigest: first.act.document.textDigest,
            status: 'outdated-material',
            change: 'material',
            withdrawals: [
              {
                submissionId: withdrawal.id,
                reference: takenBack.reference,
                receivedAt: takenBack.receivedAt,
                receipt: takenBack.receipt,
                scope: 'electronic-records',
                record: withdrawal.content.record,
                recordDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
                consentId: first.id,
              },
            ],
            record: first.content.record,
            disclosures: [],
            blocksToGoOver: [],
          },
        ],
      },
    ]);
  });

  test('names the documents that wait for a first signature too', async () => {
    const endpoint = endpointOn(database());
    const { intake } = await endpoint.accepted();
    const { consents } = await read(endpoint, intake.id);
    expect(consents.documents).toMatchObject([
      { id: 'ketamine-therapy', currentVersion: '2026-11', records: [] },
    ]);
  });

  test('keeps of an erased record that there was one', async () => {
    const { endpoint, first } = await withHistory();
    const { member, consents } = await read(endpoint, first.id);
    await member.send('POST', `submissions/${first.id}/erasure`, { reason: 'Asked for by law' });
    const after = await member.read<ClientConsents>(`clients/${consents.client.id}/consents`);
    const [, erased] = after.documents[0]?.records ?? [];
    expect(erased).toMatchObject({
      recordDigest: first.act.recordDigest,
      status: 'erased',
      erased: { by: 'prescriber', reason: 'Asked for by law' },
    });
    expect(erased).not.toHaveProperty('record');
  });

  test('is logged as read', async () => {
    const { endpoint, first } = await withHistory();
    const { member, consents } = await read(endpoint, first.id);
    const { entries } = await member.read<{ entries: { action: string; clientId?: string }[] }>('log');
    expect(entries[0]).toMatchObject({ action: 'consents-read', clientId: consents.client.id });
  });

  test('is not for the office', async () => {
    const { endpoint, first, withdrawal } = await withHistory();
    const { consents } = await read(endpoint, first.id);
    const office = await endpoint.signIn('office');
    for (const path of [`clients/${consents.client.id}/consents`, `submissions/${withdrawal.id}`]) {
      const answer = await office.get(path);
      expect([answer.status, (await problemIn(answer)).type]).toEqual([403, 'kap:not-allowed']);
    }
  });

  test('of nobody is not there', async () => {
    const member = await endpointOn(database()).signIn('prescriber');
    for (const id of [randomUUID(), 'x'])
      expect((await member.get(`clients/${id}/consents`)).status).toBe(404);
  });

  test('shows a withdrawal in the list by what it takes back, and by itself with its record', async () => {
    const { endpoint, first, withdrawal, takenBack } = await withHistory();
    const { member } = await read(endpoint, first.id);
    const { submissions } = await member.read<{ submissions: { kind: string }[] }>('submissions');
    expect(submissions.find(({ kind }) => kind === 'consent-withdrawal')).toMatchObject({
      title: shortConsent.title,
      scope: 'electronic-records',
    });
    expect(await member.read(`submissions/${withdrawal.id}`)).toMatchObject({
      kind: 'consent-withdrawal',
      act: withdrawal.act,
      record: withdrawal.content.record,
      receipt: takenBack.receipt,
    });
  });

  test('tells the office that something was signed or taken back, and not what', async () => {
    const { endpoint, first } = await withHistory();
    const office = await endpoint.signIn('office');
    const { submissions } = await office.read<{ submissions: { kind: string; client: { id: string } }[] }>(
      'submissions',
    );
    expect(submissions.map(({ kind }) => kind).sort()).toEqual(['consent', 'consent', 'consent-withdrawal']);
    const client = await office.read<{ consents: object[] }>(`clients/${submissions[0]?.client.id}`);
    expect(client.consents).toHaveLength(2);
    for (const said of [submissions, client.consents])
      expect(JSON.stringify(said)).not.toMatch(
        /onsent to ketamine|A newer consent|electronic-records|2027-01/,
      );
    expect(client.consents[0]).toMatchObject({ submissionId: first.id, status: 'outdated-material' });
  });

  test('names a client by their own name where somebody signs for them', async () => {
    const endpoint = endpointOn(database());
    const record = newRecord();
    const signer = {
      role: 'representative',
      name: 'Ana Okafor',
      authority: 'guardian',
      client: 'Ife Okafor',
    } as const;
    const consent = newConsent({ ...record, signer });
    await endpoint.sent(newCareToken(), consent);
    const { consents } = await read(endpoint, consent.id);
    expect(consents.client.name).toBe('Ife Okafor');
  });
});
