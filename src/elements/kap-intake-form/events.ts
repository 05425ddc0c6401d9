/** The client has moved to another page of the form. Carries the page's id and nothing that was answered. */
export class KapPageChangedEvent extends Event {
  static readonly eventName = 'kap-page-changed';
  /** The `linkId` of the topic now on the screen. */
  readonly page: string;

  constructor(page: string) {
    super(KapPageChangedEvent.eventName, { bubbles: true, composed: true });
    this.page = page;
  }
}

/** The answers have reached the practice: `received` by its endpoint, or `sent` to a webhook or FHIR server. */
export class KapIntakeDeliveredEvent extends Event {
  static readonly eventName = 'kap-intake-delivered';
  readonly status: 'received' | 'sent';
  /** The endpoint's reference, where it gave one. */
  readonly reference: string | undefined;

  constructor(status: 'received' | 'sent', reference: string | undefined) {
    super(KapIntakeDeliveredEvent.eventName, { bubbles: true, composed: true });
    this.status = status;
    this.reference = reference;
  }
}
