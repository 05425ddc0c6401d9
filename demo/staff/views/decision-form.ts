import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import { live } from 'lit/directives/live.js';
import type { Decision, DecisionStatus } from '../api-answers.js';
import { MOST_DOSINGS, type DecisionDraft, type DraftProblem } from '../reading/decision.js';
import { dateInWords, dayAfter } from '../reading/time.js';
import { dosingCount } from './clearance-words.js';

const CHOICES: readonly { readonly status: DecisionStatus; readonly words: string; readonly hint: string }[] =
  [
    { status: 'cleared', words: 'Cleared', hint: 'Dosing sessions can be booked until a day you name.' },
    { status: 'on-hold', words: 'On hold', hint: 'Something has to be settled first.' },
    { status: 'talk-to-us', words: 'Talk to us', hint: 'The client is asked to get in touch.' },
    { status: 'in-review', words: 'In review', hint: 'You have not decided yet, or take a decision back.' },
  ];

const PROBLEMS: Readonly<Record<DraftProblem, string>> = {
  'no-status': 'Choose one of these.',
  'no-date': 'Name the last day on which the clearance is valid.',
  'date-not-after-today': 'Name a day after today.',
  'no-count': `Write a whole number from 1 to ${MOST_DOSINGS}, or nothing.`,
};

const SEEN_BY_CLIENT: Readonly<Record<DecisionStatus, string>> = {
  cleared: 'They are cleared',
  'on-hold': 'Their clearance is on hold',
  'talk-to-us': 'They are asked to talk to you',
  'in-review': 'Their history is in review',
};

export interface DecisionForm {
  readonly draft: DecisionDraft;
  readonly today: string;
  readonly problem: DraftProblem | undefined;
  readonly change: (part: Partial<DecisionDraft>) => void;
  readonly go: () => void;
  readonly cancel: () => void;
}

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

/** What is decided, until when, and what the client is told. */
export function renderDecisionForm({
  draft,
  today,
  problem,
  change,
  go,
  cancel,
}: DecisionForm): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    go();
  };
  return html`<form @submit=${onSubmit} novalidate>
    <fieldset data-step tabindex="-1">
      <legend>Your decision</legend>
      ${renderProblem(problem === 'no-status' ? problem : undefined, 'status-problem')}
      ${map(
        CHOICES,
        ({ status, words, hint }) =>
          html`<label class="choice">
            <input
              type="radio"
              name="status"
              .checked=${live(draft.status === status)}
              aria-invalid=${problem === 'no-status' ? 'true' : nothing}
              aria-describedby=${problem === 'no-status' ? 'status-problem' : nothing}
              @change=${() => change({ status })}
            />
            <span>${words} <span class="quiet">${hint}</span></span>
          </label>`,
      )}
    </fieldset>
    ${
      draft.status === 'cleared'
        ? html`${renderDate(draft, today, problem, change)} ${renderDosings(draft, problem, change)}`
        : nothing
    }
    <div class="field">
      <label for="message">Message to the client <span class="quiet">optional</span></label>
      <p class="quiet" id="message-hint">
        The client reads it exactly like this, as plain text, on their own page.
      </p>
      <textarea
        id="message"
        rows="4"
        maxlength="2000"
        aria-describedby="message-hint"
        .value=${live(draft.message)}
        @input=${(event: Event) => change({ message: textOf(event) })}
      ></textarea>
    </div>
    <div class="buttons">
      <button class="first">Check what they will see</button>
      <button type="button" @click=${cancel}>Cancel</button>
    </div>
  </form>`;
}

function renderDate(
  draft: DecisionDraft,
  today: string,
  problem: DraftProblem | undefined,
  change: DecisionForm['change'],
): TemplateResult {
  const dateProblem = problem === 'no-date' || problem === 'date-not-after-today' ? problem : undefined;
  return html`<div class="field">
    <label for="valid-until">Valid until</label>
    <p class="quiet" id="date-hint">The last day that counts.</p>
    ${renderProblem(dateProblem, 'date-problem')}
    <input
      id="valid-until"
      type="date"
      min=${dayAfter(today)}
      aria-describedby=${dateProblem ? 'date-problem date-hint' : 'date-hint'}
      aria-invalid=${dateProblem ? 'true' : nothing}
      .value=${live(draft.validUntil)}
      @input=${(event: Event) => change({ validUntil: textOf(event) })}
    />
  </div>`;
}

function renderDosings(
  { dosings }: DecisionDraft,
  problem: DraftProblem | undefined,
  change: DecisionForm['change'],
): TemplateResult {
  const isWrong = problem === 'no-count';
  return html`<div class="field">
    <label for="dosings">Number of dosing sessions <span class="quiet">optional</span></label>
    <p class="quiet" id="dosings-hint">Those booked from now on count. Any number where nothing stands.</p>
    ${renderProblem(isWrong ? problem : undefined, 'dosings-problem')}
    <input
      id="dosings"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-describedby=${isWrong ? 'dosings-problem dosings-hint' : 'dosings-hint'}
      aria-invalid=${isWrong ? 'true' : nothing}
      .value=${live(dosings)}
      @input=${(event: Event) => change({ dosings: textOf(event) })}
    />
  </div>`;
}

function renderProblem(problem: DraftProblem | undefined, id: string): TemplateResult | typeof nothing {
  return problem ? html`<p class="problem" id=${id}>${PROBLEMS[problem]}</p>` : nothing;
}

export interface Confirmation {
  readonly decision: Decision;
  readonly isBusy: boolean;
  readonly sentence: string | undefined;
  readonly confirm: () => void;
  readonly back: () => void;
}

/** What the client will see, said before it is so. */
export function renderConfirmation({
  decision,
  isBusy,
  sentence,
  confirm,
  back,
}: Confirmation): TemplateResult {
  const { status, validUntil, dosings, message } = decision;
  const until = validUntil ? ` until ${dateInWords(validUntil)}` : '';
  const count = dosings === undefined ? '' : `, for ${dosingCount(dosings)}`;
  const state = `${SEEN_BY_CLIENT[status]}${until}${count}`;
  return html`<div class="confirmation">
    <h3 data-step tabindex="-1">The client will see</h3>
    <p>${state}.</p>
    ${message ? html`<blockquote>${message}</blockquote>` : html`<p class="quiet">No message from you.</p>`}
    <p class="quiet">The decision is kept with the time and your role. A later one does not erase it.</p>
    ${sentence ? html`<p class="problem" role="alert">${sentence}</p>` : nothing}
    <div class="buttons">
      <button class="first" aria-disabled=${isBusy ? 'true' : nothing} @click=${confirm}>
        ${isBusy ? 'Sending…' : 'Decide it like this'}
      </button>
      <button @click=${back}>Change it</button>
    </div>
  </div>`;
}
