import { sql } from 'kysely';
import { submission as submissionSchema, type Submission } from '../../../src/domain/submission/envelope.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { findForm } from '../check-intake.js';
import { clearanceNow, decisionsOf, type Clearance, type Decision } from '../clearance.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notFound } from '../problems.js';
import type { Role } from '../tables.js';
import { PAGE_SIZE, readCursor, writeCursor } from './cursor.js';
import { addToLog } from './log.js';
import { nameIn, visibleTo } from './response.js';

/** A line of the list. */
export interface SubmissionSummary {
  readonly id: string;
  readonly kind: Submission['kind'];
  readonly reference: string;
  readonly receivedAt: string;
  readonly client: { readonly id: string; readonly name?: string };
  readonly clearance: Pick<Clearance, 'status'>;
  readonly readByPrescriberAt?: string;
}

/** A submission as one role may read it. */
export type SubmissionDetail = Pick<
  Submission,
  'id' | 'kind' | 'createdAt' | 'timeZone' | 'locale' | 'relatesTo'
> &
  ReturnType<typeof visibleTo> & {
    readonly reference: string;
    readonly receivedAt: string;
    readonly questionnaire: Submission['act']['questionnaire'];
    readonly client: {
      readonly id: string;
      readonly clearance: Clearance;
      readonly clearanceHistory: readonly Decision[];
      readonly link?: { readonly expiresAt: string; readonly exchangesLeft: number };
    };
  };

const readStored = (body: Buffer): Submission => submissionSchema.parse(JSON.parse(body.toString('utf8')));

async function firstReads(
  database: Database,
  references: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (references.length === 0) return new Map();
  const rows = await database
    .selectFrom('staff_log')
    .select((expression) => ['reference', expression.fn.min('at').as('at')])
    .where('action', '=', 'history-read')
    .where('role', '=', 'prescriber')
    .where('reference', 'in', references)
    .groupBy('reference')
    .execute();
  return new Map(rows.map((row) => [row.reference ?? '', row.at]));
}

/** One page of what was received, newest first. */
export async function listSubmissions(
  options: EndpointOptions,
  cursor: string | undefined,
): Promise<{ readonly submissions: readonly SubmissionSummary[]; readonly next?: string }> {
  const { database, forms, practice, clock } = options;
  const from = readCursor(cursor, /^[0-9a-f-]{36}$/);
  const rows = await database
    .selectFrom('submissions')
    .select(['id', 'kind', 'reference', 'received_at', 'client_id', 'body'])
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(received_at, id) < (${from?.at}, ${from?.id}::uuid)`),
    )
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const page = rows.slice(0, PAGE_SIZE);
  const decisions = await decisionsOf(database, [...new Set(page.map((row) => row.client_id))]);
  const reads = await firstReads(
    database,
    page.map((row) => row.reference),
  );
  const facts = { hasIntake: true, timeZone: practice.timeZone, now: clock() };
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    submissions: page.map((row) => {
      const { act, content } = readStored(row.body);
      const name = nameIn(content.response, findForm(forms, act.questionnaire));
      const readAt = reads.get(row.reference);
      return {
        id: row.id,
        kind: row.kind,
        reference: row.reference,
        receivedAt: row.received_at.toISOString(),
        client: { id: row.client_id, ...(name === undefined ? {} : { name }) },
        clearance: { status: clearanceNow(decisions.get(row.client_id)?.[0], facts).status },
        ...(readAt === undefined ? {} : { readByPrescriberAt: readAt.toISOString() }),
      };
    }),
    ...(last === undefined ? {} : { next: writeCursor({ at: last.received_at, id: last.id }) }),
  };
}

async function liveLink(
  database: Database,
  clientId: string,
  now: Date,
): Promise<SubmissionDetail['client']['link']> {
  const link = await database
    .selectFrom('links')
    .select(['expires_at', 'exchanges_left'])
    .where('client_id', '=', clientId)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return link && { expiresAt: link.expires_at.toISOString(), exchangesLeft: link.exchanges_left };
}

/** Those that are the same client's: a stranger's id in `relatesTo` must lead nowhere. */
async function ownRelations(
  database: Database,
  relatesTo: readonly string[],
  clientId: string,
): Promise<string[]> {
  if (relatesTo.length === 0) return [];
  const rows = await database
    .selectFrom('submissions')
    .select('id')
    .where('id', 'in', relatesTo)
    .where('client_id', '=', clientId)
    .execute();
  return relatesTo.filter((id) => rows.some((row) => row.id === id));
}

/** The office sees where a client stands; what was decided before and written to the client is the clinicians'. */
function decisionsFor(
  role: Role,
  { message, ...clearance }: Clearance,
  history: readonly Decision[],
): Pick<SubmissionDetail['client'], 'clearance' | 'clearanceHistory'> {
  if (role === 'office') return { clearance, clearanceHistory: [] };
  return {
    clearance: message === undefined ? clearance : { ...clearance, message },
    clearanceHistory: history,
  };
}

/**
 * One submission, as far as the role may read it. The read is logged first; where it can't be, nothing is read.
 *
 * @throws Refusal 404.
 */
export async function readSubmission(
  options: EndpointOptions,
  id: string,
  role: Role,
): Promise<SubmissionDetail> {
  if (!uuid.safeParse(id).success) throw notFound();
  const { forms, practice, clock } = options;
  const now = clock();
  return inTransaction(options.database, async (database) => {
    const row = await database.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw notFound();
    const { reference, client_id: clientId } = row;
    await addToLog(database, { at: now, role, action: 'history-read', reference, clientId });
    const submission = readStored(row.body);
    const { questionnaire } = submission.act;
    const history = (await decisionsOf(database, [clientId])).get(clientId) ?? [];
    const facts = { hasIntake: true, timeZone: practice.timeZone, now };
    const link = await liveLink(database, clientId, now);
    return {
      id: row.id,
      kind: row.kind,
      reference,
      receivedAt: row.received_at.toISOString(),
      createdAt: submission.createdAt,
      timeZone: submission.timeZone,
      locale: submission.locale,
      relatesTo: await ownRelations(database, submission.relatesTo, clientId),
      questionnaire,
      ...visibleTo(role, submission.content.response, findForm(forms, questionnaire)),
      client: {
        id: clientId,
        ...decisionsFor(role, clearanceNow(history[0], facts), history),
        ...(link === undefined ? {} : { link }),
      },
    };
  });
}
