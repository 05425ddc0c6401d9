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
import { StaffApiError } from './api-error.js';
import { Calls, MAX_ANSWER_LENGTH, type CallsOptions } from './calls.js';
import {
  clientConsents,
  tombstone,
  type ClientConsents,
  type ConsentDetail,
  type ErasedDetail,
  type Tombstone,
  type WithdrawalDetail,
} from './consent-answers.js';
import { SessionsApi } from './sessions-api.js';

export { StaffApiError, type ApiErrorKind } from './api-error.js';

/** Whatever a client has signed over the years, whole, and every text that there was. */
const MAX_CONSENTS_LENGTH = 67_108_864;

/** The staff side of the endpoint. Every answer is read by its schema; nothing is logged or kept. */
export class StaffApi {
  readonly sessions: SessionsApi;
  readonly #calls: Calls;

  constructor(options: CallsOptions) {
    this.#calls = new Calls(options);
    this.sessions = new SessionsApi(this.#calls);
  }

  /** @throws {StaffApiError} `signed-out` when the token is not one of the practice's. */
  async signIn(token: string): Promise<Role> {
    const answer = await this.#calls.send('api/session', { method: 'POST', body: { token } });
    return this.#calls.read(answer, session).role;
  }

  /** Who is signed in, or `undefined` when nobody is. */
  async currentRole(): Promise<Role | undefined> {
    try {
      return this.#calls.read(await this.#calls.send('api/session', {}), session).role;
    } catch (error) {
      if (error instanceof StaffApiError && error.kind === 'signed-out') return undefined;
      throw error;
    }
  }

  async signOut(): Promise<void> {
    await this.#calls.send('api/session', { method: 'DELETE' });
  }

  /** Newest first, fifty at a time; `cursor` is the `next` of the page before. */
  submissions(cursor?: string, signal?: AbortSignal): Promise<SubmissionPage> {
    return this.#calls.call(withCursor('api/submissions', cursor), submissionPage, {
      ...(signal && { signal }),
    });
  }

  /** What nobody has marked done, safety alerts first. */
  alerts(signal?: AbortSignal): Promise<AlertList> {
    return this.#calls.call('api/alerts', alertList, { ...(signal && { signal }) });
  }

  alert(id: string, signal?: AbortSignal): Promise<StaffAlert> {
    return this.#calls.call(`api/alerts/${encodeURIComponent(id)}`, staffAlert, {
      ...(signal && { signal }),
    });
  }

  /** @returns it as it stands from now on. */
  actOnAlert(id: string, deed: AlertDeed): Promise<StaffAlert> {
    const path = `api/alerts/${encodeURIComponent(id)}/deeds`;
    return this.#calls.call(path, staffAlert, { method: 'POST', body: { deed } });
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
    return this.#calls.call(path, clientConsents, { ...(signal && { signal }) }, MAX_CONSENTS_LENGTH);
  }

  /**
   * Erases a consent by law, for good.
   *
   * @returns what is left of it.
   * @throws {StaffApiError} `not-allowed` for anyone but the prescriber.
   */
  eraseConsent(id: string, reason: string): Promise<Tombstone> {
    const path = `api/submissions/${encodeURIComponent(id)}/erasure`;
    return this.#calls.call(path, tombstone, { method: 'POST', body: { reason } });
  }

  /** The keys that the practice's receipts are signed with, which are public. */
  async receiptKeys(signal?: AbortSignal): Promise<ReceiptKeys> {
    return this.#calls.read(
      await this.#calls.send('../api/receipt-keys', { ...(signal && { signal }) }),
      receiptKeys,
    );
  }

  /** Sessions asked for or cancelled in one go. */
  async request(id: string, signal?: AbortSignal): Promise<RequestDetail> {
    const detail = await this.#submission(id, signal);
    return detail.kind === 'booking' || detail.kind === 'booking-change' ? detail : notHere();
  }

  /** @returns the clearance as it stands from now on. */
  decide(clientId: string, decision: Decision): Promise<Clearance> {
    const path = `api/clients/${encodeURIComponent(clientId)}/clearance`;
    return this.#calls.call(path, clearance, { method: 'PUT', body: decision });
  }

  makeLink(clientId: string): Promise<PersonalLink> {
    const path = `api/clients/${encodeURIComponent(clientId)}/links`;
    return this.#calls.call(path, personalLink, { method: 'POST', body: {} });
  }

  client(id: string, signal?: AbortSignal): Promise<ClientDetail> {
    return this.#calls.call(`api/clients/${encodeURIComponent(id)}`, clientDetail, {
      ...(signal && { signal }),
    });
  }

  /** The sessions of these days where the practice is, both included; `YYYY-MM-DD`. */
  bookings(from: string, to: string, signal?: AbortSignal): Promise<BookingList> {
    const path = `api/bookings?${new URLSearchParams({ from, to })}`;
    return this.#calls.call(path, bookingList, { ...(signal && { signal }) });
  }

  /** @returns the session as it stands from now on. */
  decideBooking(id: string, decision: BookingDecision): Promise<StaffBooking> {
    const path = `api/bookings/${encodeURIComponent(id)}/decision`;
    return this.#calls.call(path, staffBooking, { method: 'POST', body: { decision } });
  }

  log(cursor?: string, signal?: AbortSignal): Promise<LogPage> {
    return this.#calls.call(withCursor('api/log', cursor), logPage, { ...(signal && { signal }) });
  }

  /** @throws {StaffApiError} `not-allowed` for anyone but the prescriber. */
  reviewSettings(signal?: AbortSignal): Promise<StoredReviewSettings> {
    return this.#calls.call('api/review-settings', storedReviewSettings, { ...(signal && { signal }) });
  }

  /**
   * @param replaces the version that was looked at: where another stands by now, nothing is changed.
   * @returns the settings as they stand from now on.
   */
  setReviewSettings(settings: ReviewSettings, replaces: number): Promise<StoredReviewSettings> {
    return this.#calls.call('api/review-settings', storedReviewSettings, {
      method: 'PUT',
      body: { replaces, settings },
    });
  }

  /** The questionnaire that the practice offers under this id, or `undefined` where it offers none that can be read. */
  async form(id: string, signal?: AbortSignal): Promise<Questionnaire | undefined> {
    try {
      const answer = await this.#calls.send(`../api/forms/${encodeURIComponent(id)}`, {
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
    return this.#calls.read(await this.#calls.send('../api/practice', {}), practiceProfile);
  }

  #submission(id: string, signal: AbortSignal | undefined): Promise<SubmissionDetail> {
    const path = `api/submissions/${encodeURIComponent(id)}`;
    return this.#calls.call(path, submissionDetail, { ...(signal && { signal }) });
  }
}

/** An address that was put together by hand names a submission of another kind. */
function notHere(): never {
  throw new StaffApiError('not-found');
}

function withCursor(path: string, cursor: string | undefined): string {
  return cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;
}
