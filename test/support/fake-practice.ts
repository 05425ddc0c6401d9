import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { PracticeBasics } from '../../src/domain/practice/basics.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { Booking, BookingStatus, Slot } from '../../src/domain/scheduling/sessions.js';
import { dateIn } from '../../src/domain/scheduling/zone.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  ConsentSubmission,
  IntakeSubmission,
  Submission,
} from '../../src/domain/submission/envelope.js';
import { asking, bookingOf, hazelHouse, inReview, NOW, REFERENCE, signatureOf } from './hazel-house.js';
import { newClient } from './practice-samples.js';

/** One request as it left the page. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** Below the endpoint's base, without what is asked for: `practice`, `care`, `submissions`. */
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

/** Milliseconds since the epoch. */
let now = Date.parse(NOW);

/** Busy, and so slow to say it that nobody waits for another try. */
export const busyForLong: Answer = (request) => {
  now += 180_000;
  return json({ type: 'kap:unavailable' }, 503)(request);
};

/** Busy, but worth another try at once. */
export const busyForNow: Answer = json({ type: 'kap:unavailable' }, 503, { 'Retry-After': '0' });

/** Somebody else has the time; these are open around it. */
export const slotTaken = (...slots: readonly Slot[]): Answer => json({ type: 'kap:slot-taken', slots }, 409);

/** The practice's rules don't allow it. */
export const ruleBroken = (...rules: readonly string[]): Answer =>
  json({ type: 'kap:rule-broken', rules }, 409);

/** An answer that stays out until the test lets it go. */
export function heldBack(answer: Answer): { readonly answer: Answer; letGo(): void } {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { answer: (request) => gone.then(() => answer(request)), letGo };
}

/** Lower-case hex SHA-256. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sentIn = ({ body }: SeenRequest): Submission => JSON.parse(body) as Submission;

/** The health history in a request's body. */
export const submissionIn = (request: SeenRequest): IntakeSubmission => sentIn(request) as IntakeSubmission;
export const consentIn = (request: SeenRequest): ConsentSubmission => sentIn(request) as ConsentSubmission;
export const bookingIn = (request: SeenRequest): BookingSubmission => sentIn(request) as BookingSubmission;
export const changeIn = (request: SeenRequest): BookingChangeSubmission =>
  sentIn(request) as BookingChangeSubmission;

const acceptedWith =
  (more: { readonly bookings?: readonly Booking[] }): Answer =>
  async (request) => {
    const { id } = sentIn(request);
    const digest = await digestOf(request.body);
    return json({ id, reference: REFERENCE, receivedAt: NOW, digest, ...more }, 201)(request);
  };

/** Keeps it, and says so as the contract asks. */
export const received: Answer = acceptedWith({});

let practices = 0;

/**
 * Stands in for every practice's server, for one test: answers `fetch`, keeps what it receives, writes down what was
 * asked and warned, holds the clock, and lets no try wait for the next. `close` puts everything back.
 */
export class FakePractice {
  readonly #number = ++practices;
  /** An address that no test before has used, so that no session of theirs is found. */
  readonly endpoint = `https://practice-${this.#number}.example/kap/`;
  readonly requests: SeenRequest[] = [];
  readonly warnings: string[] = [];
  profile: Answer = json(hazelHouse);
  /** What it knows of the client beside what it has received in this test. */
  care: CareState = newClient;
  /** The times that are free. */
  slots: readonly Slot[] = [];
  /** What becomes of a session that is asked for. */
  bookingStatus: BookingStatus = 'requested';
  /** What comes of a personal link. */
  link: Answer = json({});

  #basics = hazelHouse;
  #documents: readonly ConsentDocument[] = [];
  #bookings: readonly Booking[] = [];
  readonly #kept: Submission[] = [];
  readonly #answers = new Map<string, Answer[]>();
  readonly #fetch = globalThis.fetch;
  readonly #now = Date.now;
  readonly #warn = console.warn;

  constructor() {
    globalThis.fetch = (input, init) => this.#answer(input, init);
    now = Date.parse(NOW);
    Date.now = () => now;
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

  /** Sets the clock. */
  itIs(instant: string): void {
    now = Date.parse(instant);
  }

  /** Says this of itself, beside what it says already. */
  offers(more: Partial<PracticeBasics>): void {
    this.#basics = { ...this.#basics, ...more };
    this.profile = json(this.#basics);
  }

  /** Has these documents, in their current version, whether it asks clients to sign them or not. */
  publishes(...documents: readonly ConsentDocument[]): void {
    this.#documents = documents;
  }

  /** Publishes these documents and asks everybody to sign them. */
  asksFor(...documents: readonly ConsentDocument[]): void {
    this.publishes(...documents);
    this.offers(asking(...documents));
  }

  /** What the next submissions are answered with, one after the other; they are received after that. */
  answerSubmissions(...answers: readonly Answer[]): void {
    this.answerNext('submissions', ...answers);
  }

  /** What the next requests for a path are answered with, one after the other. */
  answerNext(path: string, ...answers: readonly Answer[]): void {
    this.#answers.set(path, [...(this.#answers.get(path) ?? []), ...answers]);
  }

  requestsFor(path: string): readonly SeenRequest[] {
    return this.requests.filter((request) => request.path === path);
  }

  /** Opens the next element as a client of before: with a care token in the tab, and what the practice knows of them. */
  remember(care: CareState): void {
    this.care = care;
    sessionStorage.setItem(`kap-care-token ${this.endpoint}`, 'a'.repeat(43));
  }

  get submissions(): readonly SeenRequest[] {
    return this.requestsFor('submissions');
  }

  /** Keeps a submission, and with it the sessions that it asks for. */
  readonly keeps: Answer = (request) => {
    const sent = sentIn(request);
    if (sent.kind !== 'booking') return received(request);
    const wanted = new Set(sent.act.sessions.map(({ slotId }) => slotId));
    const bookings = this.slots
      .filter(({ id }) => wanted.has(id))
      .map((slot) => bookingOf(slot, this.bookingStatus));
    this.#bookings = [...this.#bookings, ...bookings];
    return acceptedWith({ bookings })(request);
  };

  async #answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    // An element of a test before this one, which still waits for its answer.
    const asked = /-(\d+)\.example/.exec(url)?.[1];
    if (asked !== undefined && Number(asked) !== this.#number) return new Response(null, { status: 410 });
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      url,
      path: /\/kap\/([^?#]+)/.exec(url)?.[1] ?? url,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : '',
      options: init,
    };
    this.requests.push(request);
    const answer = this.#answers.get(request.path)?.shift() ?? this.#answerFor(request);
    const response = await answer(request);
    if (request.path === 'submissions' && response.status === 201) this.#kept.push(sentIn(request));
    return response;
  }

  #answerFor({ path, url }: SeenRequest): Answer {
    const document = this.#documents.find(({ id }) => path === `consents/${id}`);
    if (document) return json(document);
    switch (path) {
      case 'practice':
        return this.profile;
      case 'care':
        return json(this.#careSoFar());
      case 'care/session':
        return this.link;
      case 'availability':
        return json({ slots: this.#slotsFor(new URL(url).searchParams) });
      case 'submissions':
        return this.keeps;
      default:
        return json({ type: 'kap:not-found' }, 404);
    }
  }

  #slotsFor(asked: URLSearchParams): readonly Slot[] {
    const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
    return this.slots.filter(({ kind, start }) => {
      const date = dateIn(this.#basics.timeZone, Date.parse(start));
      return kind === asked.get('kind') && from <= date && date <= to;
    });
  }

  #careSoFar(): CareState {
    const { care } = this;
    const intakes = this.#kept.some(({ kind }) => kind === 'intake') ? inReview.intakes : [];
    const given = this.#kept.flatMap((sent) => (sent.kind === 'booking-change' ? sent.act.cancel : []));
    const hasBegun = care.clearance.status !== 'not-started' || intakes.length === 0;
    return {
      ...care,
      intakes: [...care.intakes, ...intakes],
      clearance: hasBegun ? care.clearance : inReview.clearance,
      consents: [
        ...care.consents,
        ...this.#kept.flatMap((sent) =>
          sent.kind === 'consent' ? [signatureOf(sent.content.record.document)] : [],
        ),
      ],
      bookings: [...care.bookings, ...this.#bookings].map((booking) =>
        given.includes(booking.id) ? { ...booking, status: 'cancelled', cancelledBy: 'client' } : booking,
      ),
    };
  }
}
