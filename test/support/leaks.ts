import { saidBy } from './element-page.js';
import type { FakePractice } from './fake-practice.js';

const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** Every element of the page, those in shadow roots included. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

export const stored = (storage: Storage): Record<string, string> =>
  Object.fromEntries(Object.entries(storage));

/**
 * Listens, for one test, to all that a page gives away outside of what the client sees: attributes, addresses, titles,
 * storage, requests' headers, events and the console. `close` puts everything back.
 */
export class Leaks {
  /** What the page's events said, each in a line. */
  readonly events: string[] = [];
  readonly #practice: FakePractice;
  readonly #mark: string;
  readonly #printed: string[] = [];
  readonly #consoles: Partial<Pick<Console, (typeof methods)[number]>> = {};
  readonly #listening = new AbortController();

  /** @param mark in lower case; stands in everything that is typed. */
  constructor(practice: FakePractice, mark: string, eventNames: readonly string[]) {
    this.#practice = practice;
    this.#mark = mark;
    for (const method of methods) {
      this.#consoles[method] = console[method];
      console[method] = (...words: unknown[]) => this.#printed.push(words.map(String).join(' '));
    }
    const keep = (event: Event) => this.events.push(JSON.stringify(saidBy(event)));
    const { signal } = this.#listening;
    for (const name of eventNames) document.addEventListener(name, keep, { signal });
  }

  /** Where the mark can be found. */
  found(): readonly string[] {
    const found: string[] = [];
    const look = (where: string, text: string | null) => {
      if (text?.toLowerCase().includes(this.#mark)) found.push(`${where}: ${text}`);
    };
    for (const element of everyElement(document))
      for (const { name, value } of element.attributes) look(`<${element.localName} ${name}>`, value);
    look('title', document.title);
    look('address', location.href);
    look('history', JSON.stringify(history.state));
    look('cookie', document.cookie);
    look('window name', window.name);
    for (const storage of [sessionStorage, localStorage]) look('storage', JSON.stringify(stored(storage)));
    for (const { url, headers } of this.#practice.requests)
      look('request', url + JSON.stringify([...headers]));
    for (const line of [...this.#printed, ...this.#practice.warnings]) look('console', line);
    for (const event of this.events) look('event', event);
    return found;
  }

  close(): void {
    Object.assign(console, this.#consoles);
    this.#listening.abort();
  }
}
