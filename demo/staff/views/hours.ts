import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { Desk } from '../desk.js';
import {
  calendarState,
  datesInWords,
  daysInWords,
  exceptionsAhead,
  hoursInWords,
  kindListInWords,
} from '../reading/hours.js';
import { dateAt } from '../reading/time.js';
import { hoursAddress } from '../routes.js';
import type { Practitioner, StoredPractitioner } from '../session-answers.js';

function renderWeek({ hours }: Practitioner, { sessionKinds }: Desk): TemplateResult {
  if (hours.length === 0) return html`<p class="quiet">No weekly hours.</p>`;
  return html`<ul class="week">
    ${map(
      hours,
      (each) =>
        html`<li>
          <span class="days">${daysInWords(each.days)}</span>
          <span>${hoursInWords(each)}</span>
          <span class="quiet">${kindListInWords(each.kinds, sessionKinds)}</span>
        </li>`,
    )}
  </ul>`;
}

function renderExceptions(
  practitioner: Practitioner,
  { now, timeZone }: Desk,
): TemplateResult | typeof nothing {
  const ahead = exceptionsAhead(practitioner, dateAt(now(), timeZone));
  if (ahead.length === 0) return nothing;
  return html`<p class="title">Other days</p>
    <ul class="week">
      ${map(
        ahead,
        (each) =>
          html`<li>
            <span class="days">${datesInWords(each)}</span>
            <span>${each.hours.length === 0 ? 'Away' : each.hours.map(hoursInWords).join(', ')}</span>
          </li>`,
      )}
    </ul>`;
}

/** One person of the practice: when they work, and how it is with their calendar. */
export function renderHoursOf(stored: StoredPractitioner, desk: Desk): TemplateResult {
  const { practitioner } = stored;
  const { id, name, place } = practitioner;
  const calendar = calendarState(stored, desk.now());
  return html`<section class="person" aria-labelledby="name-${id}">
    <h2 id="name-${id}">${name}</h2>
    ${place ? html`<p class="quiet">${place}</p>` : nothing} ${renderWeek(practitioner, desk)}
    ${renderExceptions(practitioner, desk)}
    <p class=${calendar.isFault ? 'problem' : 'quiet'}>Own calendar: ${calendar.words}</p>
    <p class="screen">
      <a href=${hoursAddress(id)}>Change the hours<span class="spoken"> of ${name}</span></a>
    </p>
  </section>`;
}
