import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import type { SessionKindId, SessionMode } from '../../../src/domain/practice/session-kind.js';
import { DAYS_OF_A_WEEK, dayName } from '../reading/hours.js';
import {
  EMPTY_HOURS,
  modesFor,
  type ExceptionRow,
  type HoursProblems,
  type HoursRow,
  type OfferedKind,
} from '../reading/hours-draft.js';
import { kindInWords } from '../reading/sessions.js';
import { MODE } from '../words.js';

/** What it takes to show a row of hours and to change it. */
export interface RowsForm {
  readonly offered: readonly OfferedKind[];
  readonly problems: HoursProblems;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

const toggled = <T>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

export const renderProblem = (problem: string | undefined, id: string): TemplateResult | typeof nothing =>
  problem === undefined ? nothing : html`<p class="problem" id="problem-${id}">${problem}</p>`;

interface Ticks<T> {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: readonly T[];
  readonly problem: string | undefined;
  readonly change: (chosen: readonly T[]) => void;
}

/** Several of a few, each a chip that is ticked or not. */
function renderTicks<T>({ id, legend, choices, chosen, problem, change }: Ticks<T>): TemplateResult {
  return html`<fieldset class="ticks" aria-describedby=${problem ? `problem-${id}` : nothing}>
    <legend>${legend}</legend>
    ${renderProblem(problem, id)}
    <div class="chips">
      ${map(
        choices,
        ({ value, words }) =>
          html`<label class="tick">
            <input
              type="checkbox"
              .checked=${live(chosen.includes(value))}
              aria-invalid=${problem ? 'true' : nothing}
              @change=${() => change(toggled(chosen, value))}
            />
            <span>${words}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function renderTime(
  id: string,
  label: string,
  value: string,
  problem: string | undefined,
  change: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${renderProblem(problem, id)}
    <input
      id=${id}
      type="time"
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `problem-${id}` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => change(valueOf(event))}
    />
  </div>`;
}

/** From when to when, and what can be booked then. */
function renderHours(
  row: HoursRow,
  at: string,
  { offered, problems }: RowsForm,
  change: (row: HoursRow) => void,
): TemplateResult {
  const kinds: Ticks<SessionKindId> = {
    id: `${at}-kinds`,
    legend: 'Kinds of session',
    choices: offered.map(({ id }) => ({ value: id, words: kindInWords(id, offered) })),
    chosen: row.kinds,
    problem: problems.get(`${at}-kinds`),
    change: (chosen) => change({ ...row, kinds: chosen }),
  };
  const modes = [...new Set([...modesFor(row.kinds, offered), ...row.modes])];
  const ways: Ticks<SessionMode> = {
    id: `${at}-modes`,
    legend: 'How you meet',
    choices: modes.map((value) => ({ value, words: MODE[value] })),
    chosen: row.modes,
    problem: problems.get(`${at}-modes`),
    change: (chosen) => change({ ...row, modes: chosen }),
  };
  return html`<div class="span">
      ${renderTime(`${at}-from`, 'From', row.from, problems.get(`${at}-from`), (from) => change({ ...row, from }))}
      ${renderTime(`${at}-to`, 'To', row.to, problems.get(`${at}-to`), (to) => change({ ...row, to }))}
    </div>
    ${renderTicks(kinds)} ${modes.length > 0 ? renderTicks(ways) : renderProblem(ways.problem, ways.id)}`;
}

/** Hours that come back every week. */
export function renderWeekRow(
  row: HoursRow,
  index: number,
  form: RowsForm,
  change: (row: HoursRow) => void,
  remove: () => void,
): TemplateResult {
  const at = `hours-${index}`;
  const days: Ticks<number> = {
    id: `${at}-days`,
    legend: 'Days',
    choices: DAYS_OF_A_WEEK.map((value) => ({ value, words: dayName(value, 'short') })),
    chosen: row.days,
    problem: form.problems.get(`${at}-days`),
    change: (chosen) => change({ ...row, days: chosen }),
  };
  return html`<li class="row" data-row=${at}>
    <h3 tabindex="-1">Hours ${index + 1}</h3>
    ${renderTicks(days)} ${renderHours(row, at, form, change)}
    <button type="button" @click=${remove}>Remove<span class="spoken"> hours ${index + 1}</span></button>
  </li>`;
}

function renderDate(
  id: string,
  label: string,
  value: string,
  problem: string | undefined,
  change: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${renderProblem(problem, id)}
    <input
      id=${id}
      type="date"
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? `problem-${id}` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => change(valueOf(event))}
    />
  </div>`;
}

function renderOtherHours(
  row: ExceptionRow,
  at: string,
  form: RowsForm,
  change: (row: ExceptionRow) => void,
): TemplateResult {
  const set = (hours: readonly HoursRow[]): void => change({ ...row, hours });
  return html`${map(
      row.hours,
      (each, index) =>
        html`<div class="other">
          ${renderHours(each, `${at}-hours-${index}`, form, (changed) =>
            set(row.hours.map((one, place) => (place === index ? changed : one))),
          )}
          ${
            row.hours.length > 1
              ? html`<button
                  type="button"
                  @click=${() => set(row.hours.filter((_, place) => place !== index))}
                >
                  Remove these hours
                </button>`
              : nothing
          }
        </div>`,
    )}
    <button type="button" @click=${() => set([...row.hours, EMPTY_HOURS])}>More hours on these days</button>`;
}

/** Days on which something else holds: away, or other hours. */
export function renderExceptionRow(
  row: ExceptionRow,
  index: number,
  form: RowsForm,
  change: (row: ExceptionRow) => void,
  remove: () => void,
): TemplateResult {
  const at = `exception-${index}`;
  const isAway = row.hours.length === 0;
  const name = `${at}-what`;
  return html`<li class="row" data-row=${at}>
    <h3 tabindex="-1">Other days ${index + 1}</h3>
    <div class="span">
      ${renderDate(`${at}-from`, 'First day', row.from, form.problems.get(`${at}-from`), (from) =>
        change({ ...row, from }),
      )}
      ${renderDate(`${at}-to`, 'Last day', row.to, form.problems.get(`${at}-to`), (to) => change({ ...row, to }))}
    </div>
    <fieldset class="ticks">
      <legend>On these days</legend>
      <div class="chips">
        <label class="tick">
          <input
            type="radio"
            name=${name}
            .checked=${live(isAway)}
            @change=${() => change({ ...row, hours: [] })}
          />
          <span>Away</span>
        </label>
        <label class="tick">
          <input
            type="radio"
            name=${name}
            .checked=${live(!isAway)}
            @change=${() => change({ ...row, hours: [EMPTY_HOURS] })}
          />
          <span>These hours instead of the weekly ones</span>
        </label>
      </div>
    </fieldset>
    ${isAway ? nothing : renderOtherHours(row, at, form, change)}
    <button type="button" @click=${remove}>Remove<span class="spoken"> other days ${index + 1}</span></button>
  </li>`;
}
