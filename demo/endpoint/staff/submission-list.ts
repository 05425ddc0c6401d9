import { sql } from 'kysely';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import type { Submission } from '../../../src/domain/submission/envelope.js';
import { titleOfForm } from '../check-intake.js';
import { clearancesOf, type Clearance } from '../clearance.js';
import { findDocument } from '../consents.js';
import type { Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import type { Role } from '../tables.js';
import { PAGE_SIZE, readCursor, writeCursor } from './cursor.js';
import { peopleOf } from './people.js';

/** A line of the list. */
export interface SubmissionSummary {
  readonly id: string;
  readonly kind: Submission['kind'];
  readonly reference: string;
  readonly receivedAt: string;
  /** A form's, or that of the document that was signed or taken back, which the office is not told. */
  readonly title?: string;
  /** What was taken back of a consent. Not for the office; nor where it was erased. */
  readonly scope?: string;
  /** The kinds of session that were asked for. */
  readonly sessions?: readonly SessionKindId[];
  /** How many sessions were given up. */
  readonly cancelled?: number;
  readonly client: { readonly id: string; readonly name?: string };
  readonly clearance: Pick<Clearance, 'status'>;
  readonly readByPrescriberAt?: string;
}

const READING = ['history-read', 'consent-read', 'booking-read'] as const;

async function firstReads(
  database: Database,
  references: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (references.length === 0) return new Map();
  const rows = await database
    .selectFrom('staff_log')
    .select((expression) => ['reference', expression.fn.min('at').as('at')])
    .where('action', 'in', READING)
    .where('role', '=', 'prescriber')
    .where('reference', 'in', references)
    .groupBy('reference')
    .execute();
  return new Map(rows.map((row) => [row.reference ?? '', row.at]));
}

/** What the documents are called that these withdrawals take back, by the withdrawal's id. */
async function titlesTakenBack(
  options: EndpointOptions,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await options.database
    .selectFrom('withdrawals')
    .innerJoin('consents', 'consents.submission_id', 'withdrawals.consent_id')
    .select(['withdrawals.submission_id', 'consents.document_id', 'version', 'locale'])
    .where('withdrawals.submission_id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ submission_id, document_id: id, version, locale }) => [
      submission_id,
      findDocument(options.consents, { id, version, locale })?.title ?? id,
    ]),
  );
}

/** What a line says of a submission beside whose it is; nothing of its content. */
function aboutOf(
  act: Submission['act'],
  options: EndpointOptions,
  takenBack: string | undefined,
  role: Role,
): Pick<SubmissionSummary, 'title' | 'scope' | 'sessions' | 'cancelled'> {
  if ('questionnaire' in act) {
    const title = titleOfForm(options, act.questionnaire);
    return title === undefined ? {} : { title };
  }
  // The office is told no more than that something was signed or taken back.
  if (('document' in act || 'scope' in act) && role === 'office') return {};
  if ('document' in act)
    return { title: findDocument(options.consents, act.document)?.title ?? act.document.id };
  if ('scope' in act)
    return {
      ...(takenBack === undefined ? {} : { title: takenBack }),
      ...(act.scope === 'erased' ? {} : { scope: act.scope }),
    };
  if (!('sessions' in act)) return {};
  const sessions = act.sessions.map(({ kind }) => kind);
  return 'cancel' in act ? { sessions, cancelled: new Set(act.cancel).size } : { sessions };
}

/** One page of what was received, newest first. */
export async function listSubmissions(
  options: EndpointOptions,
  cursor: string | undefined,
  role: Role,
): Promise<{ readonly submissions: readonly SubmissionSummary[]; readonly next?: string }> {
  const { database, practice, clock } = options;
  const from = readCursor(cursor, /^[0-9a-f-]{36}$/);
  const rows = await database
    .selectFrom('submissions')
    .select(['id', 'kind', 'act', 'reference', 'received_at', 'client_id'])
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(received_at, id) < (${from?.at}, ${from?.id}::uuid)`),
    )
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const page = rows.slice(0, PAGE_SIZE);
  const clientIds = [...new Set(page.map((row) => row.client_id))];
  const clearances = await clearancesOf(database, clientIds, practice, clock());
  const people = await peopleOf(options, database, clientIds);
  const takenBack = await titlesTakenBack(
    options,
    page.flatMap(({ id, kind }) => (kind === 'consent-withdrawal' ? id : [])),
  );
  const reads = await firstReads(
    database,
    page.map((row) => row.reference),
  );
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    submissions: page.map((row) => {
      const name = people.get(row.client_id)?.name;
      const readAt = reads.get(row.reference);
      return {
        id: row.id,
        kind: row.kind,
        reference: row.reference,
        receivedAt: row.received_at.toISOString(),
        ...aboutOf(row.act, options, takenBack.get(row.id), role),
        client: { id: row.client_id, ...(name === undefined ? {} : { name }) },
        clearance: { status: clearances.get(row.client_id)?.clearance.status ?? 'not-started' },
        ...(readAt === undefined ? {} : { readByPrescriberAt: readAt.toISOString() }),
      };
    }),
    ...(last === undefined ? {} : { next: writeCursor({ at: last.received_at, id: last.id }) }),
  };
}
