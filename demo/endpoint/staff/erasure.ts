import { sql, type Transaction } from 'kysely';
import * as z from 'zod/mini';
import { canonicalJson } from '../../../src/domain/submission/canonical-json.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { inTransaction } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound } from '../problems.js';
import type { Role, Tables } from '../tables.js';
import { addToLog } from './log.js';
import { MOST_REASON, readStored, type Tombstone } from './stored.js';

/** Why a consent has to be erased: the law or the request that asks for it, without anything about the client. */
export const erasureRequest = z.object({
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_REASON)),
});

async function consentToErase(transaction: Transaction<Tables>, id: string) {
  const row = await transaction
    .selectFrom('consents')
    .innerJoin('submissions', 'submissions.id', 'consents.submission_id')
    .selectAll('consents')
    .select(['submissions.reference', 'submissions.body'])
    .where('consents.submission_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
}

/** Erases what took a consent back: the words, and what they were about. That it does not hold any more stays. */
async function eraseWithdrawals(
  transaction: Transaction<Tables>,
  consentId: string,
  { document, erasedAt, erasedBy, reason }: Tombstone,
): Promise<void> {
  const rows = await transaction
    .selectFrom('withdrawals')
    .innerJoin('submissions', 'submissions.id', 'withdrawals.submission_id')
    .selectAll('withdrawals')
    .select('submissions.reference')
    .where('withdrawals.consent_id', '=', consentId)
    .where('withdrawals.scope', '<>', 'erased')
    .execute();
  for (const { submission_id: id, reference, record_digest: recordDigest, received_at } of rows) {
    const left: Tombstone = {
      schema: 'kap/tombstone/1',
      kind: 'erased',
      of: 'withdrawal',
      reference,
      recordDigest,
      document,
      receivedAt: received_at.toISOString(),
      erasedAt,
      erasedBy,
      reason,
    };
    const bytes = Buffer.from(canonicalJson(left));
    await sql`select kap_erase_withdrawal(${id}::uuid, ${bytes}::bytea)`.execute(transaction);
  }
}

/**
 * Erases what a client has signed, and what they wrote to take it back, by law and on a prescriber's word: a tombstone
 * takes the place of each record, and the log keeps who did it. What was erased before stays as it was, with its first reason. A signature that is gone carries
 * nothing any more: what was booked on it is on hold until the client signs again.
 *
 * @throws Refusal 403 for anyone but the prescriber; 404 for what is no consent.
 */
export async function eraseConsent(
  options: EndpointOptions,
  id: string,
  role: Role,
  { reason }: z.infer<typeof erasureRequest>,
): Promise<Tombstone> {
  if (role !== 'prescriber')
    throw notAllowed('To erase what a client has signed is the prescriber’s to decide.');
  if (!uuid.safeParse(id).success) throw notFound();
  const now = options.clock();
  return inTransaction(options.database, async (transaction) => {
    const row = await consentToErase(transaction, id);
    const { reference, client_id: clientId, document_id, version } = row;
    const before = readStored(row.body);
    if (before.kind === 'erased') {
      // What they have taken back since.
      await eraseWithdrawals(transaction, id, before);
      return before;
    }
    const left: Tombstone = {
      schema: 'kap/tombstone/1',
      kind: 'erased',
      reference,
      recordDigest: row.record_digest,
      document: { id: document_id, version },
      receivedAt: row.received_at.toISOString(),
      erasedAt: now.toISOString(),
      erasedBy: role,
      reason,
    };
    const bytes = Buffer.from(canonicalJson(left));
    await sql`select kap_erase_consent(${id}::uuid, ${now}::timestamptz, ${role}, ${reason}, ${bytes}::bytea)`.execute(
      transaction,
    );
    await eraseWithdrawals(transaction, id, left);
    const detail = `${document_id} ${version}`;
    await addToLog(transaction, { at: now, role, action: 'consent-erased', reference, clientId, detail });
    return left;
  });
}
