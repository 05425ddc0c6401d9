import type { LitElement, ReactiveController } from 'lit';
import { placeId } from '../views/lines.js';

/**
 * Brings the reader to a place on a page once it is there: to what an address names, else to the page's title, so that
 * the keyboard and a screen reader begin where the eye does.
 */
export class Place implements ReactiveController {
  readonly #host: LitElement;
  #wanted: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const wanted = this.#wanted;
    // What is being read is not there yet.
    if (wanted === undefined || this.#root.querySelector('h1') === null) return;
    this.#wanted = undefined;
    this.goTo(wanted);
  }

  /** Once, as soon as it is there; scrolling on is the reader's. */
  show(place = ''): void {
    this.#wanted = place;
  }

  goTo(place: string): void {
    const found =
      place === '' ? null : this.#root.querySelector<HTMLElement>(`#${CSS.escape(placeId(place))}`);
    if (found === null) {
      this.#root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      return;
    }
    found.scrollIntoView({ block: 'start' });
    found.focus({ preventScroll: true });
  }

  get #root(): DocumentFragment | HTMLElement {
    return this.#host.renderRoot;
  }
}
