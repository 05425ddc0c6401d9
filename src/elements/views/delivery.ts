import { html, nothing, type TemplateResult } from 'lit';
import type { SendingState } from '../../app/submit.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { Messages } from '../../locale/messages.js';
import { button, linkButton, primaryButton } from './button.js';
import { help } from './help.js';

export interface DeliveryProps {
  readonly t: Messages;
  readonly practice: PracticeBasics | undefined;
  readonly onTryAgain: () => void;
  readonly onBack: () => void;
  /** Nothing where there is nothing worth keeping. */
  readonly onSaveCopy?: (() => void) | undefined;
  /** What "not confirmed" means here. */
  readonly notSentNext: string;
}

/** What the client sees until the practice has what they sent: on its way, not confirmed, or not taken. */
export function delivery(state: SendingState, props: DeliveryProps): TemplateResult {
  const { t, practice, onTryAgain, onBack, onSaveCopy, notSentNext } = props;
  const copy = (make: typeof button) => (onSaveCopy ? make(t.saveCopy, onSaveCopy) : nothing);
  if (state.status === 'sending') {
    const { trouble } = state;
    return html`
      <div class="stack">
        <h2 part="title" tabindex="-1">${t.sending}</h2>
        <progress class="meter" part="meter" aria-label=${t.sending}></progress>
        <p part="text" role="status">${trouble === undefined ? t.sendingStay : t.trouble[trouble]}</p>
        ${trouble === undefined ? nothing : html`<div class="actions" part="actions">${copy(button)}</div>`}
      </div>
    `;
  }
  const isRefused = state.status === 'refused';
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${isRefused ? t.refusedTitle : t.notSentTitle}</h2>
      <p part="text" role="status">${isRefused ? t.refusedBody : t.notSentBody}</p>
      <p part="text">${isRefused ? t.refusedNext(practice?.contact.phone) : notSentNext}</p>
      <div class="actions" part="actions">
        ${isRefused ? copy(primaryButton) : nothing}
        ${(isRefused ? button : primaryButton)(t.tryAgain, onTryAgain)} ${isRefused ? nothing : copy(button)}
        ${linkButton(t.goBack, onBack)}
      </div>
      ${help(practice, t)}
    </div>
  `;
}
