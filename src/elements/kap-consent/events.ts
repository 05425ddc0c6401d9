/** A document has been signed and has reached the practice. Carries which document, and nothing of the client. */
export class KapConsentSignedEvent extends Event {
  static readonly eventName = 'kap-consent-signed';
  /** The document's id. */
  readonly document: string;
  readonly version: string;

  constructor(document: string, version: string) {
    super(KapConsentSignedEvent.eventName, { bubbles: true, composed: true });
    this.document = document;
    this.version = version;
  }
}
