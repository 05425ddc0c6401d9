import { html, nothing, type TemplateResult } from 'lit';
import { askedOnPage } from '../../app/intake/safety-reduce.js';
import { NOTHING_RAISED } from '../../app/intake/safety-state.js';
import { isFilled, type FilledState, type FillingState, type IntakeState } from '../../app/intake/state.js';
import type { EnabledItem } from '../../domain/questionnaire/enabled-items.js';
import { signIn } from '../../domain/questionnaire/safety.js';
import { button, primaryButton } from '../views/button.js';
import { callNow, help } from '../views/help.js';
import { keepingNote } from './keeping.js';
import { newsOf, safetyPanel, watched, type SafetyProps } from './safety-panel.js';
import type { ViewProps } from './view-props.js';

const safetyProps = ({ safety }: FilledState, props: ViewProps): SafetyProps => ({
  ...props,
  safety,
  tell: (message) => props.send({ type: 'safety', message }),
});

/** Before the first question on a page that the practice may be told of at once: that it is, and when it is seen. */
export function safetyNote({ item, path }: EnabledItem, state: FillingState, props: ViewProps): unknown {
  const { t, practice } = props;
  const isFirst =
    item.safety &&
    practice?.safety.responsePlan &&
    askedOnPage(state).find((asked) => asked.item.safety)?.path === path;
  return isFirst
    ? html`<p class="notice told" part="notice">${t.safety.note(watched(practice, t))}</p>`
    : nothing;
}

/** Right below a question: the panel, where its answer is a sign. */
export const safetyBelow = (asked: EnabledItem, state: FillingState, props: ViewProps): unknown =>
  asked.item.safety
    ? safetyPanel(asked.path, signIn(asked, state.answers), safetyProps(state, props))
    : nothing;

/** That the practice could not be told, wherever the client has got to meanwhile. */
export function safetyNews(state: FilledState, props: ViewProps): unknown {
  const { alerts, paused: isPaused } = state.safety;
  const here = state.status === 'filling' && !isPaused ? askedOnPage(state).map(({ path }) => path) : [];
  const alert = alerts.find(({ status, path }) => status === 'failed' && !here.includes(path));
  return alert
    ? html`<div class="safety stack" part="safety">
        <p part="text">${newsOf(alert, safetyProps(state, props))}</p>
        ${callNow(props.practice, props.t)}
      </div>`
    : nothing;
}

/** The client has stopped for now: what is kept, whom to reach, and the way back. */
export function paused(state: FillingState, props: ViewProps): TemplateResult {
  const { t, practice, saveCopy } = props;
  const own = safetyProps(state, props);
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.safety.stopped}</h2>
      ${keepingNote(state, props)}
      <div class="actions" part="actions">
        ${primaryButton(t.safety.goOn, () => own.tell({ type: 'show', change: { paused: false } }))}
        ${button(t.saveCopy, saveCopy)}
      </div>
      ${help(practice, t)}
    </div>
  `;
}

/** What follows a change: the note counts as read, and what a picture alone would show is said. */
export function afterSafety(before: IntakeState, now: IntakeState, root: ParentNode, props: ViewProps): void {
  if (!isFilled(now)) return;
  const was = isFilled(before) ? before.safety : NOTHING_RAISED;
  const { safety } = now;
  const { t, announce, focusOn } = props;
  const own = safetyProps(now, props);
  if (!safety.told && root.querySelector('.told')) own.tell({ type: 'show', change: { told: true } });
  if (was.paused !== safety.paused) focusOn('h2');
  const alert = safety.alerts.at(-1);
  if (safety.open !== undefined && safety.open !== was.open) announce(`${t.safety.title}. ${t.safety.below}`);
  else if (alert && alert !== was.alerts.at(-1)) announce(newsOf(alert, own));
  const { call } = safety;
  if (call.status !== was.call.status && !['asking', 'unreadable'].includes(call.status))
    announce(newsOf(call, own));
}
