import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentBlock } from '../../domain/consent/document.js';

/** A block's own words: the same on the screen, on paper and in the client's copy. */
export const blockText = ({ heading, paragraphs, list }: ConsentBlock): TemplateResult => html`
  ${heading === undefined ? nothing : html`<h3 part="subtitle">${heading}</h3>`}
  ${paragraphs.map((paragraph) => html`<p part="text">${paragraph}</p>`)}
  ${
    list === undefined
      ? nothing
      : html`<ul class="plain-list" part="text">
          ${list.map((entry) => html`<li>${entry}</li>`)}
        </ul>`
  }
`;
