import { Hono } from 'hono';
import { careSessionRequest, type CareState } from '../../src/domain/practice/care-state.js';
import { parseBody, readBody, requireJson } from './body.js';
import { careTokenHash } from './care-token.js';
import { clearanceNow, decisionsOf } from './clearance.js';
import { clientOf } from './clients.js';
import type { EndpointOptions } from './endpoint.js';
import { exchangeCode } from './links.js';
import { fieldErrors, invalid } from './problems.js';
import { endOfDay } from './zone.js';

const MOST_BYTES = 4096;

async function intakesOf({ database }: EndpointOptions, clientId: string): Promise<CareState['intakes']> {
  const rows = await database
    .selectFrom('submissions')
    .select(['act', 'reference', 'received_at'])
    .where('client_id', '=', clientId)
    .where('kind', '=', 'intake')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map(({ act, reference, received_at }) => ({
    questionnaire: act.questionnaire.id,
    version: act.questionnaire.version,
    reference,
    receivedAt: received_at.toISOString(),
  }));
}

/** A client that we do not know looks exactly like one that has sent nothing yet. */
async function careStateOf(options: EndpointOptions, clientId: string | undefined): Promise<CareState> {
  const { database, practice, clock } = options;
  const intakes = clientId === undefined ? [] : await intakesOf(options, clientId);
  const decisions = clientId === undefined ? undefined : await decisionsOf(database, [clientId]);
  const newest = decisions?.get(clientId ?? '')?.[0];
  const facts = { hasIntake: intakes.length > 0, timeZone: practice.timeZone, now: clock() };
  const { status, validUntil, message } = clearanceNow(newest, facts);
  const until = validUntil === undefined ? undefined : endOfDay(validUntil, practice.timeZone);
  return {
    schema: 'kap/care/1',
    intakes,
    clearance: {
      status,
      ...(until === undefined ? {} : { validUntil: until.toISOString() }),
      ...(message === undefined ? {} : { message }),
    },
    consents: [],
    bookings: [],
  };
}

/** `GET care` and `POST care/session`: where one client stands, and how another browser of theirs gets to see it. */
export function careRoutes(options: EndpointOptions): Hono {
  const { database, clock } = options;
  const routes = new Hono();
  routes.get('/care', async (context) => {
    const clientId = await clientOf(database, careTokenHash(context.req.raw));
    return context.json(await careStateOf(options, clientId));
  });
  routes.post('/care/session', async (context) => {
    const request = context.req.raw;
    const bytes = await readBody(request, MOST_BYTES);
    requireJson(request);
    const tokenHash = careTokenHash(request);
    const parsed = careSessionRequest.safeParse(parseBody(bytes));
    if (!parsed.success) throw invalid(fieldErrors(parsed.error));
    const clientId = await exchangeCode(database, parsed.data.code, tokenHash, clock());
    return context.json(await careStateOf(options, clientId));
  });
  return routes;
}
