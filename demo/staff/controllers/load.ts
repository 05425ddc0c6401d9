import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { StaffApiError } from '../api.js';

export type Loading<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly sentence: string };

export type Read<Value> = (signal: AbortSignal) => Promise<Value>;

/** Something a screen reads from the endpoint. The newest read wins; leaving the page ends it. */
export class Load<Value> implements ReactiveController {
  state: Loading<Value> = { status: 'loading' };
  readonly #host: ReactiveControllerHost;
  #run: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#run?.abort();
  }

  /** @param keep shows what is there already until the new answer arrives. */
  async start(read: Read<Value>, { keep = false } = {}): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    if (!keep) this.#show({ status: 'loading' });
    try {
      const value = await read(run.signal);
      if (!run.signal.aborted) this.#show({ status: 'ready', value });
    } catch (error) {
      if (run.signal.aborted) return;
      if (!(error instanceof StaffApiError)) throw error;
      this.#show({ status: 'failed', sentence: error.message });
    }
  }

  /** Brings what is shown up to date with what was just done, without reading it once more. */
  change(update: (value: Value) => Value): void {
    if (this.state.status === 'ready') this.#show({ status: 'ready', value: update(this.state.value) });
  }

  #show(state: Loading<Value>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
