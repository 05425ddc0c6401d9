import { healthHistory } from '../../src/content/en/health-history.js';
import type { ConsentDocument } from '../../src/domain/consent/document.js';
import type { ConsentRecord2 } from '../../src/domain/consent/record.js';
import { writeResponse } from '../../src/domain/fhir/write-response.js';
import type { CareState } from '../../src/domain/practice/care-state.js';
import type { SessionKindId } from '../../src/domain/practice/session-kind.js';
import type { Answers, ItemPath } from '../../src/domain/questionnaire/answers.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import { enabledItems, walk } from '../../src/domain/questionnaire/enabled-items.js';
import { isQuestion, type Item, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { addDays } from '../../src/domain/scheduling/calendar-days.js';
import type { Booking, Slot } from '../../src/domain/scheduling/sessions.js';
import type { Acceptance } from '../../src/domain/submission/acceptance.js';
import type { Contact, Submission } from '../../src/domain/submission/envelope.js';
import { newAlert, newCallRequest } from './alerts.js';
import { newBooking, newChange } from './bookings.js';
import { enConsent } from '../../src/locale/en-consent.js';
import { newConsent, newRecord } from './consent.js';
import { postHeaders } from './endpoint.js';
import { fillIn, type Filled } from './fill-in.js';
import { bytesOf, newCareToken, newIntake } from './intake.js';
import { newWithdrawal, newWithdrawalRecord } from './withdrawals.js';

interface Named {
  readonly given: string;
  readonly family: string;
}

/** The answer of somebody well to one question that has to be answered. */
function calmAnswer({ type, answerOption = [], format, min, units = [] }: Item): Entry {
  switch (type) {
    case 'choice':
    case 'open-choice': {
      const codes = answerOption.map(({ code }) => code);
      return [codes.find((code) => code === 'no' || code === 'none') ?? codes[0] ?? ''];
    }
    case 'date':
      return { year: '1984', month: '3', day: '27' };
    case 'boolean':
      return ['true'];
    case 'quantity':
      return { amount: String(min ?? 1), unit: units[0]?.code ?? '' };
    default:
      return format === 'email' ? 'ana@mail.example' : format === 'phone' ? '503 555 0199' : String(min ?? 1);
  }
}

/**
 * What somebody well answers to a form, under this name.
 *
 * @param isWanted which of the questions that are open they answer.
 * @param filled what they answer besides.
 */
export function answersTo(
  form: Questionnaire,
  { given, family }: Named,
  isWanted: (item: Item) => boolean,
  filled: Filled = {},
): Answers {
  const names: Readonly<Record<string, string>> = {
    'Patient.name.given': given,
    'Patient.name.family': family,
  };
  const begun = fillIn(form, filled);
  const { instances } = begun;
  const entries = new Map<ItemPath, Entry>(begun.entries);
  const open = () =>
    [...walk(enabledItems(form, { entries: new Map(entries), instances }))].find(
      ({ item, path }) => isQuestion(item) && isWanted(item) && !entries.has(path),
    );
  // An answer may open other questions.
  for (let next = open(); next !== undefined; next = open())
    entries.set(next.path, names[next.item.definition ?? ''] ?? calmAnswer(next.item));
  return { entries, instances };
}

/** A record of somebody who answered every comprehension check wrongly, twice. */
function withMisses(record: ConsentRecord2): ConsentRecord2 {
  const wrongAnswer = (id: string) =>
    record.document.blocks.find((block) => block.id === id)?.check?.answers.find(({ right }) => !right)?.id ??
    '';
  const checks = record.checks.map(({ block }) => ({
    block,
    answers: [wrongAnswer(block), wrongAnswer(block)],
  }));
  return { ...record, checks };
}

function madeNow() {
  const now = Date.now();
  return { createdAt: new Date(now).toISOString(), expiresAt: new Date(now + 15 * 60_000).toISOString() };
}

/** A client who sends to a running practice what the widget would send, without a page. */
export class SendingClient {
  readonly #origin: string;
  readonly #named: Named;
  readonly #token = newCareToken();

  constructor(origin: string, given: string, family: string) {
    this.#origin = origin;
    this.#named = { given, family };
  }

  get name(): string {
    return `${this.#named.given} ${this.#named.family}`;
  }

  sendHistory(filled: Filled = {}): Promise<Acceptance> {
    const { response } = writeResponse(
      healthHistory,
      answersTo(healthHistory, this.#named, ({ required }) => required === true, filled),
      new Date().toISOString(),
    );
    const { id, version } = healthHistory;
    return this.#send(newIntake({ act: { questionnaire: { id, version } }, content: { response } }));
  }

  /** The practice's consent as it is published now. */
  consentDocument(): Promise<ConsentDocument> {
    return this.#read('consents/ketamine-therapy');
  }

  /** Signs that. */
  async sign(how: { readonly missesChecks?: boolean } = {}): Promise<Acceptance> {
    const [at, name] = [new Date().toISOString(), this.name];
    const fresh = newRecord(await this.consentDocument());
    const statement = enConsent.signatureStatement;
    const record: ConsentRecord2 = {
      ...(how.missesChecks ? withMisses(fresh) : fresh),
      shownAt: at,
      acknowledgements: fresh.acknowledgements.map((each) => ({ ...each, at })),
      choices: fresh.choices.map((each) => ({ ...each, at })),
      signer: { name, role: 'self' },
      signature: { method: 'typed', value: name, statement, at },
    };
    return this.#send(newConsent(record));
  }

  /** Takes back all of what they signed last of the practice's consent. */
  async withdraw(): Promise<Acceptance> {
    const { consents } = await this.care();
    const signed = consents.findLast(({ id }) => id === 'ketamine-therapy');
    const text = await this.#read<ConsentDocument>(`consents/ketamine-therapy/${signed?.version}`);
    const record = { ...newWithdrawalRecord(newRecord(text)), recordDigest: signed?.recordDigest ?? '' };
    return this.#send(newWithdrawal({ ...record, at: new Date().toISOString() }));
  }

  /** Open times of a kind in the next weeks, soonest first. */
  async openSlots(kind: SessionKindId): Promise<readonly Slot[]> {
    const today = new Date().toISOString().slice(0, 10);
    const range = { kind, from: addDays(today, 1), to: addDays(today, 28) };
    const slots: Slot[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const asked: URLSearchParams = new URLSearchParams({ ...range, ...(cursor && { cursor }) });
      const page: { slots: Slot[]; next?: string } = await this.#read(`availability?${asked}`);
      slots.push(...page.slots);
      cursor = page.next;
    }
    return slots;
  }

  /** Asks for sessions; without a history or a consent before it, `contact` is needed. */
  async book(
    slots: readonly Pick<Slot, 'id' | 'kind'>[],
    content: { readonly contact?: Contact; readonly note?: string } = {},
  ): Promise<{ readonly reference: string; readonly bookings: readonly Booking[] }> {
    const { reference, bookings = [] } = await this.#send(newBooking(slots, { content }));
    return { reference, bookings };
  }

  cancel(bookings: readonly Pick<Booking, 'id'>[]): Promise<Acceptance> {
    return this.#send(newChange(bookings));
  }

  /** Has answered a question in a way that asks for contact the same day. */
  alert(): Promise<Acceptance> {
    return this.#send(newAlert(madeNow()));
  }

  askForCall(): Promise<Acceptance> {
    return this.#send(newCallRequest(madeNow()));
  }

  care(): Promise<CareState> {
    return this.#read('care');
  }

  async #read<T>(path: string): Promise<T> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const answer = await fetch(`${this.#origin}/api/${path}`, { headers });
    if (answer.status !== 200) throw new Error(`expected 200 from ${path}, got ${answer.status}`);
    return (await answer.json()) as T;
  }

  async #send(submission: Submission): Promise<Acceptance> {
    const answer = await fetch(`${this.#origin}/api/submissions`, {
      method: 'POST',
      headers: postHeaders(this.#token, submission.id),
      body: bytesOf(submission),
    });
    if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Acceptance;
  }
}
