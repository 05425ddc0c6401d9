import { addMonths } from '../../domain/scheduling/calendar-days.js';
import type { Slot } from '../../domain/scheduling/sessions.js';
import type { Step } from '../store.js';
import { onTheWay } from '../submit.js';
import type { PickerMessage, PickerResult, SessionsEffect, SessionsMessage } from './messages.js';
import type { Choice, ChoiceProblem, ChoosingState, Notice, SessionsState } from './state.js';

type SessionsStep = Step<SessionsState, SessionsEffect>;

const LOADING = { status: 'loading' } as const;

const choosing = (choice: Choice, turn = 0, notice?: Notice): ChoosingState => ({
  status: 'choosing',
  choice,
  notice,
  problems: [],
  turn,
});

const send = (choice: Choice): SessionsStep => [{ status: 'sending', choice, trouble: undefined }, 'deliver'];

/** What a choice still lacks. */
export function problemsOf({ kind, slot, name, reach }: Choice, needsContact: boolean): ChoiceProblem[] {
  if (kind === undefined) return ['no-kind'];
  const problems: ChoiceProblem[] = slot === undefined ? ['no-slot'] : [];
  if (needsContact && name.trim() === '') problems.push('no-name');
  // A phone number or an address; whether it is the right one only the practice will see.
  if (needsContact && !/\d{5}|\S@\S/.test(reach.replace(/[\s().-]/g, ''))) problems.push('no-reach');
  return problems;
}

/** So many times around a lost one are offered at once. */
const MOST_NEAREST = 5;

/** The open slots nearest to a lost one, soonest first. */
function nearestTo(lost: Slot | undefined, slots: readonly Slot[]): readonly Slot[] {
  const at = ({ start }: Slot) => Date.parse(start);
  const distance = (slot: Slot) => Math.abs(at(slot) - (lost ? at(lost) : 0));
  const nearest = [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_NEAREST);
  return nearest.sort((a, b) => at(a) - at(b));
}

/** A month that is not known to its end is asked for as soon as it is shown: "none" is not "not known". */
function showing(state: SessionsState): SessionsStep {
  const { availability, cursor } = state.choice;
  if (availability.status !== 'known' || cursor === undefined) return [state];
  const isBeyond = addMonths(cursor.slice(0, 7), 1) > availability.until.slice(0, 7);
  return isBeyond ? [state, 'load-more'] : [state];
}

function reduceChoosing(state: ChoosingState, message: PickerMessage): SessionsStep {
  const { choice } = state;
  const withChoice = (more: Partial<Choice>): ChoosingState => ({ ...state, choice: { ...choice, ...more } });
  switch (message.type) {
    case 'choose-kind': {
      const { kind, zone } = message;
      const fresh = { ...choice, kind, zone, availability: LOADING, cursor: undefined, day: undefined };
      return [choosing({ ...fresh, slot: undefined, nearest: [] }, state.turn), 'load'];
    }
    case 'reload':
      // From the beginning: what can't be read far ahead must not keep anybody from what is near.
      return [withChoice({ availability: LOADING, cursor: undefined }), 'load'];
    case 'move':
      return showing(withChoice({ cursor: message.date }));
    case 'choose-day':
      return showing(withChoice({ cursor: message.date, day: message.date, slot: undefined }));
    case 'choose-slot':
      return [withChoice({ slot: message.slot })];
    case 'switch-zone':
      // The same slot may fall on another day there.
      return [withChoice({ zone: message.zone, day: undefined, slot: undefined })];
    case 'contact':
      return [withChoice({ name: message.name ?? choice.name, reach: message.reach ?? choice.reach })];
    case 'ask-to-cancel':
      return [withChoice({ cancelling: message.booking })];
    case 'cancel':
      return choice.cancelling ? send(choice) : [state];
    case 'request': {
      const problems = problemsOf(choice, message.needsContact);
      if (problems.length > 0) return [{ ...state, problems, turn: state.turn + 1 }];
      return send({ ...choice, cancelling: undefined });
    }
    default:
      return [state];
  }
}

function reduceSending(state: SessionsState, message: PickerResult): SessionsStep {
  const { choice } = state;
  switch (message.type) {
    case 'prepared':
      return [{ ...state, choice: { ...choice, prepared: message.prepared } }];
    case 'no-contact':
      return [{ ...choosing(choice, 1), problems: ['no-reach'] }];
    case 'interrupted': {
      const kept = { ...choice, availability: LOADING, prepared: undefined, cancelling: undefined };
      const nearest = nearestTo(choice.slot, message.slots);
      const lost = { ...kept, day: undefined, slot: undefined, nearest };
      // A session that can't be cancelled says nothing against the time that is chosen.
      return [choosing(choice.cancelling ? kept : lost, 1, message.notice), 'load'];
    }
    case 'received': {
      const { bookings, reference } = message;
      const kept = { ...choice, prepared: undefined, cancelling: undefined };
      // The time that is free again shows among the open ones.
      if (choice.cancelling && choice.kind)
        return [choosing({ ...kept, availability: LOADING }, 1, 'cancelled'), 'load'];
      if (choice.cancelling) return [choosing(kept, 1, 'cancelled')];
      const done = { ...kept, kind: undefined, slot: undefined, day: undefined, nearest: [] };
      return [{ status: 'booked', choice: done, bookings, reference }];
    }
    default: {
      const sending = onTheWay(message);
      return [sending ? { ...sending, choice } : state];
    }
  }
}

/** How a session goes from a wish to a booking. Pure: dates and slots come in with the messages. */
export function reduceSessions(state: SessionsState, message: SessionsMessage): SessionsStep {
  const { choice } = state;
  switch (message.type) {
    case 'loaded': {
      if (message.kind !== choice.kind) return [state];
      const { slots, until, firstDate } = message;
      const { availability } = choice;
      // An answer that has come twice.
      if (availability.status === 'known' && until <= availability.until) return [state];
      const cursor = choice.cursor ?? firstDate;
      return showing({
        ...state,
        choice: { ...choice, cursor, availability: { status: 'known', slots, until } },
      });
    }
    case 'not-loaded':
      return [
        message.kind === choice.kind
          ? { ...state, choice: { ...choice, availability: { status: 'failed' } } }
          : state,
      ];
    case 'try-again':
      return state.status === 'not-sent' || state.status === 'refused' ? send(choice) : [state];
    case 'back':
      return [state.status === 'sending' ? state : choosing({ ...choice, cancelling: undefined })];
    case 'prepared':
    case 'trouble':
    case 'gave-up':
    case 'received':
    case 'interrupted':
    case 'no-contact':
    case 'stopped':
      return state.status === 'sending' ? reduceSending(state, message) : [state];
    default:
      return state.status === 'choosing' ? reduceChoosing(state, message) : [state];
  }
}
