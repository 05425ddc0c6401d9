import { html, nothing, type TemplateResult } from 'lit';
import { movedTogether } from '../../app/sessions/rules.js';
import type { ChoosingState } from '../../app/sessions/state.js';
import type { Booking } from '../../domain/scheduling/sessions.js';
import { instantInWords } from '../../locale/format.js';
import { button, linkButton } from '../views/button.js';
import { kindTitle } from '../views/kind-title.js';
import { howInWords, whenInWords } from '../views/session-words.js';
import { zoneOf } from './kinds.js';
import { readiness } from './readiness.js';
import type { ViewProps } from './view-props.js';

const HOUR_MS = 3_600_000;

/** What became of a booking, in a sentence. */
export function statusInWords({ status, cancelledBy, readiness: taken }: Booking, { t }: ViewProps): string {
  if (status === 'cancelled' && cancelledBy === 'practice') return t.declined;
  // What is the client's to do is no riddle.
  return status === 'on-hold' && taken?.missing.includes('form')
    ? t.waitsForAnswers
    : t.bookingStatus[status];
}

const actionsId = ({ id }: Booking): string => `actions-${id}`;

/** The instant from which on a session can't be changed here any more, in milliseconds since the epoch. */
const changeUntil = ({ start, changeUntil: until }: Booking, { practice }: ViewProps): number =>
  until === undefined ? Date.parse(start) - (practice.cancelHours ?? 0) * HOUR_MS : Date.parse(until);

/** Asked once more before a session is given up; of two that belong together, both or only the one. */
function question(booking: Booking, props: ViewProps): TemplateResult {
  const { t, practice, send, care } = props;
  const [, other] = movedTogether(booking, { practice, care });
  const cancel = (...bookings: readonly Booking[]) => send({ type: 'cancel', bookings });
  const keep = asking([], booking, props);
  if (!other)
    return html`
      <p><strong>${t.cancelQuestion}</strong></p>
      <div class="actions" part="actions">
        ${button(t.cancelYes, () => cancel(booking))} ${button(t.cancelNo, keep)}
      </div>
    `;
  const title = `${kindTitle(other.kind, practice, t)}, ${whenInWords(other, props)}`;
  return html`
    <p><strong>${t.cancelQuestion}</strong> ${t.cancelTogether(title)}</p>
    <div class="actions" part="actions">
      ${button(t.cancelBoth, () => cancel(booking, other))} ${button(t.cancelOne, () => cancel(booking))}
      ${button(t.cancelNo, keep)}
    </div>
  `;
}

/** The button that was pressed goes; the focus stays with the session. */
const asking =
  (bookings: readonly Booking[], at: Booking, { send, focusOn }: ViewProps) =>
  (): void => {
    send({ type: 'ask-to-cancel', bookings });
    focusOn(`#${CSS.escape(actionsId(at))}`);
  };

/** What can still be done about a booking that is to come. */
function actions(booking: Booking, { choice }: ChoosingState, props: ViewProps): TemplateResult {
  const { t, practice, care, now, quietUntil, send, saveToCalendar, focusOn } = props;
  const until = changeUntil(booking, props);
  const calendar = linkButton(t.addToCalendar, () => saveToCalendar([booking]));
  if (until < now)
    return html`<p class="small">${t.tooLateToCancel(practice.contact.phone)}</p>
      ${calendar}`;
  if (choice.cancelling.some(({ id }) => id === booking.id)) return question(booking, props);
  const move = () => {
    const together = movedTogether(booking, { practice, care });
    send({ type: 'move-bookings', bookings: together, zone: zoneOf(booking.kind, props) });
    focusOn('#wish-title, #times');
  };
  return html`${calendar} ·
    ${quietUntil === undefined ? html`${linkButton(t.moveSession, move)} · ` : nothing}${linkButton(t.cancelSession, asking([booking], booking, props))}
    <p class="small muted">
      ${t.changeableUntil(instantInWords(new Date(until).toISOString(), t.language))}
    </p>`;
}

function line(booking: Booking, state: ChoosingState, props: ViewProps): TemplateResult {
  const { t, practice, now } = props;
  const isOver = ['cancelled', 'completed'].includes(booking.status) || Date.parse(booking.start) <= now;
  return html`
    <li part="booking ${booking.status}">
      <strong>${kindTitle(booking.kind, practice, t)}</strong>: ${statusInWords(booking, props)}
      <br />${whenInWords(booking, props)}<br />
      <span class="muted">${howInWords(booking, props)}</span>
      ${
        isOver
          ? nothing
          : html`${readiness(booking, props)}
              <div id=${actionsId(booking)} tabindex="-1">${actions(booking, state, props)}</div>`
      }
    </li>
  `;
}

/** The client's sessions: when, how, and how each stands. */
export function bookings(state: ChoosingState, props: ViewProps): unknown {
  const { t, care, now, saveToCalendar } = props;
  const all = care?.bookings ?? [];
  if (all.length === 0) return nothing;
  const ahead = all.filter(({ status, start }) => status !== 'cancelled' && Date.parse(start) > now);
  return html`
    <section class="section stack">
      <h3 part="subtitle">${t.yourSessions}</h3>
      <ul class="bookings" part="bookings">
        ${all.map((booking) => line(booking, state, props))}
      </ul>
      ${ahead.length > 1 ? html`<p>${linkButton(t.addAllToCalendar, () => saveToCalendar(ahead))}</p>` : nothing}
    </section>
  `;
}
