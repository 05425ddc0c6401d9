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
