import type { Hono } from 'hono';
import type { EndpointOptions } from '../endpoint.js';
import { planRequest, setPlan } from '../plans.js';
import { releaseReadiness } from '../readiness/release.js';
import { practitionerRequest } from '../scheduling/schedules.js';
import { readBooking } from './bookings.js';
import { previewHours, previewRequest, readHours, setHours } from './hours.js';
import { readRequest, type StaffEnv } from './request.js';
import { changeSessions, plannedChange, readFindings, sessionsChange } from './session-change.js';
import { readOpenTimes } from './times.js';

/** Sixty rows of hours and two hundred exceptions. */
const MOST_BYTES_OF_HOURS = 262_144;

/** Hours, plans, and sessions that the practice adds and moves. Somebody is signed in. */
export function addSessionRoutes(routes: Hono<StaffEnv>, options: EndpointOptions): void {
  routes.get('/hours', async (context) => context.json(await readHours(options)));
  routes.put('/hours/:id', async (context) => {
    const request = await readRequest(context, practitionerRequest, MOST_BYTES_OF_HOURS);
    return context.json(await setHours(options, context.req.param('id'), context.get('role'), request));
  });
  routes.post('/hours/:id/preview', async (context) =>
    context.json(
      await previewHours(options, await readRequest(context, previewRequest, MOST_BYTES_OF_HOURS)),
    ),
  );
  routes.get('/times', async (context) => {
    const { kind, from, to } = context.req.query();
    return context.json(await readOpenTimes(options, { kind, from, to }));
  });
  routes.put('/clients/:id/plan', async (context) => {
    const request = await readRequest(context, planRequest);
    return context.json(await setPlan(options, context.req.param('id'), context.get('role'), request));
  });
  routes.post('/clients/:id/sessions/findings', async (context) => {
    const planned = await readRequest(context, plannedChange);
    return context.json(await readFindings(options, context.req.param('id'), context.get('role'), planned));
  });
  routes.post('/clients/:id/sessions', async (context) => {
    const change = await readRequest(context, sessionsChange);
    return context.json(await changeSessions(options, context.req.param('id'), context.get('role'), change));
  });
  routes.post('/bookings/:id/release', async (context) => {
    const [id, role] = [context.req.param('id'), context.get('role')];
    await releaseReadiness(options, id, role);
    return context.json(await readBooking(options, id, role));
  });
}
