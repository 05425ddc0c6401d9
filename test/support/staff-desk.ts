import type { Role } from '../../demo/endpoint/tables.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Slot } from '../../src/domain/scheduling/sessions.js';
import { STAFF_TOKENS } from './practice.js';

interface Submission {
  readonly reference: string;
  readonly client: { readonly id: string };
}

interface SubmissionPage {
  readonly submissions: readonly Submission[];
  readonly next?: string;
}

const YEAR_MS = 365 * 86_400_000;

/** Somebody of the practice who does what a test needs done without looking at a screen. */
export class StaffDesk {
  readonly #origin: string;
  readonly #cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  static async signIn(origin: string, role: Role): Promise<StaffDesk> {
    const answer = await fetch(`${origin}/staff/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ token: STAFF_TOKENS[role] }),
    });
    if (!answer.ok) throw new Error(`The ${role} could not sign in: ${answer.status}.`);
    return new StaffDesk(origin, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }

  /** The client who sent what has this reference. */
  async clientOf(reference: string): Promise<string> {
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page = (await this.#ask(
        'GET',
        `submissions${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
      )) as SubmissionPage;
      const found = page.submissions.find((each) => each.reference === reference);
      if (found) return found.client.id;
      cursor = page.next;
    }
    throw new Error(`Nothing was received as ${reference}.`);
  }

  /** Clears a client for a year. */
  async clear(clientId: string): Promise<void> {
    const validUntil = new Date(Date.now() + YEAR_MS).toISOString().slice(0, 10);
    await this.#ask('PUT', `clients/${clientId}/clearance`, { status: 'cleared', validUntil });
  }

  /** Holds a client’s clearance. */
  async hold(clientId: string): Promise<void> {
    await this.#ask('PUT', `clients/${clientId}/clearance`, { status: 'on-hold' });
  }

  /** Open times of a kind on these days, as the staff see them. */
  async openTimes(kind: SessionKindId, from: string, to: string): Promise<readonly Slot[]> {
    const asked = `times?${new URLSearchParams({ kind, from, to })}`;
    return ((await this.#ask('GET', asked)) as { slots: readonly Slot[] }).slots;
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#origin}/staff/api/${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json', origin: this.#origin },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
