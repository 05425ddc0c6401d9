import type { Submission } from '../../src/domain/submission/envelope.js';
import type { Database } from './database.js';
import type { Clock, Report } from './ports.js';

/** What the staff are told: that something came, and nothing of what is in it. */
export interface Notice {
  readonly id: string;
  readonly reference: string;
  /** What came, in a few words. */
  readonly title: string;
  readonly text: string;
}

/** Brings one notice to the staff, or throws. */
export type Deliver = (notice: Notice) => Promise<void>;

export interface NoticeSenderOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly deliver: Deliver;
  /** Where the staff sign in. */
  readonly staffUrl: string;
  readonly report: Report;
}

const AT_ONCE = 20;
const CHECK_EVERY_MS = 5000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** How long a notice is left to the process that took it; longer than any delivery may take. */
const LEASE_MS = 120_000;

/** The longest wait between two tries of a notice that cannot wait. */
const LONGEST_URGENT_PAUSE_MS = 60_000;

/** A kind of session can say much about somebody: that one was asked for is all that a mailbox is told. */
function titleOf(kind: Submission['kind'], act: Submission['act']): string {
  switch (kind) {
    case 'intake':
      return 'A form arrived';
    case 'consent':
      return 'A consent was signed';
    case 'consent-withdrawal':
      return 'A consent was taken back';
    case 'booking':
      return 'A session was requested';
    case 'booking-change':
      return 'sessions' in act && act.sessions.length > 0 ? 'A session was moved' : 'A session was cancelled';
    case 'call-request':
      return 'A client asks for a call';
    case 'safety-alert':
      return 'Urgent: please sign in now';
  }
}

interface Due {
  readonly id: string;
  readonly attempts: number;
  readonly reference: string;
  readonly kind: Submission['kind'];
  readonly act: Submission['act'];
}

const pauseAfter = (attempts: number, kind: Submission['kind']): number =>
  Math.min(
    kind === 'safety-alert' ? LONGEST_URGENT_PAUSE_MS : LONGEST_PAUSE_MS,
    FIRST_PAUSE_MS * 2 ** (attempts - 1),
  );

/**
 * Sends the notices that accepted submissions have left in the database: each at least once, whatever happens in
 * between, and never in the way of the answer to a client.
 */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #wokenMeanwhile = false;

  constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  /** Sends what is due now and from then on, until `stop`. */
  start(): void {
    this.#timer = setInterval(() => this.wake(), CHECK_EVERY_MS);
    this.wake();
  }

  /** Looks at once; for the moment after a submission was accepted. */
  wake(): void {
    if (this.#timer === undefined) return;
    if (this.#running !== undefined) {
      this.#wokenMeanwhile = true;
      return;
    }
    this.#running = this.sendDue()
      .catch(() => this.#options.report('Notices could not be looked up; they are tried again in a moment.'))
      .finally(() => {
        this.#running = undefined;
        if (this.#wokenMeanwhile) {
          this.#wokenMeanwhile = false;
          this.wake();
        }
      });
  }

  /** Stops, once what is under way is done. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  /** Tries every notice that is due, once; one that cannot wait goes before all others, whenever it comes in. */
  async sendDue(): Promise<void> {
    for (let tried = 0; tried < AT_ONCE; tried++) {
      const due = await this.#nextDue();
      if (due === undefined) return;
      if (await this.#take(due.id, due.next_attempt_at)) await this.#send(due);
    }
  }

  async #nextDue() {
    const { database, clock } = this.#options;
    return (
      database
        .selectFrom('notices')
        .innerJoin('submissions', 'submissions.id', 'notices.submission_id')
        .leftJoin('alerts', 'alerts.submission_id', 'notices.submission_id')
        .select(['notices.id', 'notices.attempts', 'notices.next_attempt_at'])
        .select(['submissions.reference', 'submissions.act'])
        // A form can ask for a call as well.
        .select((each) => each.fn.coalesce('alerts.kind', 'submissions.kind').as('kind'))
        .where('notices.sent_at', 'is', null)
        .where('notices.next_attempt_at', '<=', clock())
        .orderBy((each) => each.case().when('submissions.kind', '=', 'safety-alert').then(0).else(1).end())
        .orderBy('notices.next_attempt_at')
        .orderBy('notices.created_at')
        .limit(1)
        .executeTakeFirst()
    );
  }

  /** Leaves a notice to this process for a while; false where another one was faster. */
  async #take(id: string, seenAt: Date): Promise<boolean> {
    const { database, clock } = this.#options;
    const taken = await database
      .updateTable('notices')
      .set({ next_attempt_at: new Date(clock().getTime() + LEASE_MS) })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('next_attempt_at', '=', seenAt)
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  async #send({ id, attempts, reference, kind, act }: Due): Promise<void> {
    const { database, clock, deliver, staffUrl, report } = this.#options;
    const title = titleOf(kind, act);
    const text = `${title}. Reference ${reference}. Sign in to read it.\n${staffUrl}`;
    const tried = attempts + 1;
    try {
      await deliver({ id, reference, title, text });
    } catch {
      const next = new Date(clock().getTime() + pauseAfter(tried, kind));
      await database
        .updateTable('notices')
        .set({ attempts: tried, next_attempt_at: next })
        .where('id', '=', id)
        .execute();
      report(
        `The notice for ${reference} could not be delivered; it is tried again at ${next.toISOString()}.`,
      );
      return;
    }
    await database
      .updateTable('notices')
      .set({ attempts: tried, sent_at: clock() })
      .where('id', '=', id)
      .execute();
  }
}
