import type { Database } from './database.js';

/**
 * From when to when a client is kept from dosing sessions: by a safety alert, until somebody marks it done; by a consent
 * that was taken back, until it is signed again.
 */
export interface Hold {
  readonly from: Date;
  readonly until: Date | undefined;
}

/** The safety alerts of these clients, open ones and past ones. */
export async function holdsOf(
  database: Database,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Hold[]>> {
  if (clientIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('alerts')
    .select(['client_id', 'received_at', 'done_at'])
    .where('client_id', 'in', clientIds)
    .where('kind', '=', 'safety-alert')
    .execute();
  const holds = new Map<string, readonly Hold[]>();
  for (const { client_id, received_at: from, done_at } of rows)
    holds.set(client_id, [...(holds.get(client_id) ?? []), { from, until: done_at ?? undefined }]);
  return holds;
}

/** Whether there was a hold at an instant. */
export const isHeldAt = (holds: readonly Hold[], at: Date): boolean =>
  holds.some(({ from, until }) => from <= at && (until === undefined || until > at));

/** Whether somebody at the practice still has to see to a safety alert of this client. */
export async function hasOpenAlert(database: Database, clientId: string): Promise<boolean> {
  const holds = await holdsOf(database, [clientId]);
  return (holds.get(clientId) ?? []).some(({ until }) => until === undefined);
}
