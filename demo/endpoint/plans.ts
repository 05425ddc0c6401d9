import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { inTransaction, type Database } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import { plan, type Plan } from './plan.js';
import { invalid, notAllowed, notFound, Refusal } from './problems.js';
import { addToLog } from './staff/log.js';
import type { Role, Tables } from './tables.js';

/** A new plan in place of the version that was looked at; 0 where there was none. */
export const planRequest = z.object({ replaces: z.int().check(z.minimum(0)), plan });

export interface StoredPlan {
  readonly version: number;
  readonly plan: Plan;
  readonly setBy: Role;
  readonly setAt: string;
}

const asStored = (row: Selectable<Tables['plans']>): StoredPlan => ({
  version: row.version,
  plan: row.plan,
  setBy: row.set_by,
  setAt: row.set_at.toISOString(),
});

/** Every plan that a client has had, newest first: the first holds. */
export async function plansOf(database: Database, clientId: string): Promise<readonly StoredPlan[]> {
  const rows = await database
    .selectFrom('plans')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(asStored);
}

/** What holds for a client now; `undefined` where nothing was agreed yet. */
export const planOf = async (database: Database, clientId: string): Promise<StoredPlan | undefined> =>
  (await plansOf(database, clientId))[0];

const changedMeanwhile = (): Refusal =>
  new Refusal(
    409,
    'kap:invalid',
    'Somebody has changed the plan meanwhile. Open this page anew to see how it stands.',
  );

const inWords = ({ sessions }: Plan): string =>
  sessions.length === 0 ? 'no sessions' : sessions.map(({ kind, count }) => `${count} ${kind}`).join(', ');

/**
 * Agrees a new plan for a client; earlier ones stay.
 *
 * @throws Refusal 403 for the office; 404; 409 where another version was looked at; 422 for a kind that
 *   the practice does not offer, or that stands there twice.
 */
export async function setPlan(
  { database, practice, clock }: Pick<EndpointOptions, 'database' | 'practice' | 'clock'>,
  clientId: string,
  role: Role,
  { replaces, plan: asked }: z.infer<typeof planRequest>,
): Promise<StoredPlan> {
  if (role === 'office') throw notAllowed('The plan is the clinicians’ to agree with the client.');
  const kinds = asked.sessions.map(({ kind }) => kind);
  const errors = kinds.flatMap((kind, index) => {
    const pointer = `/plan/sessions/${index}/kind`;
    if (!practice.sessionKinds.some(({ id }) => id === kind))
      return [{ pointer, code: 'unknown-kind', detail: 'This kind of session is not offered here.' }];
    return kinds.indexOf(kind) < index
      ? [{ pointer, code: 'twice', detail: 'This kind of session stands there already.' }]
      : [];
  });
  if (errors.length > 0) throw invalid(errors);
  const now = clock();
  return inTransaction(database, async (transaction) => {
    const client = await transaction
      .selectFrom('clients')
      .select('id')
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (client === undefined) throw notFound();
    const before = await planOf(transaction, clientId);
    if ((before?.version ?? 0) !== replaces) throw changedMeanwhile();
    const row = await transaction
      .insertInto('plans')
      .values({
        client_id: clientId,
        version: replaces + 1,
        plan: JSON.stringify(asked),
        set_by: role,
        set_at: now,
      })
      .onConflict((conflict) => conflict.columns(['client_id', 'version']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw changedMeanwhile();
    await addToLog(transaction, { at: now, role, action: 'plan-set', clientId, detail: inWords(asked) });
    return asStored(row);
  });
}
