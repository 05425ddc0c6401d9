import { html, nothing, type TemplateResult } from 'lit';
import { pagesOf } from '../../app/intake/reduce.js';
import type { FilledState } from '../../app/intake/state.js';
import type { Part } from '../../domain/questionnaire/questionnaire.js';
import { widestPart } from '../../domain/questionnaire/parts.js';
import { minutesFor } from '../../domain/questionnaire/progress.js';
import { help } from '../views/help.js';
import type { Messages } from '../../locale/messages.js';
import { beginning } from './keeping.js';
import type { ViewProps } from './view-props.js';

const PARTS: readonly Part[] = ['medical', 'therapy', 'logistics'];

/** Who reads what; only an endpoint keeps the parts of a history apart. */
const whoReads = (asked: ReadonlySet<Part>, t: Messages): TemplateResult => html`
  <div class="section">
    <h3 part="subtitle">${t.whoReads}</h3>
    <ul class="plain-list" part="text">
      ${PARTS.filter((part) => asked.has(part)).map((part) => html`<li>${t.readBy[part]}</li>`)}
    </ul>
  </div>
`;

/** Before the first question: what is asked, how long it takes, who reads it, what this is not. */
export function welcome(state: FilledState, props: ViewProps): TemplateResult {
  const { t, practice, hasEndpoint } = props;
  const pages = pagesOf(state);
  const asked: ReadonlySet<Part> = new Set(pages.map(({ item }) => widestPart(item)));
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${state.form.title}</h2>
      ${(state.form.introduction ?? []).map((paragraph) => html`<p part="text">${paragraph}</p>`)}
      <p part="text">${t.timeNeeded(minutesFor(pages))}</p>
      ${hasEndpoint ? whoReads(asked, t) : nothing}
      <div class="notice section" part="notice">
        <h3 part="subtitle">${t.noticeLabel}</h3>
        <ul class="plain-list">
          <li>${t.decides}</li>
          <li>${t.notWatched}</li>
          <li>${t.leaveNote}</li>
        </ul>
        ${
          practice?.policies.privacy
            ? html`<p>
                <a part="link" href=${practice.policies.privacy} target="_blank" rel="noreferrer"
                  >${t.privacy}</a
                >
              </p>`
            : nothing
        }
      </div>
      ${beginning(state, props)} ${help(practice, t)}
    </div>
  `;
}
