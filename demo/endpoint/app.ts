import { Hono } from 'hono';
import { practiceProfile } from '../../src/domain/practice/profile.js';
import { careRoutes } from './care.js';
import { cors } from './cors.js';
import type { EndpointOptions } from './endpoint.js';
import { practiceRoutes } from './practice.js';
import { notFound, pointerTo, problemFor } from './problems.js';
import { rateLimit, RateLimiter } from './rate-limit.js';
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
  routes.use(rateLimit(new RateLimiter(rate, clock), addressOf, practice.id));
  routes.route('/', practiceRoutes(options));
  routes.route('/', careRoutes(options));
  routes.route('/', submissionRoutes(options));
  routes.all('*', () => {
    throw notFound();
  });
  return routes;
}

/**
 * The endpoint under `/api` and its staff side under `/staff/api`, without a port: serve its `fetch`.
 *
 * @throws Error naming the setting, for a practice profile that the widget would refuse.
 */
export function createEndpoint(options: EndpointOptions): Hono {
  const profile = practiceProfile.safeParse(options.practice);
  if (!profile.success) {
    const [first] = profile.error.issues;
    throw new Error(`The practice profile is not right at ${pointerTo(first?.path ?? [])}.`);
  }
  const app = new Hono();
  app.onError((error, context) => problemFor(error, context, options.report));
  app.route('/api', clientRoutes(options));
  app.route('/staff/api', staffRoutes(options));
  return app;
}
