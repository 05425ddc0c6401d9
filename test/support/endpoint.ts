import { randomBytes } from 'node:crypto';
import { createEndpoint } from '../../demo/endpoint/app.js';
import type { Database } from '../../demo/endpoint/database.js';
import type { EndpointOptions } from '../../demo/endpoint/endpoint.js';
import { addressBehind } from '../../demo/endpoint/rate-limit.js';
import { passingReceipts } from '../../demo/endpoint/receipts.js';
import { stillwater } from './short-consent-practice.js';
import { stillwaterSchedule } from '../../demo/endpoint/seed/schedule.js';
import type { Role } from '../../demo/endpoint/tables.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import type { Acceptance } from '../../src/domain/submission/acceptance.js';
import type { Submission } from '../../src/domain/submission/envelope.js';
import type { Problem } from '../../src/domain/submission/problem.js';
import { STATEMENT } from './consent.js';
import { shortConsent } from './consent-document.js';
import { exampleRules } from './review-rules.js';
import { bytesOf, newCareToken, newIntake, shortHistory } from './intake.js';

export const ORIGIN = 'https://care.stillwater.example';
export const STAFF_TOKENS: Readonly<Record<Role, string>> = {
  prescriber: 'prescriber-token-0001',
  therapist: 'therapist-token-00002',
  office: 'office-token-000000003',
};

const PLENTY = { burst: 100_000, perMinute: 100_000 };

/** A clock that stands still until it is told to move. */
export function stillClock(start = '2026-11-22T20:00:00.000Z') {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance(hours: number) {
      now += hours * 3_600_000;
    },
  };
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const receipts = passingReceipts();

/** An endpoint without a port, its clock, and the ways in which tests talk to it. */
export function endpointOn(database: Database, replacing: Partial<EndpointOptions> = {}) {
  const clock = stillClock();
  const reports: string[] = [];
  const starting = receipts.then((own) =>
    createEndpoint({
      database,
      receipts: own,
      practice: stillwater,
      forms: [shortHistory],
      consents: [shortConsent],
      statements: [STATEMENT],
      reviewRules: [exampleRules],
      schedule: stillwaterSchedule,
      clock: clock.now,
      random: (length) => randomBytes(length),
      origins: ['https://stillwater.example'],
      pageUrl: 'https://stillwater.example/begin/',
      publicOrigin: ORIGIN,
      staffTokens: STAFF_TOKENS,
      rate: PLENTY,
      signInRate: PLENTY,
      addressOf: addressBehind(1),
      report: (sentence) => reports.push(sentence),
      ...replacing,
    }),
  );
  const ask = async (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Response> =>
    (await starting).request(`${ORIGIN}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });

  const post = (
    token: string,
    submission: Submission,
    bytes: Uint8Array<ArrayBuffer> = bytesOf(submission),
  ) => ask('/api/submissions', { method: 'POST', headers: postHeaders(token, submission.id), body: bytes });

  /** Sends what has to be accepted, and gives the answer. */
  const sent = async (token: string, submission: Submission): Promise<Acceptance> => {
    const answer = await post(token, submission);
    if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Acceptance;
  };

  const availability = (
    kind: string,
    from: string,
    to: string,
    more: { token?: string; cursor?: string } = {},
  ) =>
    ask(
      `/api/availability?${new URLSearchParams({ kind, from, to, ...(more.cursor ? { cursor: more.cursor } : {}) })}`,
      more.token === undefined ? {} : { headers: { authorization: `Bearer ${more.token}` } },
    );

  return {
    clock,
    reports,
    /** Fails where it can't start. */
    started: starting.then(() => undefined),
    fetch: async (request: Request): Promise<Response> => (await starting).fetch(request),
    ask,
    post,
    sent,
    availability,
    /** The open slots of these days, all pages of them. */
    async slots(kind: SessionKindId, from: string, to: string, token?: string): Promise<Slot[]> {
      const slots: Slot[] = [];
      let cursor: string | undefined;
      do {
        const more = {
          ...(token === undefined ? {} : { token }),
          ...(cursor === undefined ? {} : { cursor }),
        };
        const answer = await availability(kind, from, to, more);
        const page = (await answer.json()) as { slots: Slot[]; next?: string };
        slots.push(...page.slots);
        cursor = page.next;
      } while (cursor !== undefined);
      return slots;
    },
    /** Sends a new intake and gives its parts back. */
    async accepted(token = newCareToken(), intake = newIntake()) {
      const { reference } = await sent(token, intake);
      return { token, intake, reference };
    },
    async care(token: string): Promise<CareState> {
      const answer = await ask('/api/care', { headers: { authorization: `Bearer ${token}` } });
      return (await answer.json()) as CareState;
    },
    exchange: (code: string, token = newCareToken()) =>
      ask('/api/care/session', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      }),
    signIn: async (role: Role) => new StaffMember(ask, await cookieFor(ask, role)),
  };
}

export type EndpointUnderTest = ReturnType<typeof endpointOn>;
type Ask = EndpointUnderTest['ask'];

export const postHeaders = (token: string, id: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': `"${id}"`,
});

async function cookieFor(ask: Ask, role: Role): Promise<string> {
  const answer = await ask('/staff/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ token: STAFF_TOKENS[role] }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Somebody at the practice, signed in. */
export class StaffMember {
  readonly #ask: Ask;
  readonly cookie: string;

  constructor(ask: Ask, cookie: string) {
    this.#ask = ask;
    this.cookie = cookie;
  }

  get = (path: string): Promise<Response> =>
    this.#ask(`/staff/api/${path}`, { headers: { cookie: this.cookie } });

  send = (method: string, path: string, body: unknown = {}): Promise<Response> =>
    this.#ask(`/staff/api/${path}`, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json', origin: ORIGIN },
      body: JSON.stringify(body),
    });

  async read<T>(path: string): Promise<T> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`expected 200 from ${path}, got ${answer.status}`);
    return (await answer.json()) as T;
  }

  /** The code of a new personal link for whoever sent this submission. */
  async linkFor(submissionId: string): Promise<string> {
    const { client } = await this.read<{ client: { id: string } }>(`submissions/${submissionId}`);
    const answer = await this.send('POST', `clients/${client.id}/links`);
    const { url } = (await answer.json()) as { url: string };
    return url.split('#kap=')[1] ?? '';
  }
}

/** A problem document, after a look at its content type. */
export async function problemIn(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`expected a problem, got ${type}`);
  return (await answer.json()) as Problem;
}
