import type {
  CallRequestSubmission,
  SafetyAlertSubmission,
} from '../../../src/domain/submission/envelope.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed } from '../problems.js';
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

/** Puts it at the top of the staff's list, until somebody there has seen to it. */
export async function keepAlert(
  { id, kind }: CallRequestSubmission | SafetyAlertSubmission,
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
