import { html, nothing, type TemplateResult } from 'lit';
import type { ChoosingState } from '../../app/sessions/state.js';
import { instantInWords } from '../../locale/format.js';
import { button } from '../views/button.js';
import { fieldId } from '../views/field-props.js';
import { textQuestion } from '../views/text-question.js';
import type { ViewProps } from './view-props.js';

function askForCall({ choice }: ChoosingState, { t, practice, send, focusOn }: ViewProps): TemplateResult {
  const { status, phone, times } = choice.call;
  if (status === 'sending' || status === 'received')
    return html`<p class="call" part="text" role="status" tabindex="-1">${t.callAsked[status]}</p>`;
  const open = () => {
    send({ type: 'call', call: { status: 'asked' } });
    focusOn(`#${fieldId('call')}`);
  };
  if (status === 'none') return html`<p>${button(t.askForCall, open)}</p>`;
  const isReadable = /\d{5}/.test(phone.replace(/[\s().+-]/g, ''));
  const ask = () => {
    if (isReadable) send({ type: 'call', call: { status: 'sending' } });
    focusOn(isReadable ? '.call' : `#${fieldId('call')}`);
  };
  return html`
    ${
      status === 'failed'
        ? html`<p class="call" part="text" role="status">${t.callAsked.failed(practice.contact.phone)}</p>`
        : nothing
    }
    ${textQuestion({
      name: 'call',
      label: t.callPhone,
      format: 'phone',
      autocomplete: 'tel',
      value: phone,
      problem: undefined,
      t,
      onInput: (written) => send({ type: 'call', call: { phone: written } }),
    })}
    ${textQuestion({
      name: 'call-times',
      label: t.callTimes,
      required: false,
      autocomplete: 'off',
      value: times,
      problem: undefined,
      t,
      onInput: (written) => send({ type: 'call', call: { times: written } }),
    })}
    <p>${button(t.askForCall, ask)}</p>
  `;
}

/** Why new times wait, until when, and what can be done meanwhile. */
export const quietHours = (until: string, state: ChoosingState, props: ViewProps): TemplateResult => html`
  <div class="notice fields quiet" part="notice">
    <p>${props.t.quietTitle(instantInWords(until, props.t.language))}</p>
    ${props.practice.safety.responsePlan ? askForCall(state, props) : nothing}
  </div>
`;
