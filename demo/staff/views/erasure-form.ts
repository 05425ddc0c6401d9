import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** The longest reason that the endpoint keeps. */
export const MOST_REASON = 500;

export interface ErasureForm {
  readonly reason: string;
  readonly isMissing: boolean;
  readonly change: (reason: string) => void;
  readonly go: () => void;
  readonly cancel: () => void;
}

/** Why it has to be erased. */
export function renderErasureForm({ reason, isMissing, change, go, cancel }: ErasureForm): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    go();
  };
  return html`<form @submit=${onSubmit} novalidate>
    <div class="field">
      <label for="reason">Why does it have to be erased?</label>
      <p class="quiet" id="reason-hint">
        Name the law or the request that asks for it, and nothing about the client: this reason stays when the
        record is gone.
      </p>
      ${isMissing ? html`<p class="problem" id="reason-problem">Say why, in a few words.</p>` : nothing}
      <textarea
        id="reason"
        data-step
        rows="3"
        maxlength=${MOST_REASON}
        aria-describedby=${isMissing ? 'reason-problem reason-hint' : 'reason-hint'}
        aria-invalid=${isMissing ? 'true' : nothing}
        .value=${live(reason)}
        @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <div class="buttons">
      <button class="first">Look at what goes and what stays</button>
      <button type="button" @click=${cancel}>Cancel</button>
    </div>
  </form>`;
}

export interface ErasureConfirmation {
  readonly reason: string;
  readonly isBusy: boolean;
  readonly sentence: string | undefined;
  readonly confirm: () => void;
  readonly back: () => void;
}

/** What goes and what stays, said before it is so. */
export function renderErasureConfirmation({
  reason,
  isBusy,
  sentence,
  confirm,
  back,
}: ErasureConfirmation): TemplateResult {
  return html`<div class="confirmation">
    <h3 data-step tabindex="-1">This can’t be undone</h3>
    <p>What goes, for good:</p>
    <ul>
      <li>the text as they read it, what they ticked and chose, and every answer they gave;</li>
      <li>their name and their signature on it.</li>
    </ul>
    <p>What stays:</p>
    <ul>
      <li>
        that there was a record: its reference, document, version and fingerprint, and when it was received;
      </li>
      <li>that you erased it, when, and your reason;</li>
      <li>the log, and what the client took back of it;</li>
      <li>the copy that the client kept, and backups of the practice’s data, which this does not reach.</li>
    </ul>
    <p>The consent counts for nothing any more. Sessions that need it are on hold until they sign again.</p>
    <p class="quiet">Your reason:</p>
    <blockquote>${reason}</blockquote>
    ${sentence ? html`<p class="problem" role="alert">${sentence}</p>` : nothing}
    <div class="buttons">
      <button class="first" aria-disabled=${isBusy ? 'true' : nothing} @click=${confirm}>
        ${isBusy ? 'Erasing…' : 'Erase it for good'}
      </button>
      <button @click=${back}>Change the reason</button>
    </div>
  </div>`;
}
