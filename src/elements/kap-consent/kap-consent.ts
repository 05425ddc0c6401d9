import type { PropertyDeclarations, TemplateResult } from 'lit';
import { createConsent, type Consent } from '../../app/consent/consent.js';
import { isOpen, type ConsentState } from '../../app/consent/state.js';
import type { Session } from '../../app/session/session.js';
import type { SendingState } from '../../app/submit.js';
import type { Signing } from '../../domain/consent/signing.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { ReadingPlaceController } from '../../controllers/reading-place.js';
import { saveFile } from '../../controllers/save-file.js';
import { SignaturePadController } from '../../controllers/signature-pad.js';
import { enConsent } from '../../locale/en-consent.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { SessionElement } from '../session-element.js';
import { copyPage, printCopy } from '../views/copy.js';
import { KapConsentSignedEvent } from './events.js';
import { reading } from './reading.js';
import { nothingToSign, recordCopy, signed } from './signed.js';
import { consentStyles } from './styles.js';
import type { ViewProps } from './view-props.js';

/**
 * One of the practice's consent documents: to read, to acknowledge passage by passage, to sign by name. The record
 * holds the exact text; "signed" is said only when the practice's endpoint has it.
 *
 * @element kap-consent
 * @slot - Shown until the script runs, and again when the document can't be opened: a phone number, a link.
 * @slot confirmation - The practice's own words once it is signed.
 * @fires {KapConsentSignedEvent} kap-consent-signed - A signed document has reached the practice.
 */
export class KapConsent extends SessionElement<ConsentState, Consent> {
  static override styles = [tokens, base, fields, consentStyles];
  static override properties: PropertyDeclarations = { ...SessionElement.properties, document: {} };

  /** The id of one of the practice's documents; each required unsigned one in turn where nothing is said. */
  declare document: string | undefined;

  /** The page's own opening must not pull the focus; a document that the client asked for may. */
  #isFirstLoad = true;

  readonly #place = new ReadingPlaceController(this, 'section');
  readonly #pad = new SignaturePadController(
    this,
    () => this.#signing?.drawing,
    (drawing) => this.own?.send({ type: 'draw', drawing }),
  );

  constructor() {
    super();
    new LeaveGuardController(this, () => this.#hasUnsent());
  }

  protected override get settings(): string {
    return this.document ?? '';
  }

  protected override begin(session: Session): Consent {
    return createConsent(this.document || undefined, enConsent.signatureStatement, session);
  }

  protected override reload(): void {
    this.own?.send({ type: 'load' });
  }

  protected override content(
    state: Exclude<ConsentState, SendingState>,
    consent: Consent,
  ): TemplateResult | undefined {
    const props = this.#viewProps(consent);
    switch (state.status) {
      case 'loading':
      case 'unavailable':
        return undefined;
      case 'nothing-to-sign':
        return nothingToSign(state.signed, props);
      case 'reading':
        return reading(state, props);
      case 'signed':
        return signed(state, props, {
          print: this.#print,
          saveCopy: this.#saveCopy,
          openNext: () => this.reload(),
        });
    }
  }

  protected override get saveUnsent(): (() => void) | undefined {
    const state = this.own?.state;
    return state && isOpen(state) && state.prepared ? this.#saveCopy : undefined;
  }

  #viewProps({ send, now }: Consent): ViewProps {
    return {
      t: enConsent,
      practice: this.ready?.practice,
      next: this.next,
      send,
      now,
      timeZone: this.session?.ports.clock.timeZone() ?? '',
      currentPassage: this.#place.current,
      pad: this.#pad,
      focusOn: this.focusOn,
    };
  }

  get #signing(): Signing | undefined {
    const state = this.own?.state;
    return state && isOpen(state) ? state.signing : undefined;
  }

  #hasUnsent(): boolean {
    const signing = this.#signing;
    if (!signing) return false;
    const { acknowledged, choices, answers, name, representing, drawing } = signing;
    const isBegun = acknowledged.size > 0 || choices.size > 0 || answers.size > 0;
    return isBegun || name !== '' || representing !== undefined || drawing !== undefined;
  }

  protected override changed(before: ConsentState, now: ConsentState): void {
    const wasRefused = before.status === 'reading' ? before.refusals : 0;
    if (now.status === 'reading' && now.refusals > wasRefused) this.focusOn('.error-summary');
    const isFirst = this.#isFirstLoad && before.status === 'loading';
    if (now.status === before.status) return;
    if (now.status !== 'loading' && !isFirst) this.focusOn('h2');
    this.#isFirstLoad = false;
    if (now.status !== 'signed') return;
    const { id, version } = now.submission.record.document;
    this.dispatchEvent(new KapConsentSignedEvent(id, version));
  }

  /** The copy as it stands: what was signed, with the practice's receipt where there is one. */
  #copy(): TemplateResult | undefined {
    const state = this.own?.state;
    if (state?.status === 'signed') return recordCopy(state, enConsent);
    if (!state || !isOpen(state) || !state.prepared) return undefined;
    return recordCopy({ submission: state.prepared, reference: undefined, receivedAt: undefined }, enConsent);
  }

  readonly #saveCopy = (): void => {
    const copy = this.#copy();
    if (copy) saveFile(enConsent.copyFile, 'text/html', copyPage(copy, enConsent));
  };

  readonly #print = (): void => {
    const copy = this.#copy();
    if (copy) printCopy(copy, this.renderRoot.querySelector('.frame') ?? this.renderRoot);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-consent': KapConsent;
  }

  interface HTMLElementEventMap {
    'kap-consent-signed': KapConsentSignedEvent;
  }
}
