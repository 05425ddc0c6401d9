import { addDays } from '../../domain/scheduling/calendar-days.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { canonicalJson, wellFormed } from '../../domain/submission/canonical-json.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  Contact,
} from '../../domain/submission/envelope.js';
import type { Outcome } from '../deliver.js';
import { createCourse, type Course, type Signal } from '../course.js';
import type { Session } from '../session/session.js';
import { EXPIRES_AFTER_MS, newFrame, replacing, submit, unsuccessful } from '../submit.js';
import { readSlots } from './availability.js';
import type { PickerResult, SessionsEffect, SessionsMessage } from './messages.js';
import { reduceSessions } from './reduce.js';
import type { Choice, Notice, PreparedBooking, SessionsState, ShownZone } from './state.js';

/** As many days as an endpoint answers at once, and how far ahead is asked at most. */
const DAYS_AT_ONCE = 61;
const DAYS_AHEAD = 183;

export interface Sessions extends Course<SessionsState, SessionsMessage> {
  /** The name of a zone: the device's, or the practice's. */
  zoneName(zone: ShownZone): string;
  /** Milliseconds since the epoch. */
  now(): number;
}

type Send = (message: PickerResult) => void;

/** Nothing where one of the two is missing: half a contact is none, and the endpoint would not take it. */
function contactOf(choice: Choice): Contact | undefined {
  const [name, reach] = [wellFormed(choice.name).trim(), wellFormed(choice.reach).trim()];
  if (name === '' || reach === '') return undefined;
  return { name, ...(reach.includes('@') ? { email: reach } : { phone: reach }) };
}

/** The rules whose breaking has words of its own. */
const NOTICES: Readonly<Record<string, Notice>> = { notice: 'too-soon', 'own-session': 'already' };

/** What a choice asks for, as the content of a submission. */
type Wish =
  Pick<BookingSubmission, 'kind' | 'act' | 'content'> | Pick<BookingChangeSubmission, 'kind' | 'act'>;

function wishOf(choice: Choice): Wish | undefined {
  const { cancelling, slot } = choice;
  if (cancelling) return { kind: 'booking-change', act: { cancel: [cancelling.id], sessions: [] } };
  if (!slot) return undefined;
  const contact = contactOf(choice);
  const act = { sessions: [{ slotId: slot.id, kind: slot.kind }] };
  return { kind: 'booking', act, ...(contact && { content: { contact } }) };
}

/** Whether what may have been lost on the way shows among the client's sessions: it stands, and nothing replaces it. */
const hasArrived = ({ slot }: PreparedBooking, { state }: Session): boolean =>
  state.status === 'ready' &&
  (state.care?.bookings ?? []).some(
    ({ kind, start, status }) =>
      kind === slot?.kind && Date.parse(start) === Date.parse(slot.start) && status !== 'cancelled',
  );

/** Freezes a wish into bytes; those that ask for the same and have not expired are sent again as they are. */
async function prepare(
  choice: Choice,
  locale: string,
  session: Session,
): Promise<PreparedBooking | undefined> {
  const { clock, hash } = session.ports;
  const wish = wishOf(choice);
  if (!wish) return undefined;
  const { prepared: before, cancelling, slot } = choice;
  const asked = canonicalJson(wish);
  if (before?.wish === asked && before.expiresAt > clock.now()) return before;
  const frame = newFrame(session);
  const expiresAt = clock.now() + EXPIRES_AFTER_MS;
  const relatesTo = replacing(before && hasArrived(before, session) ? undefined : before);
  const body = canonicalJson({
    ...frame,
    ...wish,
    locale,
    relatesTo,
    expiresAt: new Date(expiresAt).toISOString(),
  });
  return {
    id: frame.id,
    body,
    digest: await hash.sha256(body),
    relatesTo,
    wish: asked,
    slot: cancelling ? undefined : slot,
    expiresAt,
  };
}

function resultOf(outcome: Outcome): PickerResult {
  switch (outcome.verdict) {
    case 'received':
      return { type: 'received', bookings: outcome.bookings, reference: outcome.reference };
    case 'taken':
      return { type: 'interrupted', notice: 'taken', slots: outcome.slots };
    case 'rule-broken': {
      const notice = outcome.rules.map((rule) => NOTICES[rule]).find((each) => each !== undefined);
      return { type: 'interrupted', notice: notice ?? 'not-now', slots: [] };
    }
    case 'invalid': {
      const isAbout = (part: string) => outcome.errors.some(({ pointer }) => pointer.startsWith(part));
      if (isAbout('/content/contact')) return { type: 'no-contact' };
      // The practice's hours have changed since they were read.
      if (isAbout('/act/sessions')) return { type: 'interrupted', notice: 'not-now', slots: [] };
      return unsuccessful(outcome);
    }
    default:
      return unsuccessful(outcome);
  }
}

/**
 * The sessions of one element: what can be booked, the client's wish, and its way to the practice.
 *
 * @param locale of the interface, for the submissions.
 */
export function createSessions(locale: string, session: Session): Sessions {
  const { clock } = session.ports;
  const zoneName = (zone: ShownZone): string => {
    const practice = session.state.status === 'ready' ? session.state.practice : undefined;
    return (zone === 'practice' && practice?.timeZone) || clock.timeZone();
  };
  const today = dateIn(zoneName('practice'), clock.now());

  const load = async ({ kind, availability, zone }: Choice, isMore: boolean, send: Send): Promise<void> => {
    if (kind === undefined) return;
    const known = isMore && availability.status === 'known' ? availability : undefined;
    const last = addDays(today, DAYS_AHEAD);
    const slots = [...(known?.slots ?? [])];
    let until = known?.until ?? addDays(today, -1);
    // Whoever opens a practice with nothing free for two months is led to the first time there is.
    do {
      const from = addDays(until, 1);
      if (from > last) return;
      until = addDays(from, DAYS_AT_ONCE);
      const read = await readSlots(kind, from, until, session);
      // An answer to what is not asked any more: other times have come meanwhile, or are waited for.
      if (course.state.choice.availability !== availability) return;
      if (!read) return send({ type: 'not-loaded', kind });
      slots.push(...read);
    } while (slots.length === 0 && until < last);
    const first = slots[0];
    const firstDate = dateIn(zoneName(zone), first ? Date.parse(first.start) : clock.now());
    send({ type: 'loaded', kind, slots, until, firstDate });
  };

  const deliver = async (choice: Choice, send: Send, signal: Signal): Promise<void> => {
    const prepared = await prepare(choice, locale, session);
    if (!prepared) return send({ type: 'stopped', httpStatus: 0 });
    send({ type: 'prepared', prepared });
    const outcome = await submit(prepared, session, signal, send);
    send(resultOf(outcome));
    // What could not be had, or may have been had all the same, shows in what the endpoint says of the client.
    if (outcome.verdict !== 'received') session.send({ type: 'read-care' });
  };

  const course = createCourse<SessionsState, SessionsMessage, SessionsEffect>({
    initial: {
      status: 'choosing',
      notice: undefined,
      problems: [],
      turn: 0,
      choice: {
        kind: undefined,
        availability: { status: 'loading' },
        zone: 'client',
        cursor: undefined,
        day: undefined,
        slot: undefined,
        nearest: [],
        name: '',
        reach: '',
        cancelling: undefined,
        prepared: undefined,
      },
    },
    reduce: reduceSessions,
    effects: {
      load: ({ choice }, send) => load(choice, false, send),
      'load-more': ({ choice }, send) => load(choice, true, send),
      deliver: ({ choice }, send, signal) => deliver(choice, send, signal),
    },
  });
  return Object.assign(course, { zoneName, now: () => clock.now() });
}
