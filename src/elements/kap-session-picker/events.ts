import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { BookingStatus } from '../../domain/scheduling/sessions.js';
import { KapEvent } from '../kap-event.js';

/** A session has been asked for and the practice has it. Carries its kind and what came of it, and no time. */
export class KapSessionBookedEvent extends KapEvent {
  readonly kind: SessionKindId;
  readonly status: BookingStatus;

  constructor(kind: SessionKindId, status: BookingStatus) {
    super('kap-session-booked');
    this.kind = kind;
    this.status = status;
  }
}

/** The client has called a session off and the practice knows. */
export class KapSessionCancelledEvent extends KapEvent {
  constructor() {
    super('kap-session-cancelled');
  }
}
