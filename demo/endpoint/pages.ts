import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const policy = (trustedTypes: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes}`,
  ].join('; ');

function pageHeaders(trustedTypes: string): MiddlewareHandler {
  const contentSecurityPolicy = policy(trustedTypes);
  return async (context, next) => {
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    const isNamedByContent = /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(context.req.path);
    context.header('Cache-Control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
  };
}

/** `/staff` is the folder `/staff/`: addresses within a page count from there. */
const withSlash: MiddlewareHandler = async (context, next) => {
  const { path } = context.req;
  // A redirect to a path of two slashes would lead to another host.
  const isFolder = /\/[^/.]+$/.test(path) && !path.startsWith('//') && !path.includes('/api/');
  if (isFolder) return context.redirect(`${path}/`, 308);
  return next();
};

/** The built pages: the practice's site, the plain page, the staff side, and the scripts they embed. */
export function pages(dist: string): Hono {
  const routes = new Hono();
  const folder = (name: string, base: string) =>
    existsSync(join(dist, name))
      ? serveStatic({ root: join(dist, name), rewriteRequestPath: (path) => path.slice(base.length) || '/' })
      : undefined;
  routes.use(withSlash);
  routes.use(compress());
  routes.get('/:script{kap[a-z0-9.-]*\\.js}', pageHeaders('kap'), serveStatic({ root: dist }));
  const served = [
    { base: '/staff', name: 'staff', trustedTypes: 'lit-html kap' },
    { base: '/plain', name: 'plain', trustedTypes: 'kap' },
    { base: '', name: 'site', trustedTypes: 'kap' },
  ];
  for (const { base, name, trustedTypes } of served) {
    const files = folder(name, base);
    if (files !== undefined) routes.get(`${base}/*`, pageHeaders(trustedTypes), files);
  }
  routes.notFound((context) => context.text('There is no page at this address.', 404));
  return routes;
}
