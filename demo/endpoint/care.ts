import { Hono } from 'hono';
import { careSessionRequest } from '../../src/domain/practice/care-session.js';
import { parseBody, readBody, requireJson } from './body.js';
import { careStateOf } from './care-state.js';
import { careTokenHash } from './care-token.js';
import { clientOf } from './clients.js';
import type { EndpointOptions } from './endpoint.js';
import { exchangeCode } from './links.js';
import { fieldErrors, invalid } from './problems.js';

const MOST_BYTES = 4096;

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
