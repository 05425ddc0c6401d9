import { html, nothing, type TemplateResult } from 'lit';
import { pagesOf } from '../../app/intake/reduce.js';
import type { FillingState } from '../../app/intake/state.js';
import { walk, type EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { widestPart } from '../../domain/questionnaire/parts.js';
import { minutesFor } from '../../domain/questionnaire/progress.js';
import { button, linkButton } from '../views/button.js';
import { errorSummary } from '../views/error-summary.js';
import { fieldId, problemSentence } from '../views/field-props.js';
import { help } from '../views/help.js';
import { keepingNote } from './keeping.js';
import { questions, wordsOf } from './questions.js';
import type { ViewProps } from './view-props.js';

function summary(page: EnabledItem, state: FillingState, props: ViewProps): unknown {
  if (state.problems.length === 0) return nothing;
  const { t, focusOn } = props;
  const byPath = new Map([...walk([page])].map((enabled) => [enabled.path, enabled.item]));
  const entries = state.problems.flatMap((problem) => {
    const item = byPath.get(problem.path);
    if (!item) return [];
    const onFollow = () => focusOn(`#${fieldId(problem.path)}`);
    return [{ sentence: problemSentence(problem, item, wordsOf(props)), onFollow }];
  });
  return entries.length > 0 ? errorSummary(entries, t) : nothing;
}

/** One topic: where the client is, the questions, Back and Continue. */
export function page(state: FillingState, props: ViewProps): TemplateResult | undefined {
  const { t, practice, send, context, hasEndpoint } = props;
  const pages = pagesOf(state);
  const at = Math.max(
    0,
    pages.findIndex(({ path }) => path === state.page),
  );
  const current = pages[at];
  if (!current) return undefined;
  const { item } = current;
  return html`
    <p class="progress small muted" part="progress">
      ${t.progress(at + 1, pages.length)} · ${t.minutesLeft(minutesFor(pages.slice(at)))} ·
      ${linkButton(t.topics, () => send({ type: 'go', place: 'topics' }))}
    </p>
    <progress class="meter" part="meter" max=${pages.length} .value=${at + 1} aria-hidden="true"></progress>
    <h2 part="title" tabindex="-1">${item.text}</h2>
    ${item.hint ? html`<p class="lead muted" part="text">${item.hint}</p>` : nothing}
    ${hasEndpoint ? html`<p class="reader small muted" part="text">${t.readByLine[widestPart(item)]}</p>` : nothing}
    ${summary(current, state, props)}
    <form
      class="fields"
      novalidate
      autocomplete="on"
      @submit=${(event: Event) => {
        event.preventDefault();
        send({ type: 'continue', context });
      }}
    >
      ${questions(current, state, props)}
      <div class="actions" part="actions">
        <button type="submit" class="button primary" part="button primary">${t.continue}</button>
        ${button(state.changing === undefined ? t.back : t.backToCheck, () => send({ type: 'back' }))}
      </div>
    </form>
    ${keepingNote(state, props)} ${help(practice, t)}
  `;
}
