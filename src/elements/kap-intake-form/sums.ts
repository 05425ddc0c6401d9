import { html, nothing } from 'lit';
import type { FilledState } from '../../app/intake/state.js';
import { sumsOf } from '../../domain/questionnaire/score.js';
import type { ViewProps } from './view-props.js';

/** The sums of a symptom measure, for a client whose practice wants them to be seen. */
export function sums({ form, answers }: FilledState, { t, practice }: ViewProps): unknown {
  const named = practice?.forms.find(({ id }) => id === form.id);
  if (!named?.showSums) return nothing;
  return html`<dl class="answers" part="answers">
    ${sumsOf(form, answers).map(
      ({ title, sum, max, missing }) =>
        html`<div class="answer" part="answer">
          <dt>${title}</dt>
          <dd>${t.sum(sum, max)} ${missing.length > 0 ? t.sumWithout(missing.join(', ')) : nothing}</dd>
        </div>`,
    )}
  </dl>`;
}
