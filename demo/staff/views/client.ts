import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import type { ClientDetail } from '../api-answers.js';
import type { Desk } from '../desk.js';
import { sortedOut } from '../reading/sessions.js';
import { instantInWords } from '../reading/time.js';
import { historyAddress } from '../routes.js';
import { A_FORM, NO_NAME } from '../words.js';
import { renderAlerts } from './alerts.js';
import { renderBookings } from './bookings.js';
import { renderContact } from './contact.js';

/** Who it is, and how to reach them as they said when they booked. */
export function renderClientHeader({ client, bookings }: ClientDetail): TemplateResult {
  const contact = bookings.find((booking) => booking.contact)?.contact;
  return html`<header>
    <p class="kind">Client</p>
    <h1 tabindex="-1">${client.name ?? NO_NAME}</h1>
    ${contact ? html`<p>${renderContact(contact)}</p>` : nothing}
  </header>`;
}

/** What a person has to answer, open or done. */
export function renderClientAlerts({ alerts }: ClientDetail, desk: Desk): TemplateResult | typeof nothing {
  if (alerts.length === 0) return nothing;
  return html`<section aria-labelledby="alerts">
    <h2 id="alerts">To answer in person</h2>
    ${renderAlerts(alerts, desk)}
  </section>`;
}

/** What a client's page shows of their sessions. */
export interface SessionsView {
  /** Those that waited for an answer when the page was read: they stay first once they are decided. */
  readonly waiting: ReadonlySet<string>;
  /** The form that adds some, while it is open. */
  readonly adding: TemplateResult | typeof nothing;
}

/** Their sessions, what waits for an answer first, each to be decided about where it stands. */
export function renderSessions(
  { bookings }: ClientDetail,
  { waiting, adding }: SessionsView,
  desk: Desk,
): TemplateResult {
  const { ahead, behind } = sortedOut(bookings, desk.now());
  const first = ahead.filter(({ id }) => waiting.has(id));
  const others = ahead.filter(({ id }) => !waiting.has(id));
  return html`${
      first.length === 0
        ? nothing
        : html`<section aria-labelledby="waiting">
            <h2 id="waiting">Waiting for an answer</h2>
            ${renderBookings(desk, first)}
          </section>`
    }
    <section aria-labelledby="sessions">
      <h2 id="sessions" tabindex="-1">Sessions</h2>
      ${
        others.length > 0
          ? renderBookings(desk, others)
          : html`<p class="quiet">
              ${first.length === 0 ? 'Nothing is planned.' : 'Nothing else is planned.'}
            </p>`
      }
      ${adding}
    </section>
    ${
      behind.length === 0
        ? nothing
        : html`<section aria-labelledby="earlier">
            <h2 id="earlier">Earlier sessions</h2>
            ${renderBookings(desk, behind)}
          </section>`
    }`;
}

export interface ClientLine {
  readonly title: string;
  readonly address: string | undefined;
  readonly about: string;
  readonly state?: string;
  readonly reference: string;
}

/** One thing that a client has sent. */
export function renderLine({ title, address, about, state, reference }: ClientLine): TemplateResult {
  return html`<li>
    <span class="title">${address === undefined ? title : html`<a href=${address}>${title}</a>`}</span>
    ${state ? html`<span>${state}</span>` : nothing}
    <span class="quiet">${about} <span class="reference">${reference}</span></span>
  </li>`;
}

function renderLines(
  id: string,
  title: string,
  lines: readonly ClientLine[],
  none: string,
  note = '',
): TemplateResult {
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}
    ${
      lines.length === 0
        ? html`<p class="quiet">${none}</p>`
        : html`<ul class="lines">
            ${map(lines, renderLine)}
          </ul>`
    }
  </section>`;
}

/** Said of the last of several answers to one form. */
function latestOf(
  intakes: ClientDetail['intakes'],
  questionnaire: string,
  index: number,
): Pick<ClientLine, 'state'> {
  const same = intakes.filter((each) => each.questionnaire === questionnaire);
  return same.length > 1 && same.at(-1) === intakes[index] ? { state: 'The latest' } : {};
}

export function renderHistories({ intakes }: ClientDetail, { timeZone }: Desk): TemplateResult {
  const lines = intakes.map(
    ({ submissionId, questionnaire, title = A_FORM, version, receivedAt, reference }, index) => ({
      title,
      address: historyAddress(submissionId),
      about: `Received ${instantInWords(receivedAt, timeZone)}, version ${version}`,
      ...latestOf(intakes, questionnaire, index),
      reference,
    }),
  );
  return renderLines('histories', 'Forms', lines.reverse(), 'No form yet.');
}
