import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClientDetail } from '../api-answers.js';
import type { ClientConsents } from '../consent-answers.js';
import { Load } from '../controllers/load.js';
import type { Desk } from '../desk.js';
import { mayReadConsents } from '../reading/submissions.js';
import { shared } from '../styles/shared.js';
import { renderClientConsents, renderSignedForOffice } from '../views/client-consents.js';
import { renderLoading } from '../views/loading.js';
import { clientStyles } from './client-page.styles.js';

/**
 * What a client has signed, how each stands and what was taken back of it, and what they have not signed. The office
 * sees that there is something, and how it stands.
 *
 * @element staff-client-consents
 */
export class ClientConsentList extends LitElement {
  static override styles = [
    shared,
    clientStyles,
    css`
      :host {
        max-width: none;
        margin-inline: 0;
      }
    `,
  ];

  @property({ attribute: false }) accessor desk: Desk | undefined;
  @property({ attribute: false }) accessor clientId = '';
  /** What everybody on staff may know of it. */
  @property({ attribute: false }) accessor signed: ClientDetail['consents'] = [];

  readonly #loading = new Load<ClientConsents>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('clientId')) this.#read();
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    return html`<section aria-labelledby="consents">
      <h2 id="consents">Consents</h2>
      ${
        desk !== undefined && mayReadConsents(desk.role)
          ? renderLoading(
              this.#loading.state,
              (consents) => renderClientConsents(consents, desk),
              () => this.#read(),
            )
          : renderSignedForOffice(this.signed, desk?.timeZone ?? 'UTC')
      }
    </section>`;
  }

  #read(): void {
    const { desk } = this;
    if (desk === undefined || !mayReadConsents(desk.role)) return;
    void this.#loading.start((signal) => desk.api.clientConsents(this.clientId, signal));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-client-consents': ClientConsentList;
  }
}
