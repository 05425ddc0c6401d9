import type {
  CallRequestSubmission,
  SafetyAlertSubmission,
  Submission,
} from '../../../src/domain/submission/envelope.js';
import type { EndpointOptions } from '../endpoint.js';
import { invalid, notAllowed } from '../problems.js';
import type { Acting } from './acting.js';

/**
 * An alert is taken only where somebody watches for it: to keep one that nobody reads would be a promise broken.
 *
 * @throws Refusal 403
 */
export function checkAlert({ practice }: EndpointOptions): void {
  if (practice.safety.responsePlan !== undefined) return;
  throw notAllowed('This practice does not receive alerts here. Please call instead.');
}

const GOOD_FOR_MS = 15 * 60_000;
/** So far ahead of ours a client's clock may be. */
const SKEW_MS = 5 * 60_000;

/**
 * What is urgent says so itself: made now, and of no use 15 minutes later. That it is not over yet is checked for every
 * submission.
 *
 * @throws Refusal 422
 */
export function checkUrgent(
  { createdAt, expiresAt }: CallRequestSubmission | SafetyAlertSubmission,
  now: Date,
): void {
  const made = Date.parse(createdAt);
  if (made > now.getTime() + SKEW_MS) {
    const detail = 'This says that it was made later than now.';
    throw invalid([{ pointer: '/createdAt', code: 'in-the-future', detail }]);
  }
  if (Date.parse(expiresAt) > made + GOOD_FOR_MS) {
    const detail = 'This has to expire 15 minutes after it was made at the latest.';
    throw invalid([{ pointer: '/expiresAt', code: 'too-late', detail }]);
  }
}

/** Puts it at the top of the staff's list, until somebody there has seen to it. */
export async function keepAlert(
  { id, kind }: Pick<CallRequestSubmission | SafetyAlertSubmission, 'id' | 'kind'>,
  { transaction, clientId, now }: Acting,
): Promise<void> {
  await transaction
    .insertInto('alerts')
    .values({
      submission_id: id,
      client_id: clientId,
      kind,
      received_at: now,
      taken_by: null,
      taken_at: null,
      done_by: null,
      done_at: null,
    })
    .execute();
}

const NOTICE_STANDS_MS = 5 * 60_000;

/**
 * Whether the staff were told a moment ago that this client wants an answer of the same kind: they find all that came
 * when they sign in, and a mailbox that fills up is not read. A new one is told again once the others are done.
 */
export async function isAnnounced(
  { kind, id }: Submission,
  { transaction, clientId, now }: Acting,
): Promise<boolean> {
  if (kind !== 'safety-alert' && kind !== 'call-request') return false;
  const told = await transaction
    .selectFrom('notices')
    .innerJoin('alerts', 'alerts.submission_id', 'notices.submission_id')
    .select('notices.id')
    .where('alerts.client_id', '=', clientId)
    .where('alerts.kind', '=', kind)
    .where('alerts.submission_id', '<>', id)
    .where('alerts.done_at', 'is', null)
    .where('notices.created_at', '>', new Date(now.getTime() - NOTICE_STANDS_MS))
    .executeTakeFirst();
  return told !== undefined;
}
