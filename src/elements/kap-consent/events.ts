import { KapEvent } from '../kap-event.js';

/** A document has been signed and has reached the practice. Carries which document, and nothing of the client. */
export class KapConsentSignedEvent extends KapEvent {
  /** The document's id. */
  readonly document: string;
  readonly version: string;

  constructor(document: string, version: string) {
    super('kap-consent-signed');
    this.document = document;
    this.version = version;
  }
}

/** What was signed has been taken back, and the practice knows. Carries which document, and no more. */
export class KapConsentWithdrawnEvent extends KapEvent {
  /** The document's id. */
  readonly document: string;
  readonly version: string;

  constructor(document: string, version: string) {
    super('kap-consent-withdrawn');
    this.document = document;
    this.version = version;
  }
}
