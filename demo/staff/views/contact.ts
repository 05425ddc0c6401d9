import { html, nothing, type TemplateResult } from 'lit';
import { emailAddress, phoneAddress } from '../reading/contact.js';

const reachable = (words: string, address: string | undefined): TemplateResult =>
  address === undefined ? html`<span>${words}</span>` : html`<a href=${address}>${words}</a>`;

interface Reachable {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** How somebody wants to be reached, as they wrote it. */
export function renderContact(contact: Reachable | undefined): TemplateResult | typeof nothing {
  const { phone, email } = contact ?? {};
  if (!phone && !email) return nothing;
  return html`<span class="contact"
    >${phone ? reachable(phone, phoneAddress(phone)) : nothing}
    ${email ? reachable(email, emailAddress(email)) : nothing}</span
  >`;
}
