import type { Session } from './session/session.js';
import { createStore, type Step, type Store } from './store.js';
import type { SendingMessage } from './submit.js';

/** Set when nobody waits any more. */
export interface Signal {
  readonly aborted: boolean;
}

/** What one element does over time, and the store that holds where it is. */
export interface Course<State, Message> extends Store<State, Message> {
  /** Ends what goes on by itself; nothing that has been frozen is lost by it. */
  stop(): void;
}

/** Carries an effect out, and sends what came of it. */
export type RunEffect<State, Message> = (
  state: State,
  send: (message: Message) => void,
  signal: Signal,
) => Promise<void>;

export interface CourseOptions<State, Message, Effect extends string> {
  readonly initial: State;
  readonly reduce: (state: State, message: Message | SendingMessage) => Step<State, Effect>;
  readonly effects: Readonly<Record<Effect, RunEffect<State, Message>>>;
}

export function createCourse<State extends object, Message, Effect extends string>({
  initial,
  reduce,
  effects,
}: CourseOptions<State, Message, Effect>): Course<State, Message | SendingMessage> {
  const signal = { aborted: false };
  const store = createStore<State, Message | SendingMessage, Effect>({
    initial,
    reduce,
    run: (effect, send) => {
      // Whatever breaks here, what the client did stays on the screen and they are told.
      effects[effect](store.state, send, signal).catch(() => send({ type: 'stopped', httpStatus: 0 }));
    },
  });
  return Object.assign(store, {
    stop() {
      signal.aborted = true;
    },
  });
}

/** Goes on as soon as the client or the network is back. */
export const resumeOnReturn =
  ({ ports }: Session): RunEffect<unknown, { readonly type: 'returned' }> =>
  async (_, send, signal) => {
    await ports.connection.returned();
    if (!signal.aborted) send({ type: 'returned' });
  };
