import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import { plainDate, uuid } from '../../../src/domain/untrusted.js';
import { clearanceNow, decisionsOf, hasPassed, type Clearance } from '../clearance.js';
import { inTransaction } from '../database.js';
import type { EndpointOptions } from '../endpoint.js';
import { makeLink } from '../links.js';
import { invalid, notAllowed, notFound, type FieldError } from '../problems.js';
import type { Role, Tables } from '../tables.js';
import { endOfDay } from '../zone.js';
import { addToLog } from './log.js';

/** A prescriber's decision as the staff side sends it. */
export const decisionRequest = z.object({
  status: z.enum(['cleared', 'on-hold', 'talk-to-us', 'in-review']),
  validUntil: z.optional(plainDate),
  message: z.optional(z.string().check(z.maxLength(2000))),
  /** How many dosing sessions a clearance is good for, from now on. */
  dosings: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
});

type DecisionRequest = z.infer<typeof decisionRequest>;

async function requireClient(transaction: Transaction<Tables>, id: string): Promise<void> {
  const known = uuid.safeParse(id).success
    ? await transaction.selectFrom('clients').select('id').where('id', '=', id).executeTakeFirst()
    : undefined;
  if (known === undefined) throw notFound();
}

function dateErrors({ status, validUntil }: DecisionRequest, timeZone: string, now: Date): FieldError[] {
  const pointer = '/validUntil';
  if (validUntil === undefined) {
    const detail = 'A clearance needs the last day that it is valid.';
    return status === 'cleared' ? [{ pointer, code: 'required', detail }] : [];
  }
  if (endOfDay(validUntil, timeZone) === undefined) {
    return [{ pointer, code: 'no-such-date', detail: 'There is no such day.' }];
  }
  return hasPassed(validUntil, timeZone, now)
    ? [{ pointer, code: 'date-in-past', detail: 'That day has passed.' }]
    : [];
}

/** `cleared until 2027-05-22 for 4` */
const inWords = ({ status, validUntil, dosings }: DecisionRequest): string =>
  [
    status,
    ...(validUntil === undefined ? [] : [`until ${validUntil}`]),
    ...(status === 'cleared' && dosings !== undefined ? [`for ${dosings}`] : []),
  ].join(' ');

/**
 * Adds a decision to a client's clearance; earlier ones stay.
 *
 * @throws Refusal 403 for anyone but the prescriber, 404, 422.
 */
export async function decide(
  options: EndpointOptions,
  clientId: string,
  role: Role,
  request: DecisionRequest,
): Promise<Clearance> {
  if (role !== 'prescriber') throw notAllowed('Clearance is the prescriber’s to give.');
  const { database, practice, clock } = options;
  const now = clock();
  return inTransaction(database, async (transaction) => {
    await requireClient(transaction, clientId);
    const errors = dateErrors(request, practice.timeZone, now);
    if (errors.length > 0) throw invalid(errors);
    const { status, validUntil } = request;
    const message = request.message?.trim() ?? '';
    await transaction
      .insertInto('clearance_decisions')
      .values({
        client_id: clientId,
        status,
        valid_until: validUntil ?? null,
        message: message === '' ? null : message,
        dosings: status === 'cleared' ? (request.dosings ?? null) : null,
        set_by: role,
        set_at: now,
      })
      .execute();
    const detail = inWords(request);
    await addToLog(transaction, { at: now, role, action: 'clearance-set', clientId, detail });
    const [newest] = (await decisionsOf(transaction, [clientId])).get(clientId) ?? [];
    return clearanceNow(newest, { hasIntake: true, timeZone: practice.timeZone, now });
  });
}

/**
 * Makes a client's personal link. Its code stands in the fragment, which browsers send to nobody.
 *
 * @throws Refusal 404.
 */
export async function invite(
  options: EndpointOptions,
  clientId: string,
  role: Role,
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  const { database, clock, random, pageUrl } = options;
  const now = clock();
  return inTransaction(database, async (transaction) => {
    await requireClient(transaction, clientId);
    const { code, expiresAt } = await makeLink(transaction, clientId, now, random);
    await addToLog(transaction, { at: now, role, action: 'link-made', clientId });
    return { url: `${pageUrl}#kap=${code}`, expiresAt: expiresAt.toISOString() };
  });
}
