import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffAlert } from '../api-answers.js';
import { Load } from '../controllers/load.js';
import { Place } from '../controllers/place.js';
import type { Desk } from '../desk.js';
import { SUBMISSIONS } from '../routes.js';
import { shared } from '../styles/shared.js';
import { renderLoading } from '../views/loading.js';
import { ALERT } from '../words.js';
import type { AlertChangedEvent } from './alert-line.js';
import { clientStyles } from './client-page.styles.js';
import { requestStyles } from './request-page.styles.js';

/**
 * One safety alert or request for a call, also once it is done.
 *
 * @element staff-alert-page
 */
export class AlertPage extends LitElement {
  static override styles = [shared, clientStyles, requestStyles];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor submissionId = '';

  readonly #loading = new Load<StaffAlert>(this);
  readonly #place = new Place(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk') && !changed.has('submissionId')) return;
    this.#place.show();
    this.#read();
  }

  protected override render(): TemplateResult {
    return html`<a class="back screen" href=${SUBMISSIONS}>All submissions</a> ${renderLoading(
        this.#loading.state,
        (alert) => this.#renderAlert(alert),
        () => this.#read(),
      )}`;
  }

  #renderAlert(alert: StaffAlert): TemplateResult {
    return html`<div class="state" @staff-alert-changed=${this.#onChanged}>
      <h1 tabindex="-1">${ALERT[alert.kind]}</h1>
      <staff-alert .desk=${this.desk} .alert=${alert}></staff-alert>
    </div>`;
  }

  #read(): void {
    const api = this.desk?.api;
    if (api !== undefined) void this.#loading.start((signal) => api.alert(this.submissionId, signal));
  }

  #onChanged({ alert }: AlertChangedEvent): void {
    this.#loading.change(() => alert);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-alert-page': AlertPage;
  }
}
