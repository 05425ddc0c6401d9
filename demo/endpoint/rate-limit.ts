import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from './ports.js';
import { Refusal } from './problems.js';

/** So many requests at once, and so many more each minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Names whom a request comes from, for counting only. */
export type AddressOf = (context: Context) => string;

const MOST_ADDRESSES = 20_000;

/** A client's network: one IPv4 address, or the /64 that one IPv6 subscriber has. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

/**
 * @param proxies how many trusted proxies stand in front; each adds one entry to `X-Forwarded-For`, and what stands
 *   before theirs was written by whoever asks.
 */
export function addressBehind(proxies: number): AddressOf {
  return (context) => {
    const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
    const named = proxies > 0 ? forwarded.at(-proxies) : undefined;
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    return networkOf(named ?? incoming?.socket.remoteAddress ?? 'unknown');
  };
}

/** Counts by key with a token bucket, in the memory of this process. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { readonly left: number; readonly at: number }>();

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** Takes one request; returns 0, or the whole seconds to wait where there is none left. */
  take(key: string): number {
    const { burst, perMinute } = this.#rate;
    const now = this.#clock().getTime();
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now };
    // A clock that was set back takes nothing from anybody.
    const minutes = Math.max(0, now - bucket.at) / 60_000;
    const left = Math.min(burst, bucket.left + minutes * perMinute);
    const waiting = left < 1 ? Math.ceil(((1 - left) / perMinute) * 60) : 0;
    // Deleted first so that the map stays in the order of last use, and the least used goes when it is full.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: waiting > 0 ? left : left - 1, at: now });
    const oldest = this.#buckets.size > MOST_ADDRESSES ? this.#buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.#buckets.delete(oldest);
    return waiting;
  }
}

/** Refuses with 429 and `Retry-After` what comes faster than the limiter lets through. */
export function rateLimit(limiter: RateLimiter, addressOf: AddressOf, practice: string): MiddlewareHandler {
  return async (context, next) => {
    const seconds = limiter.take(`${practice} ${addressOf(context)}`);
    if (seconds > 0) {
      throw new Refusal(429, 'kap:too-many-requests', 'That was a lot at once. Please wait a moment.', {
        retryAfter: seconds,
        headers: { 'Retry-After': String(seconds) },
      });
    }
    await next();
  };
}
