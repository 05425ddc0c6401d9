import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createIntake, type FormSource, type Intake } from '../../app/intake/intake.js';
import { isFilled, placeOf, type IntakeState } from '../../app/intake/state.js';
import { isTelling } from '../../app/intake/safety-state.js';
import type { Session } from '../../app/session/session.js';
import { isSending, type SendingState } from '../../app/submit.js';
import { readAddress } from '../../compose.js';
import { healthHistory } from '../../content/en/health-history.js';
import { leaveAtOnce } from '../../controllers/leave-at-once.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { PlacesController } from '../../controllers/places.js';
import { saveFile } from '../../controllers/save-file.js';
import { en } from '../../locale/en.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { linkButton } from '../views/button.js';
import { copyPage, printCopy } from '../views/copy.js';
import { SessionElement } from '../session-element.js';
import { fieldId } from '../views/field-props.js';
import { check } from './check.js';
import { answersCopy } from './copy.js';

import { KapIntakeDeliveredEvent, KapPageChangedEvent } from './events.js';
import { keepingNote } from './keeping.js';
import { page } from './page.js';
import { received, receivedBefore, sent } from './received.js';
import { afterSafety, paused, safetyNews } from './safety.js';
import { intakeStyles } from './styles.js';
import type { ViewProps } from './view-props.js';
import { topics } from './topics.js';
import { welcome } from './welcome.js';

const NOTHING_KNOWN = { practice: undefined, care: undefined } as const;
/** Where somebody ends up who must not be seen here: a site that anybody might look at. */
const ANYWHERE = 'https://www.wikipedia.org/';
/** How many forms the page has had, so that each has a name of its own in the browser's history. */
let forms = 0;

const UNDECIDED: ReadonlySet<string> = new Set(['not-started', 'in-review']);

/**
 * A questionnaire, page by page: the health history, or any other by `form` or `src`. It checks on Continue, reads
 * the answers back before they go out, and says "received" only when the practice's endpoint has said so.
 *
 * @element kap-intake-form
 * @slot - Shown until the script runs, and again when the form can't start: a phone number, a link.
 * @slot confirmation - The practice's own words once the answers have arrived.
 * @fires {KapPageChangedEvent} kap-page-changed - The client has moved to another page.
 * @fires {KapIntakeDeliveredEvent} kap-intake-delivered - The answers have reached the practice.
 */
export class KapIntakeForm extends SessionElement<IntakeState, Intake> {
  static override styles = [tokens, base, fields, intakeStyles];
  static override properties: PropertyDeclarations = {
    ...SessionElement.properties,
    form: {},
    src: {},
    exitUrl: { attribute: 'exit-url' },
    questionnaire: { attribute: false },
  };

  /** The id of one of the endpoint's questionnaires; the health history where nothing is said. */
  declare form: string | undefined;
  /** The address of a questionnaire. */
  declare src: string | undefined;
  /** Where "Leave this page now" leads to; a general reference site where nothing is said. */
  declare exitUrl: string | undefined;
  /** A questionnaire, one of ours or a FHIR R4 `Questionnaire`, in place of one to be read. */
  declare questionnaire: object | undefined;

  readonly #places = new PlacesController(this, `kap ${++forms}`, 'welcome', (place) =>
    this.own?.send({ type: 'go', place }),
  );

  constructor() {
    super();
    new LeaveGuardController(
      this,
      () => this.#hasUnsentAnswers(),
      () => this.own?.tellNow(),
    );
  }

  protected override get settings(): unknown {
    return this.questionnaire ?? this.src ?? this.form ?? '';
  }

  /** What was answered goes along when the settings name another practice or questionnaire. */
  protected override begin(session: Session, before: Intake | undefined): Intake | undefined {
    const carried = before && isFilled(before.state) ? before.state.answers : undefined;
    const form = this.#formSource();
    return form && createIntake(form, session, carried);
  }

  protected override reload(): void {
    this.own?.send({ type: 'load' });
  }

  protected override content(
    intake: Exclude<IntakeState, SendingState>,
    own: Intake,
  ): TemplateResult | undefined {
    const props = this.#viewProps(own);
    const view = this.#view(intake, props);
    if (!view || !isFilled(intake)) return view;
    const isDone = intake.status === 'received' || intake.status === 'sent';
    const isLeft = isDone && intake.keeping.status === 'not-erased';
    return html`${safetyNews(intake, props)}${view}${isLeft ? keepingNote(intake, props) : nothing}`;
  }

  /** The way out for somebody who must not be seen here, whatever is on the screen. */
  protected override get above(): TemplateResult {
    return html`<div class="leave" part="leave">${linkButton(en.leave, this.#leave)}</div>`;
  }

  #view(intake: Exclude<IntakeState, SendingState>, props: ViewProps): TemplateResult | undefined {
    switch (intake.status) {
      case 'loading':
      case 'unavailable':
        return undefined;
      case 'welcome':
        return welcome(intake, props);
      case 'topics':
        return topics(intake, props);
      case 'filling':
        return intake.safety.paused ? paused(intake, props) : page(intake, props);
      case 'checking':
        return check(intake, props);
      case 'received':
        return received(intake, props);
      case 'sent':
        return sent(intake, props);
      case 'received-before':
        return receivedBefore(intake, props);
    }
  }

  protected override get saveUnsent(): () => void {
    return this.#saveCopy;
  }

  #viewProps(intake: Intake): ViewProps {
    const { practice, care } = this.ready ?? NOTHING_KNOWN;
    const isHistory =
      (this.form ?? healthHistory.id) === healthHistory.id && !this.src && !this.questionnaire;
    return {
      t: en,
      practice,
      isToBeReviewed: isHistory && (care === undefined || UNDECIDED.has(care.clearance.status)),
      hasEndpoint: this.session?.destination.mode === 'endpoint',
      context: intake.context(),
      next: this.next,
      again: isHistory ? undefined : () => intake.send({ type: 'fill-in-again' }),
      send: intake.send,
      saveCopy: this.#saveCopy,
      print: this.#print,
      focusOn: this.focusOn,
      announce: this.announce,
    };
  }

  /** Nothing where `src` is no address. */
  #formSource(): FormSource | undefined {
    if (this.questionnaire) return { kind: 'object', form: this.questionnaire };
    if (this.src) {
      const url = readAddress('src', this.src);
      return url === undefined ? undefined : { kind: 'address', url };
    }
    if (this.form && this.form !== healthHistory.id) return { kind: 'endpoint', id: this.form };
    return { kind: 'built-in', form: healthHistory };
  }

  #hasUnsentAnswers(): boolean {
    const state = this.own?.state;
    if (!state || !isFilled(state)) return false;
    if (isTelling(state.safety)) return true;
    if (state.keeping.status === 'saved' && !isSending(state)) return false;
    return state.answers.entries.size > 0 && state.status !== 'received' && state.status !== 'sent';
  }

  protected override changed(before: IntakeState, now: IntakeState): void {
    if (before.status === 'loading' || before.status === 'unavailable') return;
    const place = placeOf(now);
    if (place !== undefined) this.#places.moved(place);
    if (this.own) afterSafety(before, now, this.renderRoot, this.#viewProps(this.own));
    if (now.status === 'filling') this.#afterFilling(before, now);
    else if (now.status !== before.status) {
      const cameFrom = now.status === 'checking' ? now.cameFrom : undefined;
      this.focusOn(cameFrom === undefined ? 'h2' : `#check-${fieldId(cameFrom)} button`);
    }
    if (now.status === before.status) return;
    if (now.status === 'received') this.dispatchEvent(new KapIntakeDeliveredEvent('received', now.reference));
    if (now.status === 'sent') this.dispatchEvent(new KapIntakeDeliveredEvent('sent', undefined));
  }

  #afterFilling(before: IntakeState, now: Extract<IntakeState, { status: 'filling' }>): void {
    const moved = before.status !== 'filling' || before.page !== now.page;
    const refused = now.refusals > 0 && (before.status !== 'filling' || before.refusals !== now.refusals);
    if (refused) this.focusOn('.error-summary');
    else if (moved && now.changing !== undefined) this.focusOn(`#${fieldId(now.changing)}`);
    else if (moved) this.focusOn('h2');
    if (moved) this.dispatchEvent(new KapPageChangedEvent(now.page));
  }

  get #copy(): TemplateResult | undefined {
    const state = this.own?.state;
    return state && isFilled(state) ? answersCopy(state, en) : undefined;
  }

  readonly #saveCopy = (): void => {
    if (this.#copy) saveFile(en.copyFile, 'text/html', copyPage(this.#copy, en));
  };

  readonly #print = (): void => {
    if (this.#copy) printCopy(this.#copy, this.renderRoot.querySelector('.frame') ?? this.renderRoot);
  };

  readonly #leave = (): void => {
    this.own?.tellNow();
    this.own?.send({ type: 'leave' });
    leaveAtOnce((this.exitUrl && readAddress('exit-url', this.exitUrl)) || ANYWHERE);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-intake-form': KapIntakeForm;
  }

  interface HTMLElementEventMap {
    'kap-page-changed': KapPageChangedEvent;
    'kap-intake-delivered': KapIntakeDeliveredEvent;
  }
}
