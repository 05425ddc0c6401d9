import { uuid } from '../../../src/domain/untrusted.js';
import { titleOfForm } from '../check-intake.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { historyOf, standingOfConsent } from '../consent-history.js';
import { currentDocument, findDocument } from '../consents.js';
import { plansOf, type StoredPlan } from '../plans.js';
import { notFound } from '../problems.js';
import type { Role } from '../tables.js';
import { alertsOf, type StaffAlert } from './alerts.js';
import { staffBookings, type StaffBooking } from './bookings.js';
import { clientPart, type ClientPart } from './client-part.js';
import type { SignedRecord } from './consents.js';
import { addToLog } from './log.js';

interface Received {
  readonly submissionId: string;
  readonly reference: string;
}

/** Everything that stands about a client, in one view. */
export interface ClientDetail {
  readonly client: ClientPart;
  readonly alerts: readonly StaffAlert[];
  readonly intakes: readonly (Received & {
    readonly questionnaire: string;
    /** The form's, where it is known still. */
    readonly title?: string;
    readonly version: string;
    readonly receivedAt: string;
  })[];
  readonly consents: readonly (Received & {
    /** Which text it was; the office is told no more than that something was signed, and how it stands. */
    readonly id?: string;
    readonly version?: string;
    readonly title?: string;
    /** When the endpoint received it. */
    readonly signedAt: string;
    /** Whether it is the version that clients are asked to sign now. */
    readonly isCurrent: boolean;
    readonly status: SignedRecord['status'];
  })[];
  readonly bookings: readonly StaffBooking[];
  /** Every plan that was agreed, newest first: the first holds. */
  readonly plans: readonly StoredPlan[];
}

async function intakesOf(
  options: EndpointOptions,
  database: Database,
  clientId: string,
): Promise<ClientDetail['intakes']> {
  const rows = await database
    .selectFrom('submissions')
    .select(['id', 'act', 'reference', 'received_at'])
    .where('client_id', '=', clientId)
    .where('kind', '=', 'intake')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, act, reference, received_at }) => {
    if (!('questionnaire' in act)) return [];
    const { id: questionnaire, version } = act.questionnaire;
    const title = titleOfForm(options, act.questionnaire);
    const receivedAt = received_at.toISOString();
    return [
      {
        submissionId: id,
        questionnaire,
        ...(title === undefined ? {} : { title }),
        version,
        reference,
        receivedAt,
      },
    ];
  });
}

async function consentsOf(
  options: EndpointOptions,
  database: Database,
  clientId: string,
  role: Role,
): Promise<ClientDetail['consents']> {
  const history = await historyOf(database, clientId);
  return history.consents.map((row) => {
    const { submission_id: submissionId, document_id: id, version, locale, reference } = row;
    const { status } = standingOfConsent(row, history, options);
    return {
      submissionId,
      ...(role === 'office'
        ? {}
        : { id, version, title: findDocument(options.consents, { id, version, locale })?.title ?? id }),
      reference,
      signedAt: row.received_at.toISOString(),
      isCurrent: currentDocument(options, id)?.version === version,
      status: row.erased_at === null ? status : 'erased',
    };
  });
}

/** The office sees what is agreed now; what stood before and what was written to the client is the clinicians'. */
async function plansFor(database: Database, clientId: string, role: Role): Promise<readonly StoredPlan[]> {
  const plans = await plansOf(database, clientId);
  if (role !== 'office') return plans;
  return plans.slice(0, 1).map((stored) => ({ ...stored, plan: { sessions: stored.plan.sessions } }));
}

/**
 * One client's state. The read is logged first; where it can't be, nothing is read.
 *
 * @throws Refusal 404.
 */
export async function readClient(options: EndpointOptions, id: string, role: Role): Promise<ClientDetail> {
  if (!uuid.safeParse(id).success) throw notFound();
  return inTransaction(options.database, async (database) => {
    const known = await database.selectFrom('clients').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) throw notFound();
    await addToLog(database, { at: options.clock(), role, action: 'client-read', clientId: id });
    return {
      client: await clientPart(options, database, id, role),
      alerts: await alertsOf(options, database, id, role),
      intakes: await intakesOf(options, database, id),
      consents: await consentsOf(options, database, id, role),
      bookings: await staffBookings(options, database, role, (where) => where('bookings.client_id', '=', id)),
      plans: await plansFor(database, id, role),
    };
  });
}
