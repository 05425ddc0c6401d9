import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { SessionKind, SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Booking, BookingStatus, Slot } from '../../src/domain/scheduling/sessions.js';
import { instantAt } from '../../src/domain/scheduling/zone.js';
import { shortConsent } from './consent-document.js';
import { newClient } from './practice-samples.js';

/** The instant at which these tests happen: a Sunday. */
export const NOW = '2026-11-22T20:00:00.000Z';

export const REFERENCE = 'K7Q2-M4XD';

export const PHONE = '(503) 555-0142';

export const hazelHouse: PracticeBasics = {
  schema: 'kap/practice/1',
  id: 'hazel-house',
  name: 'Hazel House',
  timeZone: 'America/Los_Angeles',
  locales: ['en'],
  minimumAge: 18,
  contact: { phone: PHONE, replyTime: 'two working days' },
  safety: { country: 'US' },
  policies: { privacy: 'https://hazel-house.example/privacy' },
  forms: [],
};

/** A second document, with one sentence to tick and no question. */
export const touchConsent: ConsentDocument = {
  ...shortConsent,
  id: 'touch',
  title: 'Touch during a session',
  blocks: [
    { id: 'hands', paragraphs: ['A hand on yours, if you ask.'], acknowledgement: 'I may say no to touch.' },
  ],
};

/** How a profile names these documents. */
export const asking = (...documents: readonly ConsentDocument[]): Pick<PracticeBasics, 'consents'> => ({
  consents: documents.map(({ id, version }) => ({
    id,
    version,
    adopted: { by: 'Mara Lindqvist', on: '2026-11-02' },
  })),
});

export const kinds = {
  consultation: { id: 'consultation', minutes: 60, modes: ['video'], needs: {} },
  preparation: {
    id: 'preparation',
    minutes: 60,
    modes: ['in-person', 'video'],
    needs: { clearance: true },
  },
  dosing: {
    id: 'dosing',
    title: 'Ketamine session',
    minutes: 180,
    modes: ['in-person'],
    needs: { clearance: true, consents: [shortConsent.id] },
  },
} as const satisfies Record<string, SessionKind>;

/** Where these tests run: a client there needs no second zone with a practice that is there too. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const MINUTE_MS = 60_000;

interface SlotOptions {
  readonly kind?: SessionKindId;
  readonly mode?: Slot['mode'];
  readonly place?: string;
  readonly timeZone?: string;
}

/** An hour that is free, by the clocks of a zone. @param at a date and a time of day, `2026-11-24 09:30`. */
export function slotAt(
  at: string,
  { kind = 'consultation', mode = 'video', place, timeZone = HERE }: SlotOptions = {},
): Slot {
  const date = at.slice(0, 10);
  const [hours, minutes] = [Number(at.slice(11, 13)), Number(at.slice(14))];
  const start = instantAt(date, hours * 60 + minutes, timeZone);
  if (start === undefined) throw new Error(`There is no ${at} in ${timeZone}.`);
  return {
    id: `${kind}_${new Date(start).toISOString()}`,
    kind,
    start: new Date(start).toISOString(),
    end: new Date(start + 60 * MINUTE_MS).toISOString(),
    mode,
    ...(place !== undefined && { place }),
    practitioner: { id: 'mara-lindqvist', name: 'Mara Lindqvist' },
  };
}

let bookings = 0;

/** What becomes of a slot that somebody asks for. */
export const bookingOf = (slot: Slot, status: BookingStatus = 'requested'): Booking => ({
  ...slot,
  id: `booking-${++bookings}`,
  status,
});

/** What the practice knows of a client whose health history it has received. */
export const inReview: CareState = {
  ...newClient,
  intakes: [{ questionnaire: 'health-history', version: '1.0.0', reference: REFERENCE, receivedAt: NOW }],
  clearance: { status: 'in-review' },
};

export const cleared: CareState = { ...inReview, clearance: { status: 'cleared' } };

/** A line of the care state about a document that the client has signed. */
export const signatureOf = ({ id, version, title }: ConsentDocument): CareState['consents'][number] => ({
  id,
  version,
  title,
  status: 'signed',
  signedAt: NOW,
  reference: REFERENCE,
});

/** The same client, who has signed these documents. */
export const havingSigned = (care: CareState, ...documents: readonly ConsentDocument[]): CareState => ({
  ...care,
  consents: documents.map(signatureOf),
});
