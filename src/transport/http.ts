import type { HttpRequest, Network } from '../app/ports.js';
import type { Reply } from '../domain/submission/delivery.js';

const DEFAULT_TIMEOUT_MS = 30_000;

/** What goes out although the page goes away: as long as an urgent word may be, and far from what browsers allow in all. */
const MAX_KEPT_ALIVE = 16_000;

/** A longer reply is none that we know; it counts as not understood. */
const MAX_BODY_LENGTH = 4_000_000;

/**
 * The network as the contract wants it: no cookies, no referrer, no redirects, a time-out.
 *
 * @param timeoutMs for one try, headers and body together.
 */
export function httpNetwork(timeoutMs: number = DEFAULT_TIMEOUT_MS): Network {
  return {
    async send({ method, url, headers, body, mayCache }: HttpRequest): Promise<Reply> {
      const timer = new AbortController();
      const timeout = setTimeout(() => timer.abort(), timeoutMs);
      try {
        const response = await fetch(url, {
          method,
          headers,
          ...(body !== undefined && { body }),
          credentials: 'omit',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          cache: mayCache ? 'default' : 'no-store',
          signal: timer.signal,
          keepalive: body !== undefined && body.length < MAX_KEPT_ALIVE,
        });
        const text = await response.text();
        return {
          kind: 'response',
          status: response.status,
          body: text.length > MAX_BODY_LENGTH ? '' : text,
          retryAfter: response.headers.get('Retry-After') ?? undefined,
        };
      } catch {
        return { kind: 'no-response', reason: timer.signal.aborted ? 'time-out' : 'network' };
      } finally {
        clearTimeout(timeout);
      }
    },
  };
}
