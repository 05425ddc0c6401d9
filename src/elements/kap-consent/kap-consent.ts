import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createConsent, type Consent } from '../../app/consent/consent.js';
import type { ConsentSource } from '../../app/consent/documents.js';
import type { ReceiptChecks } from '../../app/consent/receipt.js';
import type { SignedConsent } from '../../app/consent/withdrawal.js';
import { isOpen, type ConsentState } from '../../app/consent/state.js';
import type { Session } from '../../app/session/session.js';
import type { SendingState } from '../../app/submit.js';
import { readAddress } from '../../compose.js';
import { verifySignature } from '../../compose-consent.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { ReadingPlaceController } from '../../controllers/reading-place.js';
import { saveFile } from '../../controllers/save-file.js';
import { SignaturePadController } from '../../controllers/signature-pad.js';
import type { Signing } from '../../domain/consent/signing.js';
import { enConsent } from '../../locale/en-consent.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { FormElement, type FormPart } from '../form-element.js';
import { beforeText } from './changes.js';
import { printRecord, recordPage, type Kept } from './copy.js';
import { signedEntries } from './entries.js';
import { KapConsentSignedEvent, KapConsentWithdrawnEvent } from './events.js';
import { formPart } from './form-part.js';
import { quietAt, quietHours } from './quiet.js';
import { reading, underAge } from './reading.js';
import { alsoSigned, nothingToSign, signed, type SignedActions, type SignedEntry } from './signed.js';
import { consentStyles } from './styles.js';
import { TakingBack } from './taking-back.js';
import type { ViewProps } from './view-props.js';
import { Wishing } from './wishing.js';
import { withdrawal } from './withdrawal.js';

/** A page may hand over an equal document anew each time that it renders; a reader must not start over for that. */
function asText(document: unknown): unknown {
  try {
    return JSON.stringify(document);
  } catch {
    return document;
  }
}

/**
 * One of the practice's consent documents: to read, to acknowledge passage by passage, to sign by name or by hand. The
 * record holds the exact text; "signed" is said only when the practice's endpoint has it. What is signed is listed, and
 * can be taken back. In a form of the page its value is `signed` with each document's id and version.
 *
 * @element kap-consent
 * @slot - Shown until the script runs, and again when the document can't be opened: a phone number, a link.
 * @slot confirmation - The practice's own words once it is signed.
 * @fires {KapConsentSignedEvent} kap-consent-signed - A signed document has reached the practice.
 * @fires {KapConsentWithdrawnEvent} kap-consent-withdrawn - What was signed has been taken back, and the practice knows.
 */
export class KapConsent extends FormElement<ConsentState, Consent> {
  static override styles = [tokens, base, fields, consentStyles];
  static override properties: PropertyDeclarations = {
    ...FormElement.properties,
    document: {},
    src: {},
    consent: { attribute: false },
    receiptThumbprints: { attribute: 'receipt-thumbprints' },
  };

  /** The id of one of the practice's documents; each required unsigned one in turn where nothing is said. */
  declare document: string | undefined;
  /** The address of a document. */
  declare src: string | undefined;
  /** A document, in place of one to be read. */
  declare consent: object | undefined;
  /** RFC 7638 thumbprints of the only keys that receipts may be signed with, apart by spaces. */
  declare receiptThumbprints: string | undefined;

  /** The page's own opening must not pull the focus; a document that the client asked for may. */
  #isFirstLoad = true;

  readonly #wishing = new Wishing(this);
  readonly #checks: ReceiptChecks;
  readonly #takingBack: TakingBack;
  readonly #place = new ReadingPlaceController(this, 'section');
  readonly #pad = new SignaturePadController(
    this,
    () => this.#signing?.drawing,
    (drawing) => this.own?.send({ type: 'draw', drawing }),
  );

  constructor() {
    super();
    const pinned = () =>
      this.receiptThumbprints ??
      this.closest('[receipt-thumbprints]')?.getAttribute('receipt-thumbprints') ??
      '';
    this.#checks = {
      verifySignature,
      get thumbprints() {
        return pinned()
          .split(/[\s,]+/)
          .filter((each) => each !== '');
      },
    };
    this.#takingBack = new TakingBack(this, {
      session: () => this.session,
      checks: this.#checks,
      language: enConsent.language,
      onStep: (state) => {
        this.focusOn('h2');
        if (state?.status !== 'withdrawn') return;
        const { document, recordDigest, scope } = state.submission.record;
        if (scope.what === 'everything') this.own?.tookBack(recordDigest);
        this.dispatchEvent(new KapConsentWithdrawnEvent(document.id, document.version));
      },
    });
    new LeaveGuardController(this, () => this.#hasUnsent());
  }

  protected override get settings(): unknown {
    return this.consent ? asText(this.consent) : (this.src ?? this.document ?? '');
  }

  protected override begin(session: Session): Consent | undefined {
    this.#wishing.begin(enConsent.language, session);
    const source = this.#source();
    return source && createConsent(source, enConsent.signatureStatement, session, this.#checks);
  }

  /** Nothing where `src` is no address. */
  #source(): ConsentSource | undefined {
    if (this.consent) return { kind: 'object', document: this.consent };
    if (!this.src) return { kind: 'endpoint', id: this.document || undefined };
    const url = readAddress('src', this.src);
    return url === undefined ? undefined : { kind: 'address', url };
  }

  protected override reload(): void {
    this.own?.send({ type: 'load' });
  }

  protected override content(
    state: Exclude<ConsentState, SendingState>,
    consent: Consent,
  ): TemplateResult | undefined {
    const view = this.#view(state, consent);
    // One switch for all that is in it, which leaves everything there to be read.
    return view && html`<fieldset class="whole" role="none" ?disabled=${this.isDisabled}>${view}</fieldset>`;
  }

  #view(state: Exclude<ConsentState, SendingState>, consent: Consent): TemplateResult | undefined {
    const props = this.#viewProps(consent);
    const { withdrawal: taking, texts, close } = this.#takingBack;
    if (taking)
      return withdrawal(taking.state, {
        ...props,
        send: taking.send,
        texts,
        record: taking.of.record,
        close,
        saveCopy: this.#saveCopy,
        print: this.#print,
      });
    const { mine, others } = this.#entries(state);
    switch (state.status) {
      case 'loading':
      case 'unavailable':
        return undefined;
      case 'nothing-to-sign':
        return nothingToSign(others, props, this.#actions);
      case 'reading':
        if (this.ready?.underAge) return underAge(state, props);
        return html`${reading(state, props)} ${alsoSigned(others, props, this.#actions)}`;
      case 'signed':
        return mine && signed(state, mine, others, props, this.#actions);
    }
  }

  get #actions(): SignedActions {
    const { begin, texts, readText } = this.#takingBack;
    const takeBack = (of: SignedConsent) => begin({ ...of, record: this.#recordOf(of.recordDigest) });
    const openNext = () => this.reload();
    return { takeBack, texts, readText, openNext, print: this.#print, saveCopy: this.#saveCopy };
  }

  #entries(state: ConsentState) {
    const { mine, others } = signedEntries(state, this.ready?.care?.consents);
    const withDone = this.#takingBack.withDone.bind(this.#takingBack);
    return { mine: mine && withDone(mine), others: others.map(withDone) };
  }

  /** The whole record, where it was signed on this page. */
  #recordOf(recordDigest: string) {
    const state = this.own?.state;
    const isHere = state?.status === 'signed' && state.submission.recordDigest === recordDigest;
    return isHere ? state.submission.record : undefined;
  }

  protected override get saveUnsent(): (() => void) | undefined {
    return this.#kept ? this.#saveCopy : undefined;
  }

  #viewProps({ send, now, state }: Consent): ViewProps {
    const practice = this.ready?.practice;
    const until = quietAt(now(), state, this.ready?.care?.quietUntil);
    const t = enConsent;
    return {
      t,
      practice,
      next: this.next,
      send,
      now,
      timeZone: this.session?.ports.clock.timeZone() ?? '',
      currentPassage: this.#place.current,
      pad: this.#pad,
      beforeText: html`${until && html`<p class="notice" part="notice">${t.quietTop}</p>`}
      ${isOpen(state) ? beforeText(state.earlier, t) : undefined}`,
      insteadOfSigning:
        until && quietHours(until.until, { t, practice, wish: this.#wishing.state, onAsk: this.#askForCall }),
      focusOn: this.focusOn,
    };
  }

  readonly #askForCall = (): void => {
    this.#wishing.ask();
    this.focusOn('.asked-call');
  };

  get #signing(): Signing | undefined {
    const state = this.own?.state;
    return state && isOpen(state) ? state.signing : undefined;
  }

  #hasUnsent(): boolean {
    if (this.#takingBack.isUnsent) return true;
    const signing = this.#signing;
    if (!signing) return false;
    const { acknowledged, choices, answers, name, representing, drawing } = signing;
    const isBegun = acknowledged.size > 0 || choices.size > 0 || answers.size > 0;
    return isBegun || name !== '' || representing !== undefined || drawing !== undefined;
  }

  protected override get formPart(): FormPart {
    const state = this.own?.state;
    const { mine, others } = state ? this.#entries(state) : { mine: undefined, others: [] };
    const isAsked = ({ id }: SignedEntry) => this.#asked?.includes(id) ?? mine === undefined;
    return formPart(state, [...(mine ? [mine] : []), ...others.filter(isAsked)], this.required, enConsent);
  }

  /** The documents that the form waits for; nothing where there is only the one that the page has named. */
  get #asked(): readonly string[] | undefined {
    if (this.consent || this.src || this.document) return undefined;
    return this.ready?.practice?.consents?.map(({ id }) => id) ?? [];
  }

  protected override changed(before: ConsentState, now: ConsentState): void {
    const wasRefused = before.status === 'reading' ? before.refusals : 0;
    if (now.status === 'reading' && now.refusals > wasRefused) this.focusOn('.error-summary');
    const isFirst = this.#isFirstLoad && before.status === 'loading';
    const wasQuiet = before.status === 'reading' ? before.quiet : undefined;
    if (now.status === 'reading' && now.quiet !== wasQuiet) return this.focusOn('.quiet');
    if (now.status === before.status) return;
    if (now.status !== 'loading' && !isFirst) this.focusOn('h2');
    this.#isFirstLoad = false;
    if (now.status !== 'signed') return;
    const { id, version } = now.submission.record.document;
    this.dispatchEvent(new KapConsentSignedEvent(id, version));
  }

  /** What there is to keep by now: what is being taken back, or what was signed. */
  get #kept(): Kept | undefined {
    const taking = this.#takingBack.withdrawal?.state;
    if (taking?.status === 'withdrawn') return { ...taking.submission, ...taking };
    if (taking) return taking.prepared;
    const state = this.own?.state;
    if (state?.status === 'signed') return { ...state.submission, ...state };
    return state && isOpen(state) ? state.prepared : undefined;
  }

  readonly #saveCopy = (): void => {
    if (this.#kept) saveFile(enConsent.copyFile, 'text/html', recordPage(this.#kept));
  };

  readonly #print = (): void => {
    const within = this.renderRoot.querySelector('.frame') ?? this.renderRoot;
    if (this.#kept) printRecord(this.#kept, within);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-consent': KapConsent;
  }

  interface HTMLElementEventMap {
    'kap-consent-signed': KapConsentSignedEvent;
    'kap-consent-withdrawn': KapConsentWithdrawnEvent;
  }
}
