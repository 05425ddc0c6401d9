import type { Reply } from '../domain/submission/delivery.js';

/** One request to the practice's endpoint, before it is one of the browser's. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether an answer may come from the browser's cache; never for a write or for anything about a client. */
  readonly mayCache: boolean;
}

export interface Network {
  /** Never rejects: no answer is an answer too. */
  send(request: HttpRequest): Promise<Reply>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or as soon as `wake` resolves. */
  sleep(ms: number, wake?: Promise<void>): Promise<void>;
  /** The device's zone, an IANA name. */
  timeZone(): string;
}

export interface Random {
  uuid(): string;
  /** `count` random bits in base64url. */
  bits(count: number): string;
  /** Evenly drawn from [0, 1). */
  fraction(): number;
}

export interface Hash {
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes. */
  sha256(text: string): Promise<string>;
}

/** Where this tab keeps the care token, and nothing else. */
export interface TokenStore {
  read(): string | undefined;
  write(token: string): void;
}

export interface Connection {
  /** Resolves when the device comes back online or the client comes back to the page. */
  returned(): Promise<void>;
}

export interface PersonalLink {
  /** The code in the page's address, read once and taken out of the address bar. */
  take(): string | undefined;
}

/** A draft as the device gives it back. */
export interface KeptDraft {
  /** As it was kept; of no known shape. */
  readonly draft: unknown;
  /** When it ends, in milliseconds since the epoch. */
  readonly until: number;
  /** Tells this writing from every other. */
  readonly revision: string;
}

/** Where this device keeps unfinished answers, unreadable without it. Rejects where the device would not do it. */
export interface DraftStore {
  /** What is kept under an id. Whatever has come to its end is erased on the way, and so is what can't be read. */
  read(id: string): Promise<KeptDraft | undefined>;
  /**
   * Resolves once it is kept, to its revision.
   *
   * @param over the revision whose place it takes, nothing where there was none; where it is not that one which is
   *   kept, nothing is written.
   */
  write(id: string, draft: Pick<KeptDraft, 'draft' | 'until'>, over: string | undefined): Promise<string>;
  erase(id: string): Promise<void>;
}

/** Everything outside that the app needs. Tests give their own. */
export interface Ports {
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: Hash;
  readonly tokens: TokenStore;
  readonly drafts: DraftStore;
  readonly connection: Connection;
  readonly personalLink: PersonalLink;
  /** What this script is, as every submission says. */
  readonly widget: { readonly version: string; readonly build: string };
  /** Tells whoever runs the page what to mend; never with anything a client wrote. */
  readonly warn: (setting: string, sentence: string) => void;
}
