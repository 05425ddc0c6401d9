import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { BookingStatus } from '../../domain/scheduling/sessions.js';
import { KapEvent } from '../kap-event.js';

/** Sessions have been asked for and the practice has it. Carries their kinds and what came of each, and no time. */
export class KapSessionsBookedEvent extends KapEvent {
  readonly kinds: readonly SessionKindId[];
  readonly states: readonly BookingStatus[];

  constructor(kinds: readonly SessionKindId[], states: readonly BookingStatus[]) {
    super('kap-sessions-booked');
    this.kinds = kinds;
    this.states = states;
  }
}

/** A session has another time and the practice knows. */
export class KapSessionMovedEvent extends KapEvent {
  readonly kind: SessionKindId;
  readonly state: BookingStatus;

  constructor(kind: SessionKindId, state: BookingStatus) {
    super('kap-session-moved');
    this.kind = kind;
    this.state = state;
  }
}

/** The client has called a session off and the practice knows. */
export class KapSessionCancelledEvent extends KapEvent {
  readonly kind: SessionKindId;

  constructor(kind: SessionKindId) {
    super('kap-session-cancelled');
    this.kind = kind;
  }
}
