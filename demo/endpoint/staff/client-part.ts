import { hasOpenAlert } from '../alerts.js';
import {
  clearancesOf,
  NOTHING_DECIDED,
  type Clearance,
  type ClearanceRecord,
  type Decision,
} from '../clearance.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import type { Role } from '../tables.js';
import { peopleOf } from './people.js';

/** What every page about a client says of them. */
export interface ClientPart {
  readonly id: string;
  readonly name?: string;
  readonly clearance: Clearance;
  readonly clearanceHistory: readonly Decision[];
  /** Whether somebody still has to see to a safety alert of theirs. */
  readonly hasOpenAlert: boolean;
  /** The personal link that is good now. */
  readonly link?: { readonly expiresAt: string; readonly exchangesLeft: number };
}

/** The office sees where a client stands; what was decided before and written to the client is the clinicians'. */
function decisionsFor(
  role: Role,
  { clearance: { message, ...clearance }, history }: ClearanceRecord,
): Pick<ClientPart, 'clearance' | 'clearanceHistory'> {
  if (role === 'office') return { clearance, clearanceHistory: [] };
  return {
    clearance: message === undefined ? clearance : { ...clearance, message },
    clearanceHistory: history,
  };
}

async function liveLink(database: Database, clientId: string, now: Date): Promise<Pick<ClientPart, 'link'>> {
  const link = await database
    .selectFrom('links')
    .select(['expires_at', 'exchanges_left'])
    .where('client_id', '=', clientId)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (link === undefined) return {};
  return { link: { expiresAt: link.expires_at.toISOString(), exchangesLeft: link.exchanges_left } };
}

/** A client as one role may see them. */
export async function clientPart(
  options: EndpointOptions,
  database: Database,
  clientId: string,
  role: Role,
): Promise<ClientPart> {
  const { practice, clock } = options;
  const now = clock();
  const record = (await clearancesOf(database, [clientId], practice, now)).get(clientId);
  const name = (await peopleOf(options, database, [clientId])).get(clientId)?.name;
  return {
    id: clientId,
    ...(name === undefined ? {} : { name }),
    hasOpenAlert: await hasOpenAlert(database, clientId),
    ...decisionsFor(role, record ?? NOTHING_DECIDED),
    ...(await liveLink(database, clientId, now)),
  };
}
