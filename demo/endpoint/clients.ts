import type { Transaction } from 'kysely';
import type { Database } from './database.js';
import { newId, type Random } from './ports.js';
import type { Tables } from './tables.js';

/** The client that a care token speaks for, if it has ever been used or was given a personal link. */
export async function clientOf(database: Database, tokenHash: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('care_tokens')
    .select('client_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.client_id;
}

/**
 * The client of a token, opened now if it is new. Two first writes at once make one client: the second waits at the
 * token's row until the first is done, then takes its client.
 */
export async function openClient(
  transaction: Transaction<Tables>,
  tokenHash: string,
  now: Date,
  random: Random,
): Promise<string> {
  const known = await clientOf(transaction, tokenHash);
  if (known !== undefined) return known;
  const id = newId(random);
  await transaction.insertInto('clients').values({ id, opened_at: now }).execute();
  const added = await transaction
    .insertInto('care_tokens')
    .values({ token_hash: tokenHash, client_id: id, added_at: now })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .returning('client_id')
    .executeTakeFirst();
  if (added !== undefined) return id;
  await transaction.deleteFrom('clients').where('id', '=', id).execute();
  const { client_id } = await transaction
    .selectFrom('care_tokens')
    .select('client_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  return client_id;
}
