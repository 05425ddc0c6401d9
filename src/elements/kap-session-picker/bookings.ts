import { html, nothing, type TemplateResult } from 'lit';
import type { ChoosingState } from '../../app/sessions/state.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import { button, linkButton } from '../views/button.js';
import { kindTitle } from '../views/kind-title.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import type { ViewProps } from './view-props.js';

const HOUR_MS = 3_600_000;

/** What became of a booking, in a sentence. */
export const statusInWords = ({ status, cancelledBy }: Booking, { t }: ViewProps): string =>
  status === 'cancelled' && cancelledBy === 'practice' ? t.declined : t.bookingStatus[status];

const actionsId = ({ id }: Booking): string => `actions-${id}`;

/** What can still be done about a booking that is to come. */
function actions(booking: Booking, { choice }: ChoosingState, props: ViewProps): TemplateResult {
  const { t, practice, now, send, saveToCalendar, focusOn } = props;
  const isLate = Date.parse(booking.start) - now < (practice.cancelHours ?? 0) * HOUR_MS;
  // The button that was pressed goes; the focus stays with the session.
  const ask = (about: Booking | undefined) => () => {
    send({ type: 'ask-to-cancel', booking: about });
    focusOn(`#${CSS.escape(actionsId(booking))}`);
  };
  const calendar = linkButton(t.addToCalendar, () => saveToCalendar(booking));
  if (isLate)
    return html`<p class="small">${t.tooLateToCancel(practice.contact.phone)}</p>
      ${calendar}`;
  if (choice.cancelling?.id !== booking.id)
    return html`${calendar} · ${linkButton(t.cancelSession, ask(booking))}`;
  return html`
    <p><strong>${t.cancelQuestion}</strong></p>
    <div class="actions" part="actions">
      ${button(t.cancelYes, () => send({ type: 'cancel' }))} ${button(t.cancelNo, ask(undefined))}
    </div>
  `;
}

/** The client's sessions: when, how, and how each stands. */
export function bookings(state: ChoosingState, props: ViewProps): unknown {
  const { t, care, practice, now } = props;
  const all = care?.bookings ?? [];
  if (all.length === 0) return nothing;
  return html`
    <section class="section">
      <h3 part="subtitle">${t.yourSessions}</h3>
      <ul class="bookings" part="bookings">
        ${all.map(
          (booking) => html`
            <li part="booking ${booking.status}">
              <strong>${kindTitle(booking.kind, practice, t)}</strong>: ${statusInWords(booking, props)}
              <br />${whenInWords(booking, props)}<br />
              <span class="muted">${howInWords(booking, props)}</span>
              ${
                ['cancelled', 'completed'].includes(booking.status) || Date.parse(booking.start) <= now
                  ? nothing
                  : html`<div id=${actionsId(booking)} tabindex="-1">${actions(booking, state, props)}</div>`
              }
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
