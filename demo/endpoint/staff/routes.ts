import { Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { requireJson } from '../body.js';
import type { EndpointOptions } from '../endpoint.js';
import { notAllowed, notFound } from '../problems.js';
import { rateLimit, RateLimiter } from '../rate-limit.js';
import { actOnAlert, alertDeed, openAlerts, readAlert } from './alerts.js';
import { bookingDecision, decideBooking, listBookings } from './bookings.js';
import { readClient } from './client.js';
import { decide, decisionRequest, invite } from './clients.js';
import { readClientConsents } from './consents.js';
import { eraseConsent, erasureRequest } from './erasure.js';
import { addToLog, readLog } from './log.js';
import { readReviewSettings, reviewSettingsRequest, setReviewSettings } from './review-settings.js';
import { readRequest, type StaffEnv } from './request.js';
import { addSessionRoutes } from './session-routes.js';
import { ownOrigin, signedIn, signIn, signInNeeded, signOut } from './sessions.js';
import { listSubmissions } from './submission-list.js';
import { readSubmission } from './submissions.js';

const signInRequest = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) });

/** A browser sends the cookie on its own; that a page of ours asked is shown by what only such a page can send. */
const fromOwnPage =
  (options: EndpointOptions): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      requireJson(context.req.raw);
      if (context.req.header('origin') !== ownOrigin(context, options)) {
        throw notAllowed('This can only be asked from the staff side’s own pages.');
      }
    }
    await next();
  };

const requireSession =
  (options: EndpointOptions): MiddlewareHandler<StaffEnv> =>
  async (context, next) => {
    const role = await signedIn(context, options);
    if (role === undefined) throw signInNeeded();
    context.set('role', role);
    await next();
  };

/** The staff side's own interface; not part of the contract with the widget. */
export function staffRoutes(options: EndpointOptions): Hono<StaffEnv> {
  const { database, clock, signInRate, addressOf, practice } = options;
  const routes = new Hono<StaffEnv>();
  routes.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  routes.use(fromOwnPage(options));
  routes.post(
    '/session',
    rateLimit(new RateLimiter(signInRate, clock), addressOf, `${practice.id} staff`),
    async (context) => {
      const { token } = await readRequest(context, signInRequest);
      const role = await signIn(context, token.trim(), options);
      await addToLog(database, { at: clock(), role, action: 'signed-in' });
      return context.json({ role });
    },
  );
  routes.use(requireSession(options));
  routes.get('/session', (context) => context.json({ role: context.get('role') }));
  routes.delete('/session', async (context) => {
    await signOut(context, options);
    await addToLog(database, { at: clock(), role: context.get('role'), action: 'signed-out' });
    return context.body(null, 204);
  });
  routes.get('/submissions', async (context) => {
    const role = context.get('role');
    await addToLog(database, { at: clock(), role, action: 'list-read' });
    return context.json(await listSubmissions(options, context.req.query('cursor'), role));
  });
  routes.get('/alerts', async (context) => context.json(await openAlerts(options, context.get('role'))));
  routes.get('/alerts/:id', async (context) =>
    context.json(await readAlert(options, context.req.param('id'), context.get('role'))),
  );
  routes.post('/alerts/:id/deeds', async (context) => {
    const deed = await readRequest(context, alertDeed);
    return context.json(await actOnAlert(options, context.req.param('id'), context.get('role'), deed));
  });
  routes.get('/submissions/:id', async (context) =>
    context.json(await readSubmission(options, context.req.param('id'), context.get('role'))),
  );
  routes.get('/clients/:id', async (context) =>
    context.json(await readClient(options, context.req.param('id'), context.get('role'))),
  );
  routes.get('/clients/:id/consents', async (context) =>
    context.json(await readClientConsents(options, context.req.param('id'), context.get('role'))),
  );
  routes.post('/submissions/:id/erasure', async (context) => {
    const request = await readRequest(context, erasureRequest);
    return context.json(await eraseConsent(options, context.req.param('id'), context.get('role'), request));
  });
  routes.put('/clients/:id/clearance', async (context) => {
    const decision = await readRequest(context, decisionRequest);
    return context.json(await decide(options, context.req.param('id'), context.get('role'), decision));
  });
  routes.post('/clients/:id/links', async (context) =>
    context.json(await invite(options, context.req.param('id'), context.get('role')), 201),
  );
  routes.get('/bookings', async (context) => {
    const { from, to } = context.req.query();
    return context.json(await listBookings(options, { from, to }, context.get('role')));
  });
  routes.post('/bookings/:id/decision', async (context) => {
    const decision = await readRequest(context, bookingDecision);
    return context.json(await decideBooking(options, context.req.param('id'), context.get('role'), decision));
  });
  addSessionRoutes(routes, options);
  routes.get('/review-settings', async (context) =>
    context.json(await readReviewSettings(options, context.get('role'))),
  );
  routes.put('/review-settings', async (context) => {
    const request = await readRequest(context, reviewSettingsRequest);
    return context.json(await setReviewSettings(options, context.get('role'), request));
  });
  routes.get('/log', async (context) =>
    context.json(await readLog(database, context.get('role'), context.req.query('cursor'))),
  );
  routes.all('*', () => {
    throw notFound();
  });
  return routes;
}
