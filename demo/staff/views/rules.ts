import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { map } from 'lit/directives/map.js';
import type { ReviewRule, Threshold } from '../../../src/domain/questionnaire/review-flags/rules.js';
import { numbersFromElsewhere, SEVERITIES } from '../../../src/domain/questionnaire/review-flags/rules.js';
import { defaultOf, type RuleState } from '../../../src/domain/questionnaire/review-flags/settings.js';
import { sourceInWords, sourcesInWords } from '../reading/review.js';
import {
  isChangedNumber,
  isChangedRule,
  reasonWith,
  type NumberProblem,
  type RuleGroup,
  type RulesDraft,
} from '../reading/rules.js';
import { SEVERITY } from '../words.js';

const STATES: readonly RuleState[] = [...SEVERITIES, 'off'];

export const stateInWords = (state: RuleState): string => (state === 'off' ? 'Off' : SEVERITY[state]);

export interface RulesForm {
  readonly draft: RulesDraft;
  readonly thresholds: readonly Threshold[];
  readonly problems: ReadonlyMap<string, NumberProblem>;
  readonly setSeverity: (id: string, state: RuleState) => void;
  readonly setThreshold: (id: string, written: string) => void;
}

const valueIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const isState = (value: string): value is RuleState => STATES.some((state) => state === value);

function renderRule(rule: ReviewRule, { draft, thresholds, setSeverity }: RulesForm): TemplateResult {
  const { id } = rule;
  const state = draft.severities[id] ?? defaultOf(rule);
  const isChanged = isChangedRule(rule, draft);
  const onChange = (event: Event): void => {
    const value = valueIn(event);
    if (isState(value)) setSeverity(id, value);
  };
  return html`<li class="setting ${state}">
    <div class="what">
      <p id="rule-${id}">${reasonWith(rule, draft)}</p>
      <p class="quiet">${sourcesInWords(rule, numbersFromElsewhere(rule, thresholds))}</p>
    </div>
    <div class="how">
      <select
        id="weight-${id}"
        aria-labelledby="rule-${id}"
        aria-describedby="default-${id}"
        .value=${live(state)}
        @change=${onChange}
      >
        ${map(STATES, (each) => html`<option value=${each} ?selected=${each === state}>${stateInWords(each)}</option>`)}
      </select>
      <p class="quiet ${isChanged ? 'changed' : ''}" id="default-${id}">
        ${isChanged ? 'Set by you. ' : ''}Comes as: ${stateInWords(defaultOf(rule))}
      </p>
    </div>
  </li>`;
}

function problemInWords(problem: NumberProblem, { min, max }: Threshold): string {
  return problem === 'not-a-number' ? 'Write a number.' : `Write a number from ${min} to ${max}.`;
}

function renderThreshold(threshold: Threshold, { draft, problems, setThreshold }: RulesForm): TemplateResult {
  const { id, label, unit, value } = threshold;
  const problem = problems.get(id);
  const isChanged = isChangedNumber(threshold, draft);
  return html`<li class="setting">
    <div class="what">
      <label for="number-${id}">${label}</label>
      <p class="quiet">${sourceInWords(threshold)}</p>
    </div>
    <div class="how">
      ${problem ? html`<p class="problem" id="problem-${id}">${problemInWords(problem, threshold)}</p>` : nothing}
      <span class="number">
        <input
          id="number-${id}"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? `problem-${id} default-${id}` : `default-${id}`}
          .value=${live(draft.thresholds[id] ?? '')}
          @input=${(event: Event) => setThreshold(id, valueIn(event))}
        />
        <span>${unit}</span>
      </span>
      <p class="quiet ${isChanged ? 'changed' : ''}" id="default-${id}">
        ${isChanged ? 'Set by you. ' : ''}Comes as: ${value}
      </p>
    </div>
  </li>`;
}

export function renderNumbers(thresholds: readonly Threshold[], form: RulesForm): TemplateResult {
  return html`<section aria-labelledby="numbers">
    <h2 id="numbers" tabindex="-1">Numbers</h2>
    <ul class="settings">
      ${map(thresholds, (threshold) => renderThreshold(threshold, form))}
    </ul>
  </section>`;
}

export function renderRuleGroup({ id, title, rules }: RuleGroup, form: RulesForm): TemplateResult {
  return html`<section aria-labelledby="group-${id}">
    <h2 id="group-${id}" tabindex="-1">${title}</h2>
    <ul class="settings">
      ${map(rules, (rule) => renderRule(rule, form))}
    </ul>
  </section>`;
}
