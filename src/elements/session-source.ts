import { ContextConsumer, createContext } from '@lit/context';
import { sessionFor, type Start } from '../compose.js';
import type { PracticeElement } from './practice-element.js';

/** What a journey gives to the elements inside it. */
export const sessionContext = createContext<Start>(Symbol.for('kap-session'));

/** Finds an element's session: by its own attributes, or from the journey around it. */
export class SessionSource {
  readonly #host: PracticeElement;
  readonly #fromJourney: ContextConsumer<typeof sessionContext, PracticeElement>;

  constructor(host: PracticeElement) {
    this.#host = host;
    this.#fromJourney = new ContextConsumer(host, { context: sessionContext, subscribe: true });
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
      this.#fromJourney.value ?? (this.#host.closest('kap-journey') ? undefined : sessionFor(this.#host))
    );
  }
}
