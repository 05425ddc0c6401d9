import { Refusal } from './problems.js';
import { sha256 } from './ports.js';

/** At least 256 bits written in base64url, as the widget makes it. */
const BEARER = /^Bearer ([A-Za-z0-9_-]{43,128})$/i;

/**
 * The hash of the care token that a request carries; the token itself is kept nowhere.
 *
 * @throws Refusal 401 where there is none.
 */
export function careTokenHash(request: Request): string {
  const token = BEARER.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token !== undefined) return sha256(token);
  throw new Refusal(401, 'kap:not-allowed', 'This needs a care token.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
