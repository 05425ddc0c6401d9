import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { stepsOf, type StepId } from '../../app/journey/steps.js';
import type { SessionState } from '../../app/session/session.js';
import { sessionFor, type Start } from '../../compose.js';
import { SelectController } from '../../controllers/select.js';
import { en } from '../../locale/en.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/tokens.js';
import { PracticeElement } from '../practice-element.js';
import { defineLater, isDefined } from '../later.js';
import { journeyContext, type NextStep } from '../session-source.js';
import { button } from '../views/button.js';
import { frame } from '../views/frame.js';
import { overview } from './overview.js';
import { journeyStyles } from './styles.js';

/** The elements that a journey carries, by the step that they belong to. */
const STEP_TAGS = {
  intake: 'kap-intake-form',
  consent: 'kap-consent',
  sessions: 'kap-session-picker',
} as const satisfies Partial<Record<StepId, string>>;
type OpenableStep = keyof typeof STEP_TAGS;
const OPENABLE = Object.keys(STEP_TAGS) as readonly OpenableStep[];
/** The id of what stands where a step will be. */
const INSTEAD = 'instead';
const ALL_TAGS = Object.values(STEP_TAGS).join();

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
  #next: OpenableStep | undefined;
  /** The step whose code could not be loaded. */
  #missing: OpenableStep | undefined;

  constructor() {
    super();
    // Code that could not be loaded for a step may come by itself, when the connection is back.
    for (const tag of Object.values(STEP_TAGS))
      void customElements.whenDefined(tag).then(() => this.requestUpdate());
  }

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
    const [openBefore, nextBefore] = [this.#open, this.#next];
    const hasChanged = !sameStart(start, this.#start);
    if (hasChanged) {
      this.#start = start;
      this.#open = undefined;
      this.#sessionState.follow('session' in start ? start.session : undefined);
    }
    const session = this.#sessionState.value;
    if (session?.status === 'ready') this.#open = this.#chosen ?? this.#open ?? this.#firstStep(session);
    this.#chosen = undefined;
    if (this.#open !== openBefore) void this.#load();
    this.#next = session && this.#nextStep(session);
    if (hasChanged || this.#open !== openBefore || this.#next !== nextBefore)
      this.#provider.setValue({
        start,
        open: this.#open && STEP_TAGS[this.#open],
        next: this.#wayTo(this.#next),
      });
  }

  protected override updated(): void {
    this.#assignChildren();
    this.showState(this.#sessionState.value?.status);
  }

  protected override render(): TemplateResult {
    const session = this.#sessionState.value;
    if (!session || session.status === 'failed') return html`<slot></slot>`;
    const clock = this.#start && 'session' in this.#start ? this.#start.session.ports.clock : undefined;
    const [now, deviceZone] = [clock?.now() ?? 0, clock?.timeZone() ?? 'UTC'];
    const wayTo = (id: StepId) => this.#wayTo(OPENABLE.find((step) => step === id && step !== this.#open));
    const steps = overview({ session, now, deviceZone, open: this.#open, t: en, wayTo });
    return html`${frame(
        html`${steps}
          <div role="status">${this.#insteadOfStep()}</div>`,
      )}<slot></slot>`;
  }

  /** In the place of a step whose code is on its way, or could not be loaded. */
  #insteadOfStep(): TemplateResult | undefined {
    const step = this.#open;
    if (step === undefined || isDefined(STEP_TAGS[step])) return undefined;
    const isMissing = this.#missing === step;
    return html`<div class="stack section">
      <p part="text" id=${INSTEAD} tabindex="-1">
        ${isMissing ? `${en.failure['not-understood']} ${en.failureNext}` : en.loading}
      </p>
      ${isMissing ? button(en.tryAgain, () => void this.#openStep(step)) : nothing}
    </div>`;
  }

  /** Loads the code of the step on the screen. A client who waits there is led into it, and nobody else. */
  async #load(): Promise<void> {
    const step = this.#open;
    if (step === undefined || isDefined(STEP_TAGS[step])) return;
    this.#missing = undefined;
    this.requestUpdate();
    const isThere = await defineLater(STEP_TAGS[step]);
    if (this.#open !== step) return;
    if (!isThere) this.#missing = step;
    else if (this.shadowRoot?.activeElement?.id === INSTEAD) this.#elementsOf(step)[0]?.focus();
    this.requestUpdate();
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
    if (this.#missing === step) void this.#load();
    const instead = this.shadowRoot?.getElementById(INSTEAD);
    (instead ?? this.#elementsOf(step)[0])?.focus();
  }

  /** The client's next step, where it has an element here and is not the one on the screen. */
  #nextStep(session: SessionState): OpenableStep | undefined {
    const now = stepsOf(session).find(({ state }) => state === 'now')?.id;
    return OPENABLE.find((id) => id === now && id !== this.#open && this.#elementsOf(id).length > 0);
  }

  /** Nothing where no element of that step stands here. */
  #wayTo(step: OpenableStep | undefined): NextStep | undefined {
    if (step === undefined || this.#elementsOf(step).length === 0) return undefined;
    return { title: en.step[step], open: () => void this.#openStep(step) };
  }

  /** Shows the open step and hides the others and the fallback, unless nothing could start. */
  #assignChildren(): void {
    const slot = this.renderRoot.querySelector('slot');
    const failed =
      (this.#start && 'failure' in this.#start) ||
      this.#sessionState.value?.status === 'failed' ||
      (this.#open !== undefined && this.#missing === this.#open && !isDefined(STEP_TAGS[this.#open]));
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
