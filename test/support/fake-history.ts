/**
 * The browser's history for one test, so that no step back leaves the page that the tests run in; the real one is met
 * end to end.
 */
export class FakeHistory {
  readonly #own: PropertyDescriptorMap;
  #entries: unknown[] = [null];
  #at = 0;

  constructor() {
    this.#own = {
      state: { configurable: true, get: () => this.#entries[this.#at] },
      pushState: { configurable: true, value: (state: unknown) => this.#push(state) },
      replaceState: { configurable: true, value: (state: unknown) => (this.#entries[this.#at] = state) },
      back: { configurable: true, value: () => this.#go(-1) },
      forward: { configurable: true, value: () => this.#go(1) },
    };
    Object.defineProperties(history, this.#own);
  }

  /** The browser's own comes back. */
  end(): void {
    for (const name of Object.keys(this.#own)) Reflect.deleteProperty(history, name);
  }

  #push(state: unknown): void {
    this.#entries = [...this.#entries.slice(0, this.#at + 1), state];
    this.#at += 1;
  }

  #go(steps: number): void {
    const to = this.#at + steps;
    if (to < 0 || to >= this.#entries.length) return;
    this.#at = to;
    dispatchEvent(new PopStateEvent('popstate', { state: this.#entries[to] }));
  }
}
