import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import { kindRowOf, type HoursDraft, type KindRow, type OfferedKind } from '../reading/hours-draft.js';
import { kindInWords } from '../reading/sessions.js';
import { renderProblem, type RowsForm } from './hours-rows.js';

const FIELDS: readonly { readonly field: keyof KindRow; readonly label: string }[] = [
  { field: 'minutes', label: 'Minutes' },
  { field: 'before', label: 'Kept free before' },
  { field: 'after', label: 'Kept free after' },
];

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function renderMinutes(
  { id, minutes }: OfferedKind,
  { field, label }: (typeof FIELDS)[number],
  draft: HoursDraft,
  { problems }: RowsForm,
  change: (draft: HoursDraft) => void,
): TemplateResult {
  const name = `kind-${id}-${field}`;
  const row = kindRowOf(draft, id);
  const problem = problems.get(name);
  const onInput = (event: Event): void =>
    change({ ...draft, kinds: { ...draft.kinds, [id]: { ...row, [field]: valueOf(event) } } });
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      type="text"
      inputmode="numeric"
      autocomplete="off"
      placeholder=${field === 'minutes' ? minutes : 0}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `problem-${name}` : nothing}
      .value=${live(row[field])}
      @input=${onInput}
    />
    ${renderProblem(problem, name)}
  </div>`;
}

/** How long each kind lasts here, and what is kept free around it. */
export function renderLengths(
  kinds: readonly OfferedKind[],
  draft: HoursDraft,
  form: RowsForm,
  change: (draft: HoursDraft) => void,
): TemplateResult {
  return html`<ul class="rows">
    ${map(
      kinds,
      (kind) =>
        html`<li>
          <fieldset class="lengths">
            <legend>${kindInWords(kind.id, form.offered)}</legend>
            ${map(FIELDS, (field) => renderMinutes(kind, field, draft, form, change))}
          </fieldset>
        </li>`,
    )}
  </ul>`;
}

/** What nobody has to confirm. */
export function renderConfirming(
  kinds: readonly OfferedKind[],
  draft: HoursDraft,
  change: (draft: HoursDraft) => void,
): TemplateResult {
  const { confirmedAtOnce: chosen } = draft;
  return html`<fieldset class="ticks">
      <legend class="spoken">How sessions are confirmed</legend>
      <label class="choice">
        <input
          type="radio"
          name="confirming"
          .checked=${live(chosen === undefined)}
          @change=${() => change({ ...draft, confirmedAtOnce: undefined })}
        />
        <span
          >By the calendar
          <span class="quiet"
            >While it can be read, every session is confirmed at once. Otherwise each waits for your
            answer.</span
          ></span
        >
      </label>
      <label class="choice">
        <input
          type="radio"
          name="confirming"
          .checked=${live(chosen !== undefined)}
          @change=${() => change({ ...draft, confirmedAtOnce: chosen ?? [] })}
        />
        <span>Only these kinds at once <span class="quiet">All others wait for your answer.</span></span>
      </label>
    </fieldset>
    ${
      chosen === undefined
        ? nothing
        : html`<fieldset class="ticks">
            <legend>Confirmed at once</legend>
            <div class="chips">
              ${map(
                kinds,
                ({ id }) =>
                  html`<label class="tick">
                    <input
                      type="checkbox"
                      .checked=${live(chosen.includes(id))}
                      @change=${() =>
                        change({
                          ...draft,
                          confirmedAtOnce: chosen.includes(id)
                            ? chosen.filter((each) => each !== id)
                            : [...chosen, id],
                        })}
                    />
                    <span>${kindInWords(id, kinds)}</span>
                  </label>`,
              )}
            </div>
          </fieldset>`
    }`;
}
