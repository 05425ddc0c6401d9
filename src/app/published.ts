import type { Session } from './session/session.js';

const originOf = (url: string): string | undefined => /^https?:\/\/[^/?#]+/.exec(url)?.[0];

/**
 * The address that a profile gives for one of its documents, where it may be followed: a profile must not lead the
 * widget to a host that the page has not named.
 */
export function nearAddress(
  list: 'forms' | 'consents',
  url: string | undefined,
  { destination, ports }: Session,
): string | undefined {
  if (url === undefined || originOf(url) === originOf(destination.configUrl ?? destination.url)) return url;
  ports.warn(list, 'A url must be at the endpoint’s own origin; it was left alone.');
  return undefined;
}
