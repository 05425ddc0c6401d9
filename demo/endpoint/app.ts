import { Hono } from 'hono';
import { readPlanRules } from '../../src/domain/practice/plan-rules.js';
import { practiceProfile } from '../../src/domain/practice/profile.js';
import { availabilityRoutes } from './availability.js';
import { careRoutes } from './care.js';
import { faultOfConsents } from './consents.js';
import { cors } from './cors.js';
import type { EndpointOptions } from './endpoint.js';
import { faultOfForms } from './forms.js';
import { practiceRoutes } from './practice.js';
import { notFound, pointerTo, problemFor } from './problems.js';
import { publish } from './publishing.js';
import { rateLimit, RateLimiter } from './rate-limit.js';
import { faultOfSchedule } from './scheduling/schedule.js';
import { seedSchedule } from './scheduling/schedules.js';
import { staffRoutes } from './staff/routes.js';
import { submissionRoutes } from './submissions.js';

function clientRoutes(options: EndpointOptions): Hono {
  const { clock, rate, addressOf, practice, origins } = options;
  const routes = new Hono();
  routes.use(cors(origins));
  routes.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  const limit = rateLimit(new RateLimiter(rate, clock), addressOf, practice.id);
  // Its own: whoever reads a lot from an address must not keep anybody there from being heard.
  const limitOfPosts = rateLimit(new RateLimiter(rate, clock), addressOf, practice.id);
  routes.use((context, next) =>
    context.req.method === 'POST' && context.req.path.endsWith('/submissions')
      ? limitOfPosts(context, next)
      : limit(context, next),
  );
  routes.route('/', practiceRoutes(options));
  routes.route('/', availabilityRoutes(options));
  routes.route('/', careRoutes(options));
  routes.route('/', submissionRoutes(options));
  routes.all('*', () => {
    throw notFound();
  });
  return routes;
}

/** @throws Error naming what is not right, so that it is mended before a client meets it. */
function requireUsable({ practice, forms, consents, schedule }: EndpointOptions): void {
  const profile = practiceProfile.safeParse(practice);
  if (!profile.success) {
    const [first] = profile.error.issues;
    throw new Error(`The practice profile is not right at ${pointerTo(first?.path ?? [])}.`);
  }
  const unread = readPlanRules(practice.planRules).unreadable;
  if (unread.length > 0)
    throw new Error(`The practice profile has plan rules that are none: ${unread.join(', ')}.`);
  const wanted = practice.sessionKinds.flatMap(({ needs }) => needs.readinessForm ?? []);
  const missing = wanted.find((id) => !forms.some((form) => form.id === id));
  if (missing !== undefined)
    throw new Error(
      `The practice profile asks for the form ${missing} before a session. There is no such form.`,
    );
  const fault = faultOfForms(forms) ?? faultOfConsents(consents, practice);
  if (fault !== undefined) throw new Error(fault);
  const scheduleFault = faultOfSchedule(schedule, practice);
  if (scheduleFault !== undefined) throw new Error(`The schedule is not right: ${scheduleFault}.`);
}

/**
 * The endpoint under `/api` and its staff side under `/staff/api`, without a port: serve its `fetch`. The consent
 * documents are filled in and published before it answers.
 *
 * @throws Error in a plain sentence, for a practice profile, a form, a consent document or a schedule that can't be used.
 */
export async function createEndpoint(given: EndpointOptions): Promise<Hono> {
  requireUsable(given);
  await seedSchedule(given);
  const options: EndpointOptions = { ...given, ...(await publish(given)) };
  const app = new Hono();
  app.onError((error, context) => problemFor(error, context, options.report));
  app.route('/api', clientRoutes(options));
  app.route('/staff/api', staffRoutes(options));
  return app;
}
