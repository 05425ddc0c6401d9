import type { MiddlewareHandler } from 'hono';

const PREFLIGHT_ANSWER = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'authorization, content-type, idempotency-key',
  'Access-Control-Max-Age': '7200',
} as const;

/** `https://*.example.com` stands for one label, as the preview addresses of site builders have it. */
function matcherOf(entry: string): RegExp {
  const pattern = entry
    .split('*')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('[a-z0-9-]+');
  return new RegExp(`^${pattern}$`);
}

/**
 * Lets pages of the listed origins read our answers, refusals included.
 *
 * @param origins exact origins, or with `*` in place of one label: `https://*.example.com`.
 */
export function cors(origins: readonly string[]): MiddlewareHandler {
  const matchers = origins.map(matcherOf);
  return async (context, next) => {
    const origin = context.req.header('origin');
    const allowed = origin !== undefined && matchers.some((matcher) => matcher.test(origin));
    const isPreflight =
      context.req.method === 'OPTIONS' && context.req.header('access-control-request-method') !== undefined;
    if (isPreflight) context.res = new Response(null, { status: 204 });
    else await next();
    const { headers } = context.res;
    headers.append('Vary', 'Origin');
    if (!allowed) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Expose-Headers', 'Retry-After, ETag');
    if (isPreflight) for (const [name, value] of Object.entries(PREFLIGHT_ANSWER)) headers.set(name, value);
  };
}
