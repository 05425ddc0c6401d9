import type * as z from 'zod/mini';
import { readQuestionnaire } from '../../src/domain/fhir/read-questionnaire.js';
import { practiceProfile, type PracticeProfile } from '../../src/domain/practice/profile.js';
import type { Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import type { ReviewSettings } from '../../src/domain/questionnaire/review-flags/settings.js';
import { receiptKeys, type ReceiptKeys } from '../../src/domain/consent/receipt.js';
import { parseUntrusted } from '../../src/domain/untrusted.js';
import { clearance } from './answer-parts.js';
import {
  alertList,
  bookingList,
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
import { errorOf, StaffApiError } from './api-error.js';
import {
  clientConsents,
  tombstone,
  type ClientConsents,
  type ConsentDetail,
  type ErasedDetail,
  type Tombstone,
  type WithdrawalDetail,
} from './consent-answers.js';

export { StaffApiError, type ApiErrorKind } from './api-error.js';

/** Three times the largest submission: a consent travels beside the text that was published, in an answer that says a little more. */
const MAX_ANSWER_LENGTH = 3_145_728;
/** Whatever a client has signed over the years, whole, and every text that there was. */
const MAX_CONSENTS_LENGTH = 67_108_864;

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

  /**
   * What was signed, or taken back, or what is left of it.
   *
   * @throws {StaffApiError} `not-allowed` for the office.
   */
  async consent(id: string, signal?: AbortSignal): Promise<ConsentDetail | WithdrawalDetail | ErasedDetail> {
    const detail = await this.#submission(id, signal);
    switch (detail.kind) {
      case 'consent':
      case 'consent-withdrawal':
      case 'consent-erased':
        return detail;
      default:
        return notHere();
    }
  }

  /** @throws {StaffApiError} `not-allowed` for the office. */
  clientConsents(clientId: string, signal?: AbortSignal): Promise<ClientConsents> {
    const path = `api/clients/${encodeURIComponent(clientId)}/consents`;
    return this.#call(path, clientConsents, { ...(signal && { signal }) }, MAX_CONSENTS_LENGTH);
  }

  /**
   * Erases a consent by law, for good.
   *
   * @returns what is left of it.
   * @throws {StaffApiError} `not-allowed` for anyone but the prescriber.
   */
  eraseConsent(id: string, reason: string): Promise<Tombstone> {
    const path = `api/submissions/${encodeURIComponent(id)}/erasure`;
    return this.#call(path, tombstone, { method: 'POST', body: { reason } });
  }

  /** The keys that the practice's receipts are signed with, which are public. */
  async receiptKeys(signal?: AbortSignal): Promise<ReceiptKeys> {
    return this.#read(await this.#send('../api/receipt-keys', { ...(signal && { signal }) }), receiptKeys);
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
    longest = MAX_ANSWER_LENGTH,
  ): Promise<z.infer<Schema>> {
    const answer = await this.#send(path, call).catch(this.#reportSignedOut);
    return this.#read(answer, schema, longest);
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

  #read<S extends z.ZodMiniType>(answer: string, schema: S, longest = MAX_ANSWER_LENGTH): z.infer<S> {
    const read = schema.safeParse(parseUntrusted(answer, longest));
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
