import { careState, type CareState } from '../../domain/practice/care-state.js';
import { practiceBasics, type PracticeBasics } from '../../domain/practice/basics.js';
import { endpointPath, type Destination } from '../destination.js';
import type { Ports } from '../ports.js';
import { get, getAs, readJson, type Parser, type ReadResult } from '../read.js';
import { createStore, type Step, type Store } from '../store.js';

/** Why nothing can start. Each has a sentence of its own. */
export type StartFailure = 'no-crypto' | 'setting' | 'unreachable' | 'not-understood' | 'sealing';

/** Whether the page was opened with a personal link, and what came of it. */
export type LinkState = 'none' | 'opened' | 'refused';

export type SessionState =
  | { readonly status: 'starting' }
  | {
      readonly status: 'ready';
      /** Nothing where a webhook practice has given no profile. */
      readonly practice: PracticeBasics | undefined;
      /** Nothing where the practice can't be asked, or knows nothing of this client yet. */
      readonly care: CareState | undefined;
      readonly link: LinkState;
      /** Whether this client has said on this page that they are younger than those whom the practice works with. */
      readonly underAge?: boolean;
    }
  | { readonly status: 'failed'; readonly reason: StartFailure };

export type ReadyState = Extract<SessionState, { status: 'ready' }>;

export type SessionMessage =
  | { readonly type: 'start' }
  | { readonly type: 'started'; readonly state: SessionState }
  | { readonly type: 'read-care' }
  /** What the practice says of itself has changed since this page was opened. */
  | { readonly type: 'read-practice' }
  | { readonly type: 'practice-read'; readonly practice: PracticeBasics | undefined }
  | { readonly type: 'care-read'; readonly care: CareState }
  /** What a date of birth says that was given on this page. The date itself goes nowhere. */
  | { readonly type: 'age'; readonly underAge: boolean }
  /** What an acceptance says of the client's sessions, before the whole is read again. */
  | { readonly type: 'bookings'; readonly bookings: CareState['bookings'] };

type SessionEffect = 'start' | 'read-care' | 'read-practice';

/** What every element on a page shares about one practice: who it is, who the client is, what it knows of them. */
export interface Session extends Store<SessionState, SessionMessage> {
  readonly destination: Destination;
  readonly ports: Ports;
  /** This browser's care token, made when it is first needed. */
  careToken(): string;
}

export const isUnderAge = ({ state }: Pick<Session, 'state'>): boolean =>
  state.status === 'ready' && state.underAge === true;

function withBookings(state: ReadyState, changed: CareState['bookings']): ReadyState {
  const { care } = state;
  const ids = new Set(changed.map(({ id }) => id));
  const others = care?.bookings.filter(({ id }) => !ids.has(id)) ?? [];
  return { ...state, care: care && { ...care, bookings: [...others, ...changed] } };
}

export function reduceSession(
  state: SessionState,
  message: SessionMessage,
): Step<SessionState, SessionEffect> {
  switch (message.type) {
    case 'start':
      return [{ status: 'starting' }, 'start'];
    case 'started':
      return [message.state];
    case 'read-care':
      return [state, 'read-care'];
    case 'read-practice':
      return [state, 'read-practice'];
    case 'practice-read':
      return [state.status === 'ready' ? { ...state, practice: message.practice } : state];
    case 'care-read':
      return [state.status === 'ready' ? { ...state, care: message.care } : state];
    case 'age':
      return [
        state.status === 'ready' && (state.underAge ?? false) !== message.underAge
          ? { ...state, underAge: message.underAge }
          : state,
      ];
    case 'bookings':
      return [state.status === 'ready' && state.care ? withBookings(state, message.bookings) : state];
  }
}

const ready = (practice: PracticeBasics | undefined): ReadyState => ({
  status: 'ready',
  practice,
  care: undefined,
  link: 'none',
});

const UNREACHABLE: SessionState = { status: 'failed', reason: 'unreachable' };

const TOKEN_BITS = 256;

/** For an answer whose success says everything. */
const ANYTHING: Parser<unknown> = { safeParse: (data) => ({ success: true, data }) };

async function readProfile(destination: Destination, ports: Ports, mayCache = true): Promise<SessionState> {
  const url = endpointPath(destination, 'practice') ?? destination.configUrl;
  if (url === undefined) return ready(undefined);
  const read = await readJson({ ...get(url), mayCache }, practiceBasics, ports);
  if ('failure' in read) {
    const setting = destination.mode === 'endpoint' ? 'endpoint' : 'config';
    ports.warn(
      setting,
      `The practice profile at the ${setting}'s address could not be read (${read.failure}).`,
    );
    return { status: 'failed', reason: read.failure === 'unreachable' ? 'unreachable' : 'not-understood' };
  }
  if (read.value.sealing) {
    ports.warn('sealing', 'This version cannot seal answers, so it sends none.');
    return { status: 'failed', reason: 'sealing' };
  }
  return ready(read.value);
}

async function readCare(
  destination: Destination,
  token: string,
  ports: Ports,
): Promise<ReadResult<CareState> | undefined> {
  const url = endpointPath(destination, 'care');
  return url === undefined ? undefined : readJson(getAs(url, token), careState, ports);
}

async function openLink(
  code: string,
  destination: Destination,
  token: string,
  ports: Ports,
): Promise<ReadResult<unknown>> {
  const url = endpointPath(destination, 'care/session');
  if (url === undefined) return { failure: 'refused' };
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ code });
  return readJson({ method: 'POST', url, headers, body, mayCache: false }, ANYTHING, ports);
}

export function createSession(destination: Destination, ports: Ports): Session {
  let token = ports.tokens.read();

  const keep = (fresh: string): string => {
    token = fresh;
    ports.tokens.write(fresh);
    return fresh;
  };
  const careToken = (): string => token ?? keep(ports.random.bits(TOKEN_BITS));

  let link: LinkState = 'none';
  /** A personal link that nobody could be asked about yet; tried again with the same token, which uses it up once. */
  let pending: { readonly code: string; readonly token: string } | undefined;

  const takeLink = (): void => {
    const code = ports.personalLink.take();
    // A token of its own: the one this tab has may belong to somebody else who used the device.
    if (code !== undefined) pending = { code, token: ports.random.bits(TOKEN_BITS) };
  };

  /** Whether there is no link left to ask about. */
  const followLink = async (): Promise<boolean> => {
    if (!pending) return true;
    const opened = await openLink(pending.code, destination, pending.token, ports);
    if ('failure' in opened && opened.failure === 'unreachable') return false;
    link = 'value' in opened ? 'opened' : 'refused';
    if (link === 'opened') keep(pending.token);
    pending = undefined;
    return true;
  };

  const start = async (): Promise<SessionState> => {
    takeLink();
    const profile = await readProfile(destination, ports);
    if (profile.status !== 'ready') return profile;
    if (!(await followLink())) return UNREACHABLE;
    const care = token === undefined ? undefined : await readCare(destination, token, ports);
    // Somebody who was here before must not be asked everything again because one answer was lost.
    if (care && 'failure' in care && care.failure !== 'refused') {
      ports.warn('endpoint', `What the endpoint says of this client could not be read (${care.failure}).`);
      return { status: 'failed', reason: care.failure };
    }
    return { ...profile, care: care && 'value' in care ? care.value : undefined, link };
  };

  let careReads = 0;

  const run = (effect: SessionEffect, send: (message: SessionMessage) => void): void => {
    if (effect === 'start') {
      void start().then((state) => send({ type: 'started', state }));
      return;
    }
    if (effect === 'read-practice') {
      void readProfile(destination, ports, false).then((profile) => {
        if (profile.status === 'ready') send({ type: 'practice-read', practice: profile.practice });
      });
      return;
    }
    const read = ++careReads;
    void readCare(destination, careToken(), ports).then((care) => {
      // An answer that was overtaken says what was before.
      if (care && 'value' in care && read === careReads) send({ type: 'care-read', care: care.value });
    });
  };

  const store = createStore<SessionState, SessionMessage, SessionEffect>({
    initial: { status: 'starting' },
    reduce: reduceSession,
    run,
  });
  /** A page that was left open shows what has been decided meanwhile, as soon as somebody looks at it again. */
  const readOnReturn = async (): Promise<void> => {
    for (;;) {
      await ports.connection.returned();
      if (token !== undefined) store.send({ type: 'read-care' });
    }
  };

  store.send({ type: 'start' });
  void readOnReturn();
  return {
    destination,
    ports,
    careToken,
    get state() {
      return store.state;
    },
    send: store.send,
    subscribe: store.subscribe,
  };
}
