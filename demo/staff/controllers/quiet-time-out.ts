import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { quietTime, type QuietTime } from '../reading/quiet-time.js';

const SIGNS_OF_USE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
const CHANNEL = 'staff-in-use';

export interface QuietTimeOutOptions {
  readonly now: () => number;
  readonly onEnd: () => void;
}

/**
 * Watches whether the app is in use, in any tab of this browser, and ends the session when it has not been for a
 * while. Once the last minute has begun only `extend` goes on: a sleeve on the keyboard is not a decision.
 */
export class QuietTimeOut implements ReactiveController {
  state: QuietTime = { status: 'in-use' };
  readonly #host: ReactiveControllerHost;
  readonly #options: QuietTimeOutOptions;
  #lastUse = 0;
  #watch: AbortController | undefined;
  #otherTabs: BroadcastChannel | undefined;

  constructor(host: ReactiveControllerHost, options: QuietTimeOutOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  start(): void {
    this.stop();
    const watch = new AbortController();
    this.#watch = watch;
    this.#otherTabs = new BroadcastChannel(CHANNEL);
    this.#otherTabs.addEventListener('message', () => this.#use(), { signal: watch.signal });
    for (const type of SIGNS_OF_USE) {
      window.addEventListener(type, this.#onSignOfUse, {
        signal: watch.signal,
        capture: true,
        passive: true,
      });
    }
    const timer = setInterval(this.#check, 1000);
    watch.signal.addEventListener('abort', () => clearInterval(timer));
    // A laptop that was asleep ran no timer: look again at once when it wakes.
    document.addEventListener('visibilitychange', this.#check, { signal: watch.signal });
    this.#use();
  }

  stop(): void {
    this.#watch?.abort();
    this.#otherTabs?.close();
    this.#watch = undefined;
    this.#show({ status: 'in-use' });
  }

  extend(): void {
    this.#use();
    this.#otherTabs?.postMessage('in-use');
  }

  readonly #onSignOfUse = (): void => {
    this.#check();
    if (this.#watch === undefined || this.state.status !== 'in-use') return;
    // Other tabs need to hear of it, but not of every key.
    if (this.#options.now() - this.#lastUse < 5000) return;
    this.extend();
  };

  #use(): void {
    this.#lastUse = this.#options.now();
    this.#show({ status: 'in-use' });
  }

  readonly #check = (): void => {
    if (this.#watch === undefined) return;
    this.#show(quietTime(this.#lastUse, this.#options.now()));
    if (this.state.status !== 'ended') return;
    this.stop();
    this.#options.onEnd();
  };

  #show(state: QuietTime): void {
    const secondsLeft = (of: QuietTime): number | undefined =>
      of.status === 'ending' ? of.secondsLeft : undefined;
    if (state.status === this.state.status && secondsLeft(state) === secondsLeft(this.state)) return;
    this.state = state;
    this.#host.requestUpdate();
  }
}
