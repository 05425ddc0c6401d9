import type { Transaction } from 'kysely';
import { clientOf } from './clients.js';
import { inTransaction, type Database } from './database.js';
import { newSecret, sha256, type Random } from './ports.js';
import { Refusal } from './problems.js';
import type { Tables } from './tables.js';

const HOURS_VALID = 72;
const EXCHANGES = 3;

export interface PersonalLink {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes a client's new personal link; every earlier one of theirs is void from then on. */
export async function makeLink(
  transaction: Transaction<Tables>,
  clientId: string,
  now: Date,
  random: Random,
): Promise<PersonalLink> {
  // The client's row is held, so that of two links made at once only the later one stays good.
  await transaction.selectFrom('clients').select('id').where('id', '=', clientId).forUpdate().execute();
  await transaction
    .updateTable('links')
    .set({ voided_at: now })
    .where('client_id', '=', clientId)
    .where('voided_at', 'is', null)
    .execute();
  const code = newSecret(random);
  const expiresAt = new Date(now.getTime() + HOURS_VALID * 3_600_000);
  await transaction
    .insertInto('links')
    .values({
      code_hash: sha256(code),
      client_id: clientId,
      made_at: now,
      expires_at: expiresAt,
      exchanges_left: EXCHANGES,
      voided_at: null,
    })
    .execute();
  return { code, expiresAt };
}

/** One answer for every code that is no good, so that it tells nothing about anybody. */
const gone = () =>
  new Refusal(410, 'kap:gone', 'This link can’t be used any more. The practice can make a new one.');

/**
 * Lets a browser's care token speak for the client of a personal link, for good. A token never moves from one client
 * to another, and one that speaks for this client already uses up nothing: it may be a retry.
 *
 * @returns the client's id.
 * @throws Refusal 410 for a code that is wrong, old, used up, void, or another client's than the token's.
 */
export async function exchangeCode(
  database: Database,
  code: string,
  tokenHash: string,
  now: Date,
): Promise<string> {
  return inTransaction(database, async (transaction) => {
    const link = await transaction
      .selectFrom('links')
      .selectAll()
      .where('code_hash', '=', sha256(code))
      .forUpdate()
      .executeTakeFirst();
    if (link === undefined || link.voided_at !== null || link.expires_at <= now) throw gone();
    if ((await clientOf(transaction, tokenHash)) === link.client_id) return link.client_id;
    if (link.exchanges_left === 0) throw gone();
    const added = await transaction
      .insertInto('care_tokens')
      .values({ token_hash: tokenHash, client_id: link.client_id, added_at: now })
      .onConflict((conflict) => conflict.column('token_hash').doNothing())
      .returning('client_id')
      .executeTakeFirst();
    // It speaks for somebody else, since long or since a moment ago.
    if (added === undefined) throw gone();
    await transaction
      .updateTable('links')
      .set({ exchanges_left: link.exchanges_left - 1 })
      .where('code_hash', '=', link.code_hash)
      .execute();
    return link.client_id;
  });
}
