import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import type { StaffBooking } from '../api-answers.js';
import type { Desk } from '../desk.js';
import type { SessionKindId } from '../../../src/domain/practice/session-kind.js';
import { bookedInWords, linesOf, MOST_OF_A_KIND, planInWords, type PlanDraft } from '../reading/plan.js';
import { kindInWords } from '../reading/sessions.js';
import { instantInWords } from '../reading/time.js';
import type { StoredPlan } from '../session-answers.js';

/** What is agreed, and how far it is booked. */
export function renderPlan(
  { plan, setBy, setAt }: StoredPlan,
  bookings: readonly StaffBooking[],
  { sessionKinds, timeZone }: Desk,
): TemplateResult {
  const lines = linesOf(plan, bookings);
  return html`${
      lines.length === 0
        ? html`<p>No sessions are agreed.</p>`
        : html`<ul class="counts">
            ${map(
              lines,
              (line) =>
                html`<li>
                  <span>${kindInWords(line.kind, sessionKinds)}</span>
                  <span class="quiet">${bookedInWords(line)}</span>
                </li>`,
            )}
          </ul>`
    }
    ${
      plan.note
        ? html`<p class="quiet">The client reads:</p>
            <blockquote>${plan.note}</blockquote>`
        : nothing
    }
    <p class="quiet">Agreed ${instantInWords(setAt, timeZone)}${setBy ? `, by the ${setBy}` : ''}</p>`;
}

export function renderPastPlans(
  past: readonly StoredPlan[],
  { sessionKinds, timeZone }: Desk,
): TemplateResult | typeof nothing {
  if (past.length === 0) return nothing;
  return html`<details>
    <summary>Plans before this one (${past.length})</summary>
    <ol class="past">
      ${map(
        past,
        ({ plan, setBy, setAt }) =>
          html`<li>
            <span>${planInWords(plan, sessionKinds)}</span>
            <span class="quiet">${instantInWords(setAt, timeZone)}${setBy ? `, by the ${setBy}` : ''}</span>
            ${plan.note ? html`<span class="quiet said">${plan.note}</span>` : nothing}
          </li>`,
      )}
    </ol>
  </details>`;
}

export interface PlanForm {
  readonly draft: PlanDraft;
  readonly problems: ReadonlySet<SessionKindId>;
  readonly isBusy: boolean;
  readonly failure: string;
  readonly change: (draft: PlanDraft) => void;
  /** Missing where the practice names no usual course. */
  readonly useCourse: (() => void) | undefined;
  readonly submit: () => void;
  readonly cancel: () => void;
}

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

function renderCount(kind: SessionKindId, form: PlanForm, { sessionKinds }: Desk): TemplateResult {
  const { draft, problems, change } = form;
  const isWrong = problems.has(kind);
  return html`<div class="count">
    <label for="count-${kind}">${kindInWords(kind, sessionKinds)}</label>
    <input
      id="count-${kind}"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? `problem-${kind}` : nothing}
      .value=${live(draft.counts[kind] ?? '')}
      @input=${(event: Event) => change({ ...draft, counts: { ...draft.counts, [kind]: textOf(event) } })}
    />
    ${
      isWrong
        ? html`<p class="problem" id="problem-${kind}">Write a whole number up to ${MOST_OF_A_KIND}.</p>`
        : nothing
    }
  </div>`;
}

/** How many of each kind are agreed, and what the client reads with it. */
export function renderPlanForm(form: PlanForm, desk: Desk): TemplateResult {
  const { draft, isBusy, failure, change, useCourse, submit, cancel } = form;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    submit();
  };
  return html`<form @submit=${onSubmit} novalidate>
    <fieldset data-step tabindex="-1">
      <legend>How many of each</legend>
      ${map(desk.sessionKinds, ({ id }) => renderCount(id, form, desk))}
      ${
        useCourse
          ? html`<button type="button" @click=${useCourse}>Fill in the practice’s usual course</button>`
          : nothing
      }
    </fieldset>
    <div class="field">
      <label for="note">Note to the client <span class="quiet">optional</span></label>
      <p class="quiet" id="note-hint">The client reads it exactly like this, beside their plan.</p>
      <textarea
        id="note"
        rows="3"
        maxlength="2000"
        aria-describedby="note-hint"
        .value=${live(draft.note)}
        @input=${(event: Event) => change({ ...draft, note: textOf(event) })}
      ></textarea>
    </div>
    ${failure ? html`<p class="problem" role="alert">${failure}</p>` : nothing}
    <div class="buttons">
      <button class="first" aria-disabled=${isBusy ? 'true' : nothing}>
        ${isBusy ? 'Sending…' : 'Agree this plan'}
      </button>
      <button type="button" @click=${cancel}>Cancel</button>
    </div>
  </form>`;
}
