import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before the page goes away while there is something on it that would be lost. */
export class LeaveGuardController implements ReactiveController {
  readonly #hasUnsent: () => boolean;

  constructor(host: ReactiveControllerHost, hasUnsent: () => boolean) {
    this.#hasUnsent = hasUnsent;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onBeforeUnload);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onBeforeUnload);
  }

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#hasUnsent()) event.preventDefault();
  };
}
