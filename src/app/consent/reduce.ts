import { beginSigning, checkState, problemsOf, type Signing } from '../../domain/consent/signing.js';
import type { Step } from '../store.js';
import { onTheWay } from '../submit.js';
import type { ConsentEffect, ConsentMessage, ConsentResult, SigningMessage } from './messages.js';
import { isOpen, type ConsentState, type Open, type OpenState, type ReadingState } from './state.js';

type ConsentStep = Step<ConsentState, ConsentEffect>;

const openOf = ({ signing, prepared }: Open): Open => ({ signing, prepared });

const read = (open: Open, more: { readonly isNewText?: boolean } = {}): ConsentState => ({
  ...openOf(open),
  status: 'reading',
  problems: [],
  refusals: 0,
  chosen: new Map([...open.signing.answers].map(([block, given]) => [block, given.at(-1) ?? ''])),
  isNewText: false,
  ...more,
});

const send = (open: Open): ConsentStep => [
  { ...openOf(open), status: 'sending', trouble: undefined },
  'deliver',
];

/** After a check is done nothing more is answered: what was said stays said. */
const isDone = ({ document, answers }: Signing, block: string): boolean => {
  const check = document.blocks.find(({ id }) => id === block)?.check;
  return !check || ['right', 'together'].includes(checkState(check, answers.get(block)));
};

function withAcknowledgement(signing: Signing, block: string, at: string | undefined): Signing {
  const acknowledged = new Map(signing.acknowledged);
  if (at === undefined) acknowledged.delete(block);
  else acknowledged.set(block, at);
  return { ...signing, acknowledged };
}

function withAnswer(signing: Signing, block: string, answer: string): Signing {
  const given = signing.answers.get(block) ?? [];
  return { ...signing, answers: new Map(signing.answers).set(block, [...given, answer]) };
}

function edit(state: ReadingState, message: SigningMessage): ReadingState {
  const { signing, chosen } = state;
  switch (message.type) {
    case 'acknowledge':
      return {
        ...state,
        signing: withAcknowledgement(signing, message.block, message.ticked ? message.at : undefined),
      };
    case 'choose':
      return isDone(signing, message.block)
        ? state
        : { ...state, chosen: new Map(chosen).set(message.block, message.answer) };
    case 'answer': {
      const answer = chosen.get(message.block);
      const isRepeated = signing.answers.get(message.block)?.at(-1) === answer;
      if (answer === undefined || isRepeated || isDone(signing, message.block)) return state;
      return { ...state, signing: withAnswer(signing, message.block, answer) };
    }
    case 'name':
      return { ...state, signing: { ...signing, name: message.name } };
    default:
      return state;
  }
}

function reduceSigning(state: OpenState, message: SigningMessage): ConsentStep {
  if (state.status === 'sending') return [state];
  if (state.status !== 'reading') {
    if (message.type === 'try-again') return send(state);
    return [message.type === 'back' ? read(state) : state];
  }
  if (message.type !== 'sign') return [edit(state, message)];
  const problems = problemsOf(state.signing);
  return problems.length > 0 ? [{ ...state, problems, refusals: state.refusals + 1 }] : send(state);
}

function reduceDelivery(state: OpenState, message: ConsentResult): ConsentStep {
  const open = openOf(state);
  switch (message.type) {
    case 'prepared':
      return [{ ...state, prepared: message.prepared }];
    case 'invalid':
      return [{ status: 'loading', replaces: open.signing.document.version }, 'load'];
    case 'received': {
      if (!open.prepared) return [state];
      const { reference, receivedAt, hasNext } = message;
      return [{ status: 'signed', submission: open.prepared, reference, receivedAt, hasNext }];
    }
    default: {
      const sending = onTheWay(message);
      if (!sending) return [state];
      const next = { ...open, ...sending };
      return sending.status === 'not-sent' ? [next, 'resume-on-return'] : [next];
    }
  }
}

/** How a document goes from its first reading to a signed record at the practice. Pure. */
export function reduceConsent(state: ConsentState, message: ConsentMessage): ConsentStep {
  switch (message.type) {
    case 'load':
      return [{ status: 'loading' }, 'load'];
    case 'loaded': {
      const open = { signing: beginSigning(message.document, message.at), prepared: undefined };
      const replaces = state.status === 'loading' ? state.replaces : undefined;
      // The same text again: it was not the text that the practice objected to.
      if (replaces === message.document.version) return [{ ...open, status: 'refused', httpStatus: 422 }];
      return [read(open, { isNewText: replaces !== undefined })];
    }
    case 'not-loaded':
      return [{ status: 'unavailable', reason: message.reason }];
    case 'nothing-to-sign':
      return [{ status: 'nothing-to-sign', signed: message.signed }];
    case 'returned':
      return isOpen(state) && state.status === 'not-sent' ? send(state) : [state];
    case 'acknowledge':
    case 'choose':
    case 'answer':
    case 'name':
    case 'sign':
    case 'try-again':
    case 'back':
      return isOpen(state) ? reduceSigning(state, message) : [state];
    default:
      return isOpen(state) && state.status === 'sending' ? reduceDelivery(state, message) : [state];
  }
}
