import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locale/messages.js';

export interface SummaryEntry {
  readonly sentence: string;
  readonly onFollow: () => void;
}

/** What needs another look, at the top of the page; it takes the focus when Continue has found something. */
export const errorSummary = (entries: readonly SummaryEntry[], t: Messages): TemplateResult => html`
  <div
    class="error-summary"
    part="error-summary"
    role="group"
    aria-labelledby="error-summary-title"
    tabindex="-1"
  >
    <h3 id="error-summary-title" part="subtitle">${t.summaryTitle(entries.length)}</h3>
    <ul>
      ${entries.map(
        ({ sentence, onFollow }) =>
          html`<li>
            <button type="button" class="link" part="link" @click=${onFollow}>${sentence}</button>
          </li>`,
      )}
    </ul>
  </div>
`;
