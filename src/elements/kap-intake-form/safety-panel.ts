import { html, nothing, type TemplateResult } from 'lit';
import type { Alert, Call, Safety, SafetyMessage } from '../../app/intake/safety-state.js';
import type { ItemPath } from '../../domain/questionnaire/answers.js';
import type { PracticeBasics } from '../../domain/practice/basics.js';
import type { Messages } from '../../locale/messages.js';
import { button, linkButton } from '../views/button.js';
import { fieldId } from '../views/field-props.js';
import { callNow, emergency, firstNumbers, numbers } from '../views/help.js';
import { textQuestion } from '../views/text-question.js';

/** What the panel needs, whatever has brought it up. */
export interface SafetyProps {
  readonly t: Messages;
  readonly practice: PracticeBasics | undefined;
  readonly safety: Safety;
  readonly tell: (message: SafetyMessage) => void;
  readonly focusOn: (selector: string) => void;
}

/** When the practice looks and how soon it answers. */
export const watched = (practice: PracticeBasics | undefined, t: Messages): string => {
  const plan = practice?.safety.responsePlan;
  return plan ? t.safety.watched(plan.monitoredHours, plan.replyWithin) : '';
};

/** What has become of a word to the practice, with the numbers again where it does not get through. */
export function newsOf({ status }: Pick<Alert | Call, 'status'>, { t, practice }: SafetyProps): string {
  const news: Partial<Record<Alert['status'] | Call['status'], string>> = t.safety.news;
  const said = news[status] ?? t.safety.news.sending;
  if (status !== 'failed') return said;
  const all = firstNumbers(practice).join(', ');
  return `${said} ${all ? t.safety.callInstead(all) : emergency(practice, t)}`;
}

const PHONE = 'safety/phone';

/** The client's wish to be called: two fields, and what has become of it. */
export function callBack(props: SafetyProps): unknown {
  const { t, safety, tell, focusOn } = props;
  const { status, phone, safeTimes } = safety.call;
  const change = (call: Partial<Call>) => tell({ type: 'call', call });
  const isOpen = status === 'asking' || status === 'unreadable' || status === 'failed';
  if (status === 'none')
    return button(t.safety.askCall, () => {
      change({ status: 'asking' });
      focusOn(`#${fieldId(PHONE)}`);
    });
  const send = () => {
    tell({ type: 'send-call' });
    focusOn(`.call, #${fieldId(PHONE)}`);
  };
  return html`<div
    class="fields"
    @keydown=${(event: KeyboardEvent) => {
      // The fields stand in the middle of a form that Enter would send on.
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      send();
    }}
  >
    ${
      status === 'asking' || status === 'unreadable'
        ? nothing
        : html`<p class="call" part="text" tabindex="-1">${newsOf(safety.call, props)}</p>`
    }
    ${
      isOpen
        ? [
            textQuestion({
              name: PHONE,
              label: t.safety.phone,
              format: 'phone',
              autocomplete: 'tel',
              value: phone,
              problem:
                status === 'unreadable' ? t.problemWith(t.safety.phone, t.problem['not-phone']) : undefined,
              t,
              onInput: (value) => change({ phone: value }),
            }),
            textQuestion({
              name: 'safety/times',
              label: t.safety.times,
              required: false,
              autocomplete: 'off',
              value: safeTimes,
              problem: undefined,
              t,
              onInput: (value) => change({ safeTimes: value }),
            }),
            button(t.safety.askCall, send),
          ]
        : nothing
    }
  </div>`;
}

/**
 * The calm panel below the question that has brought it up. It takes no focus: whoever goes through the answers with the
 * arrow keys is still among them, and focus that jumps away would leave them with an answer they have not settled on.
 * It is said at once instead, and the next stop of the Tab key is its first number.
 *
 * @param sign the answers that have brought it up; empty where they have been changed since.
 */
export function safetyPanel(
  path: ItemPath,
  sign: string,
  props: SafetyProps,
): TemplateResult | typeof nothing {
  const { t, practice, safety, tell, focusOn } = props;
  const alert = safety.alerts.findLast((each) => each.path === path && (sign === '' || each.sign === sign));
  if (sign === '' && !alert) return nothing;
  const id = `${fieldId(path)}-safety`;
  const show = (open: ItemPath | undefined, focus: string) => () => {
    tell({ type: 'show', change: { open } });
    focusOn(`#${id} ${focus}`);
  };
  // Nobody answers within an hour to what has not reached them.
  const isOnItsWay = alert && alert.status !== 'failed';
  // What came back with a draft may have been told before: nobody here knows.
  const news = alert ? newsOf(alert, props) : nothing;
  const tellPractice =
    sign !== '' && safety.told && !isOnItsWay
      ? button(t.safety.tell, () => {
          tell({ type: 'tell-practice', path });
          focusOn(`#${id} h3`);
        })
      : nothing;
  return html`<div class="safety stack" part="safety" id=${id} role="group" aria-label=${t.safety.again}>
    ${
      safety.open === path
        ? html`<h3 part="subtitle" tabindex="-1">${t.safety.title}</h3>
            <p part="text">${t.safety.body} ${emergency(practice, t)}</p>
            ${callNow(practice, t)} ${numbers(practice, t)}
            <p part="text">${news} ${isOnItsWay ? watched(practice, t) : nothing}</p>
            <div class="actions" part="actions">
              ${tellPractice} ${callBack(props)} ${button(t.safety.goOn, show(undefined, 'button'))}
              ${button(t.safety.stop, () => tell({ type: 'show', change: { paused: true } }))}
            </div>`
        : html`${linkButton(t.safety.again, show(path, 'h3'))}
            <p part="text">${news}</p>
            ${tellPractice}`
    }
  </div>`;
}
