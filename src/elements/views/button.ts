import { html, type TemplateResult } from 'lit';

export const primaryButton = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" class="button primary" part="button primary" @click=${onClick}>
    ${label}
  </button>`;

export const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" class="button" part="button" @click=${onClick}>${label}</button>`;

/** A button that reads as a link, for what is done seldom. */
export const linkButton = (label: string, onClick: () => void, accessibleLabel = label): TemplateResult =>
  html`<button type="button" class="link" part="link" aria-label=${accessibleLabel} @click=${onClick}>
    ${label}
  </button>`;
