import { KapEvent } from '../kap-event.js';

/** The client has moved to another page of the form. Carries the page's id and nothing that was answered. */
export class KapPageChangedEvent extends KapEvent {
  /** The `linkId` of the topic now on the screen. */
  readonly page: string;

  constructor(page: string) {
    super('kap-page-changed');
    this.page = page;
  }
}

/** The answers have reached the practice: `received` by its endpoint, or `sent` to a webhook or FHIR server. */
export class KapIntakeDeliveredEvent extends KapEvent {
  readonly status: 'received' | 'sent';
  /** The endpoint's reference, where it gave one. */
  readonly reference: string | undefined;

  constructor(status: 'received' | 'sent', reference: string | undefined) {
    super('kap-intake-delivered');
    this.status = status;
    this.reference = reference;
  }
}
