import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import type { ConsentWithdrawalSubmission } from '../../../src/domain/submission/envelope.js';
import { scopeInAct } from '../../../src/domain/submission/withdrawal-scope.js';
import { historyOf, type ConsentRow } from '../consent-history.js';
import { signedText } from '../consents.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { sha256 } from '../ports.js';
import { invalid, Refusal, type FieldError } from '../problems.js';
import { isTimeZone } from '../zone.js';
import type { Acting } from './acting.js';
import { holdClient } from './own-sessions.js';

const RECORD = '/content/record';

/**
 * Whether what is to be acted on is what the record says.
 *
 * @throws Refusal 422 with everything that is wrong.
 */
export function checkWithdrawal(
  { act, content: { record } }: ConsentWithdrawalSubmission,
  { practice }: EndpointOptions,
): void {
  const errors: FieldError[] = [];
  if (act.recordDigest !== record.recordDigest) {
    const detail = 'The record takes back another consent than the one named.';
    errors.push({ pointer: '/act/recordDigest', code: 'record-differs', detail });
  }
  if (act.scope !== scopeInAct(record.scope)) {
    const detail = 'The record takes back something else than is named.';
    errors.push({ pointer: '/act/scope', code: 'scope-differs', detail });
  }
  if (record.practice !== practice.id) {
    const detail = 'This was written for another practice.';
    errors.push({ pointer: `${RECORD}/practice`, code: 'unknown-practice', detail });
  }
  if (!isTimeZone(record.timeZone)) {
    const detail = 'There is no such time zone.';
    errors.push({ pointer: `${RECORD}/timeZone`, code: 'unknown-time-zone', detail });
  }
  if (errors.length > 0) throw invalid(errors);
}

/**
 * The consent that a withdrawal takes back: the client's own. Where a record came twice, the later one.
 *
 * @throws Refusal 404, the same for another's and for none, so that it tells nothing.
 */
export async function consentTakenBack(
  { act }: ConsentWithdrawalSubmission,
  database: Database,
  clientId: string | undefined,
): Promise<ConsentRow> {
  const consents = clientId === undefined ? [] : (await historyOf(database, clientId)).consents;
  const consent = consents.findLast(({ record_digest }) => record_digest === act.recordDigest);
  if (consent === undefined)
    throw new Refusal(404, 'kap:not-found', 'There is no consent of yours like this here.');
  return consent;
}

/** Where the record does not fit what was signed. */
function disagreements(
  { act, content: { record } }: ConsentWithdrawalSubmission,
  signed: ConsentRow,
  { consents }: EndpointOptions,
): FieldError[] {
  const { document_id: id, version } = signed;
  const text = signedText(consents, signed);
  const errors: FieldError[] = [];
  const { document, scope } = record;
  const isNamed = document.id === id && document.version === version;
  if (!isNamed || (text !== undefined && document.title !== text.title)) {
    const detail = 'The document that was signed is another one.';
    errors.push({ pointer: `${RECORD}/document`, code: 'document-differs', detail });
  }
  if (scope.what === 'block' && text?.blocks.every((block) => block.id !== scope.block)) {
    const detail = `What was signed has no part called ${act.scope.slice('block:'.length)}.`;
    errors.push({ pointer: '/act/scope', code: 'unknown-block', detail });
  }
  return errors;
}

/**
 * Keeps that a consent is taken back. It is taken at any time, the hours after a dosing session among them, and as often
 * as it comes: saying so twice changes nothing.
 *
 * @throws Refusal 404, 422
 */
export async function keepWithdrawal(submission: ConsentWithdrawalSubmission, acting: Acting): Promise<void> {
  const { transaction, clientId, now, options } = acting;
  await holdClient(acting);
  const consent = await consentTakenBack(submission, transaction, clientId);
  const errors = disagreements(submission, consent, options);
  if (errors.length > 0) throw invalid(errors);
  await transaction
    .insertInto('withdrawals')
    .values({
      submission_id: submission.id,
      client_id: clientId,
      consent_id: consent.submission_id,
      document_id: consent.document_id,
      scope: submission.act.scope,
      record_digest: sha256(canonicalJson(submission.content.record)),
      received_at: now,
    })
    .execute();
}
