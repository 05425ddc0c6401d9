import { Hono } from 'hono';
import type { Transaction } from 'kysely';
import type { Acceptance } from '../../src/domain/submission/acceptance.js';
import { canonicalJson } from '../../src/domain/submission/canonical-json.js';
import {
  MAX_SUBMISSION_BYTES,
  submission as submissionSchema,
  type Submission,
} from '../../src/domain/submission/envelope.js';
import { uuid } from '../../src/domain/untrusted.js';
import { act, check } from './accept/act.js';
import { isAnnounced } from './accept/alert.js';
import { receiptFor } from './accept/receipt.js';
import { slotTaken } from './accept/sessions.js';
import { parseBody, readBody, requireJson } from './body.js';
import { refreshCalendars } from './calendar/refresh.js';
import { careTokenHash } from './care-token.js';
import { clientOf, openClient } from './clients.js';
import { inTransaction } from './database.js';
import type { EndpointOptions } from './endpoint.js';
import { sha256, newId } from './ports.js';
import { fieldErrors, invalid, notAllowed, Refusal, unreadable } from './problems.js';
import { newReference } from './reference.js';
import { SlotTaken } from './scheduling/take-slots.js';
import type { Tables } from './tables.js';
import { isTimeZone } from './zone.js';

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Posted {
  readonly id: string;
  readonly tokenHash: string;
  readonly bytes: Buffer;
  readonly digest: string;
}

/** The id that the header names, in quotes as a structured header's string is. */
function idempotencyKey(request: Request): string {
  const key = /^"([^"]*)"$/.exec(request.headers.get('idempotency-key') ?? '')?.[1];
  const id = uuid.safeParse(key);
  if (!id.success) throw unreadable('The header Idempotency-Key must hold the submission’s id in quotes.');
  return id.data;
}

/**
 * What was answered when this id came before. Looked up before anything is checked, so that a retry after a lost
 * reply is never refused; kept as long as the submission is, which is longer than the 30 days of the contract.
 */
async function earlierAnswer(posted: Posted, { database }: EndpointOptions): Promise<Answer | undefined> {
  const stored = await database
    .selectFrom('submissions')
    .select(['client_id', 'token_hash', 'digest', 'answer_status', 'answer_body'])
    .where('id', '=', posted.id)
    .executeTakeFirst();
  if (stored === undefined) return undefined;
  const isTheirs =
    stored.token_hash === posted.tokenHash ||
    stored.client_id === (await clientOf(database, posted.tokenHash));
  if (!isTheirs) throw notAllowed('This can’t be sent with this care token.');
  if (stored.digest !== posted.digest) {
    throw new Refusal(422, 'kap:key-reused', 'Something else was received under this id before.');
  }
  return { status: stored.answer_status, body: stored.answer_body };
}

/**
 * JSON that has a canonical form: `1e999` and half of a surrogate pair parse, and can't be written again.
 *
 * @throws Refusal 400.
 */
function parseSubmission(bytes: Buffer): unknown {
  const json = parseBody(bytes);
  try {
    canonicalJson(json);
  } catch {
    throw unreadable('This is not JSON.');
  }
  return json;
}

/** Reads and checks what was posted, beyond what the database alone can tell. */
async function readSubmission(posted: Posted, options: EndpointOptions): Promise<Submission> {
  const parsed = submissionSchema.safeParse(parseSubmission(posted.bytes));
  if (!parsed.success) throw invalid(fieldErrors(parsed.error));
  const submission = parsed.data;
  const { practice, clock } = options;
  const now = clock();
  if (submission.id !== posted.id) {
    throw invalid([
      { pointer: '/id', code: 'key-differs', detail: 'The id and the Idempotency-Key differ.' },
    ]);
  }
  if (submission.practice !== practice.id) {
    const detail = 'This belongs to another practice.';
    throw invalid([{ pointer: '/practice', code: 'unknown-practice', detail }]);
  }
  if (submission.expiresAt !== undefined && Date.parse(submission.expiresAt) <= now.getTime()) {
    throw new Refusal(410, 'kap:expired', 'This came too late to act on.');
  }
  if (!isTimeZone(submission.timeZone)) {
    throw invalid([
      { pointer: '/timeZone', code: 'unknown-time-zone', detail: 'There is no such time zone.' },
    ]);
  }
  await check(submission, options, now);
  return submission;
}

async function refuseForeignRelations(
  transaction: Transaction<Tables>,
  relatesTo: readonly string[],
  clientId: string,
): Promise<void> {
  if (relatesTo.length === 0) return;
  const foreign = await transaction
    .selectFrom('submissions')
    .select('id')
    .where('id', 'in', relatesTo)
    .where('client_id', '<>', clientId)
    .executeTakeFirst();
  if (foreign !== undefined)
    throw notAllowed('This relates to something that was sent with another care token.');
}

/** Thrown to undo a transaction whose id or reference was taken. */
class Taken extends Error {
  override readonly name = 'Taken';
}

/** What the client says of how to reach them, for kinds that may hold it. */
const contactIn = (submission: Submission): string | null =>
  submission.kind === 'booking' && submission.content?.contact
    ? JSON.stringify(submission.content.contact)
    : null;

/**
 * The client, the submission and all that comes of it, its answer and the staff's notice, in one transaction.
 *
 * @throws Taken where the id or the reference stands already; nothing is written then.
 * @throws Refusal, SlotTaken where what it asks for can't be done; nothing is written then either.
 */
async function store(submission: Submission, posted: Posted, options: EndpointOptions): Promise<Answer> {
  const { database, clock, random } = options;
  const now = clock();
  const { id, digest, tokenHash } = posted;
  const receivedAt = now.toISOString();
  const receipt = await receiptFor(submission, receivedAt, await clientOf(database, tokenHash), options);
  const acceptance: Acceptance = {
    id,
    reference: newReference(random),
    receivedAt,
    digest,
    ...(receipt === undefined ? {} : { receipt }),
  };
  return inTransaction(database, async (transaction) => {
    let answer: Answer = { status: 201, body: JSON.stringify(acceptance) };
    const clientId = await openClient(transaction, tokenHash, now, random);
    await refuseForeignRelations(transaction, submission.relatesTo, clientId);
    // First of all, so that a second try under the same id waits here and then gets the first one's answer.
    const stored = await transaction
      .insertInto('submissions')
      .values({
        id,
        client_id: clientId,
        token_hash: tokenHash,
        kind: submission.kind,
        act: JSON.stringify(submission.act),
        contact: contactIn(submission),
        reference: acceptance.reference,
        body: posted.bytes,
        digest,
        answer_status: answer.status,
        answer_body: answer.body,
        received_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) throw new Taken();
    const bookings = await act(submission, { transaction, clientId, now, options });
    if (bookings.length > 0) {
      answer = { ...answer, body: JSON.stringify({ ...acceptance, bookings }) };
      await transaction
        .updateTable('submissions')
        .set({ answer_body: answer.body })
        .where('id', '=', id)
        .execute();
    }
    if (!(await isAnnounced(submission, { transaction, clientId, now, options })))
      await transaction
        .insertInto('notices')
        .values({
          id: newId(random),
          submission_id: id,
          created_at: now,
          attempts: 0,
          next_attempt_at: now,
          sent_at: null,
        })
        .execute();
    return answer;
  });
}

/** So many references may be taken before we stop and say that it can't be done now. */
const REFERENCES_TRIED = 5;

async function accept(submission: Submission, posted: Posted, options: EndpointOptions): Promise<Answer> {
  if ('sessions' in submission.act) await refreshCalendars(options);
  for (let tried = 1; ; tried++) {
    try {
      const answer = await store(submission, posted, options);
      options.onAccepted?.();
      return answer;
    } catch (error) {
      if (error instanceof SlotTaken && 'sessions' in submission.act) {
        const clientId = await clientOf(options.database, posted.tokenHash);
        throw await slotTaken(error, submission.act.sessions, options, clientId);
      }
      if (!(error instanceof Taken)) throw error;
      const earlier = await earlierAnswer(posted, options);
      if (earlier !== undefined) return earlier;
      if (tried === REFERENCES_TRIED) throw error;
    }
  }
}

/** `POST submissions`: every write that a client makes. */
export function submissionRoutes(options: EndpointOptions): Hono {
  const routes = new Hono();
  routes.post('/submissions', async (context) => {
    const request = context.req.raw;
    const bytes = await readBody(request, MAX_SUBMISSION_BYTES);
    requireJson(request);
    const tokenHash = careTokenHash(request);
    const posted: Posted = { id: idempotencyKey(request), tokenHash, bytes, digest: sha256(bytes) };
    const { status, body } =
      (await earlierAnswer(posted, options)) ??
      (await accept(await readSubmission(posted, options), posted, options));
    return new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
  });
  return routes;
}
