import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Has the browser ask before the page goes away while there is something on it that would be lost, and says when it goes.
 */
export class LeaveGuardController implements ReactiveController {
  readonly #hasUnsent: () => boolean;
  readonly #onPageHide: () => void;

  constructor(
    host: ReactiveControllerHost,
    hasUnsent: () => boolean,
    onPageHide: () => void = () => undefined,
  ) {
    this.#hasUnsent = hasUnsent;
    this.#onPageHide = onPageHide;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onBeforeUnload);
    addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onBeforeUnload);
    removeEventListener('pagehide', this.#onPageHide);
  }

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#hasUnsent()) event.preventDefault();
  };
}
