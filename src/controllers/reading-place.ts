import type { LitElement, ReactiveController } from 'lit';

/** The line of the window that counts as where somebody reads: a quarter of the way down. */
const READING_LINE = '-25% 0px -74% 0px';

/** Knows which of its host's passages is being read, and renders the host when that changes. */
export class ReadingPlaceController implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  #observer: IntersectionObserver | undefined;
  #observed: readonly Element[] = [];
  #current: string | undefined;

  /** @param selector finds the passages; each has an id. */
  constructor(host: LitElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  /** The id of the passage that is being read; between two of them the last one, and none before the first. */
  get current(): string | undefined {
    return this.#current;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const passages = [...this.#host.renderRoot.querySelectorAll(this.#selector)];
    const isSame =
      passages.length === this.#observed.length &&
      passages.every((passage, index) => passage === this.#observed[index]);
    if (isSame) return;
    this.#observer?.disconnect();
    this.#observed = passages;
    this.#observer ??= new IntersectionObserver(this.#onPassage, { rootMargin: READING_LINE });
    for (const passage of passages) this.#observer.observe(passage);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = [];
  }

  /** Whether the first passage is still to come. */
  #isBefore(): boolean {
    const [first] = this.#observed;
    return first !== undefined && first.getBoundingClientRect().top > innerHeight / 4;
  }

  readonly #onPassage = (entries: readonly IntersectionObserverEntry[]): void => {
    const [entered] = entries.filter(({ isIntersecting }) => isIntersecting).slice(-1);
    const current = entered ? entered.target.id : this.#isBefore() ? undefined : this.#current;
    if (current === this.#current) return;
    this.#current = current;
    this.#host.requestUpdate();
  };
}
