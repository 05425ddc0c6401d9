import { html, type TemplateResult } from 'lit';
import { instantInWords } from '../../locale/format.js';
import type { ViewProps } from './view-props.js';

/** Why nothing is signed now, until when, and what to do with the wish to. */
export const quietHours = (
  until: string | undefined,
  { t, practice }: Pick<ViewProps, 't' | 'practice'>,
): TemplateResult => html`
  <p class="notice quiet" part="notice" tabindex="-1">
    ${t.quiet(until && instantInWords(until, t.language))} ${t.quietWish(practice?.contact.phone)}
  </p>
`;
