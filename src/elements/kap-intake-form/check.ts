import { html, type TemplateResult } from 'lit';
import { pagesOf } from '../../app/intake/reduce.js';
import type { FilledState } from '../../app/intake/state.js';
import { scopeOf } from '../../domain/questionnaire/answers.js';
import type { EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { summaryOf, type SummaryLine, type SummaryRow } from '../../domain/questionnaire/summary.js';
import { linkButton, primaryButton, button } from '../views/button.js';
import { answerWords } from '../views/answer-words.js';
import { fieldId } from '../views/field-props.js';
import type { ViewProps } from './view-props.js';

function row(
  line: SummaryRow,
  page: EnabledItem,
  within: string | undefined,
  { t, send }: ViewProps,
): TemplateResult {
  const words = answerWords(line, t);
  const change = () => send({ type: 'change', page: page.path, path: line.path });
  return html`
    <div class="answer" part="answer" id="check-${fieldId(line.path)}">
      <dt>${line.label}</dt>
      <dd class=${words === undefined ? 'muted' : ''}>${words ?? t.noAnswer}</dd>
      <dd class="change">${linkButton(t.change, change, t.changeWhat(line.label, within))}</dd>
    </div>
  `;
}

function lines(all: readonly SummaryLine[], page: EnabledItem, props: ViewProps): unknown {
  const { t } = props;
  let within: string | undefined;
  return all.map((line) => {
    // Scopes tell the answers of an instance from those that stand after its group.
    if (line.kind === 'answer') return row(line, page, scopeOf(line.path) === '' ? undefined : within, props);
    within = t.instance(line.item.entryName ?? t.entry, line.position);
    return html`<div class="answer instance-name">
      <dt>${within}</dt>
      <dd></dd>
    </div>`;
  });
}

/** Everything at a glance before it goes out, each line with a way to change it. */
export function check(state: FilledState, props: ViewProps): TemplateResult {
  const { t, practice, send, context, saveCopy, print } = props;
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.checkTitle}</h2>
      <p part="text">${t.checkIntro}</p>
      ${pagesOf(state).map(
        (page) => html`
          <section class="topic">
            <h3 part="subtitle">${page.item.text}</h3>
            <dl class="answers" part="answers">${lines(summaryOf(page, state.answers), page, props)}</dl>
          </section>
        `,
      )}
      <div class="actions" part="actions">
        ${primaryButton(t.sendTo(practice?.name), () => send({ type: 'send', context }))}
        ${button(t.back, () => send({ type: 'back' }))} ${linkButton(t.saveCopy, saveCopy)}
        ${linkButton(t.print, print)}
      </div>
    </div>
  `;
}
