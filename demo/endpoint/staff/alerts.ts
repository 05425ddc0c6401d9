import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import type {
  CallBack,
  CallRequest,
  SafetyAlertSubmission,
} from '../../../src/domain/submission/envelope.js';
import { asksAboutSafety, safetyItems } from '../../../src/domain/questionnaire/safety.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { callBackIn } from '../call-wanted.js';
import { titleOfForm } from '../check-intake.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound, Refusal } from '../problems.js';
import type { AlertKind, Role, Tables } from '../tables.js';
import { addToLog } from './log.js';
import { peopleOf } from './people.js';
import { readStored, type Stored } from './stored.js';

/** Somebody of the practice who did something about it. */
export interface Deed {
  readonly by: Role;
  readonly at: string;
}

/** What was said; the answer as it was given. */
export type AlertContent = Pick<
  SafetyAlertSubmission['content'],
  'item' | 'question' | 'answer' | 'place'
> & {
  /** Whether no published form asks this, so that the words of the question are whoever's sent it. */
  readonly isUnpublished?: true;
};

/** What a person has to answer, as one role may see it. */
export interface StaffAlert {
  /** Of the submission. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly reference: string;
  readonly receivedAt: string;
  readonly client: { readonly id: string; readonly name?: string };
  /** Not for the office. */
  readonly content?: AlertContent;
  readonly contact?: CallBack;
  /** Of a call that was asked for: why, where they say so. */
  readonly reason?: CallRequest['reason'];
  /** What a wish is about. Not for the office. */
  readonly about?: CallRequest['about'];
  readonly taken?: Deed;
  readonly done?: Deed;
}

export const alertDeed = z.object({ deed: z.enum(['take', 'finish']) });

type AlertRow = Selectable<Tables['alerts']> & { readonly reference: string; readonly body: Buffer };

const alertRows = (database: Database) =>
  database
    .selectFrom('alerts')
    .innerJoin('submissions', 'submissions.id', 'alerts.submission_id')
    .selectAll('alerts')
    .select(['submissions.reference', 'submissions.body']);

/**
 * With the question in the words of a published form that asks it: staff must be able to trust that they are the form's.
 * Of several versions, those that were sent where one of them has these, else the newest.
 */
function inPublishedWords(content: AlertContent, forms: EndpointOptions['forms']): AlertContent {
  const asked = forms
    .flatMap(({ item }) => safetyItems(item))
    .filter(({ linkId }) => linkId === content.item)
    .map(({ text }) => text);
  const question = asked.find((text) => text === content.question) ?? asked.at(-1);
  return question === undefined ? { ...content, isUnpublished: true } : { ...content, question };
}

/** A call that was asked for, or a wish that was noted for later. */
function callFor(
  role: Role,
  { phone, safeTimes, reason, about }: CallRequest,
): Pick<StaffAlert, 'contact' | 'reason' | 'about'> {
  return {
    ...(phone === undefined ? {} : { contact: { phone, ...(safeTimes === undefined ? {} : { safeTimes }) } }),
    ...(reason === undefined ? {} : { reason }),
    ...(about === undefined || role === 'office' ? {} : { about }),
  };
}

/**
 * What a role may read of it. Whoever may call gets the number with the times at which it is safe to call: one without
 * the other could do harm.
 */
export function alertFor(
  role: Role,
  submission: Stored,
  { forms }: EndpointOptions,
): Pick<StaffAlert, 'content' | 'contact' | 'reason' | 'about'> {
  if (submission.kind === 'call-request') return callFor(role, submission.content);
  if (submission.kind === 'intake') {
    const contact = callBackIn(submission.content.response);
    return contact ? { contact } : {};
  }
  if (submission.kind !== 'safety-alert') return {};
  const { contact, ...said } = submission.content;
  const content = inPublishedWords(said, forms);
  return { ...(role === 'office' ? {} : { content }), ...(contact ? { contact } : {}) };
}

const deedOf = (by: Role | null, at: Date | null): Deed | undefined =>
  by === null || at === null ? undefined : { by, at: at.toISOString() };

function staffAlert(
  row: AlertRow,
  name: string | undefined,
  role: Role,
  options: EndpointOptions,
): StaffAlert {
  const taken = deedOf(row.taken_by, row.taken_at);
  const done = deedOf(row.done_by, row.done_at);
  return {
    id: row.submission_id,
    kind: row.kind,
    reference: row.reference,
    receivedAt: row.received_at.toISOString(),
    client: { id: row.client_id, ...(name === undefined ? {} : { name }) },
    ...alertFor(role, readStored(row.body), options),
    ...(taken ? { taken } : {}),
    ...(done ? { done } : {}),
  };
}

/** Logs who reads these, each once for a role: a list that is looked at all day must not bury the log. */
async function logReads(
  { clock }: EndpointOptions,
  database: Database,
  rows: readonly AlertRow[],
  role: Role,
): Promise<void> {
  if (rows.length === 0) return;
  const references = rows.map(({ reference }) => reference);
  const logged = await database
    .selectFrom('staff_log')
    .select('reference')
    .where('action', '=', 'alert-read')
    .where('role', '=', role)
    .where('reference', 'in', references)
    .execute();
  const known = new Set(logged.map(({ reference }) => reference));
  for (const { reference, client_id: clientId } of rows)
    if (!known.has(reference))
      await addToLog(database, { at: clock(), role, action: 'alert-read', reference, clientId });
}

/** Alerts as a role may see them. Each first read is logged; where it can't be, nothing is read. */
async function readRows(
  options: EndpointOptions,
  database: Database,
  rows: readonly AlertRow[],
  role: Role,
): Promise<readonly StaffAlert[]> {
  await logReads(options, database, rows, role);
  const people = await peopleOf(options, database, [...new Set(rows.map((row) => row.client_id))]);
  return rows.map((row) => staffAlert(row, people.get(row.client_id)?.name, role, options));
}

/** The titles of the forms whose questions about safety are not asked, for want of somebody to answer to them. */
function leftOut(options: EndpointOptions): readonly string[] {
  if (options.practice.safety.responsePlan !== undefined) return [];
  const asking = options.forms.filter(({ item }) => asksAboutSafety(item));
  return [...new Set(asking.map((form) => titleOfForm(options, form) ?? form.title))];
}

/** Everything that nobody has marked done: safety alerts before calls that were asked for, the oldest first. */
export async function openAlerts(
  options: EndpointOptions,
  role: Role,
): Promise<{ readonly alerts: readonly StaffAlert[]; readonly leftOut: readonly string[] }> {
  return inTransaction(options.database, async (database) => {
    const rows = await alertRows(database)
      .where('alerts.done_at', 'is', null)
      .orderBy((each) => each.case().when('alerts.kind', '=', 'safety-alert').then(0).else(1).end())
      .orderBy('alerts.received_at')
      .orderBy('alerts.submission_id')
      .execute();
    return { alerts: await readRows(options, database, rows, role), leftOut: leftOut(options) };
  });
}

/** One client's alerts and requests for a call, the newest first. */
export async function alertsOf(
  options: EndpointOptions,
  database: Database,
  clientId: string,
  role: Role,
): Promise<readonly StaffAlert[]> {
  const rows = await alertRows(database)
    .where('alerts.client_id', '=', clientId)
    .orderBy('alerts.received_at', 'desc')
    .orderBy('alerts.submission_id')
    .execute();
  return readRows(options, database, rows, role);
}

/** @throws Refusal 404 */
export async function readAlert(options: EndpointOptions, id: string, role: Role): Promise<StaffAlert> {
  if (!uuid.safeParse(id).success) throw notFound();
  return inTransaction(options.database, async (database) => {
    const rows = await alertRows(database).where('alerts.submission_id', '=', id).execute();
    const [alert] = await readRows(options, database, rows, role);
    if (alert === undefined) throw notFound();
    return alert;
  });
}

/** @throws Refusal 403, 409 */
function requireOpen({ kind, done_at }: Selectable<Tables['alerts']>, role: Role): void {
  if (kind === 'safety-alert' && role === 'office')
    throw notAllowed(
      'A safety alert is for the prescriber or the therapist. Please make sure that one of them has seen it.',
    );
  if (done_at !== null) throw new Refusal(409, 'kap:not-allowed', 'This is marked done already.');
}

/**
 * Takes something over, also from somebody else, or marks it done. Both are logged.
 *
 * @throws Refusal 404; 403 for a safety alert and the office; 409 once it is done.
 */
export async function actOnAlert(
  options: EndpointOptions,
  id: string,
  role: Role,
  { deed }: z.infer<typeof alertDeed>,
): Promise<StaffAlert> {
  if (!uuid.safeParse(id).success) throw notFound();
  const now = options.clock();
  return inTransaction(options.database, async (transaction) => {
    const row = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('submission_id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    requireOpen(row, role);
    await transaction
      .updateTable('alerts')
      .set(deed === 'take' ? { taken_by: role, taken_at: now } : { done_by: role, done_at: now })
      .where('submission_id', '=', id)
      .execute();
    const changed = await alertRows(transaction)
      .where('alerts.submission_id', '=', id)
      .executeTakeFirstOrThrow();
    const { reference, client_id: clientId } = changed;
    const action = deed === 'take' ? 'alert-taken' : 'alert-done';
    await addToLog(transaction, { at: now, role, action, reference, clientId });
    const people = await peopleOf(options, transaction, [clientId]);
    return staffAlert(changed, people.get(clientId)?.name, role, options);
  });
}
