import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, Readiness } from '../../domain/scheduling/sessions.js';
import { instantInWords } from '../../locale/format.js';
import { isDefined } from '../later.js';
import { button } from '../views/button.js';
import { kindTitle } from '../views/kind-title.js';
import { whenInWords } from '../views/session-words.js';
import type { ViewProps } from './view-props.js';

const FORM = 'kap-intake-form';

/** Parts of the form below that a practice's page can style as its own. */
const PARTS =
  'title, subtitle, text, label, hint, error, field, input, choice, choices, button, primary, link, actions, notice, error-summary, help, why, popover, list, option, optional, unit, chosen, instance';

const ITEMS = ['form', 'escort', 'transport', 'review'] as const;

/** What there is to do before a session, what is done, and what waits for the practice. */
function items({ missing }: Readiness, { t }: ViewProps): TemplateResult {
  const isOpen = (item: (typeof ITEMS)[number]) =>
    missing.includes(item) || (missing.includes('form') && item !== 'review');
  return html`<ul class="plain-list" part="readiness">
    ${ITEMS.filter((item) => item !== 'review' || missing.includes(item)).map((item) => {
      const state = !isOpen(item) ? 'done' : item === 'review' ? 'waiting' : 'open';
      return html`<li part="item ${state}">
        ${t.readinessItem[item]}: <strong>${t.readinessState[state]}</strong>
      </li>`;
    })}
  </ul>`;
}

/** What a dosing session still takes before it, where it stands. */
export function readiness(booking: Booking, props: ViewProps): TemplateResult | typeof nothing {
  const { t, practice, now, send, focusOn } = props;
  const { readiness: taken } = booking;
  if (!taken) return nothing;
  const isAsked = Date.parse(taken.from) <= now;
  if (!isAsked) return html`<p class="small">${t.readinessFrom(instantInWords(taken.from, t.language))}</p>`;
  const isForClient = taken.missing.some((item) => item !== 'review');
  const isLate = Date.parse(taken.until) <= now;
  const until = isLate ? t.readinessLate : t.readinessUntil(instantInWords(taken.until, t.language));
  const open = () => {
    send({ type: 'answer', booking: booking.id });
    focusOn('h2');
  };
  return html`<div class="before stack">
    <p class="label">${t.readinessTitle}</p>
    ${items(taken, props)}
    ${taken.missing.includes('review') ? html`<p class="small">${t.readinessReview}</p>` : nothing}
    ${
      !isForClient
        ? nothing
        : html`<p class="small">${until}</p>
            <p>
              ${isDefined(FORM) ? button(t.readinessOpen, open) : t.readinessElsewhere(practice.contact.phone)}
            </p>`
    }
  </div>`;
}

/** The questions before a session, in the picker's place until they are answered. */
export function answering(booking: Booking, props: ViewProps): TemplateResult {
  const { t, practice, send, focusOn } = props;
  const back = () => {
    send({ type: 'answer', booking: undefined });
    focusOn('h2');
  };
  return html`
    <div class="stack">
      <h2 part="title" tabindex="-1">${t.readinessTitle}</h2>
      <p part="text">${kindTitle(booking.kind, practice, t)}, ${whenInWords(booking, props)}</p>
      <p>${button(t.backToSessions, back)}</p>
    </div>
    <kap-intake-form .form=${booking.readiness?.form.id ?? ''} exportparts=${PARTS}></kap-intake-form>
  `;
}
