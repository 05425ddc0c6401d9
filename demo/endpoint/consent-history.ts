import type { Selectable } from 'kysely';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { CareState, ConsentStatus } from '../../src/domain/practice/care-state.js';
import type { Hold } from './alerts.js';
import { changeSince, signedText } from './consents.js';
import type { Database } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import type { Tables } from './tables.js';

type WithReference<T> = T & { readonly reference: string };
export type ConsentRow = WithReference<Selectable<Tables['consents']>>;
export type WithdrawalRow = WithReference<Selectable<Tables['withdrawals']>>;

/** What a client has signed and taken back, each in the order it was received. */
export interface ConsentHistory {
  readonly consents: readonly ConsentRow[];
  readonly withdrawals: readonly WithdrawalRow[];
}

const NOTHING: ConsentHistory = { consents: [], withdrawals: [] };

/** The histories of these clients. */
export async function historiesOf(
  database: Database,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, ConsentHistory>> {
  if (clientIds.length === 0) return new Map();
  const consents = await database
    .selectFrom('consents')
    .innerJoin('submissions', 'submissions.id', 'consents.submission_id')
    .selectAll('consents')
    .select('submissions.reference')
    .where('consents.client_id', 'in', clientIds)
    .orderBy('consents.position')
    .execute();
  const withdrawals = await database
    .selectFrom('withdrawals')
    .innerJoin('submissions', 'submissions.id', 'withdrawals.submission_id')
    .selectAll('withdrawals')
    .select('submissions.reference')
    .where('withdrawals.client_id', 'in', clientIds)
    .orderBy('withdrawals.position')
    .execute();
  return new Map(
    clientIds.map((id) => [
      id,
      {
        consents: consents.filter((row) => row.client_id === id),
        withdrawals: withdrawals.filter((row) => row.client_id === id),
      },
    ]),
  );
}

/** The history of one client. */
export const historyOf = async (database: Database, clientId: string): Promise<ConsentHistory> =>
  (await historiesOf(database, [clientId])).get(clientId) ?? NOTHING;

const isLater = (one: { readonly position: string }, other: { readonly position: string }): boolean =>
  Number(one.position) > Number(other.position);

/**
 * What was taken back of a consent. Somebody who has signed a text twice and takes it back means both; what they sign
 * afterwards stands.
 */
export const withdrawalsOf = (
  consent: ConsentRow,
  { withdrawals }: ConsentHistory,
): readonly WithdrawalRow[] =>
  withdrawals.filter((each) => each.document_id === consent.document_id && isLater(each, consent));

/** Whether a withdrawal takes back all of it. What was erased with its consent counts as that: it brings nothing back. */
const isOfAll = ({ scope }: Pick<WithdrawalRow, 'scope'>): boolean =>
  ['everything', 'erased'].includes(scope);

type StandingOptions = Pick<EndpointOptions, 'consents' | 'practice' | 'clock'>;

/** How it is with a consent now. */
export interface ConsentStanding {
  readonly status: ConsentStatus;
  /** Where there is a newer text: what has changed since. */
  readonly change?: ConsentDocument['change'];
  /** Where it was signed for a time: the end of that. */
  readonly holdsUntil?: string;
}

export function standingOfConsent(
  consent: ConsentRow,
  history: ConsentHistory,
  options: StandingOptions,
): ConsentStanding {
  const { document_id: id, version, locale } = consent;
  const change = changeSince(options, { id, version, locale });
  const isWithdrawn = withdrawalsOf(consent, history).some(isOfAll);
  const hasEnded = consent.holds_until !== null && consent.holds_until <= options.clock();
  const status = change === undefined ? 'signed' : (`outdated-${change}` as const);
  return {
    status: isWithdrawn ? 'withdrawn' : hasEnded ? 'expired' : status,
    ...(change === undefined ? {} : { change }),
    ...(consent.holds_until === null ? {} : { holdsUntil: consent.holds_until.toISOString() }),
  };
}

/** What the client may know of it. Of what was erased nothing is said: it counts for nothing any more. */
export function consentsForClient(history: ConsentHistory, options: StandingOptions): CareState['consents'] {
  const kept = history.consents.filter(({ erased_at }) => erased_at === null);
  return kept.map((row) => {
    const { document_id: id, version, reference, received_at } = row;
    const title = signedText(options.consents, row)?.title;
    const withdrawn = withdrawalsOf(row, history).map((each) => ({
      scope: isOfAll(each) ? 'everything' : each.scope,
      at: each.received_at.toISOString(),
    }));
    return {
      id,
      version,
      ...standingOfConsent(row, history, options),
      signedAt: received_at.toISOString(),
      reference,
      recordDigest: row.record_digest,
      ...(title === undefined ? {} : { title }),
      ...(withdrawn.length === 0 ? {} : { withdrawn }),
    };
  });
}

/**
 * From when to when one of these documents, once signed, was not in force: taken back, erased or at its end, and not yet
 * signed again. That a newer text is published holds nothing that was booked before.
 */
export function holdsByConsents(
  { consents, withdrawals }: ConsentHistory,
  needed: readonly string[],
): readonly Hold[] {
  return needed.flatMap((id) => {
    const signed = consents.filter(({ document_id }) => document_id === id);
    const takenBack = withdrawals.filter((each) => each.document_id === id && isOfAll(each));
    const byWithdrawal = takenBack.map((each) => ({
      from: each.received_at,
      until: signed.find((consent) => consent.erased_at === null && isLater(consent, each))?.received_at,
    }));
    const kept = signed.find(({ erased_at }) => erased_at === null);
    const byErasure = signed.flatMap(({ erased_at: from }) =>
      from === null ? [] : [{ from, until: kept?.received_at }],
    );
    const byTerm = signed.flatMap((consent) => {
      const from = consent.holds_until;
      if (from === null) return [];
      const next = signed.find((each) => each.erased_at === null && isLater(each, consent));
      return next !== undefined && next.received_at <= from ? [] : [{ from, until: next?.received_at }];
    });
    return [...byWithdrawal, ...byErasure, ...byTerm];
  });
}
