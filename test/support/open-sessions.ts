import { createSession, type Session } from '../../src/app/session/session.js';
import type { SessionsMessage } from '../../src/app/sessions/messages.js';
import { createSessions, type Sessions } from '../../src/app/sessions/sessions.js';
import { availabilityOf, currentOf, type Choice, type ChoosingState } from '../../src/app/sessions/state.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Booking, Slot } from '../../src/domain/scheduling/sessions.js';
import {
  submission,
  type BookingChangeSubmission,
  type BookingSubmission,
} from '../../src/domain/submission/envelope.js';
import {
  accepts,
  fakePorts,
  hasStatus,
  reaches,
  reply,
  type Answer,
  type FakePorts,
  type World,
} from './ports.js';
import { endpoint, newClient, stillwater } from './practice-samples.js';

export const OPEN_TIMES = 'GET availability';
export const TO_ENDPOINT = 'POST submissions';

/** A practice in New York; the client's device is in Los Angeles. */
export const bookable: PracticeBasics = {
  ...stillwater,
  sessionKinds: [
    { id: 'consultation', minutes: 60, modes: ['video'], needs: {} },
    { id: 'preparation', minutes: 60, modes: ['video'], needs: {} },
  ],
};

const HOUR_MS = 3_600_000;

export const slotAt = (start: string, kind: SessionKindId = 'preparation'): Slot => ({
  id: `${kind}_${start}`,
  kind,
  start,
  end: new Date(Date.parse(start) + HOUR_MS).toISOString(),
  mode: 'video',
});

export const tuesday = slotAt('2026-11-24T15:00:00.000Z');
export const wednesday = slotAt('2026-11-25T15:00:00.000Z');
export const january = slotAt('2027-01-12T15:00:00.000Z');

export const bookingOf = ({ id, ...slot }: Slot, status: Booking['status'] = 'requested'): Booking => ({
  id: `booking-of-${id}`,
  ...slot,
  status,
});

/** A client who has this session. */
export const booked: CareState = { ...newClient, bookings: [bookingOf(tuesday, 'confirmed')] };

export const page = (slots: readonly Slot[], next?: string) =>
  reply(200, { slots, ...(next !== undefined && { next }) });

/** Says yes, and what came of each session. */
export const acceptsWith =
  (...bookings: readonly Booking[]): Answer =>
  (request) => {
    const said = accepts(request);
    return said.kind === 'response'
      ? { ...said, body: JSON.stringify({ ...(JSON.parse(said.body) as object), bookings }) }
      : said;
  };

export interface OpenedSessions {
  readonly sessions: Sessions;
  readonly session: Session;
  readonly ports: FakePorts;
  /** Sends messages, one after the other. */
  does(...messages: readonly SessionsMessage[]): void;
  /** Chooses a kind and waits for its times. */
  choosesKind(kind?: SessionKindId): Promise<void>;
  /** Chooses a time, and says who they are and how to reach them. */
  fillsIn(slot?: Slot): void;
  presses(contact?: boolean): void;
  /** Lets everything come to rest that is under way. */
  settles(): Promise<void>;
}

/** A picker whose session has started; Tuesday, Wednesday and a day in January are open. */
export async function openSessions(world: World = {}): Promise<OpenedSessions> {
  const script = {
    'GET practice': [reply(200, bookable)],
    'GET care': [reply(200, newClient)],
    [OPEN_TIMES]: [page([tuesday, wednesday])],
    ...world.script,
  };
  const ports = fakePorts({ ...world, script });
  const session = createSession(endpoint, ports);
  await reaches(session, hasStatus('ready'));
  const sessions = createSessions('en', session);

  const does = (...messages: readonly SessionsMessage[]) => messages.forEach(sessions.send);
  const settles = () => ports.clock.sleep(0);
  return {
    sessions,
    session,
    ports,
    does,
    settles,
    async choosesKind(kind = 'preparation') {
      does({ type: 'choose-kind', kinds: [kind], zone: 'client' });
      await reaches(sessions, isSettled);
    },
    fillsIn(slot = tuesday) {
      does(
        { type: 'choose-day', date: slot.start.slice(0, 10) },
        { type: 'choose-slot', slot },
        { type: 'contact', name: 'Ana Okafor' },
        { type: 'contact', reach: '(503) 555-0188' },
      );
    },
    presses: (contact = true) =>
      does({ type: 'request', asked: { contact, region: false, isBlocked: false } }),
  };
}

type SessionsState = Sessions['state'];

/** Whether the open times have come, or won't. */
const isSettled = (state: SessionsState): state is SessionsState =>
  shown(state.choice).availability.status !== 'loading';

export const isKnown = (state: SessionsState): state is SessionsState =>
  shown(state.choice).availability.status === 'known';

/** A choice with what concerns the session on the screen beside everything else. */
export function shown(choice: Choice) {
  const current = currentOf(choice);
  const availability = availabilityOf(choice, current?.kind);
  return { ...choice, kind: current?.kind, slot: current?.slot, availability };
}

/** The state of a picker where something can be chosen. */
export function choosingOf({ state }: Sessions): ChoosingState {
  if (state.status !== 'choosing') throw new Error(`Nothing can be chosen while it is ${state.status}`);
  return state;
}

/** A state with its choice as `shown`. */
export const seen = <State extends SessionsState>(state: State) => ({
  ...state,
  choice: shown(state.choice),
});

/** What is open, by its start; what the picker says instead where it doesn't know. */
export function openTimes({ state }: Pick<Sessions, 'state'>): readonly string[] | string {
  const { availability } = shown(state.choice);
  return availability.status === 'known' ? availability.slots.map(({ start }) => start) : availability.status;
}

/** The dates that were asked for, `2026-11-22 to 2027-01-22`, by each request. */
export const rangesAsked = ({ network }: FakePorts): readonly string[] =>
  network.sent(OPEN_TIMES).map(({ url }) => {
    const query = new URL(url).searchParams;
    return `${query.get('from')} to ${query.get('to')}`;
  });

/** The bookings and changes that went out, each as the endpoint's own schema reads it; retries too. */
export const wishesIn = ({ network }: FakePorts): readonly (BookingSubmission | BookingChangeSubmission)[] =>
  network.sent(TO_ENDPOINT).map(({ body = '' }) => {
    const parsed = submission.safeParse(JSON.parse(body));
    if (!parsed.success) throw new Error(parsed.error.message);
    if (parsed.data.kind !== 'booking' && parsed.data.kind !== 'booking-change')
      throw new Error(`This is a ${parsed.data.kind}`);
    return parsed.data;
  });
