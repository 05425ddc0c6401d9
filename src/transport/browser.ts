import type { Clock, Connection, Hash, PersonalLink, Random, TokenStore } from '../app/ports.js';

export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, wake) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      void wake?.then(() => {
        clearTimeout(timer);
        resolve();
      });
    }),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
};

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

export const browserRandom: Random = {
  uuid: () => crypto.randomUUID(),
  bits: (count) => base64url(crypto.getRandomValues(new Uint8Array(count / 8))),
  fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};

export const browserHash: Hash = {
  async sha256(text) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

/** Digests and random numbers need a secure context: https, or localhost. */
export const hasCrypto = (): boolean => typeof globalThis.crypto?.subtle === 'object';

/** The care token of this tab for one practice. Where storage is blocked it lives as long as the page. */
export function tabTokens(practiceUrl: string): TokenStore {
  const key = `kap-care-token ${practiceUrl}`;
  return {
    read() {
      try {
        const token = sessionStorage.getItem(key);
        return token !== null && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
      } catch {
        return undefined;
      }
    },
    write(token) {
      try {
        sessionStorage.setItem(key, token);
      } catch {
        // Blocked or full: the session keeps the token in memory.
      }
    },
  };
}

let awaited: Promise<void> | undefined;

/** Shared by all who wait, so that a long outage leaves one pair of listeners and not one for each try. */
export const browserConnection: Connection = {
  returned() {
    awaited ??= new Promise<void>((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const end = () => {
        listening.abort();
        resolve();
      };
      addEventListener('online', end, { signal });
      const onVisibility = () => document.visibilityState === 'visible' && end();
      document.addEventListener('visibilitychange', onVisibility, { signal });
    }).finally(() => (awaited = undefined));
    return awaited;
  },
};

const LINK = /^#kap=([A-Za-z0-9_-]{16,128})$/;

export const addressBarLink: PersonalLink = {
  take() {
    const code = LINK.exec(location.hash)?.[1];
    if (code !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
    return code;
  },
};
