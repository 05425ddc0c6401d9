import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PracticeProfile } from '../../../src/domain/practice/profile.js';
import { StaffApi, StaffApiError } from '../api.js';
import type { Role } from '../api-answers.js';
import { QuietTimeOut } from '../controllers/quiet-time-out.js';
import type { Desk } from '../desk.js';
import { browserChecks } from '../hashing.js';
import { isTimeZone } from '../reading/time.js';
import { HOURS, LOG, routeOf, RULES, SUBMISSIONS, THIS_WEEK, type Route } from '../routes.js';
import { shared } from '../styles/shared.js';
import { ROLE } from '../words.js';
import type { SignedInEvent } from './sign-in.js';
import { appStyles } from './staff-app.styles.js';

type Session =
  | { readonly status: 'asking' }
  | { readonly status: 'unreachable'; readonly sentence: string }
  | { readonly status: 'signed-out'; readonly note?: string }
  | { readonly status: 'signed-in'; readonly desk: Desk };

const TITLES: Readonly<Record<Route['page'], string>> = {
  submissions: 'Submissions',
  history: 'A history',
  consent: 'A consent',
  request: 'A request',
  alert: 'An alert',
  client: 'A client',
  week: 'A week',
  hours: 'Hours',
  rules: 'Review rules',
  log: 'Log',
  unknown: 'Not found',
};

/**
 * The staff side: who is signed in, which screen is open, and signing out when nobody is there any more.
 *
 * @element staff-app
 */
export class StaffApp extends LitElement {
  static override styles = [shared, appStyles];

  @state() private accessor session: Session = { status: 'asking' };
  @state() private accessor route: Route = routeOf(location.hash);
  @state() private accessor practice: PracticeProfile | undefined;

  readonly #api = new StaffApi({
    fetch: window.fetch.bind(window),
    base: new URL('./', document.baseURI),
    onSignedOut: () => this.#leave('You were signed out. Please sign in again.'),
  });
  readonly #quiet = new QuietTimeOut(this, {
    now: Date.now,
    onEnd: () => void this.#signOut('You were signed out because nothing happened here for 15 minutes.'),
  });
  #connection: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    window.addEventListener('hashchange', this.#onHashChange, { signal: this.#connection.signal });
    void this.#begin();
  }

  override disconnectedCallback(): void {
    this.#connection?.abort();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    this.#showFromTop(
      changed.get('session') as Session | undefined,
      changed.get('route') as Route | undefined,
    );
    const place = this.session.status === 'signed-in' ? TITLES[this.route.page] : 'Sign in';
    document.title = `${place} · Staff`;
  }

  protected override render(): TemplateResult {
    const { session } = this;
    switch (session.status) {
      case 'asking':
        return html`<p class="alone" role="status">One moment…</p>`;
      case 'unreachable':
        return html`<div class="alone">
          <p role="alert">${session.sentence}</p>
          <button @click=${this.#onTryAgain}>Try again</button>
        </div>`;
      case 'signed-out':
        return html`<staff-sign-in
          .api=${this.#api}
          .note=${session.note ?? ''}
          .practiceName=${this.practice?.name ?? ''}
          @staff-signed-in=${this.#onSignedIn}
        ></staff-sign-in>`;
      case 'signed-in':
        return html`${this.#renderHeader(session.desk.role)}
          <main tabindex="-1">${this.#renderPage(session.desk)}</main>
          ${this.#renderQuietWarning()}`;
    }
  }

  #renderHeader(role: Role): TemplateResult {
    const { page } = this.route;
    const link = (address: string, words: string, isHere: boolean): TemplateResult =>
      html`<a href=${address} aria-current=${isHere ? 'page' : nothing}>${words}</a>`;
    return html`<header class="screen">
      <p class="practice">${this.practice?.name ?? 'Staff'}</p>
      <nav aria-label="Main">
        ${link(SUBMISSIONS, 'Submissions', page === 'submissions')}
        ${link(THIS_WEEK, 'Week', page === 'week')} ${link(HOURS, 'Hours', page === 'hours')}
        ${role === 'prescriber' ? link(RULES, 'Rules', page === 'rules') : nothing}
        ${link(LOG, 'Log', page === 'log')}
      </nav>
      <div class="who">
        <span><span class="spoken">Signed in as </span>${ROLE[role]}</span>
        <button @click=${this.#onSignOut}>Sign out</button>
      </div>
    </header>`;
  }

  #renderPage(desk: Desk): TemplateResult {
    const { route } = this;
    switch (route.page) {
      case 'submissions':
        return html`<staff-submissions .desk=${desk}></staff-submissions>`;
      case 'history':
        return html`<staff-history .desk=${desk} .submissionId=${route.id} .at=${route.at}></staff-history>`;
      case 'consent':
        return html`<staff-consent .desk=${desk} .submissionId=${route.id} .at=${route.at}></staff-consent>`;
      case 'request':
        return html`<staff-request .desk=${desk} .submissionId=${route.id}></staff-request>`;
      case 'alert':
        return html`<staff-alert-page .desk=${desk} .submissionId=${route.id}></staff-alert-page>`;
      case 'client':
        return html`<staff-client .desk=${desk} .clientId=${route.id}></staff-client>`;
      case 'week':
        return html`<staff-week .desk=${desk} .date=${route.date}></staff-week>`;
      case 'hours':
        return html`<staff-hours .desk=${desk} .practitionerId=${route.id}></staff-hours>`;
      case 'rules':
        return html`<staff-rules .desk=${desk}></staff-rules>`;
      case 'log':
        return html`<staff-access-log .desk=${desk}></staff-access-log>`;
      case 'unknown':
        return html`<div class="page">
          <h1>Nothing is at this address</h1>
          <p><a href=${SUBMISSIONS}>Go to the submissions</a></p>
        </div>`;
    }
  }

  #renderQuietWarning(): TemplateResult {
    const quiet = this.#quiet.state;
    return html`<div class="spoken" role="alert">
        ${quiet.status === 'ending' ? 'You will be signed out in one minute. To stay, choose “Stay signed in”.' : ''}
      </div>
      ${
        quiet.status === 'ending'
          ? html`<section class="ending screen" aria-label="Signing out soon">
              <p>
                Signing out in <b class="count">${quiet.secondsLeft}</b> seconds. What you have typed and not
                sent is not kept.
              </p>
              <button class="first" @click=${this.#onStay}>Stay signed in</button>
            </section>`
          : nothing
      }`;
  }

  /** A screen that takes another's place is read from its beginning. */
  #showFromTop(before?: Session, from?: Route): void {
    const hasSignedIn = before?.status === 'signed-out' && this.session.status === 'signed-in';
    const isElsewhere = from !== undefined && from.page !== this.route.page;
    if (!hasSignedIn && !isElsewhere) return;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  async #begin(): Promise<void> {
    try {
      const [role] = await Promise.all([this.#api.currentRole(), this.#readPractice()]);
      if (role === undefined) this.session = { status: 'signed-out' };
      else this.#enter(role);
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      this.session = { status: 'unreachable', sentence: error.message };
    }
  }

  /** Without the practice's profile the app still works, in the zone of this computer. */
  async #readPractice(): Promise<void> {
    try {
      this.practice = await this.#api.practice();
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
    }
  }

  #enter(role: Role): void {
    this.session = { status: 'signed-in', desk: this.#deskOf(role) };
    this.#quiet.start();
  }

  #deskOf(role: Role): Desk {
    const { timeZone = '', sessionKinds = [], course } = this.practice ?? {};
    return {
      api: this.#api,
      role,
      timeZone: isTimeZone(timeZone) ? timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone,
      sessionKinds,
      course,
      now: Date.now,
      checks: browserChecks(),
    };
  }

  #leave(note: string): void {
    this.#quiet.stop();
    this.session = { status: 'signed-out', note };
  }

  async #signOut(note: string): Promise<void> {
    // Off the screen first: nothing may stay readable while the answer is on its way.
    this.#leave(note);
    try {
      await this.#api.signOut();
    } catch (error) {
      if (!(error instanceof StaffApiError)) throw error;
      if (error.kind !== 'signed-out')
        this.#leave(`${note} The server could not be told; please close this browser.`);
    }
  }

  readonly #onHashChange = (): void => {
    this.route = routeOf(location.hash);
  };

  #onSignedIn(event: SignedInEvent): void {
    this.#enter(event.role);
  }

  #onSignOut(): void {
    location.hash = SUBMISSIONS;
    void this.#signOut('You are signed out.');
  }

  #onStay(): void {
    this.#quiet.extend();
  }

  #onTryAgain(): void {
    this.session = { status: 'asking' };
    void this.#begin();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-app': StaffApp;
  }
}
