import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locale/messages.js';

/** What to name when asking the practice about it. */
export const referenceLine = (reference: string, t: Messages): TemplateResult => html`
  <p class="section" part="text">
    ${t.reference}<br /><strong class="reference" part="reference">${reference}</strong>
  </p>
`;
