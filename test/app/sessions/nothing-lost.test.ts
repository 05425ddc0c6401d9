import { describe, expect, it } from 'vitest';
import type { SessionsMessage } from '../../../src/app/sessions/messages.js';
import { reduceSessions } from '../../../src/app/sessions/reduce.js';
import {
  NOTHING_CHOSEN,
  type Choice,
  type PreparedBooking,
  type SessionsState,
} from '../../../src/app/sessions/state.js';
import { bookingOf, january, slotAt, tuesday, wednesday } from '../../support/open-sessions.js';
import { oneOf, seeded } from '../../support/seeded.js';

const initial: SessionsState = {
  status: 'choosing',
  notice: undefined,
  problems: [],
  turn: 0,
  choice: NOTHING_CHOSEN,
};

const prepared: PreparedBooking = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  body: '{}',
  digest: 'a1'.repeat(32),
  relatesTo: [],
  slots: [],
  wish: '{}',
  expiresAt: 0,
};

const slots = [tuesday, wednesday, january, slotAt('2026-11-26T15:00:00.000Z', 'consultation')];
const booking = bookingOf(tuesday);

const STEPS = [
  { kind: 'consultation', number: 1 },
  { kind: 'preparation', number: 1 },
] as const;

function clientMessage(draw: () => number): SessionsMessage {
  const kind = oneOf(['consultation', 'preparation'] as const, draw);
  const zone = oneOf(['client', 'practice'] as const, draw);
  const slot = oneOf(slots, draw);
  const date = slot.start.slice(0, 10);
  return oneOf<SessionsMessage>(
    [
      { type: 'choose-kind', kinds: [kind], zone },
      { type: 'plan-course', steps: STEPS },
      { type: 'move-bookings', bookings: [booking], zone },
      { type: 'open', key: oneOf(['preparation-1', 'consultation-1'], draw), zone },
      { type: 'start-over' },
      { type: 'move', date },
      { type: 'choose-day', date },
      { type: 'choose-slot', slot },
      { type: 'choose-slot', slot },
      { type: 'switch-zone', zone },
      { type: 'contact', name: oneOf(['Ana', ''], draw) },
      { type: 'contact', reach: oneOf(['503 555 0188', ''], draw) },
      { type: 'request', asked: { contact: draw() < 0.5, region: false, isBlocked: false } },
      { type: 'request', asked: { contact: false, region: draw() < 0.1, isBlocked: draw() < 0.1 } },
      { type: 'ask-to-cancel', bookings: draw() < 0.7 ? [booking] : [] },
      { type: 'cancel', bookings: [booking] },
      { type: 'try-again' },
      { type: 'reload' },
      { type: 'back' },
    ],
    draw,
  );
}

/** What may come back, at any moment: late, twice, or never asked for. */
function resultMessage(draw: () => number): SessionsMessage {
  const kind = oneOf(['consultation', 'preparation'] as const, draw);
  const until = oneOf(['2027-01-22', '2027-03-25'], draw);
  return oneOf<SessionsMessage>(
    [
      { type: 'loaded', kind, slots, until, firstDate: '2026-11-24' },
      { type: 'not-loaded', kind },
      { type: 'prepared', prepared },
      { type: 'trouble', reason: 'busy' },
      { type: 'gave-up', reason: 'network' },
      { type: 'stopped', httpStatus: 403 },
      { type: 'no-contact' },
      { type: 'received', bookings: [booking], reference: 'KAP-7F3Q' },
      {
        type: 'interrupted',
        notice: oneOf(['taken', 'not-now'] as const, draw),
        ...{ slots: [wednesday], taken: [0], findings: [] },
      },
    ],
    draw,
  );
}

const KEPT = ['sessions', 'zone', 'day', 'name', 'reach'] as const;

/** The parts of a choice that a message may change; everything else must stay as it was. */
function mayChange({ type }: SessionsMessage, choice: Choice): readonly (typeof KEPT)[number][] {
  const isCancelling = choice.cancelling.length > 0;
  const isAlone = choice.sessions.length === 1;
  switch (type) {
    case 'choose-kind':
    case 'move-bookings':
      return ['sessions', 'zone', 'day'];
    case 'plan-course':
    case 'start-over':
      return ['sessions', 'day'];
    case 'open':
      return ['zone', 'day'];
    case 'choose-day':
      return isAlone ? ['day', 'sessions'] : ['day'];
    case 'choose-slot':
      return ['sessions'];
    case 'switch-zone':
      return ['zone', 'day'];
    case 'contact':
      return ['name', 'reach'];
    case 'interrupted':
      return isCancelling ? [] : ['day', 'sessions'];
    case 'received':
      return isCancelling ? [] : ['sessions', 'day'];
    default:
      return [];
  }
}

describe('300 clients to whom everything happens', () => {
  it('lose nothing that they chose or wrote but by their own hand, or a slot that is gone', () => {
    const statuses = new Set<string>();
    const lost = new Set<string>();
    for (let client = 0; client < 300; client++) {
      const draw = seeded(client);
      let state: SessionsState = initial;
      for (let step = 0; step < 200; step++) {
        const message = draw() < 0.7 ? clientMessage(draw) : resultMessage(draw);
        const { status, choice } = state;
        [state] = reduceSessions(state, message);
        statuses.add(state.status);
        const free = mayChange(message, choice);
        for (const key of KEPT)
          if (!free.includes(key) && state.choice[key] !== choice[key])
            lost.add(`${key}: ${status}, ${message.type}`);
      }
    }
    expect([...lost]).toEqual([]);
    expect([...statuses].sort()).toEqual(['booked', 'choosing', 'not-sent', 'refused', 'sending']);
  });

  it('send nothing that does not ask for a slot, or a session to cancel', () => {
    let sent = 0;
    let empty = 0;
    for (let client = 0; client < 300; client++) {
      const draw = seeded(1000 + client);
      let state: SessionsState = initial;
      for (let step = 0; step < 200; step++) {
        const [next, ...effects] = reduceSessions(
          state,
          draw() < 0.7 ? clientMessage(draw) : resultMessage(draw),
        );
        state = next;
        if (!effects.includes('deliver')) continue;
        sent++;
        const { sessions, cancelling } = state.choice;
        if (!sessions.some(({ slot }) => slot) && cancelling.length === 0) empty++;
      }
    }
    expect(empty).toBe(0);
    expect(sent).toBeGreaterThan(300);
  });
});
