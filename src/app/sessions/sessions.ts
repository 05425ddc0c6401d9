import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { Finding, PlanFacts } from '../../domain/scheduling/plan-rules.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import { dateIn } from '../../domain/scheduling/zone.js';
import { callBackOf, urgentText } from '../../domain/submission/safety-alert.js';
import { createCourse, type Course, type Signal } from '../course.js';
import type { Session } from '../session/session.js';
import { EXPIRES_AFTER_MS, newFrame, submit } from '../submit.js';
import { isLast, readOn, type KnownSlots } from './availability.js';
import type { PickerResult, SessionsEffect, SessionsMessage } from './messages.js';
import { prepare, resultOf } from './prepare.js';
import { reduceSessions } from './reduce.js';
import { factsOf, slotChecker } from './rules.js';
import {
  availabilityOf,
  currentOf,
  NOTHING_CHOSEN,
  type Choice,
  type SessionsState,
  type ShownZone,
  type WishedSession,
} from './state.js';

export interface Sessions extends Course<SessionsState, SessionsMessage> {
  /** The name of a zone: the device's, the practice's, or the one that is named. */
  zoneName(zone: ShownZone): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What the practice's rules are held against; nothing where there is no practice to have any. */
  facts(): PlanFacts | undefined;
  /** What keeps a time from being chosen for a session of the wish; the same answers until something changes. */
  checker(of: WishedSession): (slot: Slot) => readonly Finding[];
}

type Send = (message: PickerResult | SessionsMessage) => void;

const MINUTE_MS = 60_000;

/** A search for times is a part of its own: most people choose one time, by themselves. */
const loadLayOut = () => import('./lay-out.js');

/** Remembers what was made last, for as long as it is asked for by the same. */
function lastMade<Made>(make: () => Made): (...by: readonly unknown[]) => Made {
  let last: { readonly by: readonly unknown[]; readonly made: Made } | undefined;
  return (...by) => {
    if (!last || by.some((each, index) => each !== last?.by[index])) last = { by, made: make() };
    return last.made;
  };
}

/**
 * The sessions of one element: what can be booked, the client's wish, and its way to the practice.
 *
 * @param locale of the interface, for the submissions.
 */
export function createSessions(locale: string, session: Session): Sessions {
  const { clock, hash } = session.ports;
  const known = () => {
    const { practice, care } = session.state.status === 'ready' ? session.state : {};
    return practice && { practice, care };
  };
  const zoneName = (zone: ShownZone): string => {
    if (zone === 'client') return clock.timeZone();
    return zone === 'practice' ? (known()?.practice.timeZone ?? clock.timeZone()) : zone;
  };
  const today = () => dateIn(zoneName('practice'), clock.now());
  const facts = (): PlanFacts | undefined => {
    const has = known();
    return has && factsOf(has, course.state.choice, clock.now());
  };

  /** Reads open times of a kind into the state: the first, or those after. */
  const load = async (kind: SessionKindId, isMore: boolean, send: Send): Promise<KnownSlots | undefined> => {
    const before = course.state.choice.availability.get(kind);
    const had = isMore && before?.status === 'known' ? before : undefined;
    if (had && isLast(had, today())) return had;
    // An answer to what is not asked any more: other times have come meanwhile, or are waited for.
    const isWanted = () => course.state.choice.availability.get(kind) === before;
    const read = await readOn(kind, had, today(), session, isWanted);
    if (read === 'not-wanted') return undefined;
    if (read === 'failed') {
      send({ type: 'not-loaded', kind });
      return undefined;
    }
    const [first] = read.slots;
    const zone = zoneName(course.state.choice.zone);
    const firstDate = dateIn(zone, first ? Date.parse(first.start) : clock.now());
    send({ type: 'loaded', kind, ...read, firstDate });
    return read;
  };

  const loadCurrent = async (choice: Choice, isMore: boolean, send: Send): Promise<void> => {
    const kind = currentOf(choice)?.kind;
    if (kind) await load(kind, isMore, send);
  };

  /** @param way all that have no time, or what a change has broken. The code for it comes when somebody needs it. */
  const search = async (choice: Choice, send: Send, way: 'findTimes' | 'mend'): Promise<void> => {
    const now = facts();
    if (!now) return;
    const { sessions: before } = choice;
    const code = await loadLayOut().catch(() => undefined);
    if (!code) return send({ type: 'laid-out', before, sessions: before, search: { status: 'unknown' } });
    const laidOut = await code[way](choice, {
      facts: now,
      timeZone: zoneName(choice.zone),
      read: async (kind, isMore) => {
        const has = availabilityOf(course.state.choice, kind);
        return has.status === 'known' && !isMore ? has : load(kind, isMore, send);
      },
      isEnd: (slots) => isLast(slots, today()),
      pause: () => clock.sleep(0),
    });
    send({ type: 'laid-out', before, ...laidOut });
  };

  const deliver = async (choice: Choice, send: Send, signal: Signal): Promise<void> => {
    const prepared = await prepare(choice, locale, session);
    if (!prepared) return send({ type: 'stopped', httpStatus: 0 });
    send({ type: 'prepared', prepared });
    const outcome = await submit(prepared, session, signal, send);
    send(resultOf(outcome, choice));
    // What could not be had, or may have been had all the same, shows in what the endpoint says of the client.
    if (outcome.verdict !== 'received') session.send({ type: 'read-care' });
  };

  const call = async ({ call: { phone, times } }: Choice, send: Send, signal: Signal): Promise<void> => {
    const frame = newFrame(session);
    const expiresAt = new Date(clock.now() + EXPIRES_AFTER_MS).toISOString();
    const urgent = { kind: 'call-request', content: callBackOf(phone, times) } as const;
    const body = urgentText(urgent, { ...frame, locale, expiresAt });
    const frozen = { id: frame.id, body, digest: await hash.sha256(body) };
    const outcome = await submit(frozen, session, signal, () => undefined);
    send({ type: 'call', call: { status: outcome.verdict === 'received' ? 'received' : 'failed' } });
  };

  const course = createCourse<SessionsState, SessionsMessage, SessionsEffect>({
    initial: { status: 'choosing', notice: undefined, problems: [], turn: 0, choice: NOTHING_CHOSEN },
    reduce: reduceSessions,
    effects: {
      load: ({ choice }, send) => loadCurrent(choice, false, send),
      'load-more': ({ choice }, send) => loadCurrent(choice, true, send),
      'lay-out': ({ choice }, send) => search(choice, send, 'findTimes'),
      mend: ({ choice }, send) => search(choice, send, 'mend'),
      deliver: ({ choice }, send, signal) => deliver(choice, send, signal),
      call: ({ choice }, send, signal) =>
        call(choice, send, signal).catch(() => send({ type: 'call', call: { status: 'failed' } })),
    },
  });

  let checked: WishedSession | undefined;
  const lastChecker = lastMade((): ((slot: Slot) => readonly Finding[]) => {
    const now = facts();
    return now && checked ? slotChecker(checked, course.state.choice, now) : () => [];
  });
  const checker = (of: WishedSession) => {
    checked = of;
    const { sessions, region } = course.state.choice;
    const { practice, care } = known() ?? {};
    return lastChecker(of, sessions.length, region, practice, care, Math.floor(clock.now() / MINUTE_MS));
  };
  return Object.assign(course, { zoneName, now: () => clock.now(), facts, checker });
}
