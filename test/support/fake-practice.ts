import type { CareState } from '../../src/domain/practice/care-state.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { IntakeSubmission } from '../../src/domain/submission/envelope.js';

/** The instant at which these tests happen. */
export const NOW = '2026-11-22T20:00:00.000Z';

export const REFERENCE = 'K7Q2-M4XD';

/** One request as it left the page. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** Below the endpoint's base: `practice`, `care`, `submissions`. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  /** As `fetch` was given them. */
  readonly options?: RequestInit;
}

/** What a practice's server does with one request. */
export type Answer = (request: SeenRequest) => Response | Promise<Response>;

export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

/** What a hotel's network says in place of the practice. */
export const captivePortal: Answer = () =>
  new Response('<!doctype html><title>Welcome</title><p>Please accept our terms.', {
    headers: { 'Content-Type': 'text/html' },
  });

export const noConnection: Answer = () => Promise.reject(new TypeError('no connection'));

/** How much later than NOW the clock stands, in milliseconds. */
let passed = 0;

/** Busy, and so slow to say it that nobody waits for another try. */
export const busyForLong: Answer = (request) => {
  passed += 180_000;
  return json({ type: 'kap:unavailable' }, 503)(request);
};

/** Busy, but worth another try at once. */
export const busyForNow: Answer = json({ type: 'kap:unavailable' }, 503, { 'Retry-After': '0' });

/** An answer that stays out until the test lets it go. */
export function heldBack(answer: Answer): { readonly answer: Answer; letGo(): void } {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { answer: (request) => gone.then(() => answer(request)), letGo };
}

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The submission in a request's body. */
export const submissionIn = ({ body }: SeenRequest): IntakeSubmission => JSON.parse(body) as IntakeSubmission;

/** Keeps it, and says so as the contract asks. */
export const received: Answer = async (request) => {
  const { id } = submissionIn(request);
  const acceptance = { id, reference: REFERENCE, receivedAt: NOW, digest: await digestOf(request.body) };
  return json(acceptance, 201)(request);
};

export const hazelHouse: PracticeBasics = {
  schema: 'kap/practice/1',
  id: 'hazel-house',
  name: 'Hazel House',
  timeZone: 'America/Los_Angeles',
  locales: ['en'],
  minimumAge: 18,
  contact: { phone: '(503) 555-0142', replyTime: 'two working days' },
  safety: { country: 'US' },
  policies: { privacy: 'https://hazel-house.example/privacy' },
  forms: [],
};

/** What the practice knows of a client whose health history it has received. */
export const inReview: CareState = {
  schema: 'kap/care/1',
  intakes: [{ questionnaire: 'health-history', version: '1.0.0', reference: REFERENCE, receivedAt: NOW }],
  clearance: { status: 'in-review' },
  consents: [],
  bookings: [],
};

const PATHS = ['practice', 'care/session', 'care', 'submissions', 'forms/reflection'];

let practices = 0;

/**
 * Stands in for every practice's server, for one test: answers `fetch`, writes down what was asked and warned, holds
 * the clock, and lets no try wait for the next. `close` puts everything back.
 */
export class FakePractice {
  /** An address that no test before has used, so that no session of theirs is found. */
  readonly endpoint = `https://practice-${++practices}.example/kap/`;
  readonly requests: SeenRequest[] = [];
  readonly warnings: string[] = [];
  profile: Answer = json(hazelHouse);
  /** What it knows of the client; where nothing is set, what was received. */
  care: CareState | undefined;

  readonly #submissionAnswers: Answer[] = [];
  readonly #fetch = globalThis.fetch;
  readonly #now = Date.now;
  readonly #warn = console.warn;

  constructor() {
    globalThis.fetch = (input, init) => this.#answer(input, init);
    passed = 0;
    Date.now = () => Date.parse(NOW) + passed;
    console.warn = (...words: unknown[]) => this.warnings.push(words.join(' '));
    const fill = Crypto.prototype.getRandomValues.bind(crypto);
    const value = <T extends ArrayBufferView<ArrayBuffer>>(array: T): T =>
      // Drawn only for how long to wait: zero is the shortest wait there is.
      array instanceof Uint32Array ? (array.fill(0), array) : fill(array);
    Object.defineProperty(crypto, 'getRandomValues', { configurable: true, value });
  }

  close(): void {
    globalThis.fetch = this.#fetch;
    Date.now = this.#now;
    console.warn = this.#warn;
    Reflect.deleteProperty(crypto, 'getRandomValues');
    sessionStorage.clear();
  }

  /** What the next submissions are answered with, one after the other; they are received after that. */
  answerSubmissions(...answers: readonly Answer[]): void {
    this.#submissionAnswers.push(...answers);
  }

  requestsFor(path: string): readonly SeenRequest[] {
    return this.requests.filter((request) => request.path === path);
  }

  /** Opens the next form as a client of before: with a care token in the tab, and what the practice knows of them. */
  remember(care: CareState): void {
    this.care = care;
    sessionStorage.setItem(`kap-care-token ${this.endpoint}`, 'a'.repeat(43));
  }

  get submissions(): readonly SeenRequest[] {
    return this.requestsFor('submissions');
  }

  async #answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      url,
      path: PATHS.find((path) => url.endsWith(`/kap/${path}`)) ?? url,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : '',
      options: init,
    };
    this.requests.push(request);
    const answer = this.#answerFor(request.path);
    return answer(request);
  }

  #answerFor(path: string): Answer {
    switch (path) {
      case 'practice':
        return this.profile;
      case 'care':
        return json(this.care ?? this.#careSoFar());
      case 'submissions':
        return this.#submissionAnswers.shift() ?? received;
      default:
        return json({ type: 'kap:not-found' }, 404);
    }
  }

  #careSoFar(): CareState {
    return this.submissions.length > 0
      ? inReview
      : { ...inReview, intakes: [], clearance: { status: 'not-started' } };
  }
}
