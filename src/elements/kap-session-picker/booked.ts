import { html, nothing, type TemplateResult } from 'lit';
import type { SessionsState } from '../../app/sessions/state.js';
import { button, linkButton } from '../views/button.js';
import { help } from '../views/help.js';
import { kindTitle } from '../views/kind-title.js';
import { referenceLine } from '../views/reference.js';
import { statusInWords } from './bookings.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import type { ViewProps } from './view-props.js';

/** What the practice has answered, in words. */
export function booked(
  { bookings: answered, reference }: Extract<SessionsState, { status: 'booked' }>,
  props: ViewProps,
): TemplateResult {
  const { t, care, practice, send, saveToCalendar } = props;
  // What has become of them since, where the practice has said so.
  const bookings = answered.map((each) => care?.bookings.find(({ id }) => id === each.id) ?? each);
  const replyTime = practice.contact.replyTime;
  const isRequested = bookings.some(({ status }) => status === 'requested');
  // None at all: the practice has the request and has said nothing of it.
  const isConfirmed = bookings.length > 0 && bookings.every(({ status }) => status === 'confirmed');
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">
        ${isRequested ? t.requestedTitle : isConfirmed ? t.confirmedTitle : t.receivedTitle}
      </h2>
      ${bookings.map(
        (booking) => html`
          <p part="text" role="status">
            <strong>${kindTitle(booking.kind, practice, t)}</strong>: ${statusInWords(booking, props)}
            <br />${whenInWords(booking, props)}<br />${howInWords(booking, props)}
          </p>
          <p>${linkButton(t.addToCalendar, () => saveToCalendar([booking]))}</p>
        `,
      )}
      ${bookings.length > 1 ? html`<p>${linkButton(t.addAllToCalendar, () => saveToCalendar(bookings))}</p>` : nothing}
      ${isRequested && replyTime !== undefined ? html`<p part="text">${t.reviewTime(replyTime)}</p>` : nothing}
      ${referenceLine(reference, t)}
      <slot name="confirmation"></slot>
      <div class="actions" part="actions">${button(t.chooseAnother, () => send({ type: 'back' }))}</div>
      ${help(practice, t)}
    </div>
  `;
}
