import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../app/store.js';

/** Renders its host when the part of a store's state that it looks at has changed. */
export class SelectController<State, Slice> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #select: (state: State) => Slice;
  #store: Pick<Store<State, never>, 'state' | 'subscribe'> | undefined;
  #value: Slice | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, select: (state: State) => Slice) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  get value(): Slice | undefined {
    return this.#value;
  }

  /** Looks at another store from now on. */
  follow(store: Pick<Store<State, never>, 'state' | 'subscribe'> | undefined): void {
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    this.#value = undefined;
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.#store || this.#unsubscribe) return;
    this.#unsubscribe = this.#store.subscribe(() => this.#look());
    this.#look();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #look(): void {
    const value = this.#store && this.#select(this.#store.state);
    if (value === this.#value) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
