import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import type { LogEntry, LogPage } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { actionInWords } from '../reading/log.js';
import { instantInWords, relativeTime } from '../reading/time.js';
import { clientAddress } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';
import { ROLE } from '../words.js';
import { listStyles } from './list.styles.js';

/**
 * Who signed in, read something, decided or made a link, and when. It holds no answers.
 *
 * @element staff-access-log
 */
export class AccessLog extends LitElement {
  static override styles = [shared, listStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;

  readonly #page = new Load<LogPage>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#read();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h1 id="title" tabindex="-1">Log</h1>
      <p class="quiet">Who read what, who decided, and when. Answers are never written here.</p>
      ${renderLoading(this.#page.state, (page) => this.#renderPage(page), this.#onTryAgain)}
    </section>`;
  }

  #renderPage({ entries, next }: LogPage): TemplateResult {
    if (entries.length === 0) return html`<p class="empty">Nothing has happened yet.</p>`;
    return html`<table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
          </tr>
        </thead>
        <tbody>
          ${map(entries, (entry) => this.#renderRow(entry))}
        </tbody>
      </table>
      ${next === undefined ? nothing : html`<button @click=${() => this.#readMore(next)}>Show older entries</button>`}`;
  }

  #renderRow(entry: LogEntry): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    const { at, role, reference, clientId } = entry;
    return html`<tr>
      <td class="what">${actionInWords(entry, this.desk)}</td>
      <td class="about">
        ${reference ? html`<span class="reference">${reference}</span>` : nothing}
        ${clientId ? html`<a href=${clientAddress(clientId)}>Client ${clientId.slice(0, 8)}</a>` : nothing}
      </td>
      <td class="received">
        <time datetime=${at}
          >${relativeTime(at, this.desk.now())}
          <span class="quiet">${instantInWords(at, this.desk.timeZone)}</span>
        </time>
      </td>
      <td class="who">${role ? ROLE[role] : ''}</td>
    </tr>`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api !== undefined) void this.#page.start((signal) => api.log(undefined, signal));
  }

  #readMore(cursor: string): void {
    const api = this.desk?.api;
    const { state } = this.#page;
    if (api === undefined || state.status !== 'ready') return;
    const { entries } = state.value;
    const read = async (signal: AbortSignal): Promise<LogPage> => {
      const older = await api.log(cursor, signal);
      return { ...older, entries: [...entries, ...older.entries] };
    };
    void this.#page.start(read, { keep: true });
  }

  readonly #onTryAgain = (): void => this.#read();
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-access-log': AccessLog;
  }
}
