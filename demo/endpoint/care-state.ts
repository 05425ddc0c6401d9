import { agreedBlocks } from '../../src/domain/consent/agreed.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import { clearanceForClient, clearanceOf, dosingLeft, type ClearanceRecord } from './clearance.js';
import { consentsForClient, historyOf } from './consent-history.js';
import type { Database } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import { planOf } from './plans.js';
import { bookingFrom } from './scheduling/bookings.js';
import { quietUntil } from './scheduling/quiet.js';
import { readStored } from './staff/stored.js';

/** What decides about sessions. */
export type Standing = Pick<CareState, 'clearance' | 'consents'>;

const DAY_MS = 86_400_000;
/** For so long a client is shown what was cancelled. */
const CANCELLED_SHOWN_DAYS = 30;
/** As many as a care state may hold. */
const MOST_BOOKINGS = 500;

async function intakesOf(database: Database, clientId: string): Promise<CareState['intakes']> {
  const rows = await database
    .selectFrom('submissions')
    .select(['act', 'reference', 'received_at'])
    .where('client_id', '=', clientId)
    .where('kind', '=', 'intake')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ act, reference, received_at }) =>
    'questionnaire' in act
      ? [
          {
            questionnaire: act.questionnaire.id,
            version: act.questionnaire.version,
            reference,
            receivedAt: received_at.toISOString(),
          },
        ]
      : [],
  );
}

/** What a client that we don't know looks like: exactly like one that has sent nothing yet. */
const stranger: Standing = { clearance: { status: 'not-started' }, consents: [] };

/** The same of a client whose record was read already. */
export async function standingBy(
  options: EndpointOptions,
  database: Database,
  clientId: string,
  { clearance }: ClearanceRecord,
): Promise<Standing> {
  const left = await dosingLeft(database, clientId, clearance, options.clock());
  return {
    clearance: {
      ...clearanceForClient(clearance, options.practice.timeZone),
      ...(left === undefined ? {} : { dosingLeft: left }),
    },
    consents: consentsForClient(await historyOf(database, clientId), options),
  };
}

/** A client's clearance and what they have signed. */
export async function standingOf(
  options: EndpointOptions,
  database: Database,
  clientId: string | undefined,
): Promise<Standing> {
  if (clientId === undefined) return stranger;
  const record = await clearanceOf(database, clientId, options.practice, options.clock());
  return standingBy(options, database, clientId, record);
}

async function bookingsOf(options: EndpointOptions, clientId: string): Promise<CareState['bookings']> {
  const { database, practice, clock } = options;
  const now = clock();
  const record = await clearanceOf(database, clientId, practice, now);
  const rows = await database
    .selectFrom('bookings')
    .selectAll()
    .where('client_id', '=', clientId)
    .where((where) =>
      where.or([
        where('status', '<>', 'cancelled'),
        where('changed_at', '>', new Date(now.getTime() - CANCELLED_SHOWN_DAYS * DAY_MS)),
      ]),
    )
    .orderBy('start_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_BOOKINGS)
    .execute();
  return rows.reverse().map((row) => bookingFrom(row, record, options, now));
}

/** What a client has signed, each with the parts that they said yes to: those they can take back by themselves. */
async function consentsWithChoices(
  database: Database,
  clientId: string,
  consents: CareState['consents'],
): Promise<CareState['consents']> {
  const rows = await database
    .selectFrom('consents')
    .innerJoin('submissions', 'submissions.id', 'consents.submission_id')
    .select(['consents.record_digest', 'submissions.body'])
    .where('consents.client_id', '=', clientId)
    .where('consents.erased_at', 'is', null)
    .execute();
  const agreed = new Map(
    rows.flatMap(({ record_digest, body }) => {
      const stored = readStored(body);
      return stored.kind === 'consent' ? [[record_digest, agreedBlocks(stored.content.record)] as const] : [];
    }),
  );
  return consents.map((consent) => {
    const blocks = agreed.get(consent.recordDigest ?? '');
    return blocks === undefined ? consent : { ...consent, agreed: [...blocks] };
  });
}

/** Everything that one client may know of where they stand. */
export async function careStateOf(
  options: EndpointOptions,
  clientId: string | undefined,
): Promise<CareState> {
  const { database } = options;
  const standing = await standingOf(options, database, clientId);
  if (clientId === undefined) return { schema: 'kap/care/1', intakes: [], ...standing, bookings: [] };
  const quiet = await quietUntil(options, database, clientId);
  const agreed = await planOf(database, clientId);
  return {
    schema: 'kap/care/1',
    intakes: await intakesOf(database, clientId),
    ...standing,
    consents: await consentsWithChoices(database, clientId, standing.consents),
    ...(agreed === undefined ? {} : { plan: agreed.plan }),
    bookings: await bookingsOf(options, clientId),
    ...(quiet === undefined ? {} : { quietUntil: quiet.toISOString() }),
  };
}
