import { html, type nothing, type TemplateResult } from 'lit';
import type { Loading } from '../controllers/load.js';

/** What is there while something is read, when it arrived, and when it did not. */
export function renderLoading<Value>(
  loading: Loading<Value>,
  render: (value: Value) => TemplateResult | typeof nothing,
  onTryAgain: () => void,
): TemplateResult | typeof nothing {
  switch (loading.status) {
    case 'loading':
      return html`<p class="quiet" role="status">One moment…</p>`;
    case 'failed':
      return html`<p class="problem" role="alert">${loading.sentence}</p>
        <div class="buttons"><button @click=${onTryAgain}>Try again</button></div>`;
    case 'ready':
      return render(loading.value);
  }
}
