import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { EndpointOptions } from '../endpoint.js';
import { newSecret, sha256 } from '../ports.js';
import { Refusal } from '../problems.js';
import type { Role } from '../tables.js';
import { ROLES } from './roles.js';

const COOKIE = 'kap-staff';
const HOURS = 12;

export const signInNeeded = (): Refusal => new Refusal(401, 'kap:not-allowed', 'Please sign in.');

/** The role that a sign-in token belongs to; it takes as long whichever it is. */
function roleOf(token: string, tokens: EndpointOptions['staffTokens']): Role | undefined {
  const given = Buffer.from(sha256(token));
  return ROLES.filter((role) => timingSafeEqual(given, Buffer.from(sha256(tokens[role]))))[0];
}

/** The origin that the staff side is served from. */
export const ownOrigin = (context: Context, { publicOrigin }: EndpointOptions): string =>
  publicOrigin ?? new URL(context.req.url).origin;

/**
 * Opens a session and sets its cookie.
 *
 * @throws Refusal 401 for a token that is nobody's.
 */
export async function signIn(context: Context, token: string, options: EndpointOptions): Promise<Role> {
  const { database, clock, random, staffTokens } = options;
  const role = roleOf(token, staffTokens);
  if (role === undefined) throw new Refusal(401, 'kap:not-allowed', 'That token is not one of ours.');
  const now = clock();
  const secret = newSecret(random);
  await database.deleteFrom('staff_sessions').where('expires_at', '<=', now).execute();
  await database
    .insertInto('staff_sessions')
    .values({
      token_hash: sha256(secret),
      role,
      signed_in_with: sha256(token),
      expires_at: new Date(now.getTime() + HOURS * 3_600_000),
    })
    .execute();
  setCookie(context, COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/staff',
    maxAge: HOURS * 3600,
    secure: ownOrigin(context, options).startsWith('https:'),
  });
  return role;
}

/** Who asks. A session ends with its time, and with the token that it was opened with. */
export async function signedIn(context: Context, options: EndpointOptions): Promise<Role | undefined> {
  const secret = getCookie(context, COOKIE);
  if (secret === undefined) return undefined;
  const session = await options.database
    .selectFrom('staff_sessions')
    .select(['role', 'signed_in_with'])
    .where('token_hash', '=', sha256(secret))
    .where('expires_at', '>', options.clock())
    .executeTakeFirst();
  if (session === undefined) return undefined;
  return session.signed_in_with === sha256(options.staffTokens[session.role]) ? session.role : undefined;
}

export async function signOut(context: Context, { database }: EndpointOptions): Promise<void> {
  const secret = getCookie(context, COOKIE);
  deleteCookie(context, COOKIE, { path: '/staff' });
  if (secret === undefined) return;
  await database.deleteFrom('staff_sessions').where('token_hash', '=', sha256(secret)).execute();
}
