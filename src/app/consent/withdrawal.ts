import type { ConsentRecord, WithdrawalRecord, WithdrawalScope } from '../../domain/consent/record.js';
import { canonicalJson } from '../../domain/submission/canonical-json.js';
import type { ConsentWithdrawalSubmission } from '../../domain/submission/envelope.js';
import { scopeInAct } from '../../domain/submission/withdrawal-scope.js';
import { createCourse, resumeOnReturn, type Course, type Signal } from '../course.js';
import type { Outcome } from '../deliver.js';
import type { Session } from '../session/session.js';
import type { Step } from '../store.js';
import {
  newFrame,
  onTheWay,
  replacing,
  submit,
  unsuccessful,
  type RelatedSubmission,
  type SendingMessage,
  type SendingState,
} from '../submit.js';
import { asSent } from './as-sent.js';
import { readVersion } from './documents.js';
import {
  checkReceipt,
  receiptAsItCame,
  type Received,
  type ReceiptChecks,
  type ReceiptState,
} from './receipt.js';

/** The signed record that a client wants to take back. */
export interface SignedConsent {
  readonly id: string;
  readonly version: string;
  /** Nothing where the practice has not said it; it is then read from the text. */
  readonly title: string | undefined;
  readonly recordDigest: string;
  /** The blocks in which something was said yes to, where the practice has told. */
  readonly agreed?: readonly string[] | undefined;
  /** What was taken back of it before, in the words of a withdrawal's `act`. */
  readonly withdrawn?: readonly { readonly scope: string }[] | undefined;
  /** The record itself, where it was signed on this page; a FHIR server can't be told without it. */
  readonly record?: ConsentRecord | undefined;
}

/** A withdrawal on its way. */
export interface PreparedWithdrawal extends RelatedSubmission {
  readonly record: WithdrawalRecord;
  readonly recordDigest: string;
}

interface Chosen {
  readonly of: SignedConsent;
  readonly scope: WithdrawalScope;
  /** The sentence that the button was pressed under; empty before. */
  readonly statement: string;
  /** The latest that was frozen. Sent again as it is while the scope is the same. */
  readonly prepared: PreparedWithdrawal | undefined;
}

export type WithdrawalState =
  | (Chosen & { readonly status: 'choosing' })
  | (Chosen & SendingState)
  | {
      readonly status: 'withdrawn';
      readonly submission: PreparedWithdrawal;
      /** Nothing of a webhook. */
      readonly reference: string | undefined;
      readonly receivedAt: string | undefined;
      readonly receipt: ReceiptState;
    };

export type WithdrawalMessage =
  | { readonly type: 'choose-scope'; readonly scope: WithdrawalScope }
  /** The statement is the sentence that the button stands under. */
  | { readonly type: 'take-back'; readonly statement: string }
  | { readonly type: 'try-again' }
  | { readonly type: 'back' }
  | { readonly type: 'prepared'; readonly prepared: PreparedWithdrawal }
  | { readonly type: 'returned' }
  | {
      readonly type: 'received';
      readonly reference: string | undefined;
      readonly receivedAt: string | undefined;
      readonly receipt: ReceiptState;
    }
  | { readonly type: 'receipt-checked'; readonly receipt: ReceiptState }
  | SendingMessage;

type WithdrawalEffect = 'deliver' | 'resume-on-return' | 'check-receipt';
type WithdrawalStep = Step<WithdrawalState, WithdrawalEffect>;

export interface Withdrawal extends Course<WithdrawalState, WithdrawalMessage> {
  readonly of: SignedConsent;
}

const chosenOf = ({ of, scope, statement, prepared }: Chosen): Chosen => ({ of, scope, statement, prepared });

const sending = (chosen: Chosen): WithdrawalStep => [
  { ...chosenOf(chosen), status: 'sending', trouble: undefined },
  'deliver',
];

function reduceDelivery(state: Chosen & SendingState, message: WithdrawalMessage): WithdrawalStep {
  switch (message.type) {
    case 'prepared':
      return [{ ...state, prepared: message.prepared }];
    case 'received': {
      if (!state.prepared) return [state];
      const { reference, receivedAt, receipt } = message;
      const next = {
        status: 'withdrawn',
        submission: state.prepared,
        reference,
        receivedAt,
        receipt,
      } as const;
      return receipt.standing === 'checking' ? [next, 'check-receipt'] : [next];
    }
    default: {
      const way = onTheWay(message);
      if (!way) return [state];
      const next = { ...chosenOf(state), ...way };
      return way.status === 'not-sent' ? [next, 'resume-on-return'] : [next];
    }
  }
}

/** How a consent is taken back. Pure. */
export function reduceWithdrawal(state: WithdrawalState, message: WithdrawalMessage): WithdrawalStep {
  switch (state.status) {
    case 'withdrawn':
      return [message.type === 'receipt-checked' ? { ...state, receipt: message.receipt } : state];
    case 'choosing':
      if (message.type === 'choose-scope') return [{ ...state, scope: message.scope }];
      return message.type === 'take-back' ? sending({ ...state, statement: message.statement }) : [state];
    case 'sending':
      return reduceDelivery(state, message);
    default:
      if (message.type === 'try-again') return sending(state);
      if (message.type === 'returned' && state.status === 'not-sent') return sending(state);
      return [message.type === 'back' ? { ...chosenOf(state), status: 'choosing' } : state];
  }
}

/** Freezes a withdrawal into the bytes that every try will send. */
async function prepare(
  { of, scope, statement, prepared: before }: Chosen,
  locale: string,
  session: Session,
): Promise<PreparedWithdrawal> {
  const { hash } = session.ports;
  const { id, version, recordDigest: signed } = of;
  const text = of.title === undefined ? await readVersion(id, version, session) : undefined;
  const title = of.title ?? (text && 'document' in text ? text.document.title : id);
  const frame = newFrame(session);
  const { practice, timeZone, widget, createdAt: at } = frame;
  const record: WithdrawalRecord = {
    schema: 'kap/consent-withdrawal/1',
    practice,
    recordDigest: signed,
    document: { id, version, title },
    scope,
    statement,
    at,
    timeZone,
    locale,
    widget,
  };
  const relatesTo = replacing(before);
  const envelope: ConsentWithdrawalSubmission = {
    ...frame,
    kind: 'consent-withdrawal',
    locale,
    relatesTo: [...relatesTo],
    act: { recordDigest: signed, scope: scopeInAct(scope) },
    content: { record },
  };
  const recordDigest = await hash.sha256(canonicalJson(record));
  const resources = of.record && {
    record: of.record,
    recordDigest: signed,
    withdrawal: { record, recordDigest },
  };
  const body = await asSent(envelope, resources, session);
  return { id: frame.id, body, digest: await hash.sha256(body), relatesTo, record, recordDigest };
}

const claimOf = ({ record, recordDigest }: PreparedWithdrawal, receivedAt: string): Received => ({
  recordDigest,
  // Only the endpoint knows the text that was signed, where this page was opened later.
  textDigest: undefined,
  practice: record.practice,
  receivedAt,
});

async function resultOf(
  outcome: Outcome,
  prepared: PreparedWithdrawal,
  checks: ReceiptChecks,
): Promise<WithdrawalMessage> {
  if (outcome.verdict === 'received') {
    const { reference, receivedAt } = outcome;
    const receipt = await receiptAsItCame(outcome.receipt, claimOf(prepared, receivedAt), checks);
    return { type: 'received', reference, receivedAt, receipt };
  }
  if (outcome.verdict !== 'sent') return unsuccessful(outcome);
  const receipt = { standing: 'none', jws: undefined } as const;
  return { type: 'received', reference: undefined, receivedAt: undefined, receipt };
}

const isSameScope = (one: WithdrawalScope, other: WithdrawalScope | undefined): boolean =>
  other !== undefined && scopeInAct(one) === scopeInAct(other);

/**
 * Takes back what was signed, at any time: all of it, where the client chooses nothing else.
 *
 * @param locale the language of the words that the client reads.
 */
export function createWithdrawal(
  of: SignedConsent,
  locale: string,
  session: Session,
  checks: ReceiptChecks,
): Withdrawal {
  const deliver = async (
    state: WithdrawalState,
    send: (message: WithdrawalMessage) => void,
    signal: Signal,
  ): Promise<void> => {
    if (state.status !== 'sending') return;
    let { prepared } = state;
    if (!prepared || !isSameScope(state.scope, prepared.record.scope)) {
      prepared = await prepare(state, locale, session);
      send({ type: 'prepared', prepared });
    }
    send(await resultOf(await submit(prepared, session, signal, send), prepared, checks));
  };

  const check = async (state: WithdrawalState, send: (message: WithdrawalMessage) => void): Promise<void> => {
    if (state.status !== 'withdrawn' || state.receivedAt === undefined) return;
    const { submission, receivedAt, receipt } = state;
    if (receipt.jws === undefined) return;
    const checked = await checkReceipt(receipt.jws, claimOf(submission, receivedAt), checks, session);
    send({ type: 'receipt-checked', receipt: checked });
  };

  const course = createCourse<WithdrawalState, WithdrawalMessage, WithdrawalEffect>({
    initial: { status: 'choosing', of, scope: { what: 'everything' }, statement: '', prepared: undefined },
    reduce: reduceWithdrawal,
    effects: { deliver, 'resume-on-return': resumeOnReturn(session), 'check-receipt': check },
  });
  return Object.assign(course, { of });
}
