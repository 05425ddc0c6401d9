/*
 * Takes the place of `@lit/context` in the script for pages: the same protocol
 * (https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md) without what no element of
 * ours asks for. `test/elements/context.test.ts` holds the two against each other.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;
type Receive = (value: unknown, unsubscribe: () => void) => void;

class ContextRequest extends Event {
  readonly context: unknown;
  readonly callback: Receive;
  readonly subscribe = true;

  constructor(context: unknown, callback: Receive) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.callback = callback;
  }
}

export const createContext = (key: unknown): unknown => key;

interface Options {
  readonly context: unknown;
}

/** Gives a value to everything below its host that asks for it, and each later one too. */
export class ContextProvider {
  readonly #receivers = new Map<Receive, () => void>();
  #value: unknown;

  constructor(host: Host, { context }: Options) {
    host.addEventListener('context-request', (event) => {
      const request = event as ContextRequest;
      const { callback } = request;
      if (request.context !== context || event.composedPath()[0] === host) return;
      event.stopPropagation();
      const unsubscribe = () => this.#receivers.delete(callback);
      this.#receivers.set(callback, unsubscribe);
      callback(this.#value, unsubscribe);
    });
  }

  setValue(value: unknown): void {
    this.#value = value;
    for (const [receive, unsubscribe] of this.#receivers) receive(value, unsubscribe);
  }
}

/** Asks for a value while its host is in the document, and renders the host for each that comes. */
export class ContextConsumer implements ReactiveController {
  readonly #host: Host;
  readonly #context: unknown;
  #unsubscribe: (() => void) | undefined;
  value: unknown;

  constructor(host: Host, { context }: Options) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.dispatchEvent(new ContextRequest(this.#context, this.#receive));
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #receive: Receive = (value, unsubscribe) => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.value = value;
    this.#host.requestUpdate();
  };
}
