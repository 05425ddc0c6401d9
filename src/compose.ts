import type { Ports } from './app/ports.js';
import { createSession, type Session, type SessionState } from './app/session/session.js';
import {
  addressBarLink,
  browserClock,
  browserConnection,
  browserHash,
  browserRandom,
  hasCrypto,
  tabTokens,
} from './transport/browser.js';
import { deviceDrafts } from './transport/drafts.js';
import { addressOf, readDestination, type DestinationSettings } from './transport/destination.js';
import { httpNetwork } from './transport/http.js';

declare const __KAP_VERSION__: string;
declare const __KAP_BUILD__: string;

/** What this build is; every submission carries it. */
export const WIDGET = { version: __KAP_VERSION__, build: __KAP_BUILD__ } as const;

const warned = new Set<string>();

/** Tells whoever runs the page, once, which setting to mend. */
export function warn(setting: string, sentence: string): void {
  const message = `kap: ${setting}: ${sentence}`;
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}

/** What an element can start with: a session, or the reason why there is none. */
export type Start =
  { readonly session: Session } | { readonly failure: Extract<SessionState, { status: 'failed' }> };

/** One session a page and practice, whatever number of elements use it. */
const sessions = new Map<string, Session>();

const failed = (reason: 'no-crypto' | 'setting' | 'sealing'): Start => ({
  failure: { status: 'failed', reason },
});

/** The page's session with the practice that these settings name. */
export function sessionFor(settings: DestinationSettings): Start {
  if (!hasCrypto()) {
    warn('https', 'This page is not served over https, so nothing can be sent safely. Nothing was started.');
    return failed('no-crypto');
  }
  if (settings.sealThumbprints) {
    warn('seal-thumbprints', 'This version cannot seal answers, so it sends none.');
    return failed('sealing');
  }
  const destination = readDestination(settings, document.baseURI);
  if ('setting' in destination) {
    warn(destination.setting, destination.sentence);
    return failed('setting');
  }
  const key = `${destination.mode} ${destination.url} ${destination.configUrl ?? ''}`;
  let session = sessions.get(key);
  if (!session) {
    const ports: Ports = {
      network: httpNetwork(),
      clock: browserClock,
      random: browserRandom,
      hash: browserHash,
      tokens: tabTokens(destination.url),
      drafts: deviceDrafts(browserClock),
      connection: browserConnection,
      personalLink: addressBarLink,
      widget: WIDGET,
      warn,
    };
    session = createSession(destination, ports);
    sessions.set(key, session);
  }
  return { session };
}

/** The absolute address that an attribute names; where it names none, whoever runs the page is told. */
export function readAddress(setting: string, written: string): string | undefined {
  const url = addressOf(written, document.baseURI);
  if (!url) warn(setting, 'It must be an https address (http only on localhost).');
  return url?.href;
}
