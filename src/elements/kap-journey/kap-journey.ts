import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { stepsOf, type JourneyStep } from '../../app/journey/steps.js';
import type { SessionState } from '../../app/session/session.js';
import { sessionFor, type Start } from '../../compose.js';
import { SelectController } from '../../controllers/select.js';
import { en } from '../../locale/en.js';
import { instantInWords } from '../../locale/format.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { PracticeElement } from '../practice-element.js';
import { sessionContext } from '../session-source.js';
import { frame } from '../views/frame.js';
import { journeyStyles } from './styles.js';

/** The elements that a journey carries; their tags tell them from a fallback. */
const STEP_TAGS = 'kap-intake-form';

const WORDS = { done: en.stepDone, now: en.stepNow, later: en.stepNext } as const;
const TITLES = {
  intake: en.stepIntake,
  review: en.stepReview,
  plan: en.stepPlan,
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

  readonly #provider = new ContextProvider(this, { context: sessionContext });
  readonly #sessionState = new SelectController<SessionState, SessionState>(this, (session) => session);
  readonly #children = new MutationObserver(() => this.#assignChildren());

  #start: Start | undefined;

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
    if (sameStart(start, this.#start)) return;
    this.#start = start;
    this.#sessionState.follow('session' in start ? start.session : undefined);
    this.#provider.setValue(start);
  }

  protected override updated(): void {
    this.#assignChildren();
    this.showState(this.#sessionState.value?.status);
  }

  protected override render(): TemplateResult {
    const session = this.#sessionState.value;
    const overview = session && session.status !== 'failed' ? frame(this.#renderOverview(session)) : nothing;
    return html`${overview}<slot></slot>`;
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
    const care = session.status === 'ready' ? session.care : undefined;
    const clearance = id === 'review' && care ? care.clearance : undefined;
    const until = clearance?.status === 'cleared' ? clearance.validUntil : undefined;
    return html`
      <li class="step ${state}" part="step ${state}" aria-current=${state === 'now' ? 'step' : nothing}>
        <span>${TITLES[id]} <span class="state muted">(${WORDS[state]})</span></span>
        ${
          clearance && clearance.status !== 'not-started'
            ? html`<span class="detail">
                ${en.clearance[clearance.status]}
                ${until === undefined ? nothing : en.clearedUntil(instantInWords(until, en.language))}
                ${clearance.message === undefined ? nothing : en.fromPractice(clearance.message)}
              </span>`
            : nothing
        }
      </li>
    `;
  }

  /** Shows the steps and hides the fallback, unless nothing could start. */
  #assignChildren(): void {
    const slot = this.renderRoot.querySelector('slot');
    const failed = (this.#start && 'failure' in this.#start) || this.#sessionState.value?.status === 'failed';
    const shown = [...this.children].filter(
      (child) => failed || child.matches(STEP_TAGS) || child.querySelector(STEP_TAGS) !== null,
    );
    slot?.assign(...shown);
  }

  #addMissingElements(): void {
    if (!this.isConnected || this.querySelector(STEP_TAGS)) return;
    this.append(document.createElement('kap-intake-form'));
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
