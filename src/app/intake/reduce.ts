import {
  withChoice,
  withEntry,
  withInstance,
  withoutInstance,
} from '../../domain/questionnaire/edit-answers.js';
import { NO_ANSWERS, type Answers, type ItemPath } from '../../domain/questionnaire/answers.js';
import { enabledItems, walk } from '../../domain/questionnaire/enabled-items.js';
import { pagesOf as pagesIn } from '../../domain/questionnaire/pages.js';
import { validate, type ValidationContext } from '../../domain/questionnaire/validate.js';
import type { Step } from '../store.js';
import { onTheWay } from '../submit.js';
import { afterAnswer, reduceSafety } from './safety-reduce.js';
import { NOTHING_RAISED } from './safety-state.js';
import type { ClientMessage, IntakeEffect, IntakeMessage, ResultMessage } from './messages.js';
import {
  isFilled,
  placeOf,
  wantsKeeping,
  type Filled,
  type FilledState,
  type FillingState,
  type IntakeState,
  type ShownProblem,
} from './state.js';

type IntakeStep = Step<IntakeState, IntakeEffect>;

/** What goes along to another view. Whoever moves on has not stopped. */
const filledOf = ({ form, answers, prepared, uncertain, keeping, found, safety }: Filled): Filled => ({
  form,
  answers,
  prepared,
  uncertain,
  keeping,
  found,
  safety: { ...safety, paused: false },
});

/** The pages that apply to these answers, in order. */
export const pagesOf = ({ form, answers }: Pick<Filled, 'form' | 'answers'>) =>
  pagesIn(form, enabledItems(form, answers));

const openPage = (state: Filled, page: string, more: Partial<FillingState> = {}): IntakeState => ({
  ...filledOf(state),
  status: 'filling',
  page,
  problems: [],
  refusals: 0,
  changing: undefined,
  ...more,
});

const check = (state: Filled, cameFrom?: ItemPath): IntakeState => ({
  ...filledOf(state),
  status: 'checking',
  cameFrom,
});

/** The first page that holds any of these problems, opened with all of its own. */
function openProblems(
  state: Filled,
  problems: readonly ShownProblem[],
  refusals: number,
): IntakeState | undefined {
  for (const page of pagesOf(state)) {
    const paths = new Set([...walk([page])].map(({ path }) => path));
    const here = problems.filter(({ path }) => paths.has(path));
    if (here.length > 0)
      return openPage(state, page.path, { problems: here, refusals, changing: here[0]?.path });
  }
  return undefined;
}

function continueFrom(state: FillingState, context: ValidationContext): IntakeState {
  const pages = pagesOf(state);
  const at = pages.findIndex(({ path }) => path === state.page);
  const problems = validate(pages.slice(at, at + 1), state.answers, context);
  if (problems.length > 0) return { ...state, problems, refusals: state.refusals + 1 };
  if (state.changing !== undefined) return check(state, state.changing);
  const next = pages[at + 1];
  return next ? openPage(state, next.path) : check(state);
}

function backFrom(state: FilledState): IntakeState {
  const pages = pagesOf(state);
  if (state.status === 'filling') {
    if (state.changing !== undefined) return check(state, state.changing);
    const before = pages[pages.findIndex(({ path }) => path === state.page) - 1];
    return before ? openPage(state, before.path) : { ...filledOf(state), status: 'welcome' };
  }
  const last = pages.at(-1);
  if (state.status === 'checking' && last) return openPage(state, last.path);
  return state.status === 'not-sent' || state.status === 'refused' ? check(state) : state;
}

/** From one place to another while nothing is on its way; what is not a place changes nothing. */
function goTo(state: FilledState, place: string): IntakeState {
  const here = placeOf(state);
  if (here === undefined || here === place) return state;
  if (place === 'welcome' || place === 'topics') return { ...filledOf(state), status: place };
  if (place === 'checking') return check(state);
  return pagesOf(state).some(({ path }) => path === place) ? openPage(state, place) : state;
}

const sendAgain = (state: Filled): IntakeStep => [
  { ...filledOf(state), status: 'sending', trouble: undefined },
  'deliver',
];

function sendFrom(state: FilledState, context: ValidationContext): IntakeStep {
  const problems = validate(pagesOf(state), state.answers, context);
  const opened = openProblems(state, problems, 1);
  if (opened) return [opened];
  return sendAgain(state);
}

function cleared(state: FilledState): IntakeState {
  if (state.status === 'received')
    return { status: 'received-before', reference: state.reference, receivedAt: state.receivedAt };
  return state.status === 'sent' ? { ...state, answers: NO_ANSWERS, prepared: undefined } : state;
}

function editAnswers(state: FilledState, message: ClientMessage): Answers {
  const { answers } = state;
  switch (message.type) {
    case 'answer':
      return withEntry(answers, message.path, message.entry);
    case 'choose': {
      const chosen = answers.entries.get(message.path);
      const codes = Array.isArray(chosen) ? (chosen as readonly string[]) : [];
      return withEntry(answers, message.path, withChoice(message.item, codes, message.code, message.ticked));
    }
    case 'add-instance':
      return withInstance(answers, message.item, message.path);
    case 'remove-instance':
      return withoutInstance(answers, message.item, message.path, message.key);
    default:
      return answers;
  }
}

function reduceClient(state: FilledState, message: ClientMessage): IntakeStep {
  switch (message.type) {
    case 'begin': {
      if (state.status !== 'welcome') return [state];
      const fresh: FilledState = { ...state, found: undefined };
      const left = goTo(fresh, state.found?.place ?? '');
      const [first] = pagesOf(state);
      if (left !== fresh) return [left];
      return [first ? openPage(fresh, first.path) : check(fresh)];
    }
    case 'answer':
    case 'choose':
    case 'add-instance':
    case 'remove-instance':
      return state.status === 'filling'
        ? afterAnswer({ ...state, answers: editAnswers(state, message) }, message.path)
        : [state];
    case 'continue':
      return [state.status === 'filling' ? continueFrom(state, message.context) : state];
    case 'back':
      return [backFrom(state)];
    case 'change':
      return [
        state.status === 'checking' ? openPage(state, message.page, { changing: message.path }) : state,
      ];
    case 'send':
      return state.status === 'checking' ? sendFrom(state, message.context) : [state];
    case 'try-again':
      return state.status === 'not-sent' || state.status === 'refused' ? sendAgain(state) : [state];
    case 'safety':
      return reduceSafety(state, message.message);
    case 'clear':
      return [cleared(state)];
    case 'go':
      return [goTo(state, message.place)];
    case 'leave':
      return [{ status: 'loading' }, 'load'];
    case 'keep':
      return [{ ...state, keeping: { status: 'saving' } }, 'keep-draft'];
    case 'forget':
      return [{ ...state, keeping: { status: 'erasing' }, found: undefined }, 'erase-draft'];
    case 'start-over':
      return [{ status: 'loading' }, 'erase-draft', 'load'];
  }
}

/** A new submission takes the place of one with other answers, which may have arrived all the same. */
function withPrepared(state: Filled, prepared: Filled['prepared']): Filled {
  const before = state.prepared;
  const uncertain = before && before.id !== prepared?.id ? [...state.uncertain, before.id] : state.uncertain;
  return { ...filledOf(state), prepared, uncertain };
}

function reduceDelivery(state: FilledState, message: ResultMessage): IntakeStep {
  const filled = filledOf(state);
  switch (message.type) {
    case 'prepared':
      return [{ ...state, ...withPrepared(state, message.prepared) }];
    case 'received':
      return [
        { ...filled, status: 'received', reference: message.reference, receivedAt: message.receivedAt },
      ];
    case 'sent':
      return [{ ...filled, status: 'sent' }];
    case 'invalid': {
      // The endpoint has said that it did not keep this one, so nothing is uncertain about it.
      const fresh = { ...filled, prepared: undefined };
      const opened = openProblems(fresh, message.problems, 1);
      return [opened ?? { ...fresh, status: 'refused', httpStatus: 422 }];
    }
    default: {
      const sending = onTheWay(message);
      if (!sending) return [state];
      const next = { ...filled, ...sending };
      return sending.status === 'not-sent' ? [next, 'resume-on-return'] : [next];
    }
  }
}

/** What came of keeping or erasing; nothing where it is about answers or a wish that have changed meanwhile. */
function reduceKeeping(
  state: FilledState,
  message: Extract<ResultMessage, { type: 'kept' | 'erased' | 'not-kept' | 'not-erased' }>,
): IntakeState {
  const { keeping } = message;
  if (state.keeping !== keeping) return state;
  if (message.type === 'kept')
    return { ...state, keeping: { status: 'saved', at: message.at, until: message.until } };
  if (message.type === 'erased') return { ...state, keeping: { status: 'off' } };
  if (message.type === 'not-erased')
    return { ...state, keeping: { status: 'not-erased', until: message.until } };
  return { ...state, keeping: { status: 'not-saved' } };
}

const isTooYoung = (state: FilledState): boolean =>
  state.status === 'filling' && state.problems.some(({ code }) => code === 'under-minimum-age');

/** What a step means for what is kept on the device: new answers and places are, nothing is that has been sent. */
function withKeeping(before: IntakeState, step: IntakeStep): IntakeStep {
  const [state, ...effects] = step;
  if (!isFilled(state) || !wantsKeeping(state)) return step;
  if (state.status === 'received' || state.status === 'sent' || isTooYoung(state))
    return [{ ...state, keeping: { status: 'erasing' } }, ...effects, 'erase-draft'];
  const isNew = isFilled(before) && (before.answers !== state.answers || placeOf(before) !== placeOf(state));
  return isNew ? [{ ...state, keeping: { status: 'saving' } }, ...effects, 'keep-draft'] : step;
}

function reduce(state: IntakeState, message: IntakeMessage): IntakeStep {
  switch (message.type) {
    case 'load':
      return [{ status: 'loading' }, 'load'];
    case 'fill-in-again':
      return [{ status: 'loading', again: true }, 'load'];
    case 'loaded':
      return [
        {
          status: 'welcome',
          form: message.form,
          answers: message.answers,
          prepared: undefined,
          uncertain: [],
          keeping: message.keeping ?? { status: 'off' },
          found: message.found,
          safety: NOTHING_RAISED,
        },
      ];
    case 'not-loaded':
      return [{ status: 'unavailable', reason: message.reason }];
    case 'known-received':
      return [{ status: 'received-before', reference: message.reference, receivedAt: message.receivedAt }];
    case 'returned':
      return state.status === 'not-sent' ? sendAgain(state) : [state];
    case 'prepared':
    case 'trouble':
    case 'gave-up':
    case 'received':
    case 'sent':
    case 'stopped':
    case 'invalid':
      return isFilled(state) && state.status === 'sending' ? reduceDelivery(state, message) : [state];
    case 'kept':
    case 'erased':
    case 'not-kept':
    case 'not-erased':
      return [isFilled(state) ? reduceKeeping(state, message) : state];
    default:
      return isFilled(state) ? reduceClient(state, message) : [state];
  }
}

/** How a health history goes from the first page to the practice. Pure: time and chance come in with the messages. */
export const reduceIntake = (state: IntakeState, message: IntakeMessage): IntakeStep =>
  withKeeping(state, reduce(state, message));
