import type * as z from 'zod/mini';
import { parseUntrusted } from '../../src/domain/untrusted.js';
import { errorOf, StaffApiError } from './api-error.js';

/** Three times the largest submission: a consent travels beside the text that was published, in an answer that says a little more. */
export const MAX_ANSWER_LENGTH = 3_145_728;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface CallsOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Where the staff app's own page lies; its calls hang off `api/` below it. */
  readonly base: URL;
  /** Told whenever a call finds that nobody is signed in any more. */
  readonly onSignedOut: () => void;
}

/** How the staff side asks the endpoint. Every answer is read by its schema; nothing is logged or kept. */
export class Calls {
  readonly #fetch: typeof globalThis.fetch;
  readonly #base: URL;
  readonly #onSignedOut: () => void;

  constructor({ fetch, base, onSignedOut }: CallsOptions) {
    this.#fetch = fetch;
    this.#base = base;
    this.#onSignedOut = onSignedOut;
  }

  /** Asks as whoever is signed in. */
  async call<Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
    call: Call = {},
    longest = MAX_ANSWER_LENGTH,
  ): Promise<z.infer<Schema>> {
    const answer = await this.send(path, call).catch(this.#reportSignedOut);
    return this.read(answer, schema, longest);
  }

  /** The answer as it came. */
  async send(path: string, { method = 'GET', body, signal }: Call = {}): Promise<string> {
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

  /** @throws {StaffApiError} `unreadable` for an answer that is not what was asked for. */
  read<S extends z.ZodMiniType>(answer: string, schema: S, longest = MAX_ANSWER_LENGTH): z.infer<S> {
    const read = schema.safeParse(parseUntrusted(answer, longest));
    if (!read.success) throw new StaffApiError('unreadable');
    return read.data;
  }

  readonly #reportSignedOut = (error: unknown): never => {
    if (error instanceof StaffApiError && error.kind === 'signed-out') this.#onSignedOut();
    throw error;
  };
}
