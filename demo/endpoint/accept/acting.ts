import type { Transaction } from 'kysely';
import type { EndpointOptions } from '../endpoint.js';
import type { Tables } from '../tables.js';

/** The transaction that a submission is stored in, and whose it is. */
export interface Acting {
  readonly transaction: Transaction<Tables>;
  readonly clientId: string;
  readonly now: Date;
  readonly options: EndpointOptions;
}
