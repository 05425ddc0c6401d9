import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RequestDetail, StaffBooking } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { bookingsOf } from '../reading/request.js';
import { withBooking } from '../reading/sessions.js';
import { SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';
import { renderRequest } from '../views/request.js';
import type { BookingDecidedEvent } from './booking-line.js';
import { clientStyles } from './client-page.styles.js';
import { requestStyles } from './request-page.styles.js';

interface Request {
  readonly detail: RequestDetail;
  /** All of the client's, with those of this request among them. */
  readonly bookings: readonly StaffBooking[];
}

/**
 * What one request asked for or cancelled, what the client wrote with it, and what has come of it.
 *
 * @element staff-request
 */
export class RequestPage extends LitElement {
  static override styles = [shared, clientStyles, requestStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';

  readonly #loading = new Load<Request>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk') && !changed.has('submissionId')) return;
    this.#place.show();
    this.#read();
  }

  protected override render(): TemplateResult {
    return html`<a class="back screen" href=${SUBMISSIONS}>All submissions</a> ${renderLoading(
        this.#loading.state,
        (request) => this.#renderRequest(request),
        () => this.#read(),
      )}`;
  }

  #renderRequest({ detail, bookings }: Request): TemplateResult | typeof nothing {
    if (this.desk === undefined) return nothing;
    return html`<div class="state" @staff-booking-decided=${this.#onDecided}>
      ${renderRequest(detail, bookingsOf(detail, bookings), this.desk)}
    </div>`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api === undefined) return;
    const read = async (signal: AbortSignal): Promise<Request> => {
      const detail = await api.request(this.submissionId, signal);
      // A request names slots; what they are and what came of them stands with the client.
      const { bookings } = await api.client(detail.client.id, signal);
      return { detail, bookings };
    };
    void this.#loading.start(read);
  }

  #onDecided({ booking }: BookingDecidedEvent): void {
    this.#loading.change((request) => ({ ...request, bookings: withBooking(request.bookings, booking) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-request': RequestPage;
  }
}
