import type { Slot } from '../../domain/scheduling/sessions.js';
import { canonicalJson, wellFormed } from '../../domain/submission/canonical-json.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  Contact,
} from '../../domain/submission/envelope.js';
import type { Outcome } from '../deliver.js';
import type { Session } from '../session/session.js';
import { EXPIRES_AFTER_MS, newFrame, replacing, unsuccessful } from '../submit.js';
import type { PickerResult } from './messages.js';
import { chosenSlots, givenUp, type Choice, type Notice, type PreparedBooking } from './state.js';

/** Nothing where one of the two is missing: half a contact is none, and the endpoint would not take it. */
function contactOf(choice: Choice): Contact | undefined {
  const [name, reach] = [wellFormed(choice.name).trim(), wellFormed(choice.reach).trim()];
  if (name === '' || reach === '') return undefined;
  return { name, ...(reach.includes('@') ? { email: reach } : { phone: reach }) };
}

/** What a choice asks for, as the content of a submission. */
type Wish =
  | Pick<BookingSubmission, 'kind' | 'act' | 'content'>
  | Pick<BookingChangeSubmission, 'kind' | 'act' | 'content'>;

function wishOf(choice: Choice): Wish | undefined {
  const { cancelling, purpose, region } = choice;
  const cancel = (cancelling.length > 0 ? cancelling : givenUp(choice)).map(({ id }) => id);
  if (cancelling.length > 0) return { kind: 'booking-change', act: { cancel, sessions: [] } };
  const sessions = chosenSlots(choice).map(({ id, kind }) => ({ slotId: id, kind }));
  if (sessions.length === 0) return undefined;
  if (purpose === 'move')
    return { kind: 'booking-change', act: { cancel, sessions }, ...(region && { content: { region } }) };
  const contact = contactOf(choice);
  const content = { ...(contact && { contact }), ...(region && { region }) };
  return { kind: 'booking', act: { sessions }, ...((contact ?? region) && { content }) };
}

/** Whether what may have been lost on the way shows among the client's sessions: it stands, and nothing replaces it. */
function hasArrived({ slots }: PreparedBooking, { state }: Session): boolean {
  const bookings = state.status === 'ready' ? (state.care?.bookings ?? []) : [];
  const isBooked = (slot: Slot) =>
    bookings.some(
      ({ kind, start, status }) =>
        kind === slot.kind && Date.parse(start) === Date.parse(slot.start) && status !== 'cancelled',
    );
  return slots.length > 0 && slots.every(isBooked);
}

/** Freezes a wish into bytes; those that ask for the same and have not expired are sent again as they are. */
export async function prepare(
  choice: Choice,
  locale: string,
  session: Session,
): Promise<PreparedBooking | undefined> {
  const { clock, hash } = session.ports;
  const wish = wishOf(choice);
  if (!wish) return undefined;
  const { prepared: before, cancelling } = choice;
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
    slots: cancelling.length > 0 ? [] : chosenSlots(choice),
    expiresAt,
  };
}

/** The rules whose breaking has words of its own. */
const NOTICES: Readonly<Record<string, Notice>> = {
  notice: 'too-soon',
  'own-session': 'already',
  'quiet-hours': 'quiet',
};

const interrupted = (notice: Notice): Extract<PickerResult, { type: 'interrupted' }> => ({
  type: 'interrupted',
  notice,
  slots: [],
  taken: [],
  findings: [],
});

/** Rules broken, with what they found, by the keys of the sessions in place of the order they were sent in. */
function ruleBroken(
  { rules, findings }: Extract<Outcome, { verdict: 'rule-broken' }>,
  choice: Choice,
): PickerResult {
  const notice = rules.map((rule) => NOTICES[rule]).find((each) => each !== undefined);
  // What a clearance or a consent keeps back is no matter of the times that were chosen.
  const isAboutTimes = findings.some(({ rule }) => rule !== 'needs');
  const sent = choice.sessions.filter(({ slot }) => slot !== undefined);
  const keyOf = (place: string) => sent[Number(place)]?.key ?? place;
  return {
    ...interrupted(notice ?? (isAboutTimes ? 'rules' : 'not-now')),
    findings: findings.map((each) => ({ ...each, sessions: each.sessions.map(keyOf) })),
  };
}

/** What came of sending a choice. */
export function resultOf(outcome: Outcome, choice: Choice): PickerResult {
  switch (outcome.verdict) {
    case 'received':
      return { type: 'received', bookings: outcome.bookings, reference: outcome.reference };
    case 'taken':
      return { ...interrupted('taken'), slots: outcome.slots, taken: outcome.taken };
    case 'rule-broken':
      return ruleBroken(outcome, choice);
    case 'invalid': {
      const isAbout = (part: string) => outcome.errors.some(({ pointer }) => pointer.startsWith(part));
      if (isAbout('/content/contact')) return { type: 'no-contact' };
      // The practice's hours have changed since they were read.
      if (isAbout('/act/sessions')) return interrupted('not-now');
      return unsuccessful(outcome);
    }
    default:
      return unsuccessful(outcome);
  }
}
