import { html, nothing, type TemplateResult } from 'lit';
import type { RequestDetail } from '../api-answers.js';
import type { Desk } from '../desk.js';
import type { RequestBookings } from '../reading/request.js';
import { requestInWords } from '../reading/submissions.js';
import { clientAddress } from '../routes.js';
import { NO_NAME } from '../words.js';
import { renderBookings } from './bookings.js';
import { clearanceInWords } from './clearance-words.js';
import { renderContact } from './contact.js';
import { fact, facts, receivedFact, referenceFact, theirTime } from './facts.js';

/** A request from its head to the sessions that it is about. */
export function renderRequest(
  detail: RequestDetail,
  { askedFor, cancelled }: RequestBookings,
  desk: Desk,
): TemplateResult {
  const { client } = detail;
  const contact = detail.kind === 'booking' ? detail.contact : undefined;
  const note = detail.kind === 'booking' ? detail.note : undefined;
  return html`<header>
      <p class="kind">${titleOf(detail, desk)}</p>
      <h1 tabindex="-1">${client.name ?? contact?.name ?? NO_NAME}</h1>
      ${facts([
        referenceFact(detail.reference),
        receivedFact(detail.receivedAt, desk),
        fact('Sent (their time)', theirTime(detail.createdAt, detail.timeZone, desk)),
        fact('Clearance', clearanceInWords(client.clearance, desk.timeZone)),
        contact ? fact('Contact', renderContact(contact)) : nothing,
      ])}
      <p class="screen"><a href=${clientAddress(client.id)}>Everything about this client</a></p>
    </header>
    ${
      note === undefined
        ? nothing
        : html`<section aria-labelledby="note">
            <h2 id="note">They write</h2>
            <blockquote>${note}</blockquote>
          </section>`
    }
    ${renderPart('cancelled', 'Cancelled', cancelled, desk)}
    ${renderPart('asked-for', 'Asked for', askedFor, desk)}`;
}

function titleOf({ act }: RequestDetail, { sessionKinds }: Desk): string {
  const kinds = act.sessions.map(({ kind }) => kind);
  return requestInWords(
    { kinds, ...('cancel' in act && { cancelled: new Set(act.cancel).size }) },
    sessionKinds,
  );
}

function renderPart(
  id: string,
  title: string,
  bookings: RequestBookings['askedFor'],
  desk: Desk,
): TemplateResult | typeof nothing {
  if (bookings.length === 0) return nothing;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${renderBookings(desk, bookings)}
  </section>`;
}
