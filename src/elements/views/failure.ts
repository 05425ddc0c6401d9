import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../locale/messages.js';
import { button } from './button.js';
import { frame } from './frame.js';

/** One plain sentence where the form would stand, and the page's own fallback below it. */
export const failure = (sentence: string, t: Messages, onTryAgain?: () => void): TemplateResult =>
  frame(html`
    <div class="stack">
      <p part="text" role="status"><strong>${sentence}</strong> ${t.failureNext}</p>
      ${onTryAgain ? button(t.tryAgain, onTryAgain) : nothing}
      <slot></slot>
    </div>
  `);
