import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import {
  bookingList,
  findingList,
  staffBooking,
  type FindingList,
  type StaffBooking,
} from './api-answers.js';
import type { Calls } from './calls.js';
import {
  hoursList,
  openTimes,
  storedPlan,
  storedPractitioner,
  type HoursList,
  type OpenTimes,
  type Plan,
  type Practitioner,
  type SessionsChange,
  type StoredPlan,
  type StoredPractitioner,
} from './session-answers.js';

const path = (...parts: readonly string[]): string => ['api', ...parts.map(encodeURIComponent)].join('/');

/** Hours, plans and sessions, as the staff set and move them. */
export class SessionsApi {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** When everybody works. */
  hours(signal?: AbortSignal): Promise<HoursList> {
    return this.#calls.call(path('hours'), hoursList, { ...(signal && { signal }) });
  }

  /**
   * @param replaces the version that was looked at: where another stands by now, nothing is changed.
   * @returns them as they stand from now on.
   */
  setHours(practitioner: Practitioner, replaces: number): Promise<StoredPractitioner> {
    const body = { replaces, practitioner };
    return this.#calls.call(path('hours', practitioner.id), storedPractitioner, { method: 'PUT', body });
  }

  /** What seven days from a date on, `YYYY-MM-DD`, would offer with these hours, what is taken left out. */
  previewHours(practitioner: Practitioner, from: string): Promise<OpenTimes> {
    const body = { practitioner, from };
    return this.#calls.call(path('hours', practitioner.id, 'preview'), openTimes, { method: 'POST', body });
  }

  /** @returns the plan as it stands from now on. */
  setPlan(clientId: string, plan: Plan, replaces: number): Promise<StoredPlan> {
    const body = { replaces, plan };
    return this.#calls.call(path('clients', clientId, 'plan'), storedPlan, { method: 'PUT', body });
  }

  /** Open times of a kind on these days where the practice is, both included. */
  openTimes(
    kind: SessionKindId,
    { from, to }: { readonly from: string; readonly to: string },
    signal?: AbortSignal,
  ): Promise<OpenTimes> {
    const asked = `${path('times')}?${new URLSearchParams({ kind, from, to })}`;
    return this.#calls.call(asked, openTimes, { ...(signal && { signal }) });
  }

  /** What a change would break or stretch. Nothing is changed. */
  findings(clientId: string, { cancel, sessions }: SessionsChange): Promise<FindingList> {
    const body = { cancel, sessions };
    const at = path('clients', clientId, 'sessions', 'findings');
    return this.#calls.call(at, findingList, { method: 'POST', body });
  }

  /** @returns what was given up and what was added, as they stand from now on. */
  async change(clientId: string, change: SessionsChange): Promise<readonly StaffBooking[]> {
    const at = path('clients', clientId, 'sessions');
    return (await this.#calls.call(at, bookingList, { method: 'POST', body: change })).bookings;
  }

  /** Lets a session go on for which something has to be looked at. */
  release(bookingId: string): Promise<StaffBooking> {
    return this.#calls.call(path('bookings', bookingId, 'release'), staffBooking, {
      method: 'POST',
      body: {},
    });
  }
}
