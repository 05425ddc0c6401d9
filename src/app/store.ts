/** What a reducer answers: the next state and what is to be done outside. */
export type Step<State, Effect> = readonly [state: State, ...effects: Effect[]];

export interface Store<State, Message> {
  readonly state: State;
  /** The only way to change the state. */
  send(message: Message): void;
  /** Calls back after every change; the answer ends it. */
  subscribe(listener: () => void): () => void;
}

export interface StoreOptions<State, Message, Effect> {
  readonly initial: State;
  readonly reduce: (state: State, message: Message) => Step<State, Effect>;
  /** Carries an effect out and sends what came of it. */
  readonly run: (effect: Effect, send: (message: Message) => void) => void;
}

/** A small store: messages in, frozen snapshots out, effects beside. Listeners are told once a message. */
export function createStore<State extends object, Message, Effect>({
  initial,
  reduce,
  run,
}: StoreOptions<State, Message, Effect>): Store<State, Message> {
  let state = Object.freeze(initial);
  const listeners = new Set<() => void>();

  const send = (message: Message): void => {
    const [next, ...effects] = reduce(state, message);
    if (next !== state) {
      state = Object.freeze(next);
      for (const listener of [...listeners]) listener();
    }
    for (const effect of effects) run(effect, send);
  };

  return {
    get state() {
      return state;
    },
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
