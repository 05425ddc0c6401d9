import type { Selectable } from 'kysely';
import type { ConsentDocument } from '../../../src/domain/consent/document.js';
import type {
  BookingChangeSubmission,
  BookingSubmission,
  ConsentSubmission,
  ConsentWithdrawalSubmission,
  Contact,
  IntakeSubmission,
  Submission,
} from '../../../src/domain/submission/envelope.js';
import { uuid } from '../../../src/domain/untrusted.js';
import { findForm, titleOfForm } from '../check-intake.js';
import { findDocument } from '../consents.js';
import { inTransaction, type Database } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound } from '../problems.js';
import type { AlertKind, LogAction, Role, Tables } from '../tables.js';
import { alertFor } from './alerts.js';
import { clientPart, type ClientPart } from './client-part.js';
import { addToLog } from './log.js';
import { visibleTo } from './response.js';
import { readStored, receiptIn, type Tombstone } from './stored.js';

/** What the staff see of every submission. */
type Frame = Pick<Submission, 'id' | 'createdAt' | 'timeZone' | 'locale' | 'relatesTo'> & {
  readonly reference: string;
  readonly receivedAt: string;
  readonly client: ClientPart;
};

type IntakePart = Pick<IntakeSubmission, 'kind'> &
  ReturnType<typeof visibleTo> & {
    readonly questionnaire: IntakeSubmission['act']['questionnaire'];
    /** The form's, where it is known still. */
    readonly title?: string;
  };

/** Of what was signed or taken back: SHA-256 of the bytes as they came, and the receipt that was given. */
interface Proof {
  readonly digest: string;
  readonly receipt?: string;
}

type ConsentPart = Pick<ConsentSubmission, 'kind' | 'act'> &
  Proof & {
    readonly record: ConsentSubmission['content']['record'];
    /** The version that the record names, as it was published. */
    readonly published?: ConsentDocument;
  };

type WithdrawalPart = Pick<ConsentWithdrawalSubmission, 'kind' | 'act'> &
  Proof & {
    readonly record: ConsentWithdrawalSubmission['content']['record'];
  };

/** A consent of which the law left a tombstone. */
type ErasedPart = Proof & { readonly kind: 'consent-erased'; readonly erased: Tombstone };

type BookingPart = (
  Pick<BookingSubmission, 'kind' | 'act'> | Pick<BookingChangeSubmission, 'kind' | 'act'>
) & {
  readonly contact?: Contact;
  readonly note?: string;
};

type AlertPart = ReturnType<typeof alertFor> & { readonly kind: AlertKind };

/** A submission as one role may read it. */
export type SubmissionDetail =
  (Frame & Part) | (Pick<Frame, 'id' | 'reference' | 'receivedAt' | 'client'> & ErasedPart);

type Part = IntakePart | ConsentPart | WithdrawalPart | BookingPart | AlertPart;

const READING: Readonly<Record<Submission['kind'], LogAction>> = {
  intake: 'history-read',
  consent: 'consent-read',
  'consent-withdrawal': 'consent-read',
  booking: 'booking-read',
  'booking-change': 'booking-read',
  'call-request': 'alert-read',
  'safety-alert': 'alert-read',
};

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

/** What one role may read of the submission itself. */
function partFor(role: Role, submission: Submission, proof: Proof, options: EndpointOptions): Part {
  switch (submission.kind) {
    case 'intake': {
      const { kind, act, content } = submission;
      const { questionnaire } = act;
      const title = titleOfForm(options, questionnaire);
      const form = findForm(options.forms, questionnaire);
      return {
        kind,
        questionnaire,
        ...(title === undefined ? {} : { title }),
        ...visibleTo(role, content.response, form),
      };
    }
    case 'consent': {
      const { kind, act, content } = submission;
      const published = findDocument(options.consents, act.document);
      return { kind, act, record: content.record, ...proof, ...(published ? { published } : {}) };
    }
    case 'consent-withdrawal': {
      const { kind, act, content } = submission;
      return { kind, act, record: content.record, ...proof };
    }
    case 'booking': {
      const { kind, act, content } = submission;
      return {
        kind,
        act,
        ...(content?.contact ? { contact: content.contact } : {}),
        ...(content?.note === undefined ? {} : { note: content.note }),
      };
    }
    case 'booking-change': {
      const { kind, act } = submission;
      return { kind, act };
    }
    case 'call-request':
    case 'safety-alert':
      return { kind: submission.kind, ...alertFor(role, submission, options) };
  }
}

async function frameOf(
  { id, client_id: clientId, reference, received_at }: Selectable<Tables['submissions']>,
  submission: Submission,
  database: Database,
): Promise<Omit<Frame, 'client'>> {
  const { createdAt, timeZone, locale, relatesTo } = submission;
  return {
    id,
    reference,
    receivedAt: received_at.toISOString(),
    createdAt,
    timeZone,
    locale,
    relatesTo: await ownRelations(database, relatesTo, clientId),
  };
}

/**
 * One submission, as far as the role may read it. The read is logged first; where it can't be, nothing is read.
 *
 * @throws Refusal 404; 403 for a consent or a withdrawal and the office.
 */
export async function readSubmission(
  options: EndpointOptions,
  id: string,
  role: Role,
): Promise<SubmissionDetail> {
  if (!uuid.safeParse(id).success) throw notFound();
  const { clock } = options;
  return inTransaction(options.database, async (database) => {
    const row = await database.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw notFound();
    const { reference, client_id: clientId } = row;
    if ((row.kind === 'consent' || row.kind === 'consent-withdrawal') && role === 'office')
      throw notAllowed('What a client has signed is for the prescriber and the therapist.');
    await addToLog(database, { at: clock(), role, action: READING[row.kind], reference, clientId });
    const stored = readStored(row.body);
    const client = await clientPart(options, database, clientId, role);
    const receipt = receiptIn(row.answer_body);
    const proof: Proof = { digest: row.digest, ...(receipt === undefined ? {} : { receipt }) };
    if (stored.kind === 'erased') {
      const receivedAt = row.received_at.toISOString();
      return { id, reference, receivedAt, kind: 'consent-erased', erased: stored, ...proof, client };
    }
    return {
      ...(await frameOf(row, stored, database)),
      ...partFor(role, stored, proof, options),
      client,
    };
  });
}
