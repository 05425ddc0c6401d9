import type * as z from 'zod/mini';
import { readQuestionnaire } from '../../src/domain/fhir/read-questionnaire.js';
import { practiceProfile, type PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import type { ReviewSettings } from '../../src/domain/questionnaire/review-flags/settings.js';
import { problem } from '../../src/domain/submission/problem.js';
import { parseUntrusted } from '../../src/domain/untrusted.js';
import {
  alertList,
  bookingList,
  clearance,
  clientDetail,
  logPage,
  personalLink,
  session,
  staffAlert,
  staffBooking,
  storedReviewSettings,
  submissionDetail,
  submissionPage,
  type AlertDeed,
  type AlertList,
  type BookingDecision,
  type BookingList,
  type Clearance,
  type ClientDetail,
  type ConsentDetail,
  type Decision,
  type HistoryDetail,
  type LogPage,
  type PersonalLink,
  type RequestDetail,
  type Role,
  type StaffAlert,
  type StaffBooking,
  type StoredReviewSettings,
  type SubmissionDetail,
  type SubmissionPage,
} from './api-answers.js';

/** Three times the largest submission: a consent travels beside the text that was published, in an answer that says a little more. */
const MAX_ANSWER_LENGTH = 3_145_728;

export type ApiErrorKind =
  'signed-out' | 'not-allowed' | 'not-found' | 'refused' | 'too-many' | 'unreachable' | 'unreadable';

const SENTENCES: Readonly<Record<ApiErrorKind, string>> = {
  'signed-out': 'You are signed out. Please sign in again.',
  'not-allowed': 'This is for another role. Nothing was changed.',
  'not-found': 'There is nothing at this address. It may have been removed.',
  refused: 'The server could not take this. Nothing was changed.',
  'too-many': 'That was a lot in a short time. Please wait a minute and try again.',
  unreachable: 'The server can’t be reached right now. Nothing was changed. Please try again.',
  unreadable: 'The server answered in a way that can’t be read here. Please try again.',
};

/** Why a call brought nothing; `message` is a plain sentence that can be shown as it is. */
export class StaffApiError extends Error {
  override readonly name = 'StaffApiError';
  readonly kind: ApiErrorKind;

  constructor(kind: ApiErrorKind, message: string = SENTENCES[kind]) {
    super(message);
    this.kind = kind;
  }
}

const KINDS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  410: 'not-found',
  429: 'too-many',
  500: 'unreachable',
  502: 'unreachable',
  503: 'unreachable',
  504: 'unreachable',
};

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface StaffApiOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Where the staff app's own page lies; its calls hang off `api/` below it. */
  readonly base: URL;
  /** Told whenever a call finds that nobody is signed in any more. */
  readonly onSignedOut: () => void;
}

/** The staff side of the endpoint. Every answer is read by its schema; nothing is logged or kept. */
export class StaffApi {
  readonly #fetch: typeof globalThis.fetch;
  readonly #base: URL;
  readonly #onSignedOut: () => void;

  constructor({ fetch, base, onSignedOut }: StaffApiOptions) {
    this.#fetch = fetch;
    this.#base = base;
    this.#onSignedOut = onSignedOut;
  }

  /** @throws {StaffApiError} `signed-out` when the token is not one of the practice's. */
  async signIn(token: string): Promise<Role> {
    const answer = await this.#send('api/session', { method: 'POST', body: { token } });
    return this.#read(answer, session).role;
  }

  /** Who is signed in, or `undefined` when nobody is. */
  async currentRole(): Promise<Role | undefined> {
    try {
      return this.#read(await this.#send('api/session', {}), session).role;
    } catch (error) {
      if (error instanceof StaffApiError && error.kind === 'signed-out') return undefined;
      throw error;
    }
  }

  async signOut(): Promise<void> {
    await this.#send('api/session', { method: 'DELETE' });
  }

  /** Newest first, fifty at a time; `cursor` is the `next` of the page before. */
  submissions(cursor?: string, signal?: AbortSignal): Promise<SubmissionPage> {
    return this.#call(withCursor('api/submissions', cursor), submissionPage, { ...(signal && { signal }) });
  }

  /** What nobody has marked done, safety alerts first. */
  alerts(signal?: AbortSignal): Promise<AlertList> {
    return this.#call('api/alerts', alertList, { ...(signal && { signal }) });
  }

  alert(id: string, signal?: AbortSignal): Promise<StaffAlert> {
    return this.#call(`api/alerts/${encodeURIComponent(id)}`, staffAlert, { ...(signal && { signal }) });
  }

  /** @returns it as it stands from now on. */
  actOnAlert(id: string, deed: AlertDeed): Promise<StaffAlert> {
    const path = `api/alerts/${encodeURIComponent(id)}/deeds`;
    return this.#call(path, staffAlert, { method: 'POST', body: { deed } });
  }

  async history(id: string, signal?: AbortSignal): Promise<HistoryDetail> {
    const detail = await this.#submission(id, signal);
    return detail.kind === 'intake' ? detail : notHere();
  }

  /** @throws {StaffApiError} `not-allowed` for the office. */
  async consent(id: string, signal?: AbortSignal): Promise<ConsentDetail> {
    const detail = await this.#submission(id, signal);
    return detail.kind === 'consent' ? detail : notHere();
  }

  /** Sessions asked for or cancelled in one go. */
  async request(id: string, signal?: AbortSignal): Promise<RequestDetail> {
    const detail = await this.#submission(id, signal);
    return detail.kind === 'booking' || detail.kind === 'booking-change' ? detail : notHere();
  }

  /** @returns the clearance as it stands from now on. */
  decide(clientId: string, decision: Decision): Promise<Clearance> {
    const path = `api/clients/${encodeURIComponent(clientId)}/clearance`;
    return this.#call(path, clearance, { method: 'PUT', body: decision });
  }

  makeLink(clientId: string): Promise<PersonalLink> {
    const path = `api/clients/${encodeURIComponent(clientId)}/links`;
    return this.#call(path, personalLink, { method: 'POST', body: {} });
  }

  client(id: string, signal?: AbortSignal): Promise<ClientDetail> {
    return this.#call(`api/clients/${encodeURIComponent(id)}`, clientDetail, { ...(signal && { signal }) });
  }

  /** The sessions of these days where the practice is, both included; `YYYY-MM-DD`. */
  bookings(from: string, to: string, signal?: AbortSignal): Promise<BookingList> {
    const path = `api/bookings?${new URLSearchParams({ from, to })}`;
    return this.#call(path, bookingList, { ...(signal && { signal }) });
  }

  /** @returns the session as it stands from now on. */
  decideBooking(id: string, decision: BookingDecision): Promise<StaffBooking> {
    const path = `api/bookings/${encodeURIComponent(id)}/decision`;
    return this.#call(path, staffBooking, { method: 'POST', body: { decision } });
  }

  log(cursor?: string, signal?: AbortSignal): Promise<LogPage> {
    return this.#call(withCursor('api/log', cursor), logPage, { ...(signal && { signal }) });
  }

  /** @throws {StaffApiError} `not-allowed` for anyone but the prescriber. */
  reviewSettings(signal?: AbortSignal): Promise<StoredReviewSettings> {
    return this.#call('api/review-settings', storedReviewSettings, { ...(signal && { signal }) });
  }

  /**
   * @param replaces the version that was looked at: where another stands by now, nothing is changed.
   * @returns the settings as they stand from now on.
   */
  setReviewSettings(settings: ReviewSettings, replaces: number): Promise<StoredReviewSettings> {
    return this.#call('api/review-settings', storedReviewSettings, {
      method: 'PUT',
      body: { replaces, settings },
    });
  }

  /** The questionnaire that the practice offers under this id, or `undefined` where it offers none that can be read. */
  async form(id: string, signal?: AbortSignal): Promise<Questionnaire | undefined> {
    try {
      const answer = await this.#send(`../api/forms/${encodeURIComponent(id)}`, {
        ...(signal && { signal }),
      });
      const read = readQuestionnaire(parseUntrusted(answer, MAX_ANSWER_LENGTH));
      return 'questionnaire' in read ? read.questionnaire : undefined;
    } catch (error) {
      if (error instanceof StaffApiError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  /** The practice's public profile: its name and the zone that times are shown in. */
  async practice(): Promise<PracticeProfile> {
    return this.#read(await this.#send('../api/practice', {}), practiceProfile);
  }

  #submission(id: string, signal: AbortSignal | undefined): Promise<SubmissionDetail> {
    const path = `api/submissions/${encodeURIComponent(id)}`;
    return this.#call(path, submissionDetail, { ...(signal && { signal }) });
  }

  async #call<Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
    call: Call,
  ): Promise<z.infer<Schema>> {
    const answer = await this.#send(path, call).catch(this.#reportSignedOut);
    return this.#read(answer, schema);
  }

  readonly #reportSignedOut = (error: unknown): never => {
    if (error instanceof StaffApiError && error.kind === 'signed-out') this.#onSignedOut();
    throw error;
  };

  async #send(path: string, { method = 'GET', body, signal }: Call): Promise<string> {
    let response: Response;
    let answer: string;
    try {
      response = await this.#fetch(new URL(path, this.#base), {
        method,
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        // The endpoint takes a write only as JSON, so that no form of a stranger's page can make one.
        ...(method !== 'GET' && { headers: { 'Content-Type': 'application/json' } }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
      answer = await response.text();
    } catch (error) {
      if (signal?.aborted === true) throw error;
      throw new StaffApiError('unreachable');
    }
    if (!response.ok) throw errorOf(response.status, answer);
    return answer;
  }

  #read<Schema extends z.ZodMiniType>(answer: string, schema: Schema): z.infer<Schema> {
    const read = schema.safeParse(parseUntrusted(answer, MAX_ANSWER_LENGTH));
    if (!read.success) throw new StaffApiError('unreadable');
    return read.data;
  }
}

/** An address that was put together by hand names a submission of another kind. */
function notHere(): never {
  throw new StaffApiError('not-found');
}

function withCursor(path: string, cursor: string | undefined): string {
  return cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;
}

/** For what the server refuses by its rules or to a role, its own sentence says more than ours. */
function errorOf(status: number, answer: string): StaffApiError {
  const kind = KINDS[status] ?? 'refused';
  if (kind !== 'refused' && kind !== 'not-allowed') return new StaffApiError(kind);
  const read = problem.safeParse(parseUntrusted(answer, MAX_ANSWER_LENGTH));
  if (!read.success) return new StaffApiError(kind);
  const { errors = [], detail, title } = read.data;
  // `||`: what is empty says nothing.
  return new StaffApiError(kind, errors.find((each) => each.detail)?.detail || detail || title || undefined);
}
