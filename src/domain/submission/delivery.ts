import * as z from 'zod/mini';
import { parseUntrusted } from '../untrusted.js';
import { acceptedBookings, receivedSubmission } from './acceptance.js';
import { problem, type Problem } from './problem.js';
import type { Booking, Slot } from '../scheduling/sessions.js';

/** How the practice receives: its own endpoint, a plain webhook, or a FHIR server. */
export type DeliveryMode = 'endpoint' | 'action' | 'fhir';

/** What came back from one try, before anybody believes it. */
export type Reply =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly body: string;
      /** The `Retry-After` header as it stands. */
      readonly retryAfter: string | undefined;
    }
  | { readonly kind: 'no-response'; readonly reason: 'network' | 'time-out' };

/** What a reply means for a submission. */
export type Verdict =
  | {
      readonly verdict: 'received';
      readonly reference: string;
      readonly receivedAt: string;
      readonly bookings: readonly Booking[];
      /** The endpoint's signed word as it came, unread. */
      readonly receipt?: string;
    }
  /** A webhook or FHIR server answered 2xx: it is sent, nobody vouches for more. */
  | { readonly verdict: 'sent' }
  /** Somebody else has a slot: which of those that were asked for, and what is still open around it. */
  | { readonly verdict: 'taken'; readonly slots: readonly Slot[]; readonly taken: readonly number[] }
  /** The practice's rules don't allow it now; the rules by id, and from when on it can be done, where it says so. */
  | {
      readonly verdict: 'rule-broken';
      readonly rules: readonly string[];
      readonly findings: NonNullable<Problem['findings']>;
      readonly until?: string;
    }
  | { readonly verdict: 'invalid'; readonly errors: NonNullable<Problem['errors']> }
  | { readonly verdict: 'retry'; readonly afterMs: number | undefined; readonly reason: RetryReason }
  | { readonly verdict: 'stop'; readonly status: number };

export type RetryReason = 'network' | 'time-out' | 'busy' | 'not-understood';

const MAX_REPLY_LENGTH = 1_000_000;
/** A server that asks for no wait at all, or whose clock runs behind, would be asked without a pause. */
const MIN_RETRY_AFTER_MS = 1_000;
const MAX_RETRY_AFTER_MS = 300_000;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 30_000;

/** How long tries go on while the client looks on, in milliseconds. */
export const FOREGROUND_MS = 120_000;

const STATUSES_TO_RETRY = new Set([408, 425, 429]);

const transactionResponse = z.object({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction-response'),
});

/** `Retry-After` as seconds or HTTP date (RFC 9110, 10.2.3), in milliseconds from `now`: a second to five minutes. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, MIN_RETRY_AFTER_MS), MAX_RETRY_AFTER_MS) : undefined;
}

/** Full jitter: a delay in milliseconds drawn evenly below a ceiling that doubles with each try; `fraction` in [0, 1). */
export function backOffMs(attempt: number, fraction: number): number {
  return fraction * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
}

function judgeSuccess(body: string, mode: DeliveryMode, sent: SentBytes): Verdict {
  const notUnderstood: Verdict = { verdict: 'retry', afterMs: undefined, reason: 'not-understood' };
  if (mode === 'action') return { verdict: 'sent' };
  const json = parseUntrusted(body, MAX_REPLY_LENGTH);
  if (mode === 'fhir')
    return transactionResponse.safeParse(json).success ? { verdict: 'sent' } : notUnderstood;
  const parsed = receivedSubmission.safeParse(json);
  if (!parsed.success || parsed.data.id !== sent.id || parsed.data.digest !== sent.digest)
    return notUnderstood;
  const { reference, receivedAt } = parsed.data;
  // What can't be read of the sessions takes nothing from the word that it has arrived.
  const { bookings, receipt } = json as { readonly bookings?: unknown; readonly receipt?: unknown };
  return {
    verdict: 'received',
    reference,
    receivedAt,
    bookings: acceptedBookings.safeParse(bookings).data ?? [],
    ...(typeof receipt === 'string' && { receipt }),
  };
}

/** What identifies the bytes that went out. */
export interface SentBytes {
  readonly id: string;
  /** Lower-case hex SHA-256. */
  readonly digest: string;
}

/**
 * Decides what a reply to a submission means. "Received" is only said of a 2xx that echoes id and digest; a captive
 * portal's friendly page is not one.
 *
 * @param now milliseconds since the epoch, for a `Retry-After` that is a date.
 */
export function judge(reply: Reply, mode: DeliveryMode, sent: SentBytes, now: number): Verdict {
  if (reply.kind === 'no-response') return { verdict: 'retry', afterMs: undefined, reason: reply.reason };
  const { status, body } = reply;
  if (status >= 200 && status < 300) return judgeSuccess(body, mode, sent);

  const parsed = problem.safeParse(parseUntrusted(body, MAX_REPLY_LENGTH));
  const told = parsed.success ? parsed.data : undefined;
  if ((status === 400 || status === 422) && told?.errors?.length)
    return { verdict: 'invalid', errors: told.errors };
  if (status === 409 && told?.type === 'kap:slot-taken')
    return { verdict: 'taken', slots: told.slots ?? [], taken: told.taken ?? [] };
  if (status === 409 && told?.type === 'kap:rule-broken') {
    const { rules = [], findings = [], until } = told;
    return { verdict: 'rule-broken', rules, findings, ...(until && { until }) };
  }
  if (
    status >= 500 ||
    STATUSES_TO_RETRY.has(status) ||
    (status === 409 && told?.type === 'kap:in-progress')
  ) {
    const inBody =
      told?.retryAfter === undefined ? undefined : retryAfterMs(String(Math.ceil(told.retryAfter)), now);
    return { verdict: 'retry', afterMs: retryAfterMs(reply.retryAfter, now) ?? inBody, reason: 'busy' };
  }
  return { verdict: 'stop', status };
}
