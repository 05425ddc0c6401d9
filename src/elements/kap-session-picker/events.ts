import type { SessionKindId } from '../../domain/practice/session-kind.js';
import type { BookingStatus } from '../../domain/scheduling/sessions.js';

/** A session has been asked for and the practice has it. Carries its kind and what came of it, and no time. */
export class KapSessionBookedEvent extends Event {
  static readonly eventName = 'kap-session-booked';
  readonly kind: SessionKindId;
  readonly status: BookingStatus;

  constructor(kind: SessionKindId, status: BookingStatus) {
    super(KapSessionBookedEvent.eventName, { bubbles: true, composed: true });
    this.kind = kind;
    this.status = status;
  }
}

/** The client has called a session off and the practice knows. */
export class KapSessionCancelledEvent extends Event {
  static readonly eventName = 'kap-session-cancelled';

  constructor() {
    super(KapSessionCancelledEvent.eventName, { bubbles: true, composed: true });
  }
}
