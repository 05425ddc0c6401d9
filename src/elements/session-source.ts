import { ContextConsumer, createContext } from '@lit/context';
import { sessionFor, type Start } from '../compose.js';
import type { PracticeElement } from './practice-element.js';

/** The client's next step, where it is another one than that on the screen. */
export interface NextStep {
  readonly title: string;
  open(): void;
}

/** What a journey gives to the elements inside it. */
export interface Journey {
  readonly start: Start;
  /** The tag of the step on the screen; the elements of other steps wait until it is theirs. */
  readonly open: string | undefined;
  readonly next: NextStep | undefined;
}

export const journeyContext = createContext<Journey>(Symbol.for('kap-journey'));

/** Finds an element's session: by its own attributes, or from the journey around it. */
export class SessionSource {
  readonly #host: PracticeElement;
  readonly #journey: ContextConsumer<typeof journeyContext, PracticeElement>;

  constructor(host: PracticeElement) {
    this.#host = host;
    this.#journey = new ContextConsumer(host, { context: journeyContext, subscribe: true });
  }

  /** Whether the element is on the screen, as far as a journey around it decides that. */
  get isOpen(): boolean {
    const journey = this.#journey.value;
    return journey === undefined || journey.open === this.#host.localName;
  }

  /** The way on from an element that has done its part; nothing outside a journey. */
  get next(): NextStep | undefined {
    return this.#journey.value?.next;
  }

  /** Nothing while a journey around the element has not said yet; its host renders again when it has. */
  find(): Start | undefined {
    const { endpoint, action, format, config } = this.#host;
    // Keys that anything around the element names bind it too, even with an endpoint of its own.
    const sealThumbprints =
      this.#host.sealThumbprints ??
      this.#host.closest('[seal-thumbprints]')?.getAttribute('seal-thumbprints') ??
      undefined;
    if (endpoint || action || sealThumbprints)
      return sessionFor({ endpoint, action, format, config, sealThumbprints });
    return (
      this.#journey.value?.start ?? (this.#host.closest('kap-journey') ? undefined : sessionFor(this.#host))
    );
  }
}
