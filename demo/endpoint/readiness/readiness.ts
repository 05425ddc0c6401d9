import type { Selectable } from 'kysely';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import type { Readiness } from '../../../src/domain/scheduling/sessions.js';
import type { Questionnaire } from '../../../src/domain/questionnaire/questionnaire.js';
import type { Database } from '../database.js';
import { readinessWindow } from '../scheduling/rules.js';
import type { Role, Tables } from '../tables.js';
import type { ReadinessReason } from './judge.js';

const HOUR_MS = 3_600_000;

type FormRow = Selectable<Tables['readiness_forms']>;
type ReleaseRow = Selectable<Tables['readiness_releases']>;
type SessionRow = Pick<Selectable<Tables['bookings']>, 'id' | 'kind' | 'start_at'>;

/** What is known of one client's getting ready for sessions. */
export interface ReadinessRecord {
  /** Newest first, both. */
  readonly forms: readonly FormRow[];
  readonly releases: readonly ReleaseRow[];
  /** The sessions that such forms are for, without cancelled ones. */
  readonly sessions: readonly SessionRow[];
}

export const NOTHING_SENT: ReadinessRecord = { forms: [], releases: [], sessions: [] };

/** What these clients have sent before their sessions, and what was released. */
export async function readinessRecords(
  database: Database,
  clientIds: readonly string[],
  { sessionKinds }: PracticeProfile,
): Promise<ReadonlyMap<string, ReadinessRecord>> {
  const kinds = sessionKinds.flatMap(({ id, needs }) => (needs.readinessForm === undefined ? [] : [id]));
  if (kinds.length === 0 || clientIds.length === 0) return new Map();
  const forms = await database
    .selectFrom('readiness_forms')
    .selectAll()
    .where('client_id', 'in', clientIds)
    .orderBy('received_at', 'desc')
    .orderBy('submission_id', 'desc')
    .execute();
  const sessions = await database
    .selectFrom('bookings')
    .select(['id', 'kind', 'start_at', 'client_id'])
    .where('client_id', 'in', clientIds)
    .where('kind', 'in', kinds)
    .where('status', '<>', 'cancelled')
    .execute();
  const releases = await database
    .selectFrom('readiness_releases')
    .innerJoin('bookings', 'bookings.id', 'readiness_releases.booking_id')
    .selectAll('readiness_releases')
    .select('bookings.client_id')
    .where('bookings.client_id', 'in', clientIds)
    .orderBy('readiness_releases.id', 'desc')
    .execute();
  const own = <T extends { readonly client_id: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ client_id }) => client_id === id);
  return new Map(
    clientIds.map((id) => [
      id,
      { forms: own(forms, id), sessions: own(sessions, id), releases: own(releases, id) },
    ]),
  );
}

/** What a clinician finds in a form besides what the rules find. */
export type StaffReason = ReadinessReason | { readonly why: 'late'; readonly words: string };

/** How ready a client is for one session. */
export interface SessionReadiness {
  readonly formId: string;
  /** When the form is due: from then on, and at the latest. */
  readonly from: Date;
  readonly until: Date;
  readonly missing: Readiness['missing'];
  /** Whether the session is on hold by it. */
  readonly isHeld: boolean;
  readonly reasons: readonly StaffReason[];
  readonly form?: FormRow;
  readonly release?: ReleaseRow;
}

/**
 * The form that is for a session: the newest that came in within its time, or later and still before the session began.
 * It is for the client's next session of such a kind, and so not for one after another that begins in between.
 */
function formFor(
  row: SessionRow,
  { forms, sessions }: ReadinessRecord,
  { formId, from, at }: { readonly formId: string; readonly from: Date; readonly at: Date },
): FormRow | undefined {
  const isNext = (receivedAt: Date) =>
    !sessions.some(
      ({ id, kind, start_at }) =>
        id !== row.id && kind === row.kind && start_at > receivedAt && start_at < row.start_at,
    );
  return forms.find(
    ({ form_id, received_at }) =>
      form_id === formId &&
      received_at >= from &&
      received_at < row.start_at &&
      received_at <= at &&
      isNext(received_at),
  );
}

const LATE: StaffReason = { why: 'late', words: 'The form came in after it was due.' };

/**
 * How ready a client is for a session as of an instant, and no later than when it begins: what comes then changes
 * nothing about it. `undefined` where its kind needs no form.
 *
 * A form with reasons to look at it, or that came late, holds the session until a clinician releases it. What is simply
 * not there holds it from when it is due, where the practice's rule blocks.
 */
export function readinessOf(
  row: SessionRow,
  record: ReadinessRecord,
  practice: PracticeProfile,
  now: Date,
): SessionReadiness | undefined {
  const formId = practice.sessionKinds.find(({ id }) => id === row.kind)?.needs.readinessForm;
  if (formId === undefined) return undefined;
  const { fromHours, toHours, blocks } = readinessWindow(practice);
  const before = (hours: number) => new Date(row.start_at.getTime() - hours * HOUR_MS);
  const [from, until] = [before(fromHours), before(toHours)];
  const at = now < row.start_at ? now : row.start_at;
  const form = formFor(row, record, { formId, from, at });
  const release = record.releases.find(
    ({ booking_id, form_id, released_at }) =>
      booking_id === row.id && form_id === (form?.submission_id ?? null) && released_at <= at,
  );
  const due = { formId, from, until };
  const known = { ...(form === undefined ? {} : { form }), ...(release === undefined ? {} : { release }) };
  if (form === undefined) {
    const missing: Readiness['missing'] = release === undefined ? ['form'] : [];
    return { ...due, missing, isHeld: blocks && missing.length > 0 && at >= until, reasons: [], ...known };
  }
  const reasons: readonly StaffReason[] = [...form.reasons, ...(form.received_at > until ? [LATE] : [])];
  if (release !== undefined) return { ...due, missing: [], isHeld: false, reasons, ...known };
  const needsReview = reasons.length > 0;
  const missing = [...form.missing, ...(needsReview ? (['review'] as const) : [])];
  const isHeld = needsReview || (blocks && missing.length > 0 && at >= until);
  return { ...due, missing, isHeld, reasons, ...known };
}

/** The form of that id as clients are asked it now. */
const versionOf = (forms: readonly Questionnaire[], formId: string): string =>
  forms.findLast(({ id }) => id === formId)?.version ?? '';

/** What the client may know of it: what is missing, and never why. */
export const readinessForClient = (
  { formId, from, until, missing }: SessionReadiness,
  forms: readonly Questionnaire[],
): Readiness => ({
  form: { id: formId, version: versionOf(forms, formId) },
  from: from.toISOString(),
  until: until.toISOString(),
  missing: [...missing],
});

/** What the staff see beside what the client sees; reasons are the clinicians'. */
export interface StaffReadiness extends Readiness {
  readonly reasons?: readonly StaffReason[];
  /** The submission that it came with. */
  readonly submissionId?: string;
  readonly isReleased: boolean;
}

/** How ready a client is for a session, as one role may see it. */
export const readinessForStaff = (
  readiness: SessionReadiness,
  forms: readonly Questionnaire[],
  role: Role,
): StaffReadiness => ({
  ...readinessForClient(readiness, forms),
  ...(role === 'office' ? {} : { reasons: readiness.reasons }),
  ...(readiness.form === undefined ? {} : { submissionId: readiness.form.submission_id }),
  isReleased: readiness.release !== undefined,
});
