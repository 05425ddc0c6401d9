import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stillwater } from '../support/short-consent-practice.js';
import type { ClientDetail } from '../../demo/endpoint/staff/client.js';
import type { SubmissionSummary } from '../../demo/endpoint/staff/submission-list.js';
import type { SubmissionDetail } from '../../demo/endpoint/staff/submissions.js';
import { verifyRecord } from '../../src/domain/consent/verify.js';
import { consentRecord } from '../../src/domain/consent/record.js';
import {
  ana,
  clearedClient,
  mondayConsultation,
  newBooking,
  newChange,
  tuesdayDosing,
  tuesdayPreparation,
} from '../support/bookings.js';
import { digestOf, newConsent, newRecord, typedAs } from '../support/consent.js';
import { shortConsent } from '../support/consent-document.js';
import { everything, onEachDatabase } from '../support/databases.js';
import { endpointOn, problemIn, type StaffMember } from '../support/endpoint.js';
import { bytesOf, newCareToken } from '../support/intake.js';

const AT = '2026-11-22T20:00:00.000Z';
const ROLES = ['prescriber', 'therapist', 'office'] as const;

interface Log {
  readonly entries: readonly Record<string, unknown>[];
}

const listOf = async (staff: StaffMember) =>
  (await staff.read<{ submissions: SubmissionSummary[] }>('submissions')).submissions;

const detailOf = (staff: StaffMember, id: string) => staff.read<SubmissionDetail>(`submissions/${id}`);

onEachDatabase('A client in one view', (database) => {
  test('shows where they stand, what was received and their sessions', async () => {
    const endpoint = endpointOn(database());
    const { token, clientId, prescriber } = await clearedClient(endpoint);
    const booking = newBooking([tuesdayDosing, mondayConsultation]);
    const { reference } = await endpoint.sent(token, booking);
    const { client, intakes, consents, bookings } = await prescriber.read<ClientDetail>(
      `clients/${clientId}`,
    );
    const cleared = { status: 'cleared', validUntil: '2026-12-31', setBy: 'prescriber', setAt: AT };
    expect(client).toEqual({
      id: clientId,
      name: 'Ana Okafor',
      clearance: cleared,
      clearanceHistory: [cleared],
      hasOpenAlert: false,
    });
    expect(intakes).toEqual([
      {
        submissionId: expect.any(String),
        questionnaire: 'health-history',
        title: 'Health history',
        version: '1.0.0',
        reference: expect.any(String),
        receivedAt: AT,
      },
    ]);
    expect(consents).toEqual([
      {
        submissionId: expect.any(String),
        id: 'ketamine-therapy',
        version: '2026-11',
        title: shortConsent.title,
        reference: expect.any(String),
        signedAt: AT,
        isCurrent: true,
        status: 'signed',
      },
    ]);
    expect(bookings.map(({ kind, status }) => [kind, status])).toEqual([
      ['consultation', 'confirmed'],
      ['dosing', 'requested'],
    ]);
    expect(bookings[0]).toMatchObject({
      clientId,
      name: 'Ana Okafor',
      contact: ana,
      reference,
      requestedAt: AT,
      awaitsDecision: false,
    });
    expect(prescriber.cookie).not.toBe('');
  });

  test('says which consent is not the current one any more', async () => {
    const { token } = await endpointOn(database()).accepted();
    await endpointOn(database()).sent(token, newConsent());
    const newer = { ...shortConsent, version: '2027-01' };
    const practice = {
      ...stillwater,
      consents: stillwater.consents.map((consent) => ({ ...consent, version: '2027-01' })),
    };
    const later = endpointOn(database(), { practice, consents: [shortConsent, newer] });
    const prescriber = await later.signIn('prescriber');
    const [first] = await listOf(prescriber);
    const { consents } = await prescriber.read<ClientDetail>(`clients/${first?.client.id}`);
    expect(consents).toMatchObject([{ version: '2026-11', isCurrent: false, status: 'outdated-material' }]);
  });

  test('shows the office neither a message nor what was decided before, and the link to all', async () => {
    const endpoint = endpointOn(database());
    const { clientId, decide } = await clearedClient(endpoint);
    endpoint.clock.advance(1);
    await decide({ status: 'on-hold', message: 'We wait for your blood test.' });
    for (const role of ROLES) {
      const member = await endpoint.signIn(role);
      await member.send('POST', `clients/${clientId}/links`);
      const { client } = await member.read<ClientDetail>(`clients/${clientId}`);
      expect(client.link).toEqual({ expiresAt: '2026-11-25T21:00:00.000Z', exchangesLeft: 3 });
      expect(client.clearance.message).toBe(role === 'office' ? undefined : 'We wait for your blood test.');
      expect(client.clearanceHistory).toHaveLength(role === 'office' ? 0 : 2);
    }
  });

  test('is logged, and of nobody is a 404 that leaves nothing in the log', async () => {
    const endpoint = endpointOn(database());
    const { clientId } = await clearedClient(endpoint);
    const therapist = await endpoint.signIn('therapist');
    expect((await therapist.get(`clients/${randomUUID()}`)).status).toBe(404);
    expect((await therapist.get('clients/nonsense')).status).toBe(404);
    await therapist.read(`clients/${clientId}`);
    const { entries } = await therapist.read<Log>('log');
    expect(entries.slice(0, 2)).toEqual([
      { at: AT, role: 'therapist', action: 'client-read', clientId },
      { at: AT, role: 'therapist', action: 'signed-in' },
    ]);
  });
});

onEachDatabase('The list of what was received', (database) => {
  test('names every kind and the sessions’ kinds, and to the office not which document was signed', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    await endpoint.accepted(token);
    endpoint.clock.advance(0.1);
    await endpoint.sent(token, newConsent());
    endpoint.clock.advance(0.1);
    const { bookings = [] } = await endpoint.sent(
      token,
      newBooking([tuesdayPreparation, mondayConsultation]),
    );
    endpoint.clock.advance(0.1);
    await endpoint.sent(token, newChange(bookings));
    const list = await listOf(await endpoint.signIn('office'));
    expect(
      list.map(({ kind, title, sessions, cancelled }) => ({ kind, title, sessions, cancelled })),
    ).toEqual([
      { kind: 'booking-change', sessions: [], cancelled: 2 },
      { kind: 'booking', sessions: ['preparation', 'consultation'] },
      { kind: 'consent' },
      { kind: 'intake', title: 'Health history' },
    ]);
    expect(list.every(({ client }) => client.name === 'Ana Okafor')).toBe(true);
    const clinical = await listOf(await endpoint.signIn('prescriber'));
    expect(clinical.find(({ kind }) => kind === 'consent')?.title).toBe(shortConsent.title);
  });

  test('knows a client’s name from the latest history, else from the consent, else as they booked', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const office = await endpoint.signIn('office');
    const names = async () => new Set((await listOf(office)).map(({ client }) => client.name));
    const contact = { name: 'A. Okafor', email: 'ana@example.org' };
    await endpoint.sent(token, newBooking([tuesdayPreparation], { content: { contact } }));
    expect(await names()).toEqual(new Set(['A. Okafor']));
    const name = 'Ana M. Okafor';
    await endpoint.sent(token, newConsent(typedAs(newRecord(), name, { name, role: 'self' })));
    expect(await names()).toEqual(new Set(['Ana M. Okafor']));
    await endpoint.accepted(token);
    expect(await names()).toEqual(new Set(['Ana Okafor']));
  });

  test('says that nothing was started for a client who has only booked', async () => {
    const endpoint = endpointOn(database());
    await endpoint.sent(newCareToken(), newBooking([mondayConsultation]));
    const [first] = await listOf(await endpoint.signIn('office'));
    expect(first?.clearance).toEqual({ status: 'not-started' });
  });

  test('tells since when the prescriber has read a consent', async () => {
    const endpoint = endpointOn(database());
    const consent = newConsent();
    await endpoint.sent(newCareToken(), consent);
    const prescriber = await endpoint.signIn('prescriber');
    await detailOf(prescriber, consent.id);
    expect((await listOf(prescriber))[0]?.readByPrescriberAt).toBe(AT);
  });
});

onEachDatabase('Reading a consent', (database) => {
  test.each(['prescriber', 'therapist'] as const)(
    'gives the %s the record as it was signed, and all that it takes to verify it',
    async (role) => {
      const endpoint = endpointOn(database());
      const consent = newConsent();
      const { reference, receipt } = await endpoint.sent(newCareToken(), consent);
      const member = await endpoint.signIn(role);
      const detail = await detailOf(member, consent.id);
      expect(detail).toEqual({
        id: consent.id,
        kind: 'consent',
        reference,
        receivedAt: AT,
        createdAt: consent.createdAt,
        timeZone: consent.timeZone,
        locale: 'en',
        relatesTo: [],
        act: consent.act,
        record: consent.content.record,
        digest: digestOf(consent),
        receipt,
        published: shortConsent,
        client: {
          id: expect.any(String),
          name: 'Ana Okafor',
          clearance: { status: 'not-started' },
          clearanceHistory: [],
          hasOpenAlert: false,
        },
      });
      if (detail.kind !== 'consent' || detail.published === undefined) throw new Error('a consent');
      const { act, published } = detail;
      const claim = { textDigest: act.document.textDigest, recordDigest: act.recordDigest };
      const sha256 = (text: string) => digestOf(JSON.parse(text));
      expect(await verifyRecord(consentRecord.parse(detail.record), claim, [published], sha256)).toEqual([]);
      const { entries } = await member.read<Log>('log');
      expect(entries[0]).toMatchObject({ role, action: 'consent-read', reference });
    },
  );

  test('is not for the office, and leaves no trace of a read', async () => {
    const endpoint = endpointOn(database());
    const consent = newConsent();
    await endpoint.sent(newCareToken(), consent);
    const office = await endpoint.signIn('office');
    const before = await everything(database());
    const answer = await office.get(`submissions/${consent.id}`);
    expect(answer.status).toBe(403);
    expect(await problemIn(answer)).toMatchObject({ type: 'kap:not-allowed' });
    expect(await everything(database())).toEqual(before);
  });
});

onEachDatabase('Reading what was asked for', (database) => {
  test.each(ROLES)('gives the %s a booking with contact and note', async (role) => {
    const endpoint = endpointOn(database());
    const content = { contact: ana, note: 'I come by bicycle.' };
    const booking = newBooking([tuesdayPreparation], { content });
    const { reference } = await endpoint.sent(newCareToken(), booking);
    const member = await endpoint.signIn(role);
    expect(await detailOf(member, booking.id)).toMatchObject({
      id: booking.id,
      kind: 'booking',
      reference,
      receivedAt: AT,
      act: booking.act,
      ...content,
      client: { name: 'Ana Okafor', clearance: { status: 'not-started' } },
    });
    expect((await member.read<Log>('log')).entries[0]).toMatchObject({ action: 'booking-read', reference });
  });

  test('gives a change with what was given up', async () => {
    const endpoint = endpointOn(database());
    const token = newCareToken();
    const { bookings = [] } = await endpoint.sent(token, newBooking([tuesdayPreparation]));
    const change = newChange(bookings, [mondayConsultation]);
    await endpoint.sent(token, change);
    const detail = await detailOf(await endpoint.signIn('office'), change.id);
    expect(detail).toMatchObject({ kind: 'booking-change', act: change.act });
    expect(bytesOf(detail).toString()).not.toContain('content');
  });
});
