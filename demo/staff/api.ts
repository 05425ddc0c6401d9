import type * as z from 'zod/mini';
import { practiceProfile, type PracticeProfile } from '../../src/domain/practice/profile.js';
import { problem } from '../../src/domain/submission/problem.js';
import { parseUntrusted } from '../../src/domain/untrusted.js';
import {
  clearance,
  logPage,
  personalLink,
  session,
  submissionDetail,
  submissionPage,
  type Clearance,
  type Decision,
  type LogPage,
  type PersonalLink,
  type Role,
  type SubmissionDetail,
  type SubmissionPage,
} from './api-answers.js';

/** Twice the largest submission: a history travels inside an answer that says a little more. */
const MAX_ANSWER_LENGTH = 2_097_152;

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

  submission(id: string, signal?: AbortSignal): Promise<SubmissionDetail> {
    return this.#call(`api/submissions/${encodeURIComponent(id)}`, submissionDetail, {
      ...(signal && { signal }),
    });
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

  log(cursor?: string, signal?: AbortSignal): Promise<LogPage> {
    return this.#call(withCursor('api/log', cursor), logPage, { ...(signal && { signal }) });
  }

  /** The practice's public profile: its name and the zone that times are shown in. */
  async practice(): Promise<PracticeProfile> {
    return this.#read(await this.#send('../api/practice', {}), practiceProfile);
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

function withCursor(path: string, cursor: string | undefined): string {
  return cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;
}

/** For what the server refuses by its rules, its own sentence says more than ours. */
function errorOf(status: number, answer: string): StaffApiError {
  const kind = KINDS[status] ?? 'refused';
  if (kind !== 'refused') return new StaffApiError(kind);
  const read = problem.safeParse(parseUntrusted(answer, MAX_ANSWER_LENGTH));
  const detail = read.success
    ? (read.data.errors?.find((each) => each.detail)?.detail ?? read.data.detail)
    : undefined;
  return detail === undefined ? new StaffApiError(kind) : new StaffApiError(kind, detail);
}
