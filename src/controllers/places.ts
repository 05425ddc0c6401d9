import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Gives each place in an element an entry in the browser's history, so that its own Back and Forward lead through
 * them. An entry holds the place's name and nothing that anybody wrote.
 */
export class PlacesController implements ReactiveController {
  readonly #key: string;
  readonly #show: (place: string) => void;
  #place: string;

  /**
   * @param key tells this element's entries from those of others on the page.
   * @param first the place where the element begins.
   * @param show called with the place that Back or Forward has led to.
   */
  constructor(host: ReactiveControllerHost, key: string, first: string, show: (place: string) => void) {
    this.#key = key;
    this.#place = first;
    this.#show = show;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  /** Where the element is now; a new entry, unless the browser's own buttons have led there. */
  moved(place: string): void {
    if (place === this.#place) return;
    const key = this.#key;
    const entry = this.#entry();
    try {
      if (!(key in entry)) history.replaceState({ ...entry, [key]: this.#place }, '');
      history.pushState({ ...entry, [key]: place }, '');
    } catch {
      // A sandboxed frame has no history, and Safari allows only so many entries a minute; the form works without.
    }
    this.#place = place;
  }

  #entry(): Readonly<Record<string, unknown>> {
    const entry: unknown = history.state;
    return typeof entry === 'object' && entry !== null ? { ...entry } : {};
  }

  readonly #onPopState = (): void => {
    const place = this.#entry()[this.#key];
    // An entry without a place of ours is the page's own, such as a link to a part of it.
    if (typeof place !== 'string') return;
    this.#place = place;
    this.#show(place);
  };
}
