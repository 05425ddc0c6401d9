import { randomBytes, randomUUID } from 'node:crypto';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Booking, Slot } from '../../src/domain/scheduling/sessions.js';
import type { BookingChangeSubmission, BookingSubmission } from '../../src/domain/submission/envelope.js';
import type { EndpointUnderTest } from './endpoint.js';
import { newConsent, newRecord } from './consent.js';
import { newCareToken } from './intake.js';

export const ana = { name: 'Ana Okafor', phone: '(503) 555-0188' };

const frame = () =>
  ({
    schema: 'kap/submission/1',
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64url'),
    createdAt: '2026-11-22T19:59:00.000Z',
    timeZone: 'America/Los_Angeles',
    locale: 'en',
    practice: 'stillwater',
    widget: { version: '0.1.0', build: 'test' },
    relatesTo: [],
  }) as const;

type Wanted = Pick<Slot, 'id' | 'kind'>;

const wanted = (slots: readonly Wanted[]) => slots.map(({ id, kind }) => ({ slotId: id, kind }));

/** A booking as the widget would send it for somebody who has sent nothing before. */
export const newBooking = (
  slots: readonly Wanted[],
  replacing: Partial<BookingSubmission> = {},
): BookingSubmission => ({
  ...frame(),
  relatesTo: [],
  kind: 'booking',
  act: { sessions: wanted(slots) },
  content: { contact: ana },
  ...replacing,
});

/** Gives up these bookings, and asks for these slots in their place. */
export const newChange = (
  given: readonly Pick<Booking, 'id'>[],
  slots: readonly Wanted[] = [],
): BookingChangeSubmission => ({
  ...frame(),
  relatesTo: [],
  kind: 'booking-change',
  act: { cancel: given.map(({ id }) => id), sessions: wanted(slots) },
});

/** The slot of this id; the schedule is the sample practice's. */
export const slot = (id: string, kind: SessionKindId): Wanted => ({ id, kind });

/** Times of the sample practice: Monday 23 November at 14:00 with either practitioner, Tuesday 24 at 9:00 and at 13:00, in Portland. */
export const mondayConsultation = slot('tomas-reyes_consultation_video_20261123T2200Z', 'consultation');
export const mondayPreparation = slot('mara-lindqvist_preparation_video_20261123T2200Z', 'preparation');
export const tuesdayPreparation = slot('mara-lindqvist_preparation_video_20261124T1700Z', 'preparation');
export const tuesdayAfternoon = slot('mara-lindqvist_preparation_video_20261124T2100Z', 'preparation');
export const tuesdayDosing = slot('mara-lindqvist_dosing_in-person_20261124T1700Z', 'dosing');
export const wednesdayDosing = slot('mara-lindqvist_dosing_in-person_20261125T1700Z', 'dosing');

let opened = 0;
/** A text opened at a time of its own: no two clients send the same record. */
const ownRecord = () => ({
  ...newRecord(),
  shownAt: new Date(Date.parse('2026-11-22T19:00:00.000Z') + 1000 * opened++).toISOString(),
});

/** A client whose history was read, who is cleared to the end of a day, and who has signed. */
export async function clearedClient(endpoint: EndpointUnderTest, validUntil = '2026-12-31') {
  const token = newCareToken();
  const { intake } = await endpoint.accepted(token);
  const prescriber = await endpoint.signIn('prescriber');
  const { client } = await prescriber.read<{ client: { id: string } }>(`submissions/${intake.id}`);
  const decide = (decision: Record<string, string>) =>
    prescriber.send('PUT', `clients/${client.id}/clearance`, decision);
  await decide({ status: 'cleared', validUntil });
  await endpoint.sent(token, newConsent(ownRecord()));
  return { token, clientId: client.id, prescriber, decide };
}
