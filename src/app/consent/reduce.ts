import { carriedOver } from '../../domain/consent/carry-over.js';
import {
  beginSigning,
  checkState,
  choiceKey,
  problemsOf,
  type CheckState,
  type Representation,
  type Signing,
  type SigningProblem,
} from '../../domain/consent/signing.js';
import type { Step } from '../store.js';
import { onTheWay } from '../submit.js';
import type { ConsentEffect, ConsentMessage, ConsentResult, LoadResult, SigningMessage } from './messages.js';
import type { Quiet } from './quiet.js';
import {
  isOpen,
  type ConsentState,
  type LoadingState,
  type Open,
  type OpenState,
  type ReadingState,
} from './state.js';

type ConsentStep = Step<ConsentState, ConsentEffect>;

const stateOfCheck = ({ document, answers }: Signing, block: string): CheckState | undefined => {
  const check = document.blocks.find(({ id }) => id === block)?.check;
  return check && checkState(check, answers.get(block));
};

/** What stays marked, by block: an answer that missed does not, so that a press in a hurry gives none twice. */
const rightAnswers = (signing: Signing): ReadonlyMap<string, string> =>
  new Map(
    [...signing.answers].flatMap(([block, given]) => {
      const last = given.at(-1);
      return last !== undefined && stateOfCheck(signing, block) === 'right' ? [[block, last]] : [];
    }),
  );

const openOf = ({ signing, prepared, earlier }: Open): Open => ({ signing, prepared, earlier });

const read = (open: Open, more: Partial<Pick<ReadingState, 'isNewText' | 'quiet'>> = {}): ConsentState => ({
  ...openOf(open),
  status: 'reading',
  problems: [],
  refusals: 0,
  chosen: rightAnswers(open.signing),
  aside: undefined,
  isNewText: false,
  ...more,
});

/** What is sent later is frozen anew: the record that waits now is not the one that goes out then. */
const frozenAnew = ({ signing, prepared, earlier }: Open): Open => ({
  signing,
  prepared: prepared && { ...prepared, signing: { ...signing } },
  earlier,
});

/**
 * The practice has not kept it, and there is no other text to sign in its place. The same bytes would be refused again,
 * also once a device's clock is set right.
 */
const refuse = (open: Open): ConsentState => ({ ...frozenAnew(open), status: 'refused', httpStatus: 422 });

const send = (open: Open): ConsentStep => [
  { ...openOf(open), status: 'sending', trouble: undefined },
  'deliver',
];

/** The same document with nothing done in it yet. */
function startOver({ signing, ...open }: Open): ConsentState {
  const { document, shownAt, supersedes } = signing;
  return read({ ...open, signing: beginSigning(document, shownAt, supersedes) });
}

/** No record says that it was signed in these hours. */
const wait = (open: Open, quiet: Quiet): ConsentState => read(frozenAnew(open), { quiet });

/** After a check is done nothing more is answered: what was said stays said. */
const isDone = (signing: Signing, block: string): boolean =>
  ['right', 'together', undefined].includes(stateOfCheck(signing, block));

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

/** Without a line there is no drawing. */
const withoutLastStroke = (drawing: Signing['drawing']): Signing['drawing'] =>
  drawing && drawing.strokes.length > 1 ? { ...drawing, strokes: drawing.strokes.slice(0, -1) } : undefined;

/** What stands in a field counts from the first letter; what was written before it was put aside comes back. */
function represented(state: ReadingState, representing: Partial<Representation> | undefined): ReadingState {
  const { signing, aside } = state;
  const before = signing.representing ?? aside;
  const now = representing && { authority: '', client: '', ...before, ...representing };
  return { ...state, aside: before, signing: { ...signing, representing: now } };
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

function withProblem(state: ReadingState, problem: SigningProblem): ReadingState {
  const isSaid = state.problems.some(({ code, block }) => code === problem.code && block === problem.block);
  return isSaid ? state : { ...state, problems: [...state.problems, problem] };
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
      const { block } = message;
      if (isDone(signing, block)) return state;
      const answer = chosen.get(block);
      if (answer === undefined) return withProblem(state, { code: 'check-open', block });
      const answered = withAnswer(signing, block, answer);
      const isRight = stateOfCheck(answered, block) === 'right';
      return { ...state, signing: answered, chosen: isRight ? chosen : without(chosen, block) };
    }
    case 'go-over': {
      const together = new Set(signing.together);
      if (message.wanted) together.add(message.block);
      else together.delete(message.block);
      return { ...state, signing: { ...signing, together } };
    }
    case 'decide': {
      const { block, choice, option, at } = message;
      const choices = new Map(signing.choices).set(choiceKey(block, choice), { option, at });
      return { ...state, signing: { ...signing, choices } };
    }
    case 'name':
      return { ...state, signing: { ...signing, name: message.name } };
    case 'represent':
      return represented(state, message.representing);
    case 'method':
      return { ...state, signing: { ...signing, method: message.method } };
    case 'draw':
      return { ...state, signing: { ...signing, drawing: message.drawing } };
    case 'take-back':
      return { ...state, signing: { ...signing, drawing: withoutLastStroke(signing.drawing) } };
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
  if (message.type === 'start-over') return [startOver(state)];
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
      return [{ status: 'loading', refused: open }, 'load'];
    case 'quiet':
      return [wait(open, message)];
    case 'under-age':
      return [read(open)];
    case 'received': {
      if (!open.prepared) return [state];
      const { reference, receivedAt, receipt, hasNext } = message;
      const next = {
        status: 'signed',
        submission: open.prepared,
        reference,
        receivedAt,
        receipt,
        hasNext,
      } as const;
      return receipt.standing === 'checking' ? [next, 'check-receipt'] : [next];
    }
    default: {
      const sending = onTheWay(message);
      if (!sending) return [state];
      const next = { ...open, ...sending };
      return sending.status === 'not-sent' ? [next, 'resume-on-return'] : [next];
    }
  }
}

/** What came of asking for a text, where one is waited for. What was signed before is never lost to it. */
function reduceLoading({ refused }: LoadingState, message: LoadResult): ConsentState {
  switch (message.type) {
    case 'loaded': {
      const { document, at, supersedes, earlier } = message;
      const before = refused?.signing.document;
      const isNewText = before?.id === document.id;
      // The same text again: it was not the text that the practice objected to.
      if (refused && isNewText && before?.version === document.version) return refuse(refused);
      const fresh = beginSigning(document, at, supersedes);
      const signing = refused && isNewText ? carriedOver(refused.signing, fresh) : fresh;
      return read({ signing, prepared: undefined, earlier }, { isNewText });
    }
    case 'not-loaded':
      return refused ? refuse(refused) : { status: 'unavailable', reason: message.reason };
    case 'nothing-to-sign':
      return { status: 'nothing-to-sign', signed: message.signed };
  }
}

/** How a document goes from its first reading to a signed record at the practice. Pure. */
export function reduceConsent(state: ConsentState, message: ConsentMessage): ConsentStep {
  switch (message.type) {
    case 'load':
      if (isOpen(state)) return [state];
      return [state.status === 'loading' ? state : { status: 'loading' }, 'load'];
    case 'loaded':
    case 'not-loaded':
    case 'nothing-to-sign':
      return [state.status === 'loading' ? reduceLoading(state, message) : state];
    case 'returned':
      return isOpen(state) && state.status === 'not-sent' ? send(state) : [state];
    case 'receipt-checked':
      return [state.status === 'signed' ? { ...state, receipt: message.receipt } : state];
    case 'acknowledge':
    case 'choose':
    case 'answer':
    case 'go-over':
    case 'decide':
    case 'name':
    case 'start-over':
    case 'represent':
    case 'method':
    case 'draw':
    case 'take-back':
    case 'sign':
    case 'try-again':
    case 'back':
      return isOpen(state) ? reduceSigning(state, message) : [state];
    default:
      return isOpen(state) && state.status === 'sending' ? reduceDelivery(state, message) : [state];
  }
}
