import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createIntake, type FormSource, type Intake } from '../../app/intake/intake.js';
import { isFilled, type IntakeState } from '../../app/intake/state.js';
import type { Session, SessionState } from '../../app/session/session.js';
import { readAddress, type Start } from '../../compose.js';
import { healthHistory } from '../../content/en/health-history.js';
import { FocusController } from '../../controllers/focus.js';
import { LeaveGuardController } from '../../controllers/leave-guard.js';
import { saveFile } from '../../controllers/save-file.js';
import { SelectController } from '../../controllers/select.js';
import { en } from '../../locale/en.js';
import { base } from '../../styles/base.js';
import { fields } from '../../styles/fields.js';
import { tokens } from '../../styles/tokens.js';
import { fieldId } from '../views/field-props.js';
import { failure } from '../views/failure.js';
import { frame } from '../views/frame.js';
import { PracticeElement } from '../practice-element.js';
import { SessionSource } from '../session-source.js';
import { check } from './check.js';
import { copyOf } from './copy.js';
import { notSent, received, receivedBefore, refused, sending, sent } from './delivery.js';
import { KapIntakeDeliveredEvent, KapPageChangedEvent } from './events.js';
import { page } from './page.js';
import { intakeStyles } from './styles.js';
import type { ViewProps } from './view-props.js';
import { welcome } from './welcome.js';

const NOTHING_KNOWN = { practice: undefined, care: undefined } as const;
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
export class KapIntakeForm extends PracticeElement {
  static override styles = [tokens, base, fields, intakeStyles];
  static override properties: PropertyDeclarations = { ...PracticeElement.properties, form: {}, src: {} };

  /** The id of one of the endpoint's questionnaires; the health history where nothing is said. */
  declare form: string | undefined;
  /** The address of a questionnaire. */
  declare src: string | undefined;

  readonly #sessionSource = new SessionSource(this);
  readonly #sessionState = new SelectController<SessionState, SessionState>(this, (session) => session);
  readonly #intakeState = new SelectController<IntakeState, IntakeState>(this, (intake) => intake);
  readonly #focus = new FocusController(this);

  #start: Start | undefined;
  #intake: Intake | undefined;
  #startedWith: { readonly session: Session; readonly source: string } | undefined;
  #shown: IntakeState | undefined;
  /** What the live region says; what it announces comes with a change that renders. */
  #announcement = '';

  constructor() {
    super();
    new LeaveGuardController(this, () => this.#hasUnsentAnswers());
  }

  get #session(): Session | undefined {
    return this.#start && 'session' in this.#start ? this.#start.session : undefined;
  }

  /** Nothing has failed, and the practice has not been heard of yet. */
  get #isWaiting(): boolean {
    const session = this.#sessionState.value;
    const hasStarted = this.#start === undefined || 'session' in this.#start;
    return hasStarted && (session === undefined || session.status === 'starting');
  }

  protected override willUpdate(): void {
    this.#start = this.#sessionSource.find();
    const session = this.#session;
    this.#sessionState.follow(session);
    if (session?.state.status === 'ready') this.#startIntake(session);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.#shown;
    const now = this.#intakeState.value;
    this.#shown = now;
    this.showState(now?.status ?? (this.#isWaiting ? 'loading' : 'unavailable'));
    if (before && now && before !== now) this.#afterChange(before, now);
  }

  protected override render(): TemplateResult {
    if (this.#start && 'failure' in this.#start) return failure(en.failure[this.#start.failure.reason], en);
    const session = this.#sessionState.value;
    if (session?.status === 'failed') {
      // A hotel's page in the practice's place is gone at the next try; a demand for sealing is not.
      const again = session.reason === 'sealing' ? undefined : () => this.#session?.send({ type: 'start' });
      return failure(en.failure[session.reason], en, again);
    }
    if (this.#startedWith && !this.#intake) return failure(en.failure.setting, en);
    const intake = this.#intakeState.value;
    if (intake?.status === 'unavailable')
      return failure(en.failure[intake.reason], en, () => this.#intake?.send({ type: 'load' }));
    return frame(html`
      ${intake ? this.#renderIntake(intake) : html`<p class="muted" part="text">${en.loading}</p>`}
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    `);
  }

  #renderIntake(intake: IntakeState): unknown {
    const props = this.#viewProps();
    if (!props) return undefined;
    switch (intake.status) {
      case 'loading':
      case 'unavailable':
        return html`<p class="muted" part="text">${en.loading}</p>`;
      case 'welcome':
        return welcome(intake, props);
      case 'filling':
        return page(intake, props);
      case 'checking':
        return check(intake, props);
      case 'sending':
        return sending(intake, props);
      case 'not-sent':
        return notSent(intake, props);
      case 'refused':
        return refused(intake, props);
      case 'received':
        return received(intake, props);
      case 'sent':
        return sent(intake, props);
      case 'received-before':
        return receivedBefore(intake, props);
    }
  }

  #viewProps(): ViewProps | undefined {
    const intake = this.#intake;
    const session = this.#sessionState.value;
    if (!intake) return undefined;
    const { practice, care } = session?.status === 'ready' ? session : NOTHING_KNOWN;
    return {
      t: en,
      practice,
      isDecided: care !== undefined && !UNDECIDED.has(care.clearance.status),
      hasEndpoint: this.#session?.destination.mode === 'endpoint',
      context: intake.context(),
      send: intake.send,
      saveCopy: this.#saveCopy,
      focusOn: (selector) => this.#focus.moveTo(selector),
      announce: (sentence) => (this.#announcement = sentence),
    };
  }

  /** Begins, or begins again when the settings name another practice or questionnaire; answers go along. */
  #startIntake(session: Session): void {
    const source = this.src ?? this.form ?? '';
    if (this.#startedWith?.session === session && this.#startedWith.source === source) return;
    const carried = this.#intake && isFilled(this.#intake.state) ? this.#intake.state.answers : undefined;
    this.#intake?.stop();
    this.#startedWith = { session, source };
    const form = this.#formSource();
    this.#intake = form && createIntake(form, session, carried);
    this.#intakeState.follow(this.#intake);
  }

  /** Nothing where `src` is no address. */
  #formSource(): FormSource | undefined {
    if (this.src) {
      const url = readAddress('src', this.src);
      return url === undefined ? undefined : { kind: 'address', url };
    }
    if (this.form && this.form !== healthHistory.id) return { kind: 'endpoint', id: this.form };
    return { kind: 'built-in', form: healthHistory };
  }

  #hasUnsentAnswers(): boolean {
    const state = this.#intake?.state;
    if (!state || !isFilled(state)) return false;
    return state.answers.entries.size > 0 && state.status !== 'received' && state.status !== 'sent';
  }

  /** Leads the focus to what the client's own action has brought up, and tells the page about it. */
  #afterChange(before: IntakeState, now: IntakeState): void {
    if (before.status === 'loading' || before.status === 'unavailable') return;
    if (now.status === 'filling') this.#afterFilling(before, now);
    else if (now.status !== before.status) {
      const cameFrom = now.status === 'checking' ? now.cameFrom : undefined;
      this.#focus.moveTo(cameFrom === undefined ? 'h2' : `#check-${fieldId(cameFrom)} button`);
    }
    if (now.status === before.status) return;
    if (now.status === 'received') this.dispatchEvent(new KapIntakeDeliveredEvent('received', now.reference));
    if (now.status === 'sent') this.dispatchEvent(new KapIntakeDeliveredEvent('sent', undefined));
  }

  #afterFilling(before: IntakeState, now: Extract<IntakeState, { status: 'filling' }>): void {
    const moved = before.status !== 'filling' || before.page !== now.page;
    const refused = now.refusals > 0 && (before.status !== 'filling' || before.refusals !== now.refusals);
    if (refused) this.#focus.moveTo('.error-summary');
    else if (moved && now.changing !== undefined) this.#focus.moveTo(`#${fieldId(now.changing)}`);
    else if (moved) this.#focus.moveTo('h2');
    if (moved) this.dispatchEvent(new KapPageChangedEvent(now.page));
  }

  readonly #saveCopy = (): void => {
    const state = this.#intake?.state;
    if (state && isFilled(state)) saveFile(en.copyFile, 'text/html', copyOf(state, en));
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
