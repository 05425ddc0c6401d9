import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { SubmissionPage, SubmissionSummary } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { instantInWords, relativeTime } from '../reading/time.js';
import { historyAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { CLEARANCE } from '../words.js';
import { renderLoading } from '../views/loading.js';
import { listStyles } from './list.styles.js';

/**
 * Every health history the practice has, newest first.
 *
 * @element staff-submissions
 */
export class SubmissionList extends LitElement {
  static override styles = [shared, listStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;

  readonly #page = new Load<SubmissionPage>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#read();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <div class="top">
        <h1 id="title" tabindex="-1">Histories</h1>
        <button class="screen" @click=${this.#onRefresh}>Look for new ones</button>
      </div>
      ${renderLoading(this.#page.state, (page) => this.#renderPage(page), this.#onRefresh)}
    </section>`;
  }

  #renderPage({ submissions, next }: SubmissionPage): TemplateResult {
    if (submissions.length === 0) {
      return html`<div class="empty">
        <h2>Nothing has arrived yet</h2>
        <p>When a client sends their health history, it stands here at once.</p>
      </div>`;
    }
    const unread = submissions.filter((each) => !each.readByPrescriberAt).length;
    return html`<p class="quiet" role="status">
        ${this.#count(submissions.length, unread, next !== undefined)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Client</th>
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

  #renderRow({
    id,
    client,
    reference,
    receivedAt,
    clearance,
    readByPrescriberAt,
  }: SubmissionSummary): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const isUnread = !readByPrescriberAt;
    return html`<tr class=${isUnread ? 'unread' : ''}>
      <td class="name">
        <a href=${historyAddress(id)}>${client.name ?? 'No name given'}</a>
        ${isUnread ? html`<span class="mark">New<span class="spoken">, not read by the prescriber yet</span></span>` : nothing}
      </td>
      <td class="reference">${reference}</td>
      <td>
        <time datetime=${receivedAt}
          >${relativeTime(receivedAt, this.desk.now())}
          <span class="quiet">${instantInWords(receivedAt, this.desk.timeZone)}</span>
        </time>
      </td>
      <td>${CLEARANCE[clearance.status]}</td>
    </tr>`;
  }

  #count(shown: number, unread: number, hasMore: boolean): string {
    const total = shown === 1 ? '1 history' : `${hasMore ? 'The newest ' : ''}${shown} histories`;
    return unread === 0
      ? `${total}, all read by the prescriber`
      : `${total}, ${unread} not read by the prescriber yet`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api !== undefined) void this.#page.start((signal) => api.submissions(undefined, signal));
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

  readonly #onRefresh = (): void => this.#read();
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-submissions': SubmissionList;
  }
}
