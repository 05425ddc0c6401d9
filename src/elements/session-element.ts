import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Course } from '../app/course.js';
import type { ReadFailure } from '../app/read.js';
import type { ReadyState, Session, SessionState } from '../app/session/session.js';
import { isSending, type SendingState } from '../app/submit.js';
import type { Start } from '../compose.js';
import { FocusController } from '../controllers/focus.js';
import { SelectController } from '../controllers/select.js';
import { en } from '../locale/en.js';
import { PracticeElement } from './practice-element.js';
import { SessionSource, type NextStep } from './session-source.js';
import { delivery } from './views/delivery.js';
import { failure } from './views/failure.js';
import { frame } from './views/frame.js';

/** What every element's course hears from a client whose submission is not there yet. */
export type WayMessage = { readonly type: 'try-again' } | { readonly type: 'back' };

/** What an element can say it shows: a state of its own, or that what it needs could not be read. */
export type ElementState = { readonly status: string; readonly reason?: unknown };

/**
 * An element that works with a practice: it finds its session and waits for it, begins its own course with it, shows
 * that course's state, and says what keeps it from starting.
 */
export abstract class SessionElement<
  State extends ElementState,
  Own extends Course<State, WayMessage>,
> extends PracticeElement {
  readonly #source = new SessionSource(this);
  readonly #sessionState = new SelectController<SessionState, SessionState>(this, (session) => session);
  readonly #ownState = new SelectController<State, State>(this, (state) => state);
  protected readonly focusing = new FocusController(this);

  #start: Start | undefined;
  #own: Own | undefined;
  #begunWith: { readonly session: Session; readonly settings: unknown } | undefined;
  #shown: State | undefined;
  /** What the live region says. */
  #announcement = '';

  protected get session(): Session | undefined {
    return this.#start && 'session' in this.#start ? this.#start.session : undefined;
  }

  /** What is known of practice and client, once the session is ready. */
  protected get ready(): ReadyState | undefined {
    const state = this.#sessionState.value;
    return state?.status === 'ready' ? state : undefined;
  }

  /** Where a journey leads on to from here. */
  protected get next(): NextStep | undefined {
    return this.#source.next;
  }

  /** The element's own course, from the moment that the session is ready and the element on the screen. */
  protected get own(): Own | undefined {
    return this.#own;
  }

  /** What makes a new course when it changes. */
  protected abstract get settings(): unknown;

  /** Begins a course; nothing where a setting can't be used. What was done in the one `before` may go along. */
  protected abstract begin(session: Session, before: Own | undefined): Own | undefined;

  /** What the element shows where nothing is on its way; nothing while it is being loaded. */
  protected abstract content(state: Exclude<State, SendingState>, own: Own): TemplateResult | undefined;

  /** Stands above everything else on the screen. */
  protected get above(): TemplateResult | undefined {
    return undefined;
  }

  /** Saves what is on its way, for the client to keep; nothing where there is nothing worth keeping. */
  protected get saveUnsent(): (() => void) | undefined {
    return undefined;
  }

  /** What "not confirmed" means here; by default that it goes on by itself. */
  protected get notSentNext(): string {
    return en.notSentNext;
  }

  /** Reads again what could not be read. */
  protected abstract reload(): void;

  /** Leads the focus to what the client's own action has brought up, and tells the page about it. */
  protected abstract changed(before: State, now: State): void;

  /** Said by the live region, for what only changes the picture. */
  protected readonly announce = (sentence: string): void => {
    this.#announcement = sentence;
    this.requestUpdate();
  };

  protected readonly focusOn = (selector: string): void => this.focusing.moveTo(selector);

  /** Puts the focus on its heading, as soon as there is one. */
  override focus(): void {
    this.focusOn('h2');
  }

  protected override willUpdate(): void {
    this.#start = this.#source.find();
    const { session, settings } = this;
    this.#sessionState.follow(session);
    // What is not on the screen asks for nothing and counts nothing as read.
    if (session?.state.status !== 'ready' || !this.#source.isOpen) return;
    if (this.#begunWith?.session === session && this.#begunWith.settings === settings) return;
    const before = this.#own;
    before?.stop();
    this.#begunWith = { session, settings };
    this.#own = this.begin(session, before);
    this.#ownState.follow(this.#own);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.#shown;
    const now = this.#ownState.value;
    this.#shown = now;
    this.showState(now?.status ?? (this.#isWaiting ? 'loading' : 'unavailable'));
    if (before && now && before !== now) this.changed(before, now);
  }

  protected override render(): TemplateResult {
    if (this.#start && 'failure' in this.#start) return failure(en.failure[this.#start.failure.reason], en);
    const session = this.#sessionState.value;
    if (session?.status === 'failed') {
      // A hotel's page in the practice's place is gone at the next try; a demand for sealing is not.
      const again = session.reason === 'sealing' ? undefined : () => this.session?.send({ type: 'start' });
      return failure(en.failure[session.reason], en, again);
    }
    if (this.#begunWith && !this.#own) return failure(en.failure.setting, en);
    const state = this.#ownState.value;
    if (state?.status === 'unavailable')
      return failure(en.failure[state.reason as ReadFailure], en, () => this.reload());
    return frame(html`
      ${this.above}
      ${
        (state && this.#own && this.#renderState(state, this.#own)) ??
        html`<p class="muted" part="text">${en.loading}</p>`
      }
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    `);
  }

  #renderState(state: State, own: Own): TemplateResult | undefined {
    if (!isSending(state)) return this.content(state as Exclude<State, SendingState>, own);
    return delivery(state, {
      t: en,
      practice: this.ready?.practice,
      notSentNext: this.notSentNext,
      onTryAgain: () => own.send({ type: 'try-again' }),
      onBack: () => own.send({ type: 'back' }),
      onSaveCopy: this.saveUnsent,
    });
  }

  /** Nothing has failed, and the practice has not been heard of yet. */
  get #isWaiting(): boolean {
    const hasStarted = this.#start === undefined || 'session' in this.#start;
    return hasStarted && (this.#sessionState.value?.status ?? 'starting') === 'starting';
  }
}
