import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { nextSession, stepsOf, type JourneyStep, type StepId } from '../../app/journey/steps.js';
import type { SessionState } from '../../app/session/session.js';
import { sessionFor, type Start } from '../../compose.js';
import { SelectController } from '../../controllers/select.js';
import { en } from '../../locale/en.js';
import { instantInWords } from '../../locale/format.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { PracticeElement } from '../practice-element.js';
import { journeyContext } from '../session-source.js';
import { linkButton, primaryButton } from '../views/button.js';
import { frame } from '../views/frame.js';
import { kindTitle } from '../views/kind-title.js';
import { journeyStyles } from './styles.js';

/** The elements that a journey carries, by the step that they belong to. */
const STEP_TAGS = {
  intake: 'kap-intake-form',
  consent: 'kap-consent',
  sessions: 'kap-session-picker',
} as const satisfies Partial<Record<StepId, string>>;
type OpenableStep = keyof typeof STEP_TAGS;
const OPENABLE = Object.keys(STEP_TAGS) as readonly OpenableStep[];
const ALL_TAGS = Object.values(STEP_TAGS).join();

const WORDS = { done: en.stepDone, now: en.stepNow, waiting: en.stepWaiting, later: en.stepNext } as const;
const TITLES = {
  intake: en.stepIntake,
  consent: en.stepConsent,
  review: en.stepReview,
  sessions: en.stepSessions,
} as const;

/**
 * The frame around the elements: it holds the practice's endpoint and what is known of the client, gives both to the
 * elements inside, and shows where the client is. The elements are its children in the page's own light DOM; where
 * there are none once the page has been read, it adds them. Other children are the fallback.
 *
 * @element kap-journey
 * @slot - The elements of the journey; anything else is shown only until the script runs.
 */
export class KapJourney extends PracticeElement {
  // Which child is a step and which a fallback is decided here, so that a page needs no slot names.
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, slotAssignment: 'manual' as const };
  static override styles = [tokens, base, journeyStyles];

  readonly #provider = new ContextProvider(this, { context: journeyContext });
  readonly #sessionState = new SelectController<SessionState, SessionState>(this, (session) => session);
  readonly #children = new MutationObserver(() => this.requestUpdate());

  #start: Start | undefined;
  /** The step on the screen. It changes when the client says so, not when an answer comes in behind their back. */
  #open: OpenableStep | undefined;
  #chosen: OpenableStep | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, subtree: true });
    whenParsed(() => this.#addMissingElements());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
  }

  protected override willUpdate(): void {
    const start = sessionFor(this);
    const openBefore = this.#open;
    const hasChanged = !sameStart(start, this.#start);
    if (hasChanged) {
      this.#start = start;
      this.#open = undefined;
      this.#sessionState.follow('session' in start ? start.session : undefined);
    }
    const session = this.#sessionState.value;
    if (session?.status === 'ready') this.#open = this.#chosen ?? this.#open ?? this.#firstStep(session);
    this.#chosen = undefined;
    if (hasChanged || this.#open !== openBefore)
      this.#provider.setValue({ start, open: this.#open && STEP_TAGS[this.#open] });
  }

  protected override updated(): void {
    this.#assignChildren();
    this.showState(this.#sessionState.value?.status);
  }

  protected override render(): TemplateResult {
    const session = this.#sessionState.value;
    if (!session || session.status === 'failed') return html`<slot></slot>`;
    return html`${frame(this.#renderOverview(session))}<slot></slot>${this.#renderGoOn(session)}`;
  }

  /** The elements of a step that stand in this journey. */
  #elementsOf(step: OpenableStep): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(STEP_TAGS[step])];
  }

  /** Where the client is to go on: their next step that has an element here, or else the last one that has. */
  #firstStep(session: SessionState): OpenableStep | undefined {
    const states = new Map(stepsOf(session).map(({ id, state }) => [id, state]));
    const here = OPENABLE.filter((id) => this.#elementsOf(id).length > 0);
    return here.find((id) => states.get(id) === 'now') ?? here.findLast((id) => states.has(id)) ?? here[0];
  }

  async #openStep(step: OpenableStep): Promise<void> {
    this.#chosen = step;
    this.requestUpdate();
    await this.updateComplete;
    this.#elementsOf(step)[0]?.focus();
  }

  /** Below an element whose step is done: the way to the next one. */
  #renderGoOn(session: SessionState): unknown {
    const steps = stepsOf(session);
    const isDone = steps.some(({ id, state }) => id === this.#open && state === 'done');
    const next = OPENABLE.find((id) => steps.some((step) => step.id === id && step.state === 'now'));
    if (!isDone || next === undefined || this.#elementsOf(next).length === 0) return nothing;
    return frame(primaryButton(en.goOn(TITLES[next]), () => void this.#openStep(next)));
  }

  /** Until the session is ready its place is kept and its words are hidden, so that the form below does not move. */
  #renderOverview(session: SessionState): TemplateResult {
    const opened = session.status === 'ready' ? session.link : 'none';
    const link = opened === 'none' ? nothing : opened === 'opened' ? en.linkOpened : en.linkRefused;
    return html`
      <section class="overview ${session.status}" aria-label=${en.stepsLabel}>
        ${link === nothing ? nothing : html`<p class="notice" part="notice" role="status">${link}</p>`}
        <ol class="steps small" part="steps">
          ${stepsOf(session).map((step) => this.#renderStep(step, session))}
        </ol>
      </section>
    `;
  }

  #renderStep({ id, state }: JourneyStep, session: SessionState): TemplateResult {
    const openable = OPENABLE.find((step) => step === id && this.#elementsOf(step).length > 0);
    const title =
      openable === undefined || openable === this.#open
        ? TITLES[id]
        : linkButton(TITLES[id], () => void this.#openStep(openable));
    const details = this.#detailsOf(id, session);
    return html`
      <li class="step ${state}" part="step ${state}" aria-current=${state === 'now' ? 'step' : nothing}>
        <span>${title} <span class="state muted">(${WORDS[state]})</span></span>
        ${details.length === 0 ? nothing : html`<span class="detail">${details.join(' ')}</span>`}
      </li>
    `;
  }

  /** What there is to say about a step: what was decided, what happens next, and when. */
  #detailsOf(id: StepId, session: SessionState): readonly string[] {
    const { care, practice } = session.status === 'ready' ? session : {};
    if (id === 'sessions') {
      const next = nextSession(session, this.#now());
      const when = next && instantInWords(next.start, en.language);
      return next && when ? [en.nextSession(kindTitle(next.kind, practice, en), when)] : [en.sessionsOpen];
    }
    if (id !== 'review' || !care || care.clearance.status === 'not-started') return [];
    const { status, validUntil, message } = care.clearance;
    const replyTime = practice?.contact.replyTime;
    return [
      en.clearance[status],
      status === 'in-review' && replyTime !== undefined && en.reviewTime(replyTime),
      status === 'cleared' &&
        validUntil !== undefined &&
        en.clearedUntil(instantInWords(validUntil, en.language)),
      message !== undefined && en.fromPractice(message),
    ].filter((sentence) => sentence !== false);
  }

  #now(): number {
    return this.#start && 'session' in this.#start ? this.#start.session.ports.clock.now() : 0;
  }

  /** Shows the open step and hides the others and the fallback, unless nothing could start. */
  #assignChildren(): void {
    const slot = this.renderRoot.querySelector('slot');
    const failed = (this.#start && 'failure' in this.#start) || this.#sessionState.value?.status === 'failed';
    const step = this.#open ?? OPENABLE.find((id) => this.#elementsOf(id).length > 0);
    const holds = (child: Element, tags: string) => child.matches(tags) || child.querySelector(tags) !== null;
    const shown = [...this.children].filter(
      (child) => (step && holds(child, STEP_TAGS[step])) || (failed && !holds(child, ALL_TAGS)),
    );
    slot?.assign(...shown);
  }

  #addMissingElements(): void {
    if (!this.isConnected || this.querySelector(ALL_TAGS)) return;
    this.append(...Object.values(STEP_TAGS).map((tag) => document.createElement(tag)));
  }
}

function sameStart(a: Start, b: Start | undefined): boolean {
  if (b === undefined) return false;
  if ('session' in a) return 'session' in b && a.session === b.session;
  return 'failure' in b && a.failure.reason === b.failure.reason;
}

/** Children may still be on their way when an element connects; they are all there once the page has been read. */
function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}

declare global {
  interface HTMLElementTagNameMap {
    'kap-journey': KapJourney;
  }
}
