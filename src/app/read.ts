import { backOffMs } from '../domain/submission/delivery.js';
import { parseUntrusted } from '../domain/untrusted.js';
import type { HttpRequest, Ports } from './ports.js';

/** Why something could not be read. */
export type ReadFailure = 'unreachable' | 'refused' | 'not-understood';

export type ReadResult<T> = { readonly value: T } | { readonly failure: ReadFailure };

/** A schema, as much of it as reading needs. */
export interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

const MAX_TRIES = 3;
const MAX_LENGTH = 2_000_000;

/** Reads one JSON document, trying again where the network or the server may only be short of breath. */
export async function readJson<T>(
  request: HttpRequest,
  parser: Parser<T>,
  ports: Ports,
): Promise<ReadResult<T>> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    if (attempt > 0) await ports.clock.sleep(backOffMs(attempt, ports.random.fraction()));
    const reply = await ports.network.send(request);
    if (reply.kind === 'no-response' || reply.status >= 500 || reply.status === 429) continue;
    if (reply.status < 200 || reply.status >= 300) return { failure: 'refused' };
    const parsed = parser.safeParse(parseUntrusted(reply.body, MAX_LENGTH));
    return parsed.success ? { value: parsed.data } : { failure: 'not-understood' };
  }
  return { failure: 'unreachable' };
}

export const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {}, mayCache: true });

/** A read about one client: with their token, never from a cache. */
export const getAs = (url: string, careToken: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: { Authorization: `Bearer ${careToken}` },
  mayCache: false,
});
