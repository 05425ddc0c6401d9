import {
  backOffMs,
  FOREGROUND_MS,
  judge,
  type DeliveryMode,
  type RetryReason,
  type SentBytes,
  type Verdict,
} from '../domain/submission/delivery.js';
import type { HttpRequest, Ports } from './ports.js';

/** A submission whose bytes will not change any more; every try sends the same. */
export interface FrozenSubmission extends SentBytes {
  readonly body: string;
}

/** How a delivery ended; `gave-up` is after the last try that somebody waited for. */
export type Outcome =
  Exclude<Verdict, { verdict: 'retry' }> | { readonly verdict: 'gave-up'; readonly reason: RetryReason };

const CONTENT_TYPES: Readonly<Record<DeliveryMode, string>> = {
  endpoint: 'application/json',
  // Plain text without custom headers needs no preflight, which a plain webhook could not answer.
  action: 'text/plain;charset=UTF-8',
  fhir: 'application/fhir+json',
};

export interface Delivery {
  readonly submission: FrozenSubmission;
  readonly mode: DeliveryMode;
  readonly url: string;
  /** Sent to an endpoint alone. */
  readonly careToken: string;
  /** Set when nobody waits any more: the try under way is the last. */
  readonly signal: { readonly aborted: boolean };
  /** Told before each try after the first, with what went wrong. */
  readonly onRetry: (reason: RetryReason) => void;
}

export function requestFor({ submission, mode, url, careToken }: Delivery): HttpRequest {
  const identified =
    mode === 'endpoint'
      ? { Authorization: `Bearer ${careToken}`, 'Idempotency-Key': `"${submission.id}"` }
      : {};
  return {
    method: 'POST',
    url,
    headers: { 'Content-Type': CONTENT_TYPES[mode], ...identified },
    body: submission.body,
    mayCache: false,
  };
}

/**
 * Sends the same bytes until the practice has them, says that it will not take them, or about two minutes have gone.
 * Waits with full jitter, or as long as the endpoint asks; a device that comes back online doesn't wait.
 */
export async function deliver(delivery: Delivery, ports: Ports): Promise<Outcome> {
  const { clock, connection, network, random } = ports;
  const request = requestFor(delivery);
  const until = clock.now() + FOREGROUND_MS;
  for (let attempt = 0; ; attempt++) {
    const reply = await network.send(request);
    const verdict = judge(reply, delivery.mode, delivery.submission, clock.now());
    if (verdict.verdict !== 'retry') return verdict;
    const wait = verdict.afterMs ?? backOffMs(attempt, random.fraction());
    // What the endpoint asks for is waited out, up to five minutes, even where that ends later.
    const isOver = clock.now() + (verdict.afterMs === undefined ? wait : 0) > until;
    if (delivery.signal.aborted || isOver) return { verdict: 'gave-up', reason: verdict.reason };
    delivery.onRetry(verdict.reason);
    await clock.sleep(wait, verdict.afterMs === undefined ? connection.returned() : undefined);
  }
}
