import { html, nothing, type TemplateResult } from 'lit';
import type { IntakeState } from '../../app/intake/state.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import { instantInWords } from '../../locale/format.js';
import type { Messages } from '../../locale/messages.js';
import { button, linkButton } from '../views/button.js';
import { goOn } from '../views/go-on.js';
import { help } from '../views/help.js';
import { referenceLine } from '../views/reference.js';
import { sums } from './sums.js';
import type { ViewProps } from './view-props.js';

type State<Status extends IntakeState['status']> = Extract<IntakeState, { status: Status }>;

const nextSteps = (t: Messages, practice: PracticeBasics | undefined): TemplateResult => html`
  <div class="section">
    <h3 part="subtitle">${t.nextTitle}</h3>
    <ol class="plain-list" part="text">
      <li>${t.nextReview(practice?.contact.replyTime)}</li>
      <li>${t.nextTalk}</li>
      <li>${t.nextPlan}</li>
    </ol>
  </div>
`;

const whatHappensNext = ({ t, practice, isToBeReviewed }: ViewProps): TemplateResult => html`
  ${isToBeReviewed ? nextSteps(t, practice) : nothing}
  <p part="text">${t.nextChange}</p>
`;

export function received(state: State<'received'>, props: ViewProps): TemplateResult {
  const { t, practice, next, send, saveCopy, print } = props;
  const when = instantInWords(state.receivedAt, t.language);
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.receivedTitle}</h2>
      <p part="text" role="status">${t.receivedBody(practice?.name, when)} ${t.thanks}</p>
      ${referenceLine(state.reference, t)} ${sums(state, props)}
      <slot name="confirmation"></slot>
      ${whatHappensNext(props)}
      <div class="actions" part="actions">
        ${goOn(next, t)} ${button(t.saveCopy, saveCopy)} ${linkButton(t.print, print)}
        ${linkButton(t.clear, () => send({ type: 'clear' }))}
      </div>
      ${help(practice, t)}
    </div>
  `;
}

export function sent(state: State<'sent'>, props: ViewProps): TemplateResult {
  const { t, practice, send, saveCopy, print } = props;
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.sentTitle}</h2>
      <p part="text" role="status">${t.sentBody(practice?.name)} ${t.thanks}</p>
      <slot name="confirmation"></slot>
      ${whatHappensNext(props)}
      ${
        state.answers.entries.size === 0
          ? nothing
          : html`<div class="actions" part="actions">
              ${button(t.saveCopy, saveCopy)} ${linkButton(t.print, print)}
              ${linkButton(t.clear, () => send({ type: 'clear' }))}
            </div>`
      }
    </div>
  `;
}

export function receivedBefore(state: State<'received-before'>, props: ViewProps): TemplateResult {
  const { t, practice, next, again } = props;
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.beforeTitle}</h2>
      <p part="text">${t.receivedBody(practice?.name, instantInWords(state.receivedAt, t.language))}</p>
      ${referenceLine(state.reference, t)}
      <slot name="confirmation"></slot>
      ${whatHappensNext(props)}
      <div class="actions" part="actions">
        ${goOn(next, t)} ${again ? linkButton(t.fillInAgain, again) : nothing}
      </div>
      ${help(practice, t)}
    </div>
  `;
}
