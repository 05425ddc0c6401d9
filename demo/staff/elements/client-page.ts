import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ClientDetail } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { withAlert } from '../reading/alerts.js';
import { linesOf } from '../reading/plan.js';
import { withBookings } from '../reading/session-change.js';
import { withBooking } from '../reading/sessions.js';
import { SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderClientAlerts, renderClientHeader, renderHistories, renderSessions } from '../views/client.js';
import { renderLoading } from '../views/loading.js';
import type { AlertChangedEvent } from './alert-line.js';
import type { BookingDecidedEvent } from './booking-line.js';
import type { ClearanceDecidedEvent } from './clearance-panel.js';
import { clientStyles } from './client-page.styles.js';
import type { PlanSetEvent } from './plan-panel.js';
import type { SessionsChangedEvent } from './session-change.js';

/**
 * One client's state in one view: where their clearance stands, what they have sent and signed, and their sessions.
 *
 * @element staff-client
 */
export class ClientPage extends LitElement {
  static override styles = [shared, clientStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';

  @state() private accessor isAdding = false;
  @state() private accessor sentence = '';

  readonly #loading = new Load<ClientDetail>(this);
  /** The sessions that waited for an answer when they were read. */
  #waiting: ReadonlySet<string> = new Set();
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk') && !changed.has('clientId')) return;
    this.isAdding = false;
    this.sentence = '';
    this.#place.show();
    this.#read();
  }

  protected override render(): TemplateResult {
    return html`<a class="back screen" href=${SUBMISSIONS}>All submissions</a> ${renderLoading(
        this.#loading.state,
        (detail) => this.#renderClient(detail),
        () => this.#read(),
      )}`;
  }

  #renderClient(detail: ClientDetail): TemplateResult | typeof nothing {
    const { desk } = this;
    if (desk === undefined) return nothing;
    const { client } = detail;
    return html`<div class="layout">
      ${renderClientHeader(detail)}
      <staff-clearance
        .desk=${desk}
        .clientId=${client.id}
        .clearance=${client.clearance}
        .past=${client.clearanceHistory}
        .hasOpenAlert=${detail.alerts.some(({ kind, done }) => kind === 'safety-alert' && !done)}
        @staff-clearance-decided=${this.#onClearanceDecided}
      ></staff-clearance>
      <div
        class="state"
        @staff-booking-decided=${this.#onBookingDecided}
        @staff-alert-changed=${this.#onAlertChanged}
        @staff-sessions-changed=${this.#onSessionsChanged}
      >
        ${renderClientAlerts(detail, desk)}
        ${renderSessions(detail, { waiting: this.#waiting, adding: this.#renderAdding(detail, desk) }, desk)}
        ${renderHistories(detail, desk)}
        <staff-client-consents
          .desk=${desk}
          .clientId=${client.id}
          .signed=${detail.consents}
        ></staff-client-consents>
      </div>
      <staff-plan
        .desk=${desk}
        .clientId=${client.id}
        .plans=${detail.plans}
        .bookings=${detail.bookings}
        @staff-plan-set=${this.#onPlanSet}
      ></staff-plan>
      <staff-link
        class="screen"
        .desk=${desk}
        .clientId=${client.id}
        .current=${client.link ?? undefined}
      ></staff-link>
    </div>`;
  }

  #renderAdding({ plans, bookings }: ClientDetail, desk: Desk): TemplateResult {
    const next = plans[0] && linesOf(plans[0].plan, bookings).find(({ count, booked }) => booked < count);
    return html`<p role="status" class=${this.sentence ? '' : 'spoken'}>${this.sentence}</p>
      ${
        this.isAdding
          ? html`<staff-session-change
              class="screen"
              .desk=${desk}
              .clientId=${this.clientId}
              .suggested=${next?.kind}
              @staff-change-ended=${this.#onAddingEnded}
            ></staff-session-change>`
          : html`<div class="buttons">
              <button class="add" @click=${this.#onAdd}>Add a session</button>
            </div>`
      }`;
  }

  #read(options: { readonly keep?: boolean } = {}): void {
    const api = this.desk?.api;
    if (api === undefined) return;
    const read = async (signal: AbortSignal): Promise<ClientDetail> => {
      const detail = await api.client(this.clientId, signal);
      this.#waiting = new Set(
        detail.bookings.flatMap(({ id, awaitsDecision }) => (awaitsDecision ? [id] : [])),
      );
      return detail;
    };
    void this.#loading.start(read, options);
  }

  #onAdd(): void {
    this.sentence = '';
    this.isAdding = true;
  }

  #onAddingEnded(): void {
    this.isAdding = false;
    void this.#focus('.add');
  }

  /** Added here, or moved where a session stands: that one says so itself. */
  #onSessionsChanged({ bookings }: SessionsChangedEvent): void {
    this.#loading.change((detail) => ({ ...detail, bookings: withBookings(detail.bookings, bookings) }));
    if (!this.isAdding) return;
    this.isAdding = false;
    this.sentence = 'Booked. The client sees it the next time they look.';
    void this.#focus('#sessions');
  }

  #onPlanSet({ plan }: PlanSetEvent): void {
    this.#loading.change((detail) => ({ ...detail, plans: [plan, ...detail.plans] }));
  }

  async #focus(target: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  #onBookingDecided({ booking }: BookingDecidedEvent): void {
    this.#loading.change((detail) => ({ ...detail, bookings: withBooking(detail.bookings, booking) }));
  }

  /** A safety alert that is done holds no dosing session any more; which ones, the endpoint works out. */
  #onAlertChanged({ alert }: AlertChangedEvent): void {
    this.#loading.change((detail) => ({ ...detail, alerts: withAlert(detail.alerts, alert) }));
    if (alert.done) this.#read({ keep: true });
  }

  /** A decision can put sessions on hold or take them off it; which, the endpoint alone works out. */
  #onClearanceDecided({ clearance }: ClearanceDecidedEvent): void {
    this.#loading.change((detail) => ({
      ...detail,
      client: {
        ...detail.client,
        clearance,
        clearanceHistory: [clearance, ...detail.client.clearanceHistory],
      },
    }));
    this.#read({ keep: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-client': ClientPage;
  }
}
