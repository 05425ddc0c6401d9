import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { AlertList, StaffAlert, SubmissionPage, SubmissionSummary } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { leftOutInWords, withAlert } from '../reading/alerts.js';
import {
  isUnread,
  mayReadConsents,
  submissionAddress,
  submissionCount,
  submissionInWords,
} from '../reading/submissions.js';
import { instantInWords, relativeTime } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { CLEARANCE, CONSENTS_ARE_FOR, NO_NAME } from '../words.js';
import { renderAlerts } from '../views/alerts.js';
import { renderLoading } from '../views/loading.js';
import type { AlertChangedEvent } from './alert-line.js';
import { listStyles } from './list.styles.js';

/**
 * What a person has to answer, then everything that clients have sent, newest first: forms, consents, and requests for
 * sessions.
 *
 * @element staff-submissions
 */
export class SubmissionList extends LitElement {
  static override styles = [shared, listStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;

  readonly #alerts = new Load<AlertList>(this);
  readonly #page = new Load<SubmissionPage>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#read();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <div class="top">
        <h1 id="title" tabindex="-1">Submissions</h1>
        <button class="screen" @click=${this.#onRefresh}>Look for new ones</button>
      </div>
      ${renderLoading(this.#alerts.state, (list) => this.#renderAlerts(list), this.#onRefresh)}
      ${renderLoading(this.#page.state, (page) => this.#renderPage(page), this.#onRefresh)}
    </section>`;
  }

  #renderAlerts({ alerts, leftOut }: AlertList): TemplateResult {
    const sentence = leftOutInWords(leftOut);
    return html`${sentence === undefined ? nothing : html`<p class="notice">${sentence}</p>`}
    ${this.#renderKind(
      'Same-day contact',
      alerts.filter(({ kind }) => kind === 'safety-alert'),
    )}
    ${this.#renderKind(
      'Asked for a call',
      alerts.filter(({ kind }) => kind === 'call-request'),
    )}`;
  }

  #renderKind(title: string, alerts: readonly StaffAlert[]): TemplateResult | typeof nothing {
    if (this.desk === undefined || alerts.length === 0) return nothing;
    return html`<section
      class="alerts-of-a-kind"
      aria-label=${title}
      @staff-alert-changed=${this.#onAlertChanged}
    >
      <h2>${title}</h2>
      ${renderAlerts(alerts, this.desk)}
    </section>`;
  }

  #renderPage({ submissions, next }: SubmissionPage): TemplateResult {
    if (submissions.length === 0) {
      return html`<div class="empty">
        <h2>Nothing has arrived yet</h2>
        <p>
          What a client sends, a health history, a consent or a request for sessions, stands here at once.
        </p>
      </div>`;
    }
    return html`<p class="quiet" role="status">${submissionCount(submissions, next !== undefined)}</p>
      ${this.#renderWhatIsForOthers(submissions)}
      <table>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">What they sent</th>
            <th scope="col">Reference</th>
            <th scope="col">Received</th>
            <th scope="col">Clearance</th>
          </tr>
        </thead>
        <tbody>
          ${map(submissions, (submission) => this.#renderRow(submission))}
        </tbody>
      </table>
      ${next === undefined ? nothing : html`<button @click=${() => this.#readMore(next)}>Show older ones</button>`}`;
  }

  #renderWhatIsForOthers(submissions: readonly SubmissionSummary[]): TemplateResult | typeof nothing {
    const isForOthers =
      this.desk !== undefined &&
      !mayReadConsents(this.desk.role) &&
      submissions.some(({ kind }) => kind === 'consent' || kind === 'consent-withdrawal');
    return isForOthers ? html`<p class="quiet">${CONSENTS_ARE_FOR}</p>` : nothing;
  }

  #renderRow(submission: SubmissionSummary): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const { client, reference, receivedAt, clearance } = submission;
    const { now, timeZone } = this.desk;
    return html`<tr class=${isUnread(submission) ? 'unread' : ''}>
      <td class="name"><a href=${clientAddress(client.id)}>${client.name ?? NO_NAME}</a></td>
      <td class="what">${this.#renderWhat(submission, this.desk)}</td>
      <td class="reference">${reference}</td>
      <td class="received">
        <time datetime=${receivedAt}
          >${relativeTime(receivedAt, now())}
          <span class="quiet">${instantInWords(receivedAt, timeZone)}</span>
        </time>
      </td>
      <td class="clearance">${CLEARANCE[clearance.status]}</td>
    </tr>`;
  }

  #renderWhat(submission: SubmissionSummary, { role, sessionKinds }: Desk): TemplateResult {
    const words = submissionInWords(submission, sessionKinds);
    const address = submissionAddress(submission, role);
    const from = submission.client.name ?? NO_NAME;
    return html`${address === undefined ? words : html`<a href=${address}>${words}<span class="spoken">, ${from}</span></a>`}
    ${
      isUnread(submission)
        ? html`<span class="mark">New<span class="spoken">, not read by the prescriber yet</span></span>`
        : nothing
    }`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api === undefined) return;
    // Each on its own: a list that can't be read must not keep anybody from an alert.
    void this.#alerts.start((signal) => api.alerts(signal));
    void this.#page.start((signal) => api.submissions(undefined, signal));
  }

  #readMore(cursor: string): void {
    const api = this.desk?.api;
    const { state } = this.#page;
    if (api === undefined || state.status !== 'ready') return;
    const { submissions } = state.value;
    const read = async (signal: AbortSignal): Promise<SubmissionPage> => {
      const older = await api.submissions(cursor, signal);
      return { ...older, submissions: [...submissions, ...older.submissions] };
    };
    void this.#page.start(read, { keep: true });
  }

  // What is done stays in sight until the list is read anew.
  #onAlertChanged({ alert }: AlertChangedEvent): void {
    this.#alerts.change((list) => ({ ...list, alerts: withAlert(list.alerts, alert) }));
  }

  readonly #onRefresh = (): void => this.#read();
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-submissions': SubmissionList;
  }
}
