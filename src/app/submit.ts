import type { RetryReason } from '../domain/submission/delivery.js';
import type { SubmissionFrame } from '../domain/submission/envelope.js';
import { deliver, type FrozenSubmission, type Outcome } from './deliver.js';
import { endpointPath } from './destination.js';
import type { Session } from './session/session.js';

/** How a submission is on its way, while it is not there yet. Every element has these three. */
export type SendingState =
  | { readonly status: 'sending'; readonly trouble: RetryReason | undefined }
  /** Not delivered within the time that somebody waits. */
  | { readonly status: 'not-sent'; readonly reason: RetryReason }
  /** The practice's side will not take it; trying again would not help. */
  | { readonly status: 'refused'; readonly httpStatus: number };

export const isSending = (state: { readonly status: string }): state is SendingState =>
  ['sending', 'not-sent', 'refused'].includes(state.status);

/** What is told on the way; every element's store takes these. */
export type SendingMessage =
  | { readonly type: 'trouble'; readonly reason: RetryReason }
  | { readonly type: 'gave-up'; readonly reason: RetryReason }
  | { readonly type: 'stopped'; readonly httpStatus: number };

/** Where a submission on its way has got to; nothing for a message that is not about that. */
export function onTheWay(message: SendingMessage | { readonly type: string }): SendingState | undefined {
  const told = message as SendingMessage;
  switch (told.type) {
    case 'trouble':
      return { status: 'sending', trouble: told.reason };
    case 'gave-up':
      return { status: 'not-sent', reason: told.reason };
    case 'stopped':
      return { status: 'refused', httpStatus: told.httpStatus };
    default:
      return undefined;
  }
}

/** What an outcome means that is nobody's success and that no element has words of its own for. */
export const unsuccessful = (outcome: Outcome): SendingMessage =>
  outcome.verdict === 'gave-up'
    ? { type: 'gave-up', reason: outcome.reason }
    : { type: 'stopped', httpStatus: outcome.verdict === 'stop' ? outcome.status : 409 };

/** A frozen submission that says which earlier ones it takes the place of. */
export interface RelatedSubmission extends FrozenSubmission {
  readonly relatesTo: readonly string[];
}

/** As many as a submission may name. */
const MAX_RELATED = 20;

/** What a new submission takes the place of: the one before, which may have arrived, and all that one did. */
export const replacing = (before: RelatedSubmission | undefined): readonly string[] =>
  before ? [...before.relatesTo, before.id].slice(-MAX_RELATED) : [];

/** How long what is of no use later stays good: nobody is booked or called long after they have given up waiting. */
export const EXPIRES_AFTER_MS = 15 * 60_000;

/** Named in submissions where no practice profile says who the practice is. */
const UNNAMED_PRACTICE = 'practice';

/** What every submission begins with, as of now. */
export function newFrame({ ports, state }: Session): SubmissionFrame {
  const { clock, random, widget } = ports;
  return {
    schema: 'kap/submission/1',
    id: random.uuid(),
    nonce: random.bits(128),
    createdAt: new Date(clock.now()).toISOString(),
    timeZone: clock.timeZone(),
    practice: (state.status === 'ready' && state.practice?.id) || UNNAMED_PRACTICE,
    widget,
  };
}

/**
 * Brings a frozen submission to the practice; every element of the page then hears what has changed.
 *
 * @param signal set when nobody waits any more.
 * @param send told of trouble before each try after the first.
 */
export async function submit(
  submission: FrozenSubmission,
  session: Session,
  signal: { readonly aborted: boolean },
  send: (message: SendingMessage) => void,
): Promise<Outcome> {
  const { destination, ports } = session;
  const url = endpointPath(destination, 'submissions') ?? destination.url;
  const careToken = session.careToken();
  const onRetry = (reason: RetryReason) => send({ type: 'trouble', reason });
  const { mode } = destination;
  const outcome = await deliver({ submission, mode, url, careToken, signal, onRetry }, ports);
  if (outcome.verdict === 'received') {
    session.send({ type: 'bookings', bookings: [...outcome.bookings] });
    session.send({ type: 'read-care' });
  }
  return outcome;
}
