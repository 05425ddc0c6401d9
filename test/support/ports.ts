import { createHash } from 'node:crypto';
import type {
  Clock,
  Connection,
  DraftStore,
  Hash,
  HttpRequest,
  KeptDraft,
  Network,
  Ports,
  Random,
  TokenStore,
} from '../../src/app/ports.js';
import type { Reply } from '../../src/domain/submission/delivery.js';
import { seeded } from './seeded.js';

export const NOW = Date.parse('2026-11-22T20:10:00Z');

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The real digest. */
export const hash: Hash = { sha256: (text) => Promise.resolve(sha256(text)) };

/** A reply as it stands, or one made from what was asked, at once or later. */
export type Answer = Reply | ((request: HttpRequest) => Reply | Promise<Reply>);

export const reply = (status: number, body: unknown = '', retryAfter?: string): Reply => ({
  kind: 'response',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfter,
});

export const noReply = (reason: 'network' | 'time-out' = 'network'): Reply => ({
  kind: 'no-response',
  reason,
});

/** What an endpoint says that has stored what it got. */
export const accepts = ({ body = '' }: HttpRequest): Reply => {
  const { id } = JSON.parse(body) as { readonly id: string };
  return reply(201, {
    id,
    reference: 'KAP-7F3Q',
    receivedAt: '2026-11-22T20:10:01.000Z',
    digest: sha256(body),
  });
};

/** Follows a script of replies by what is asked, `POST submissions`: each list in turn, its last reply for ever. */
export class FakeNetwork implements Network {
  readonly requests: HttpRequest[] = [];
  readonly #script: Map<string, readonly Answer[]>;

  constructor(script: Readonly<Record<string, readonly Answer[]>>) {
    this.#script = new Map(Object.entries(script));
  }

  async send(request: HttpRequest): Promise<Reply> {
    this.requests.push(request);
    for (const [call, [answer, ...others]] of this.#script) {
      if (!answer || !this.#isCall(request, call)) continue;
      if (others.length > 0) this.#script.set(call, others);
      return typeof answer === 'function' ? answer(request) : answer;
    }
    throw new Error(`Nothing is scripted for ${request.method} ${request.url}`);
  }

  /** What follows for this call from now on. */
  answer(call: string, ...answers: readonly Answer[]): void {
    this.#script.set(call, answers);
  }

  /** The requests of one kind, in their order. */
  sent(call: string): readonly HttpRequest[] {
    return this.requests.filter((request) => this.#isCall(request, call));
  }

  #isCall({ method, url }: HttpRequest, call: string): boolean {
    const path = url.split('?')[0] ?? '';
    return method === call.split(' ')[0] && path.endsWith(`/${call.split(' ')[1]}`);
  }
}

/** Answers that come when the test says so, whatever has happened meanwhile. */
export class LateAnswers {
  readonly #waiting: ((reply: Reply) => void)[] = [];

  /** For a script: nothing comes back until something arrives. */
  readonly answer: Answer = () => new Promise<Reply>((resolve) => this.#waiting.push(resolve));

  /** The reply to the request that has waited longest. */
  arrives(reply: Reply): void {
    const resolve = this.#waiting.shift();
    if (!resolve) throw new Error('Nobody waits for an answer');
    resolve(reply);
  }
}

/** Stands still but for sleeps, which take no time to wait for. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  #now = NOW;

  now(): number {
    return this.#now;
  }

  async sleep(ms: number, wake?: Promise<void>): Promise<void> {
    const asleep = new Promise<'asleep'>((resolve) => {
      setImmediate(() => resolve('asleep'));
    });
    const ended = await Promise.race([asleep, ...(wake ? [wake.then(() => 'awake' as const)] : [])]);
    if (ended === 'awake') return;
    this.slept.push(ms);
    this.#now += ms;
  }

  timeZone(): string {
    return 'America/Los_Angeles';
  }
}

export class SeededRandom implements Random {
  readonly #draw: () => number;

  constructor(seed = 1) {
    this.#draw = seeded(seed);
  }

  uuid(): string {
    const hex = sha256(String(this.#draw()));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  bits(count: number): string {
    return Buffer.from(Array.from({ length: count / 8 }, () => Math.floor(this.#draw() * 256))).toString(
      'base64url',
    );
  }

  fraction(): number {
    return this.#draw();
  }
}

export class FakeTokens implements TokenStore {
  token: string | undefined;

  constructor(token?: string) {
    this.token = token;
  }

  read(): string | undefined {
    return this.token;
  }

  write(token: string): void {
    this.token = token;
  }
}

/** Keeps drafts as JSON, which is all that a device could keep of them. */
export class FakeDrafts implements DraftStore {
  readonly kept = new Map<string, { json: string; until: number; revision: string }>();
  /** Every writing that was begun, in their order. */
  readonly written: unknown[] = [];
  /** Set where the device keeps and erases nothing. */
  isBlocked = false;
  #holding: Promise<void> | undefined;
  #letGo = (): void => undefined;
  #revisions = 0;

  /** Nothing is done until `letGo`. */
  hold(): void {
    this.#holding = new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  letGo(): void {
    this.#letGo();
    this.#holding = undefined;
  }

  /** The only draft there is. */
  get only(): { json: string; until: number; revision: string } | undefined {
    return [...this.kept.values()][0];
  }

  async read(id: string): Promise<KeptDraft | undefined> {
    await this.#work();
    const kept = this.kept.get(id);
    return kept && { ...kept, draft: JSON.parse(kept.json) as unknown };
  }

  async write(
    id: string,
    { draft, until }: Pick<KeptDraft, 'draft' | 'until'>,
    over: string | undefined,
  ): Promise<string> {
    this.written.push(draft);
    await this.#work();
    if (this.kept.get(id)?.revision !== over) throw new Error('Another tab has written.');
    const revision = `revision ${++this.#revisions}`;
    this.kept.set(id, { json: JSON.stringify(draft), until, revision });
    return revision;
  }

  async erase(id: string): Promise<void> {
    await this.#work();
    this.kept.delete(id);
  }

  async #work(): Promise<void> {
    await this.#holding;
    if (this.isBlocked) throw new Error('Blocked.');
  }
}

export class FakeConnection implements Connection {
  readonly #waiting: (() => void)[] = [];

  returned(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The device is online again, or the client looks at the page again. */
  comeBack(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

export interface Warning {
  readonly setting: string;
  readonly sentence: string;
}

export interface FakePorts extends Ports {
  readonly network: FakeNetwork;
  readonly clock: FakeClock;
  readonly tokens: FakeTokens;
  readonly drafts: FakeDrafts;
  readonly connection: FakeConnection;
  readonly warnings: readonly Warning[];
}

export interface World {
  /** What the network answers, by call: `{ 'GET practice': [reply(200, practice)] }`. */
  readonly script?: Readonly<Record<string, readonly Answer[]>>;
  /** The care token that this tab has from before. */
  readonly token?: string;
  /** The code in the page's address. */
  readonly code?: string;
  readonly hash?: Hash;
  /** What this device keeps from before. */
  readonly drafts?: FakeDrafts;
}

export function fakePorts({
  script = {},
  token,
  code,
  hash: hashing = hash,
  drafts = new FakeDrafts(),
}: World = {}): FakePorts {
  const warnings: Warning[] = [];
  let left = code;
  return {
    network: new FakeNetwork(script),
    clock: new FakeClock(),
    random: new SeededRandom(),
    hash: hashing,
    tokens: new FakeTokens(token),
    drafts,
    connection: new FakeConnection(),
    personalLink: {
      take() {
        const taken = left;
        left = undefined;
        return taken;
      },
    },
    widget: { version: '0.1.0', build: 'test' },
    warn: (setting, sentence) => void warnings.push({ setting, sentence }),
    warnings,
  };
}

/** What a store holds as soon as it is of this kind. */
export function reaches<State, Kind extends State>(
  store: { readonly state: State; subscribe(listener: () => void): () => void },
  isKind: (state: State) => state is Kind,
): Promise<Kind> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isKind(store.state)) return;
      end();
      resolve(store.state);
    };
    const end = store.subscribe(look);
    look();
  });
}

/** Asks for a state by its status, for `reaches`. */
export const hasStatus =
  <Status extends string>(status: Status) =>
  <State extends { readonly status: string }>(state: State): state is Extract<State, { status: Status }> =>
    state.status === status;
