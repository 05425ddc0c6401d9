import { addMonths } from '../../domain/scheduling/calendar-days.js';
import { stepKey, type CourseStep } from '../../domain/scheduling/course-plan.js';
import type { Booking, Slot } from '../../domain/scheduling/sessions.js';
import type { Step } from '../store.js';
import { onTheWay } from '../submit.js';
import type { Asked, PickerMessage, PickerResult, SessionsEffect, SessionsMessage } from './messages.js';
import {
  availabilityOf,
  currentOf,
  NOTHING_CHOSEN,
  withoutTime,
  type Availability,
  type Choice,
  type ChoiceProblem,
  type ChoosingState,
  type Notice,
  type SessionsState,
  type WishedSession,
} from './state.js';

type SessionsStep = Step<SessionsState, SessionsEffect>;

const choosing = (choice: Choice, turn = 0, notice?: Notice): ChoosingState => ({
  status: 'choosing',
  choice,
  notice,
  problems: [],
  turn,
});

const send = (choice: Choice): SessionsStep => [{ status: 'sending', choice, trouble: undefined }, 'deliver'];

/** What a choice still lacks. */
export function problemsOf(choice: Choice, asked: Asked): ChoiceProblem[] {
  const { sessions, name, reach, region } = choice;
  if (sessions.length === 0) return ['no-kind'];
  const problems: ChoiceProblem[] = withoutTime(choice).length > 0 ? ['no-slot'] : [];
  if (asked.isBlocked) problems.push('rules');
  if (asked.region && !region) problems.push('no-region');
  if (asked.contact && name.trim() === '') problems.push('no-name');
  // A phone number or an address; whether it is the right one only the practice will see.
  if (asked.contact && !/\d{5}|\S@\S/.test(reach.replace(/[\s().-]/g, ''))) problems.push('no-reach');
  return problems;
}

/** So many times around a lost one are offered at once. */
const MOST_NEAREST = 5;
/** So many times more the list shows at a press. */
const MORE_LISTED = 10;

/** The open slots nearest to a lost one, soonest first. */
function nearestTo(lost: Slot | undefined, slots: readonly Slot[]): readonly Slot[] {
  const at = ({ start }: Slot) => Date.parse(start);
  const distance = (slot: Slot) => Math.abs(at(slot) - (lost ? at(lost) : 0));
  const nearest = slots
    .filter(({ kind }) => !lost || kind === lost.kind)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_NEAREST);
  return nearest.sort((a, b) => at(a) - at(b));
}

/** A month that is not known to its end is asked for as soon as it is shown: "none" is not "not known". */
function showing(state: SessionsState): SessionsStep {
  const { choice } = state;
  const { cursor } = choice;
  const availability = availabilityOf(choice, currentOf(choice)?.kind);
  if (availability.status !== 'known' || cursor === undefined) return [state];
  const isBeyond = addMonths(cursor.slice(0, 7), 1) > availability.until.slice(0, 7);
  return isBeyond ? [state, 'load-more'] : [state];
}

/** Gives the session on the screen another time, or none. */
const withSlot = ({ sessions, current }: Choice, slot: Slot | undefined): readonly WishedSession[] =>
  sessions.map((each) => (each.key === current && each.slot !== slot ? { ...each, slot } : each));

const wished = (step: CourseStep, from?: Booking): WishedSession => ({
  ...step,
  key: stepKey(step),
  from,
  slot: undefined,
});

/** A wish anew, by somebody of whom everything else is known already. */
const wishing = (choice: Choice, more: Partial<Choice>): Choice => {
  const { purpose, sessions, current, availability, cursor, day, nearest, search, told } = NOTHING_CHOSEN;
  return { ...choice, purpose, sessions, current, availability, cursor, day, nearest, search, told, ...more };
};

const withKnown = (choice: Choice, kind: WishedSession['kind'], known: Availability): Choice => ({
  ...choice,
  availability: new Map(choice.availability).set(kind, known),
});

/** What is wished for, and which of it is on the screen. */
function reduceWish(state: ChoosingState, message: PickerMessage): SessionsStep | undefined {
  const { choice, turn } = state;
  switch (message.type) {
    case 'choose-kind': {
      const sessions = message.kinds.map((kind) => wished({ kind, number: 1 }));
      const wish = { sessions, current: sessions[0]?.key, zone: message.zone };
      return [choosing(wishing(choice, wish), turn), 'load'];
    }
    case 'plan-course': {
      const sessions = message.steps.map((step) => wished(step));
      return [choosing(wishing(choice, { purpose: 'course', sessions }), turn)];
    }
    case 'move-bookings': {
      const sessions = message.bookings.map((from) => wished({ kind: from.kind, number: 1 }, from));
      const wish = { purpose: 'move', sessions, current: sessions[0]?.key, zone: message.zone } as const;
      return [choosing(wishing(choice, wish), turn), 'load'];
    }
    case 'open': {
      const { key, zone, date } = message;
      const open = { ...choice, current: key, zone, cursor: date, day: undefined, nearest: [] };
      const isKnown = availabilityOf(open, currentOf(open)?.kind).status === 'known';
      return isKnown ? showing({ ...state, choice: open }) : [{ ...state, choice: open }, 'load'];
    }
    case 'start-over':
      return [choosing(wishing({ ...choice, cancelling: [] }, {}), turn)];
    case 'find-times':
      return [{ ...state, choice: { ...choice, search: { status: 'looking' } } }, 'lay-out'];
    default:
      return undefined;
  }
}

/** Which time it is to be. */
function reduceTimes(state: ChoosingState, message: PickerMessage): SessionsStep | undefined {
  const { choice } = state;
  const withChoice = (more: Partial<Choice>): ChoosingState => ({ ...state, choice: { ...choice, ...more } });
  const isAlone = choice.sessions.length === 1;
  switch (message.type) {
    case 'reload': {
      // From the beginning: what can't be read far ahead must not keep anybody from what is near.
      const availability = new Map(choice.availability);
      const kind = currentOf(choice)?.kind;
      if (kind) availability.delete(kind);
      return [withChoice({ availability, cursor: undefined }), 'load'];
    }
    case 'move':
      return showing(withChoice({ cursor: message.date }));
    case 'choose-day': {
      const { date } = message;
      // Of several, a time stays until there is another.
      const sessions = isAlone && date !== choice.day ? withSlot(choice, undefined) : choice.sessions;
      return showing(withChoice({ cursor: date, day: date, sessions }));
    }
    case 'choose-slot': {
      const sessions = withSlot(choice, message.slot);
      const next = withChoice({ sessions, told: [], search: { status: 'none' } });
      return isAlone ? [next] : [next, 'mend'];
    }
    case 'switch-zone':
      return [withChoice({ zone: message.zone, day: message.day, cursor: message.day ?? choice.cursor })];
    case 'view':
      return [withChoice({ view: message.view })];
    case 'list-more': {
      const next = withChoice({ listed: choice.listed + MORE_LISTED });
      return message.isEnd ? [next, 'load-more'] : [next];
    }
    case 'prefer':
      return [withChoice({ preference: message.preference })];
    default:
      return undefined;
  }
}

/** Who asks, and what is to become of it. */
function reduceAsking(state: ChoosingState, message: PickerMessage): SessionsStep {
  const { choice } = state;
  const withChoice = (more: Partial<Choice>): ChoosingState => ({ ...state, choice: { ...choice, ...more } });
  switch (message.type) {
    case 'contact': {
      const { name = choice.name, reach = choice.reach, region = choice.region } = message;
      return [withChoice({ name, reach, region })];
    }
    case 'ask-to-cancel':
      return [withChoice({ cancelling: message.bookings })];
    case 'answer':
      return [withChoice({ answering: message.booking })];
    case 'cancel':
      return choice.cancelling.length > 0 ? send({ ...choice, cancelling: message.bookings }) : [state];
    case 'request': {
      const problems = problemsOf(choice, message.asked);
      if (problems.length > 0) return [{ ...state, problems, turn: state.turn + 1 }];
      return send({ ...choice, cancelling: [] });
    }
    default:
      return [state];
  }
}

/** What could not be had is asked again, and nothing else. */
function interrupted(choice: Choice, message: Extract<PickerResult, { type: 'interrupted' }>): SessionsStep {
  const { notice, slots, taken, findings } = message;
  const search = NOTHING_CHOSEN.search;
  const kept = { ...choice, availability: new Map(), search, prepared: undefined, cancelling: [] };
  const again: readonly SessionsEffect[] = choice.current === undefined ? [] : ['load'];
  // A session that can't be cancelled says nothing against the times that are chosen.
  if (choice.cancelling.length > 0) return [choosing(kept, 1, notice), ...again];
  const asked = choice.sessions.filter(({ slot }) => slot !== undefined);
  const isLost = (each: WishedSession) =>
    asked.length === 1
      ? each === asked[0]
      : notice === 'taken' && (taken.length === 0 || taken.includes(asked.indexOf(each)));
  const lost = asked.filter(isLost);
  const [first] = lost;
  if (!first) return [choosing({ ...kept, told: findings }, 1, notice), ...again];
  const sessions = choice.sessions.map((each) => (lost.includes(each) ? { ...each, slot: undefined } : each));
  const nearest = nearestTo(first.slot, slots);
  const cursor = first.key === choice.current ? choice.cursor : undefined;
  const wish = { sessions, current: first.key, cursor, nearest, told: findings, day: undefined };
  return [choosing({ ...kept, ...wish }, 1, notice), 'load'];
}

function received(choice: Choice, message: Extract<PickerResult, { type: 'received' }>): SessionsStep {
  const { bookings, reference } = message;
  const kept = { ...choice, prepared: undefined, cancelling: [] };
  if (choice.cancelling.length > 0) {
    if (choice.current === undefined) return [choosing(kept, 1, 'cancelled')];
    // The time that is free again shows among the open ones.
    return [choosing({ ...kept, availability: new Map() }, 1, 'cancelled'), 'load'];
  }
  const done = wishing(kept, {});
  if (choice.purpose === 'move') return [choosing(done, 1, 'moved')];
  return [{ status: 'booked', choice: done, bookings, reference }];
}

function reduceSending(state: SessionsState, message: PickerResult): SessionsStep {
  const { choice } = state;
  switch (message.type) {
    case 'prepared':
      return [{ ...state, choice: { ...choice, prepared: message.prepared } }];
    case 'no-contact':
      return [{ ...choosing(choice, 1), problems: ['no-reach'] }];
    case 'interrupted':
      return interrupted(choice, message);
    case 'received':
      return received(choice, message);
    default: {
      const sending = onTheWay(message);
      return [sending ? { ...sending, choice } : state];
    }
  }
}

function reduceLoaded(
  state: SessionsState,
  message: Extract<PickerResult, { type: 'loaded' }>,
): SessionsStep {
  const { choice } = state;
  const { kind, slots, until, firstDate } = message;
  const known = choice.availability.get(kind);
  // An answer that has come twice.
  if (known?.status === 'known' && until <= known.until) return [state];
  const isShown = currentOf(choice)?.kind === kind;
  const cursor = isShown ? (choice.cursor ?? firstDate) : choice.cursor;
  const next = withKnown({ ...choice, cursor }, kind, { status: 'known', slots, until });
  return isShown ? showing({ ...state, choice: next }) : [{ ...state, choice: next }];
}

/** How a session goes from a wish to a booking. Pure: dates and slots come in with the messages. */
export function reduceSessions(state: SessionsState, message: SessionsMessage): SessionsStep {
  const { choice } = state;
  switch (message.type) {
    case 'loaded':
      return reduceLoaded(state, message);
    case 'not-loaded':
      return [{ ...state, choice: withKnown(choice, message.kind, { status: 'failed' }) }];
    case 'laid-out': {
      const { before, sessions, search } = message;
      return before === choice.sessions ? [{ ...state, choice: { ...choice, sessions, search } }] : [state];
    }
    case 'try-again':
      return state.status === 'not-sent' || state.status === 'refused' ? send(choice) : [state];
    case 'back':
      return [state.status === 'sending' ? state : choosing({ ...choice, cancelling: [] })];
    case 'prepared':
    case 'trouble':
    case 'gave-up':
    case 'received':
    case 'interrupted':
    case 'no-contact':
    case 'stopped':
      return state.status === 'sending' ? reduceSending(state, message) : [state];
    case 'call':
      return [
        { ...state, choice: { ...choice, call: { ...choice.call, ...message.call } } },
        ...calls(message),
      ];
    default:
      if (state.status !== 'choosing') return [state];
      return reduceWish(state, message) ?? reduceTimes(state, message) ?? reduceAsking(state, message);
  }
}

/** A call is asked for whatever else goes on. */
const calls = ({ call }: Extract<PickerMessage, { type: 'call' }>): readonly SessionsEffect[] =>
  call.status === 'sending' ? ['call'] : [];
